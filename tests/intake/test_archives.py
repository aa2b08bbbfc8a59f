from __future__ import annotations

import hashlib
import io
import os
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.intake import Found, IntakeError
from grader.intake import archive as archive_module
from grader.model import Submission

SOURCE = "x = 1\n"
Put = Callable[..., Path]
Pack = Callable[..., Path]
Look = Callable[..., Found]
Learners = Callable[..., list[tuple[str | None, str]]]

TARS = [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.bz2", "w:bz2"), ("a.tar.xz", "w:xz")]


def only(found: Found) -> Submission:
    (submission,) = found.submissions
    return submission


def error(look: Look, path: Path) -> str:
    with pytest.raises(IntakeError) as caught:
        look(path)
    return caught.value.message


def special(name: str, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = "/etc/passwd"
    return info


# --- reading ---------------------------------------------------------------------------------------


def test_a_zip_is_read_like_a_folder(zipped: Pack, look: Look) -> None:
    info = zipfile.ZipInfo("ada/mse.py", (2024, 2, 3, 4, 5, 6))
    path = zipped("class.zip", [(info, b"x = 1\r\n")])
    assert only(look(path)) == Submission(
        exercise="mse",
        learner="ada",
        source="x = 1\n",
        sha256=hashlib.sha256(b"x = 1\r\n").hexdigest(),
        origin=f"{path}/ada/mse.py",
        submitted_at=datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC),
    )


@pytest.mark.parametrize(("name", "mode"), TARS)
def test_every_kind_of_tar_is_read_like_a_folder(tarred: Pack, look: Look, name: str, mode: str) -> None:
    path = tarred(name, {"./ada/mse.py": SOURCE, "bob/x/step.py": SOURCE, "bob/data.csv": "1" * 3000}, mode=mode)
    found = look(path)
    assert [(one.learner, one.exercise, one.source) for one in found.submissions] == [
        ("ada", "mse", SOURCE),
        ("bob", "step", SOURCE),
    ]
    assert found.submissions[0].origin == f"{path}/ada/mse.py"
    assert found.submissions[0].submitted_at == datetime.fromtimestamp(1_700_000_000, UTC)
    assert len(found.unmatched) == 1


def test_the_compression_is_told_by_the_bytes_not_by_the_name(tarred: Pack, learners: Learners) -> None:
    assert learners(tarred("class.tar", {"ada/mse.py": SOURCE}, mode="w:xz")) == [("ada", "mse")]


def test_nothing_is_written_to_disk(zipped: Pack, look: Look, tmp_path: Path) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE, "../../evil/mse.py": SOURCE})
    look(path)
    assert [one.name for one in tmp_path.rglob("*")] == ["class.zip"]


@pytest.mark.parametrize("date", [(1980, 1, 1, 0, 0, 0), (2024, 0, 0, 0, 0, 0)])
def test_a_zip_time_that_means_nothing_is_unknown(
    zipped: Pack, look: Look, date: tuple[int, int, int, int, int, int]
) -> None:
    path = zipped("class.zip", [(zipfile.ZipInfo("ada/mse.py", date), b"x = 1")])
    assert only(look(path)).submitted_at is None


def test_names_from_a_mac_without_the_utf8_flag_are_read_as_utf8(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"zoX1X2/mse.py": SOURCE})
    path.write_bytes(path.read_bytes().replace(b"zoX1X2", "zo\u0065\u0301\u0021".encode()))
    assert only(look(path)).learner == "zoé!"


def test_backslashes_separate_folders_in_a_zip(zipped: Pack, learners: Learners) -> None:
    assert learners(zipped("class.zip", {"ada\\mse.py": SOURCE})) == [("ada", "mse")]


def test_names_are_text_and_never_paths(tarred: Pack, look: Look) -> None:
    submission = only(look(tarred("class.tar", {"ad\na\u202e'🎉/mse.py": SOURCE})))
    assert submission.learner == "ad\\na\\u202e'🎉"


def test_litter_in_an_archive_is_ignored_quietly(zipped: Pack, look: Look) -> None:
    found = look(zipped("class.zip", {"ada/mse.py": SOURCE, "__MACOSX/ada/._mse.py": "?", "ada/.DS_Store": "?"}))
    assert (len(found.submissions), found.unmatched) == (1, ())


def test_installed_packages_in_an_archive_are_one_entry(zipped: Pack, look: Look) -> None:
    members = {"ada/mse.py": SOURCE, "ada/venv/a/mse.py": "?", "ada/venv/b/mse.py": "?"}
    assert [one.reason for one in look(zipped("class.zip", members)).unmatched] == [
        "it is a folder of installed packages"
    ]


def test_an_archives_folder_named_like_a_submission_is_a_problem(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"ada/mse.py/": "", "bob/step.py/readme.csv": "?"})
    assert [(one.learner, one.exercise, one.origin) for one in look(path).submissions] == [
        ("ada", "mse", f"{path}/ada/mse.py"),
        ("bob", "step", f"{path}/bob/step.py"),
    ]
    assert all(one.problem and "is a folder" in one.problem for one in look(path).submissions)


# --- whose it is -----------------------------------------------------------------------------------


def test_an_archive_of_one_learners_files_is_named_after_them(zipped: Pack, learners: Learners) -> None:
    assert learners(zipped("ada.zip", {"mse.py": SOURCE, "step.py": SOURCE})) == [
        ("ada", "mse"),
        ("ada", "step"),
    ]


def test_the_folder_that_packing_adds_around_a_class_is_no_learner(zipped: Pack, look: Look) -> None:
    found = look(zipped("class.zip", {"class/ada/mse.py": SOURCE, "class/bob/mse.py": SOURCE}))
    assert [one.learner for one in found.submissions] == ["ada", "bob"]
    assert found.warnings == ()


def test_a_folder_of_another_name_around_a_class_is_told(zipped: Pack, look: Look) -> None:
    found = look(zipped("download.zip", {"class/ada_mse.py": SOURCE, "class/bob_mse.py": SOURCE}))
    assert [one.learner for one in found.submissions] == ["ada", "bob"]
    assert '"class"' in found.warnings[0]


def test_a_learners_own_folder_in_an_archive_stays_theirs(zipped: Pack, learners: Learners) -> None:
    path = zipped("ada.zip", {"ada/week1/mse.py": SOURCE, "ada/week2/step.py": SOURCE})
    assert learners(path) == [("ada", "mse"), ("ada", "step")]


def test_a_moodle_download_is_read(zipped: Pack, learners: Learners) -> None:
    members = {
        "Ada Lovelace_12_assignsubmission_file/mse.py": SOURCE,
        "Ada Lovelace_13_assignsubmission_file/mse.py": SOURCE,
    }
    assert learners(zipped("C-Week 1-99.zip", members)) == [
        ("Ada Lovelace_12", "mse"),
        ("Ada Lovelace_13", "mse"),
    ]


def test_an_archive_inside_a_folder_is_read_as_a_folder(put: Put, zipped: Pack, look: Look) -> None:
    zipped("class/ada/homework.zip", {"x/mse.py": SOURCE})
    zipped("class/bob.zip", {"mse.py": SOURCE})
    zipped("class/cy_mse.zip", {"mse.py": SOURCE})
    zipped("class/lovelaceada_12_34567_all.zip", {"mse.py": SOURCE})
    found = look(put("class"))
    assert [one.learner for one in found.submissions] == ["ada", "bob", "cy", "lovelaceada_12"]
    assert found.submissions[0].origin == f"{put('class')}/ada/homework.zip/x/mse.py"


def test_an_archive_inside_an_archive_is_listed(zipped: Pack, look: Look) -> None:
    found = look(zipped("class.zip", {"ada/all.zip": b"PK", "bob/mse.py": SOURCE}))
    assert only(found).learner == "bob"
    assert "an archive inside an archive" in found.unmatched[0].reason


def test_an_archive_inside_an_archive_with_an_exercises_name_is_an_answer_that_cannot_be_read(
    zipped: Pack, look: Look
) -> None:
    submission = only(look(zipped("class.zip", {"ada/mse.zip": b"PK"})))
    assert (submission.learner, submission.exercise) == ("ada", "mse")
    assert submission.problem is not None


# --- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/ada/mse.py", "absolute path"),
        ("C:\\ada\\mse.py", "absolute path"),
        ("../ada/mse.py", "leads out of the archive"),
        ("ada/../../mse.py", "leads out of the archive"),
        ("..\\mse.py", "leads out of the archive"),
    ],
)
def test_members_outside_of_the_archive_are_listed_with_the_reason(
    zipped: Pack, look: Look, name: str, reason: str
) -> None:
    found = look(zipped("class.zip", {name: SOURCE, "bob/mse.py": SOURCE}))
    assert only(found).learner == "bob"
    assert reason in found.unmatched[0].reason


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (tarfile.SYMTYPE, "a link"),
        (tarfile.LNKTYPE, "a link"),
        (tarfile.CHRTYPE, "special file"),
        (tarfile.BLKTYPE, "special file"),
        (tarfile.FIFOTYPE, "special file"),
        (b"Z", "special file"),
    ],
)
def test_tar_members_that_are_no_files_are_listed_with_the_reason(
    tarred: Pack, look: Look, kind: bytes, reason: str
) -> None:
    found = look(tarred("class.tar", {"ada/mse.py": SOURCE}, extra=(special("eve/mse.py", kind),)))
    assert only(found).learner == "ada"
    assert reason in found.unmatched[0].reason


@pytest.mark.parametrize(("mode", "reason"), [(stat.S_IFLNK, "a link"), (stat.S_IFIFO, "special file")])
def test_zip_members_that_are_no_files_are_listed_with_the_reason(
    zipped: Pack, look: Look, mode: int, reason: str
) -> None:
    info = zipfile.ZipInfo("eve/mse.py")
    info.external_attr = (mode | 0o777) << 16
    found = look(zipped("class.zip", [(info, b"/etc/passwd")]))
    assert found.submissions == ()
    assert reason in found.unmatched[0].reason


@pytest.mark.parametrize("name", ["class.zip", "class.tar", "class.tar.gz"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\x1f\x8b\x08broken", b"x" * 5000])
def test_a_broken_archive_is_an_error(put: Put, look: Look, name: str, content: bytes) -> None:
    path = put("x", {name: content}) / name
    assert error(look, path).startswith(f"The archive {path} is broken or cut short")


@pytest.mark.parametrize(("name", "mode"), [*TARS, ("a.zip", "")])
def test_an_archive_cut_short_is_an_error_at_any_place(
    tarred: Pack, zipped: Pack, look: Look, name: str, mode: str
) -> None:
    members = {f"{number}/mse.py": os.urandom(600).hex() for number in range(4)}
    path = tarred(name, members, mode=mode) if mode else zipped(name, members)
    whole = path.read_bytes()
    end = len(whole) if mode != "w" else 4 * 2048 - 700  # behind the members, a plain tar is only padding
    for cut in range(1, end - 1, 611):
        path.write_bytes(whole[:cut])
        if mode == "w" and cut % 2048 == 0:
            continue
        assert "broken or cut short" in error(look, path)


def test_a_damaged_header_in_a_tar_is_not_taken_for_its_end(tarred: Pack, look: Look) -> None:
    path = tarred("class.tar", {"ada/mse.py": SOURCE, "bob/mse.py": SOURCE})
    data = bytearray(path.read_bytes())
    data[1024:1030] = b"\xff" * 6
    path.write_bytes(data)
    assert "header is damaged" in error(look, path)


def test_a_damaged_checksum_at_the_end_of_a_tar_gz_is_seen(tarred: Pack, look: Look) -> None:
    path = tarred("class.tar.gz", {"ada/mse.py": SOURCE}, mode="w:gz")
    data = bytearray(path.read_bytes())
    data[-6] ^= 0xFF
    path.write_bytes(data)
    assert "broken" in error(look, path)


def test_a_damaged_member_of_a_zip_is_that_learners_problem_only(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE, "bob/mse.py": SOURCE})
    data = bytearray(path.read_bytes())
    data[40] ^= 0xFF  # behind the header of the first member and its name
    path.write_bytes(data)
    first, second = look(path).submissions
    assert first.problem == "mse.py cannot be read: it is damaged inside the archive; hand it in again."
    assert second.problem is None


def test_a_zip_with_a_password_is_an_error(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "is protected by a password" in error(look, path)


def test_an_unknown_compression_is_that_members_problem(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE})
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = data.index(mark) + offset
        data[start : start + 2] = struct.pack("<H", 97)
    path.write_bytes(data)
    problem = only(look(path)).problem
    assert problem is not None
    assert "packed in a way that is not read here" in problem


def test_a_broken_archive_beside_others_is_a_warning_and_listed(put: Put, look: Look) -> None:
    folder = put("class", {"ada/mse.py": SOURCE})
    broken = put("x", {"b.zip": b"?"}) / "b.zip"
    found = look(folder, broken)
    assert only(found).learner == "ada"
    assert "broken or cut short" in found.warnings[0]
    assert found.unmatched[0].origin == str(broken)


def test_a_broken_archive_in_a_folder_is_a_warning_and_listed(put: Put, look: Look) -> None:
    found = look(put("class", {"ada/mse.py": SOURCE, "bob/all.tar.gz": b"?"}))
    assert only(found).learner == "ada"
    assert "broken or cut short" in found.warnings[0]
    assert "broken or cut short" in found.unmatched[0].reason


def test_an_archive_that_may_not_be_opened_is_an_error(
    zipped: Pack, look: Look, forbid: Callable[[Path], None]
) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE})
    forbid(path)
    assert "permission denied" in error(look, path)


def test_an_empty_archive_is_an_error(zipped: Pack, look: Look) -> None:
    assert "There is nothing in " in error(look, zipped("class.zip", {}))


def test_an_empty_archive_in_a_folder_is_listed(put: Put, zipped: Pack, look: Look) -> None:
    zipped("class/ada.zip", {})
    found = look(put("class", {"bob/mse.py": SOURCE}))
    assert found.unmatched[0].reason.endswith("ada.zip is empty.")


def test_archives_given_twice_are_read_once(zipped: Pack, look: Look) -> None:
    path = zipped("class.zip", {"ada/mse.py": SOURCE})
    found = look(path, path, path.parent)
    assert only(found).learner == "ada"
    assert "each was read once" in found.warnings[0]


# --- bombs -----------------------------------------------------------------------------------------


def test_a_member_above_its_cap_is_a_problem(zipped: Pack, tarred: Pack, look: Look) -> None:
    for path in (
        zipped("a.zip", {"ada/mse.py": b"\n" * 30_000_000}),
        tarred("a.tgz", {"ada/mse.py": b"\n" * 30_000_000}, mode="w:gz"),
    ):
        problem = only(look(path)).problem
        assert problem is not None
        assert "larger than 1 MB (30.0 MB)" in problem


def test_a_zip_header_that_understates_the_size_is_not_believed(zipped: Pack, look: Look) -> None:
    path = zipped("a.zip", {"ada/mse.py": b"\n" * 30_000_000})
    data = path.read_bytes().replace(struct.pack("<I", 30_000_000), struct.pack("<I", 10))
    path.write_bytes(data)
    problem = only(look(path)).problem
    assert problem is not None


@pytest.mark.parametrize(("name", "mode"), [("a.tgz", "w:gz"), ("a.tar.xz", "w:xz"), ("a.tar.bz2", "w:bz2")])
def test_a_tar_that_unpacks_to_too_much_is_refused_before_it_does(
    tarred: Pack, look: Look, monkeypatch: pytest.MonkeyPatch, name: str, mode: str
) -> None:
    path = tarred(name, {"ada/movie.bin": b"\0" * 5_000_000, "ada/mse.py": SOURCE}, mode=mode)
    monkeypatch.setattr(archive_module, "MAX_BYTES", 2_000_000)
    said = error(look, path)
    assert "unpacks to more than" in said
    assert "give the folder instead" in said


def test_a_zip_that_unpacks_to_too_much_in_all_is_refused(
    zipped: Pack, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped("a.zip", {f"{number}/mse.py": b"#" * 900_000 for number in range(4)})
    monkeypatch.setattr(archive_module, "MAX_BYTES", 2_000_000)
    assert "unpacks to more than" in error(look, path)


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_too_many_members_are_refused(
    zipped: Pack, tarred: Pack, look: Look, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    members = {f".hidden/{number}": "" for number in range(20)}
    path = zipped("a.zip", members) if kind == "zip" else tarred("a.tar", members)
    monkeypatch.setattr(archive_module, "MAX_MEMBERS", 10)
    assert "more than 10 members" in error(look, path)


def test_a_giant_list_of_contents_is_not_read(zipped: Pack, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped("a.zip", {f"{number}/mse.py": SOURCE for number in range(100)})
    monkeypatch.setattr(archive_module, "_ZIP_READ", 1000)
    assert "headers is larger than any honest one" in error(look, path)


def test_a_giant_tar_header_is_not_read(tarred: Pack, look: Look) -> None:
    header = tarfile.TarInfo("././@LongLink")
    header.type = tarfile.GNUTYPE_LONGNAME
    header.size = 50_000_000
    path = tarred("a.tar", {})
    path.write_bytes(header.tobuf(tarfile.GNU_FORMAT) + b"x" * 50_000)
    assert "headers is larger than any honest one" in error(look, path)


def test_a_tar_of_headers_within_headers_is_an_error(tarred: Pack, look: Look) -> None:
    header = special("x", tarfile.XHDTYPE)
    path = tarred("a.tar", {})
    path.write_bytes(header.tobuf(tarfile.PAX_FORMAT) * 5000)
    assert "broken" in error(look, path)


def test_a_tar_that_leads_back_to_its_own_start_ends(tarred: Pack, look: Look) -> None:
    path = tarred("a.tar", {})
    info = tarfile.TarInfo("ada/mse.csv")
    info.size = -1024
    buffer = io.BytesIO()
    buffer.write(info.tobuf(tarfile.GNU_FORMAT))
    buffer.write(b"\0" * 1024)
    path.write_bytes(buffer.getvalue())
    assert "The archive" in error(look, path)


@pytest.mark.parametrize("folders", ["d/" * 30_000, "d" * 60_000 + "/"])
def test_names_that_no_disk_could_hold_are_listed_in_part(tarred: Pack, look: Look, folders: str) -> None:
    found = look(tarred("a.tar", {f"ada/{folders}mse.py": SOURCE, "bob/x/y/z/mse.py": SOURCE}))
    assert only(found).learner == "bob"
    assert "longer or deeper" in found.unmatched[0].reason
    assert len(found.unmatched[0].origin) < 1000
