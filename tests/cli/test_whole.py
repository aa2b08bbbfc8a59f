"""The command with nothing faked: this course, the real grader, processes as people start them."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Run:
    """Runs `grader` in an empty folder, with a home of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GRADER_", "XDG_"))}

    def grader(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from grader.cli import main; main(prog_name='grader')"]
        return subprocess.run(
            [*command, *map(str, arguments), "--course", str(ROOT)],
            cwd=tmp_path,
            env=environment | {"HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return grader


def _handed_in(tmp_path: Path, learner: str, tree: str) -> None:
    """The learner hands in mse as it stands in exercises/ or solutions/."""
    folder = tmp_path / "class" / learner
    folder.mkdir(parents=True)
    shutil.copy(ROOT / tree / "measuring" / "mse.py", folder / "mse.py")


def test_the_solution_passes_and_the_untouched_stub_does_not(run: Run, tmp_path: Path) -> None:
    _handed_in(tmp_path, "ada", "solutions")
    _handed_in(tmp_path, "ben", "exercises")
    passed = run("check", "class/ada/mse.py", "--json")
    assert (passed.returncode, passed.stderr) == (0, "")
    assert json.loads(passed.stdout)["verdict"] == "passed"
    stub = run("check", "class/ben/mse.py")
    assert (stub.returncode, stub.stderr) == (1, "")
    assert "Not yet" in stub.stdout


def test_a_class_is_graded_and_known_the_next_time(run: Run, tmp_path: Path) -> None:
    for number in range(4):
        _handed_in(tmp_path, f"learner{number}", "solutions" if number % 2 else "exercises")
        with (tmp_path / "class" / f"learner{number}" / "mse.py").open("a") as file:
            file.write(f"# {number}\n")
    first = run("grade", "class", "--out", "out", "--workers", 2)
    assert first.returncode == 0
    assert "2 of 4 submissions passed" in first.stdout
    with (tmp_path / "out" / "grades.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verdict"] for row in rows] == ["failed", "passed", "failed", "passed"]
    assert rows[0]["mistake"] == "unchanged-stub"
    again = run("grade", "class", "--out", "out")
    assert again.returncode == 0
    assert "4 more known from before" in again.stderr


def test_every_exercise_of_this_course_can_be_shown(run: Run) -> None:
    listed = run("exercises")
    assert listed.returncode == 0
    stems = [line.split()[0] for line in listed.stdout.splitlines() if line.startswith("   ")]
    assert "mse" in stems
    for stem in ("mse", stems[-1]):
        shown = run("show", stem)
        assert shown.returncode == 0
        assert max(map(len, shown.stdout.splitlines())) <= 80


def test_the_doctor_answers_for_this_machine(run: Run) -> None:
    found = run("doctor")
    words = found.stdout.split()
    enough = bool({"sealed", "confined"} & set(words[:4]))
    assert found.returncode == (0 if enough else 1)
    assert found.stderr == ""
