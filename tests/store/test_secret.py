"""The course secret: made once, private, and honest when it cannot be kept."""

from __future__ import annotations

import threading
from pathlib import Path

from grader.store.secret import Secret, course_secret


def test_the_variable_comes_first(tmp_path: Path) -> None:
    found = course_secret({"GRADER_SECRET": "open sesame"}, tmp_path / "secret")
    assert found == Secret(b"open sesame", "the variable GRADER_SECRET")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_variable_counts_as_none(tmp_path: Path) -> None:
    assert course_secret({"GRADER_SECRET": ""}, tmp_path / "secret").place == str(tmp_path / "secret")


def test_a_secret_is_made_once_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret"
    first, second = course_secret({}, path), course_secret({}, path)
    assert first == second
    assert first.warning is None
    assert len(first.value) == 32


def test_each_account_has_its_own(tmp_path: Path) -> None:
    assert course_secret({}, tmp_path / "a").value != course_secret({}, tmp_path / "b").value


def test_only_the_account_can_read_it_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    course_secret({}, tmp_path / "secret")
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_graders_that_start_at_once_agree(tmp_path: Path) -> None:
    found: list[bytes] = []

    def take() -> None:
        found.append(course_secret({}, tmp_path / "secret").value)

    threads = [threading.Thread(target=take) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert len(set(found)) == 1


def test_a_secret_that_cannot_be_kept_is_a_passing_one_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "secret"
    first, second = course_secret({}, path), course_secret({}, path)
    assert first.value != second.value
    assert first.warning is not None
    assert str(path) in first.warning
    assert "GRADER_SECRET" in first.warning


def test_a_damaged_secret_is_not_used_and_not_replaced_in_silence(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"short")
    found = course_secret({}, tmp_path / "secret")
    assert len(found.value) == 32
    assert found.warning is not None
    assert "damaged" in found.warning
    assert (tmp_path / "secret").read_bytes() == b"short"


def test_the_secret_does_not_show_itself() -> None:
    assert "sesame" not in repr(Secret(b"open sesame", "here"))
