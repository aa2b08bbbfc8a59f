"""The same fault again, and again: the command as people start it, with the real grader, and what its log says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
WRONG = (ROOT / "solutions/measuring/mse.py").read_text().replace("np.mean(squares)", "np.sum(squares)")
OTHER = (ROOT / "solutions/measuring/mse.py").read_text().replace("errors**2", "np.abs(errors)")
RIGHT = (ROOT / "solutions/measuring/mse.py").read_text()
Check = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Check:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GRADER_", "XDG_"))}
    environment |= {
        "GRADER_CACHE": os.environ["GRADER_CACHE"],
        "HOME": str(tmp_path),
        "GRADER_STATE": str(tmp_path / "state"),
    }

    def run(*arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from grader.cli import main; main(prog_name='grader')"]
        return subprocess.run(
            [*command, *map(str, arguments)],
            cwd=tmp_path,
            env=environment | changes,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def check(run: Check, tmp_path: Path) -> Check:
    def check(source: str, *arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "mse.py").write_text(source)
        return run("check", "mse.py", "--course", ROOT, *arguments, **changes)

    return check


def finding(result: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)["findings"][0]
    return found


def test_the_help_changes_with_changed_programs_and_the_log_follows(check: Check, run: Check, tmp_path: Path) -> None:
    log = ("--log", "log.jsonl")
    first = check(WRONG, *log)
    assert (first.returncode, first.stderr) == (1, "")
    assert "Your result is a sum" in first.stdout
    assert "smaller case" not in first.stdout

    assert "smaller case" not in check(WRONG, *log).stdout, "an unchanged file is no new attempt"

    second = check(f"{WRONG}# changed\n", *log)
    assert "The total is not divided by the number of examples." in second.stdout
    case = "Take a smaller case: with y_true = [2, 1], y_pred = [5, 3] your function gives loss = 13."
    assert case in " ".join(second.stdout.split())
    assert "Your result is a sum" not in second.stdout
    assert "6.5" not in second.stdout

    third = check(f"{WRONG}# changed again\n", "--json", *log)
    told = finding(third)
    assert told["evidence"]["help"]["kind"] == "twin"
    assert told["evidence"]["help"]["lines"][2] == "Each error is squared by itself: [4, 1, 1]."
    assert told["message"].startswith("Your result is a sum")
    assert told["evidence"]["yours"] is not None

    assert finding(check(OTHER, "--json", *log))["evidence"]["help"] is None, "another fault begins anew"
    assert check(RIGHT, *log).returncode == 0

    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["help"] for line in lines] == ["usual", "usual", "smaller", "twin", "usual", "usual"]
    assert len({line["learner"] for line in lines}) == 1
    counted = run("efficacy", "log.jsonl", "--json")
    rows = {row["mistake"]: row for row in json.loads(counted.stdout)["messages"]}
    assert counted.returncode == 0
    assert [rows["forgot-mean"][name] for name in ("told", "again", "replaced", "removed", "gave_up")] == [
        3,
        2,
        1,
        0,
        0,
    ]
    assert [rows["abs-not-square"][name] for name in ("told", "removed", "enough")] == [1, 1, False]
    assert "Too little to say" in run("efficacy", "log.jsonl").stdout
    table = run("efficacy", "log.jsonl", "--least", "1").stdout
    assert table.index("forgot-mean") < table.index("abs-not-square")


def test_a_state_folder_that_does_not_work_costs_a_note_at_most(check: Check, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for _ in range(2):
        result = check(WRONG, "--log", "log.jsonl", GRADER_STATE=str(tmp_path / "file" / "below"))
        assert result.returncode == 1
        assert "Your result is a sum" in result.stdout
        assert result.stderr.startswith("Note: this attempt is not remembered, so help does not change. ")
        assert result.stderr.count("not remembered") == 1
    assert json.loads((tmp_path / "log.jsonl").read_text().splitlines()[0])["learner"] is None


def test_another_programs_database_is_left_alone(check: Check, tmp_path: Path) -> None:
    import sqlite3

    (tmp_path / "state").mkdir()
    with sqlite3.connect(tmp_path / "state" / "attempts.db") as other:
        other.execute("CREATE TABLE attempts (recipe)")
        other.execute("PRAGMA user_version = 1")
    other.close()
    result = check(WRONG)
    assert result.returncode == 1
    assert result.stderr.startswith("Note: this attempt is not remembered")
    assert "raceback" not in result.stderr


# --- with a grader that is not there --------------------------------------------------------------------------

Grader = Callable[..., Result]


def test_a_class_can_be_logged_under_pseudonyms(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    assert grader("grade", a_class, "--out", tmp_path / "out", "--log", log).exit_code == 0
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert len(lines) == 4
    assert len({line["learner"] for line in lines}) == 3
    assert not any(f'"{name}' in log.read_text() for name in ("ada", "ben", "cleo"))


def test_without_the_option_nothing_is_logged(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert grader("grade", a_class, "--out", tmp_path / "out").exit_code == 0
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out"}


@pytest.mark.parametrize("command", [["check", "mse.py"], ["grade", "mse.py", "--out", "out"]])
def test_a_log_that_cannot_be_written_is_refused_before_anything_is_graded(
    grader: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mse.py").write_text("fail")
    result = grader(*command, "--log", tmp_path / "no" / "log")
    assert result.exit_code == 2
    assert "Name another file with --log" in result.stderr
    assert (tmp_path / "gradings.log").read_text() == ""


def test_our_own_fault_is_no_attempt(grader: Grader, tmp_path: Path) -> None:
    (tmp_path / "mse.py").write_text("our-fault")
    result = grader("check", tmp_path / "mse.py", "--log", tmp_path / "log")
    assert (result.exit_code, result.stderr, (tmp_path / "log").read_text()) == (3, "", "")
    assert not (tmp_path / "state" / "pseudonym").exists()


@pytest.mark.parametrize("content", [None, "", "no log\n"])
def test_efficacy_without_an_attempt_is_bad_use(grader: Grader, tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "log").write_text(content)
    result = grader("efficacy", tmp_path / "log")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "grader: " in result.stderr


def test_efficacy_reads_results_and_says_when_no_message_named_a_mistake(
    grader: Grader, a_class: Path, tmp_path: Path
) -> None:
    grader("grade", a_class, "--out", tmp_path / "out", "--log", tmp_path / "log")
    result = grader("efficacy", tmp_path / "out", tmp_path / "log", tmp_path / "log")
    assert result.exit_code == 0
    assert "nothing to say yet" in result.stdout
