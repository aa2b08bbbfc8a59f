from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.intake import Found

SOURCE = "x = 1\n"
Put = Callable[..., Path]
Learners = Callable[..., list[tuple[str | None, str]]]
Look = Callable[..., Found]


def files(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, SOURCE)


@pytest.mark.parametrize(
    ("name", "learner"),
    [
        ("ada/mse.py", "ada"),
        ("ada/mse.ipynb.py", None),
        ("ada/week 1/try/mse.py", "ada"),
        ("ada_mse.py", "ada"),
        ("ada_lovelace_mse.py", "ada_lovelace"),
        ("ada/my_mse.py", "ada"),
        ("mse/ada/mse.py", "ada"),
        ("mse/ada_mse.py", "ada"),
        ("lovelaceada_12_34567_mse.py", "lovelaceada_12"),
        ("lovelaceada_LATE_12_34567_mse-1.py", "lovelaceada_12"),
        ("week 1/lovelaceada_12_34567_mse.py", "lovelaceada_12"),
        ("Ada Lovelace_123456_assignsubmission_file/mse.py", "Ada Lovelace_123456"),
        ("Ada Lovelace_123456_assignsubmission_file_/sub/mse.py", "Ada Lovelace_123456"),
        ("week 1/Ada Lovelace_123456_assignsubmission_file/mse.py", "Ada Lovelace_123456"),
        ("Participant_123456_assignsubmission_file_mse.py", "Participant_123456"),
        ("submitted/ada/ps1/mse.py", "ada"),
        ("course/submitted/ada/ps1/mse.py", "ada"),
        ("Zoe\u0301/mse.py", "Zoé"),
        ("a b'\"🎉/mse.py", "a b'\"🎉"),
        ("a\nb/mse.py", "a\\nb"),
    ],
)
def test_the_learner_is_found_without_options(put: Put, look: Look, name: str, learner: str | None) -> None:
    found = look(put("class", files(name, "zoe/step.py")))
    assert [one.learner for one in found.submissions if one.exercise == "mse"] == ([learner] if learner else [])


def test_a_file_that_is_no_exercise_is_listed_with_the_reason(put: Put, look: Look) -> None:
    found = look(put("class", files("ada/gradient_stepp.py", "ada/other.py", "ada/notes.csv", "ada/test_mse.py")))
    reasons = {Path(one.origin).name: one.reason for one in found.unmatched}
    assert found.submissions == ()
    assert "did you mean gradient_step.py?" in reasons["gradient_stepp.py"]
    assert "expected a name such as mse.py or ada_mse.py" in reasons["other.py"]
    assert reasons["notes.csv"] == "it is not a .py or .ipynb file"
    assert reasons["test_mse.py"] == "its name is that of a test of mse"


def test_a_folder_full_of_exercises_is_that_of_one_learner(put: Put, learners: Learners, look: Look) -> None:
    folder = put("ada", files("mse.py", "step.py"))
    assert learners(folder) == [("ada", "mse"), ("ada", "step")]
    assert look(folder).warnings == ()


def test_a_moodle_folder_given_directly_is_that_of_its_learner(put: Put, learners: Learners) -> None:
    assert learners(put("Ada L_12_assignsubmission_file_", files("mse.py"))) == [("Ada L_12", "mse")]


def test_the_current_folder_has_a_name_too(put: Put, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(put("ada", files("mse.py")))
    (one,) = look(".").submissions
    assert (one.learner, one.origin) == ("ada", "./mse.py")


def test_a_file_between_the_learners_folders_is_nobodys_with_a_warning(put: Put, look: Look) -> None:
    folder = put("class", files("ada/mse.py", "mse.py"))
    found = look(folder)
    assert [one.learner for one in found.submissions] == [None, "ada"]
    assert found.warnings == (
        f"No learner is known for {folder}/mse.py. Put each file into a folder named after its learner, "
        f"or name it like ada_mse.py.",
    )


def test_a_file_given_alone_is_nobodys_with_a_warning(put: Put, look: Look) -> None:
    found = look(put("ada", files("mse.py")) / "mse.py")
    assert found.submissions[0].learner is None
    assert "No learner is known" in found.warnings[0]


def test_a_file_given_alone_may_carry_its_learners_name(put: Put, learners: Learners) -> None:
    assert learners(put("class", files("ada_mse.py")) / "ada_mse.py") == [("ada", "mse")]


def test_files_that_differ_in_their_folders_only_belong_to_these(put: Put, look: Look) -> None:
    folder = put("class", files("ada/mse.py", "bob/mse.py"))
    found = look(folder / "ada/mse.py", folder / "bob/mse.py")
    assert [one.learner for one in found.submissions] == ["ada", "bob"]
    assert "the folders they lie in were taken for the learners" in found.warnings[0]


def test_files_whose_folders_are_alike_stay_nobodys(put: Put, look: Look) -> None:
    folder = put("class", files("ada/hw/mse.py", "bob/hw/mse.py"))
    found = look(folder / "ada/hw/mse.py", folder / "bob/hw/mse.py")
    assert [one.learner for one in found.submissions] == [None, None]


def test_learners_folders_can_be_given_one_by_one(put: Put, learners: Learners) -> None:
    folder = put("class", files("ada/mse.py", "bob/mse.py"))
    assert learners(folder / "ada", folder / "bob") == [("ada", "mse"), ("bob", "mse")]


def test_nbgraders_other_folders_are_not_submissions(put: Put, look: Look) -> None:
    names = [f"{step}/ada/ps1/mse.py" for step in ("submitted", "autograded", "feedback")]
    found = look(put("course", files(*names, "release/ps1/mse.py", "source/ps1/mse.py")))
    assert [(one.learner, one.exercise) for one in found.submissions] == [("ada", "mse")]
    assert len(found.unmatched) == 4
    assert all("nbgrader" in one.reason for one in found.unmatched)


def test_a_learner_may_be_called_release(put: Put, learners: Learners) -> None:
    assert learners(put("class", files("release/mse.py", "ada/mse.py"))) == [
        ("ada", "mse"),
        ("release", "mse"),
    ]


def test_two_files_of_one_learner_for_one_exercise_are_both_kept_with_a_warning(put: Put, look: Look) -> None:
    folder = put("class", files("ada/mse.py", "ada/mse-1.py"))
    found = look(folder)
    assert len(found.submissions) == 2
    assert found.warnings == (
        f"ada has 2 submissions of mse, and all are kept: {folder}/ada/mse-1.py, {folder}/ada/mse.py.",
    )


def test_one_learners_id_in_two_classes_is_a_warning_that_names_both(put: Put, look: Look) -> None:
    first, second = put("first", files("ada/mse.py")), put("second", files("ada/mse.py"))
    found = look(first, second)
    assert len(found.submissions) == 2
    assert f"{first}/ada/mse.py, {second}/ada/mse.py" in found.warnings[0]


def test_classes_inside_the_given_folder_are_suspected(put: Put, look: Look) -> None:
    found = look(put("school", files("red/ada/mse.py", "red/bob/mse.py", "blue/cy/mse.py")))
    assert [one.learner for one in found.submissions] == ["blue", "red", "red"]
    assert any('"red"' in warning and "(ada, bob)" in warning for warning in found.warnings)


def test_a_folder_inside_a_folder_of_the_same_name_is_looked_through(put: Put, learners: Learners) -> None:
    assert learners(put("class", files("class/ada/mse.py", "class/bob/mse.py"))) == [
        ("ada", "mse"),
        ("bob", "mse"),
    ]


def test_one_learner_with_two_attempts_stays_one_learner(put: Put, learners: Learners) -> None:
    folder = put("class", files("ada/first/mse.py", "ada/second/mse.py"))
    assert learners(folder) == [("ada", "mse"), ("ada", "mse")]


def test_overlapping_paths_are_read_once(put: Put, look: Look) -> None:
    folder = put("class", files("ada/mse.py", "bob/mse.py"))
    found = look(folder, folder / "ada", folder / "." / "bob" / "mse.py")
    assert [one.learner for one in found.submissions] == ["ada", "bob"]
    assert found.warnings == ("2 files lie under more than one of the given paths; each was read once.",)


def test_the_order_depends_on_names_alone(put: Put, look: Look) -> None:
    folder = put("class", files("cy/mse.py", "ada/step.py", "ada/mse.py", "bob_mse.py", "z.csv", "b.csv"))
    found = look(folder)
    assert [(one.learner, one.exercise) for one in found.submissions] == [
        ("ada", "mse"),
        ("ada", "step"),
        ("bob", "mse"),
        ("cy", "mse"),
    ]
    assert [os.path.basename(one.origin) for one in found.unmatched] == ["b.csv", "z.csv"]
    assert look(folder) == found
