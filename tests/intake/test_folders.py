from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.intake import Found, IntakeError
from grader.model import Submission

SOURCE = "x = 1\n"
Put = Callable[..., Path]
Look = Callable[..., Found]


def only(found: Found) -> Submission:
    (submission,) = found.submissions
    return submission


def test_a_submission_carries_source_hash_origin_and_time(put: Put, look: Look) -> None:
    folder = put("class", {"ada/mse.py": "x = 1\r\n"})
    os.utime(folder / "ada/mse.py", (1_700_000_000, 1_700_000_000))
    assert only(look(folder)) == Submission(
        exercise="mse",
        learner="ada",
        source="x = 1\n",
        sha256=hashlib.sha256(b"x = 1\r\n").hexdigest(),
        origin=f"{folder}/ada/mse.py",
        submitted_at=datetime.fromtimestamp(1_700_000_000, UTC),
    )


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("mse.py", b"x\n\xff", "mse.py cannot be read: line 2 contains a byte that is not UTF-8 text; save"),
        ("mse.py", b"x\0", "line 1 contains a null byte"),
        ("mse.py", b"#" * 1_000_001, "larger than 1 MB"),
        ("mse.ipynb", b"{", "line 1 is not JSON"),
        (
            "mse.pdf",
            b"%PDF",
            "mse.pdf is not a .py or .ipynb file, so it cannot be graded; hand in mse.py",
        ),
        ("mse.rar", b"Rar", "is not a .py or .ipynb file"),
        ("mse.zip", b"PK no", "is broken or cut short"),
        ("mse", b"x = 1", "is not a .py or .ipynb file"),
    ],
)
def test_an_answer_that_cannot_be_read_becomes_a_submission_with_a_problem(
    put: Put, look: Look, name: str, content: bytes, expected: str
) -> None:
    submission = only(look(put("class", {f"ada/{name}": content})))
    assert (submission.learner, submission.exercise, submission.source) == ("ada", "mse", "")
    assert submission.problem is not None
    assert expected in submission.problem
    if len(content) <= 1_000_000:
        assert submission.sha256 == hashlib.sha256(content).hexdigest()


def test_files_above_the_cap_that_begin_alike_differ_in_their_hash(put: Put, look: Look) -> None:
    folder = put("class", {"ada/mse.py": b"#" * 1_500_000, "bob/mse.py": b"#" * 1_500_001})
    first, second = look(folder).submissions
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("name", ["mse.pdf", "mse.txt", "mse.csv"])
def test_another_file_beside_the_answer_is_no_second_submission(put: Put, look: Look, name: str) -> None:
    found = look(put("class", {"ada/mse.py": SOURCE, f"ada/{name}": "?"}))
    assert only(found).problem is None
    assert [Path(one.origin).name for one in found.unmatched] == [name]


def test_data_with_an_exercises_name_is_not_an_answer(put: Put, look: Look) -> None:
    found = look(put("class", {"ada/mse.csv": "1,2"}))
    assert found.submissions == ()
    assert len(found.unmatched) == 1


def test_a_document_of_nobody_is_not_an_answer(put: Put, look: Look) -> None:
    found = look(put("class", {"mse.md": "# The exercise", "ada/mse.py": SOURCE}))
    assert only(found).learner == "ada"
    assert len(found.unmatched) == 1


def test_a_folder_named_like_a_submission_is_a_problem(put: Put, look: Look) -> None:
    folder = put("class", {"ada/mse.py/readme.txt": "?"})
    found = look(folder)
    submission = only(found)
    assert submission.problem == "mse.py is a folder, not a file; hand in the file itself."
    assert submission.origin == f"{folder}/ada/mse.py"
    assert len(found.unmatched) == 1


def test_an_empty_folder_named_like_a_submission_is_a_problem(put: Put, look: Look, tmp_path: Path) -> None:
    put("class/ada/mse.py")
    assert only(look(tmp_path / "class")).problem is not None


def test_what_lies_in_a_folder_named_like_a_submission_is_read_too(put: Put, look: Look) -> None:
    found = look(put("class", {"ada/mse.py/mse.py": SOURCE}))
    assert sorted(one.problem is None for one in found.submissions) == [False, True]


def test_a_link_is_never_followed(put: Put, look: Look, tmp_path: Path) -> None:
    secret = put("solutions", {"mse.py": "secret = 1", "deep/mse.py": "secret = 2"})
    folder = put("class/ada").parent
    (folder / "ada/mse.py").symlink_to(secret / "mse.py")
    (folder / "eve").symlink_to(secret / "deep")
    found = look(folder)
    assert only(found).problem == "mse.py cannot be read: it is a link to another place; hand in the file itself."
    assert [(Path(one.origin).name, "link" in one.reason) for one in found.unmatched] == [("eve", True)]
    assert "secret" not in repr(found)


def test_a_pipe_is_a_problem_and_is_not_waited_for(put: Put, look: Look) -> None:
    folder = put("class/ada").parent
    os.mkfifo(folder / "ada/mse.py")
    problem = only(look(folder)).problem
    assert problem is not None
    assert "special file" in problem


def test_a_file_that_may_not_be_opened_is_a_problem(put: Put, look: Look, forbid: Callable[[Path], None]) -> None:
    folder = put("class", {"ada/mse.py": SOURCE, "bob/mse.py": SOURCE})
    forbid(folder / "ada/mse.py")
    first, second = look(folder).submissions
    assert first.problem is not None
    assert "permissions forbid" in first.problem
    assert second.problem is None


def test_a_folder_that_may_not_be_listed_is_unmatched(put: Put, look: Look, forbid: Callable[[Path], None]) -> None:
    folder = put("class", {"ada/mse.py": SOURCE, "bob/mse.py": SOURCE})
    forbid(folder / "ada")
    found = look(folder)
    assert only(found).learner == "bob"
    assert found.unmatched[0].reason == "the folder cannot be listed: permission denied"


def test_a_given_folder_that_may_not_be_listed_is_an_error(
    put: Put, look: Look, forbid: Callable[[Path], None]
) -> None:
    folder = put("class", {"ada/mse.py": SOURCE})
    forbid(folder)
    with pytest.raises(IntakeError, match="cannot be listed"):
        look(folder)


@pytest.mark.parametrize(
    "name",
    [
        ".mse.py",
        ".git/mse.py",
        "__pycache__/mse.py",
        ".ipynb_checkpoints/mse.ipynb",
        "__MACOSX/mse.py",
        ".DS_Store",
    ],
)
def test_litter_is_ignored_quietly(put: Put, look: Look, name: str) -> None:
    found = look(put("class", {"ada/mse.py": SOURCE, f"ada/{name}": "?"}))
    assert (len(found.submissions), found.unmatched, found.warnings) == (1, (), ())


def test_installed_packages_are_one_entry(put: Put, look: Look) -> None:
    found = look(put("class", {"ada/mse.py": SOURCE, "ada/venv/lib/a/mse.py": "?", "ada/venv/lib/b/mse.py": "?"}))
    assert len(found.submissions) == 1
    assert [one.reason for one in found.unmatched] == ["it is a folder of installed packages"]


def test_names_that_are_not_utf8_are_shown_as_bytes(put: Put, look: Look) -> None:
    folder = put("class")
    os.makedirs(os.fsencode(folder) + b"/ad\xe4")
    with open(os.fsencode(folder) + b"/ad\xe4/mse.py", "w") as file:
        file.write(SOURCE)
    submission = only(look(folder))
    assert (submission.learner, submission.source) == ("ad\\xe4", SOURCE)
    submission.model_dump_json()


def test_very_deep_folders_are_walked(put: Put, look: Look) -> None:
    folder = put("class/ada").parent
    deepest = f"{folder}/ada"
    for _ in range(300):  # deeper ones would break the removal of pytest's own folders
        deepest += "/d"
        os.mkdir(deepest)
    with open(f"{deepest}/mse.py", "w") as file:
        file.write(SOURCE)
    assert only(look(folder)).learner == "ada"


def test_an_rar_archive_is_listed_with_what_to_do(put: Put, look: Look) -> None:
    found = look(put("class", {"ada/mse.py": SOURCE, "ada/work.rar": b"Rar!"}))
    assert "pack it as .zip" in found.unmatched[0].reason


@pytest.mark.parametrize("name", ["nowhere", "ada/mse.py", "a\0b"])
def test_a_path_that_does_not_exist_is_an_error(look: Look, tmp_path: Path, name: str) -> None:
    with pytest.raises(IntakeError, match="There is nothing at "):
        look(tmp_path / name)


def test_a_missing_path_is_an_error_beside_good_ones(put: Put, look: Look, tmp_path: Path) -> None:
    folder = put("class", {"ada/mse.py": SOURCE})
    with pytest.raises(IntakeError, match="nowhere"):
        look(folder, tmp_path / "nowhere")


def test_a_path_through_a_file_says_why(put: Put, look: Look) -> None:
    folder = put("class", {"ada/mse.py": SOURCE})
    with pytest.raises(IntakeError, match="not a directory"):
        look(folder / "ada/mse.py/mse.py")


@pytest.mark.parametrize("litter", [{}, {".DS_Store": "?"}])
def test_a_folder_with_nothing_in_it_is_an_error(put: Put, look: Look, litter: dict[str, str]) -> None:
    with pytest.raises(IntakeError, match="There is nothing in "):
        look(put("class", litter))


def test_an_empty_folder_beside_others_is_a_warning(put: Put, look: Look) -> None:
    found = look(put("ada", {"mse.py": SOURCE}), put("bob"))
    assert only(found).learner == "ada"
    assert "There is nothing in " in found.warnings[0]
    assert Path(found.unmatched[0].origin).name == "bob"


def test_no_path_at_all_is_an_error(look: Look) -> None:
    with pytest.raises(IntakeError, match="No path was given"):
        look()


def test_a_device_is_an_error(look: Look) -> None:
    with pytest.raises(IntakeError, match="neither a file nor a folder"):
        look("/dev/null")


def test_a_given_file_of_another_kind_is_listed(put: Put, look: Look) -> None:
    found = look(put("class", {"notes.txt": "?"}) / "notes.txt")
    assert found.submissions == ()
    assert found.unmatched[0].reason == "it is not a .py or .ipynb file"


def test_a_folder_without_submissions_lists_what_it_holds(put: Put, look: Look) -> None:
    found = look(put("class", {"notes.txt": "?"}))
    assert (found.submissions, len(found.unmatched)) == ((), 1)
