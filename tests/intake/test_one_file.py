from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.intake import IntakeError
from grader.model import Submission

Check = Callable[..., Submission]
OneFile = Callable[..., Path]


def message(check: Check, path: Path | str, exercise: str | None = None) -> str:
    with pytest.raises(IntakeError) as caught:
        check(path, exercise=exercise)
    assert caught.value.message == str(caught.value)
    return caught.value.message


def test_the_exercise_is_the_files_stem(check: Check, one_file: OneFile) -> None:
    path = one_file("mse.py", "x = 1\r\n")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    submission = check(path, learner="ada")
    assert submission == Submission(
        exercise="mse",
        learner="ada",
        source="x = 1\n",
        sha256=hashlib.sha256(b"x = 1\r\n").hexdigest(),
        origin=str(path),
        submitted_at=datetime.fromtimestamp(1_700_000_000, UTC),
    )


def test_the_exercise_can_be_named(check: Check, one_file: OneFile) -> None:
    assert check(one_file("answer.py"), exercise="mse").exercise == "mse"


def test_nobody_is_the_learner_unless_named(check: Check, one_file: OneFile) -> None:
    assert check(one_file("ada_mse.py")).learner is None


def test_a_copys_name_is_read_with_a_note(check: Check, one_file: OneFile) -> None:
    submission = check(one_file("mse (1).py"))
    assert submission.exercise == "mse"
    assert "was read as mse.py" in submission.notes[0]


def test_a_notebook_is_read_with_its_notes(check: Check, one_file: OneFile, notebook: Callable[..., bytes]) -> None:
    submission = check(one_file("mse.ipynb", notebook("%time\nx = 1")))
    assert submission.source == "# %time\nx = 1\n"
    assert "left out" in submission.notes[0]


def test_a_learners_name_is_made_visible(check: Check, one_file: OneFile) -> None:
    assert check(one_file("mse.py"), learner="a\nb").learner == "a\\nb"


def test_a_link_that_somebody_names_is_followed(check: Check, one_file: OneFile, tmp_path: Path) -> None:
    (tmp_path / "mse.py").symlink_to(one_file("real.py", "x = 1\n"))
    assert check(tmp_path / "mse.py").source == "x = 1\n"


@pytest.mark.parametrize("name", ["mse.py", "x/y/mse.py", "a\0b.py"])
def test_a_missing_file_is_named(check: Check, tmp_path: Path, name: str) -> None:
    assert message(check, tmp_path / name).startswith("There is no file ")


def test_a_path_through_a_file_is_a_message(check: Check, one_file: OneFile) -> None:
    assert "cannot be opened" in message(check, one_file("mse.py") / "mse.py")


def test_a_name_of_absurd_length_is_a_message(check: Check) -> None:
    assert "cannot be opened" in message(check, "x" * 5000 + ".py")


def test_a_folder_points_to_the_command_for_folders(check: Check, tmp_path: Path) -> None:
    assert "grader grade" in message(check, tmp_path)


def test_a_pipe_is_refused_without_waiting_for_its_writer(check: Check, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mse.py")
    assert "special file" in message(check, tmp_path / "mse.py")


def test_a_file_that_may_not_be_opened_says_so(check: Check, one_file: OneFile, forbid: Callable[[Path], None]) -> None:
    path = one_file("mse.py")
    forbid(path)
    said = message(check, path)
    assert said.startswith(f"{path} cannot be read: its permissions forbid")


def test_another_ending_is_refused(check: Check, one_file: OneFile) -> None:
    assert "is not a .py or .ipynb file" in message(check, one_file("mse.txt"))


def test_an_archive_points_to_the_command_for_archives(check: Check, one_file: OneFile) -> None:
    assert "grader grade" in message(check, one_file("mse.tar.gz"))


def test_an_unknown_stem_is_answered_with_close_ones_and_all(check: Check, one_file: OneFile) -> None:
    said = message(check, one_file("gradient_stepp.py"))
    assert "Did you mean gradient_step?" in said
    assert "The exercises are: mse, gradient_step, add_bias, step." in said
    assert "--exercise" in said


def test_an_unknown_exercise_is_answered_with_close_ones_and_all(check: Check, one_file: OneFile) -> None:
    said = message(check, one_file("mse.py"), "add-bias")
    assert 'no exercise "add-bias"' in said
    assert "Did you mean add_bias?" in said


def test_an_exercise_like_no_other_gets_the_list_without_a_guess(check: Check, one_file: OneFile) -> None:
    assert "Did you mean" not in message(check, one_file("mse.py"), "zzzzzz")


@pytest.mark.parametrize(("name", "megabytes"), [("mse.py", 1), ("mse.ipynb", 20)])
def test_a_file_above_the_cap_is_refused_with_both_sizes(
    check: Check, tmp_path: Path, name: str, megabytes: int
) -> None:
    with open(tmp_path / name, "wb") as file:
        file.truncate(50_000_000)
    assert f"larger than {megabytes} MB (50.0 MB)" in message(check, tmp_path / name)


def test_a_file_at_the_cap_is_read(check: Check, one_file: OneFile) -> None:
    assert len(check(one_file("mse.py", b"#" * 1_000_000)).source) == 1_000_000
    assert "larger than 1 MB" in message(check, one_file("mse.py", b"#" * 1_000_001))


def test_a_huge_file_is_not_read_whole(check: Check, tmp_path: Path) -> None:
    with open(tmp_path / "mse.py", "wb") as file:
        file.truncate(5_000_000_000)  # no disk space is used: it is one hole
    began = time.monotonic()
    message(check, tmp_path / "mse.py")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("mse.py", b"x\0", "line 1 contains a null byte"),
        ("mse.py", b"x\n\xff", "line 2 contains a byte that is not UTF-8 text"),
        ("mse.py", b"# coding: klingon", "not a known character set"),
        ("mse.ipynb", b"x = 1", "line 1 is not JSON"),
        ("mse.ipynb", b'{"cells": []}', "no code cells"),
    ],
)
def test_unreadable_content_is_a_message_that_names_the_file(
    check: Check, one_file: OneFile, name: str, content: bytes, expected: str
) -> None:
    path = one_file(name, content)
    said = message(check, path)
    assert said.startswith(f"{path} cannot be read: ")
    assert expected in said


def test_a_time_from_beyond_the_calendar_is_unknown(check: Check, one_file: OneFile) -> None:
    path = one_file("mse.py")
    os.utime(path, (0, 0))
    assert check(path).submitted_at is None
