"""grader clusters and grader name: what is not known is shown, and what a teacher says reaches every member."""

from __future__ import annotations

import csv
import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.cli.parts import Parts
from grader.model import Report
from grader.store import ResultStore, StoreError

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).parent / "cli_program.py"
Grader = Callable[..., Result]

WORDS = {
    "--id": "weighted-mean",
    "--headline": "You weigh the <b>examples</b>.",
    "--message": "Every example counts as much as any other.",
    "--question": "How much does each one count?",
}


def _options(**changes: str) -> list[str]:
    words = {**WORDS, **{f"--{name}": text for name, text in changes.items()}}
    return [part for option in words.items() for part in option]


def _rows(out: Path) -> list[dict[str, str]]:
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _reports(out: Path) -> list[Report]:
    return [Report.model_validate_json(line) for line in (out / "reports.jsonl").read_text().splitlines()]


def _ids(result: Result) -> list[str]:
    return [one["cluster"] for one in json.loads(result.stdout)["clusters"]]


# --- a class that is not there --------------------------------------------------------------------------------


@pytest.fixture
def out(grader: Grader, tmp_path: Path) -> Path:
    """Three who answer 7.5, two who answer 9, one alone, one right and one who fails without a finding."""
    answers = {"ada": "odd 7.5", "ben": "odd 7.5\n#", "cleo": "odd 7.5\n##", "dan": "odd 9", "eve": "odd 9\n#"}
    for learner, source in {**answers, "fay": "odd 11", "gil": "pass", "hal": "fail"}.items():
        path = tmp_path / "class" / learner / "mse.py"
        path.parent.mkdir(parents=True)
        path.write_text(source)
    assert grader("grade", tmp_path / "class", "--out", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


def test_the_biggest_cluster_comes_first_with_all_that_a_teacher_needs(grader: Grader, out: Path) -> None:
    result = grader("clusters", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "6 submissions of 6 learners have no named mistake: 3 clusters." in result.stdout
    first, second, third = result.stdout.split("\nmse-")[1:]
    assert "3 submissions of 3 learners, 50\N{NO-BREAK SPACE}% of those without a name" in first
    for line in ("told so far  Not right yet.", "asked        x = 3", "answered     7.5", "ada, ben, cleo"):
        assert line in first
    assert "the shortest program, by ada" in first
    assert "\n    odd 7.5" in first
    assert f"\n  name it: grader name mse-{first.split()[0]} {out}\n" in first
    assert "dan, eve" in second
    assert "1 submission of 1 learner" in third


def test_fewer_are_shown_when_fewer_are_wanted(grader: Grader, out: Path) -> None:
    result = grader("clusters", out, "--limit", 1)
    assert "dan" not in result.stdout
    assert "2 smaller clusters more: --limit shows them." in result.stdout
    assert grader("clusters", out, "--limit", 0).exit_code == 2


def test_one_exercise_can_be_asked_for(grader: Grader, out: Path) -> None:
    assert _ids(grader("clusters", out, "--exercise", "mse", "--json")) == _ids(grader("clusters", out, "--json"))
    result = grader("clusters", out, "--exercise", "msee")
    assert (result.exit_code, result.stderr) == (2, 'grader: Nobody handed in "msee". These results are of: mse.\n')


def test_programs_get_json(grader: Grader, out: Path) -> None:
    found = json.loads(grader("clusters", out, "--json", "--limit", 1).stdout)
    (one,) = found.pop("clusters")
    assert found == {"submissions": 6, "not_compared": 0}
    assert (one["exercise"], one["submissions"], one["learners"], one["share"]) == ("mse", 3, 3, 0.5)
    assert (one["answers"], one["inputs"], one["yours"]) == ([7.5, [7.5, 1.0]], {"x": 3}, {"y": 7.5})
    assert one["sample"]["source"] == "odd 7.5"
    assert [member["learner"] for member in one["members"]] == ["ada", "ben", "cleo"]
    assert one["name"] is None


def test_a_class_without_anything_unknown_is_told_so(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    grader("grade", a_class, "--out", tmp_path / "out")
    result = grader("clusters", tmp_path / "out")
    assert (result.exit_code, result.stdout.split(":")[0]) == (0, "Nothing to name")
    assert "No cluster has a name." in grader("clusters", tmp_path / "out", "--named").stdout


def test_what_steers_a_terminal_and_what_is_very_long_is_shown_safely(grader: Grader, tmp_path: Path) -> None:
    folder = tmp_path / "class" / "a\x1b[2Jda"
    folder.mkdir(parents=True)
    (folder / "mse.py").write_text("odd 7.5\n\x1b]0;title\x07\u202e" + "y" * 500 + "\n" * 40 + "end")
    grader("grade", tmp_path / "class", "--out", tmp_path / "out")
    result = grader("clusters", tmp_path / "out")
    assert result.exit_code == 0
    assert not set("\x1b\x07\u202e") & set(result.stdout)
    assert r"\x1b]0;title\x07\u202eyyy" in result.stdout
    assert "y" * 120 not in result.stdout.replace("\n", "").replace(" ", "")
    assert "12 more lines; --json has all of them" in result.stdout
    assert "end" not in result.stdout
    assert not set("\x1b\x07\u202e") & set(grader("clusters", tmp_path / "out", "--json").stdout)


def test_a_program_that_was_not_kept_is_told(grader: Grader, out: Path) -> None:
    with sqlite3.connect(out / "grader.db") as connection:
        connection.execute("DELETE FROM samples")
    assert "Their programs were not kept" in grader("clusters", out).stdout


# --- naming ---------------------------------------------------------------------------------------------------


def test_every_member_gets_the_name_in_every_file_and_no_score_changes(grader: Grader, out: Path) -> None:
    before = _rows(out)
    cluster = _ids(grader("clusters", out, "--json"))[0]
    result = grader("name", cluster, out, *_options())
    assert result.exit_code == 0
    assert f"{cluster} is named weighted-mean; 3 reports of 3 learners say it." in result.stdout
    assert [row.pop("mistake") for row in _rows(out)] == ["weighted-mean"] * 3 + [""] * 5
    assert [row["score"] for row in _rows(out)] == [row["score"] for row in before]
    first, second = next(one.findings for one in _reports(out) if one.learner == "ben")
    assert (first.mistake, first.level, second.mistake) == ("weighted-mean", "B", None)
    assert first.evidence.yours == {"y": 7.5}
    for page in ("index.html", "learners/ada.html"):
        text = (out / page).read_text()
        assert "You weigh the &lt;b&gt;examples&lt;/b&gt;." in text
        assert "<b>examples" not in text
    assert WORDS["--question"] in (out / "learners" / "cleo.html").read_text()
    assert "You weigh" not in (out / "learners" / "dan.html").read_text()
    assert cluster not in _ids(grader("clusters", out, "--json"))


def test_named_clusters_are_listed_apart(grader: Grader, out: Path) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    grader("name", cluster, out, *_options())
    result = grader("clusters", out, "--named")
    assert "3 submissions of 3 learners have a name from you: 1 cluster." in result.stdout
    assert "weighted-mean, on " in result.stdout
    assert f"grader name {cluster} {out} --remove" in result.stdout
    assert _ids(grader("clusters", out, "--named", "--json")) == [cluster]


def test_whoever_is_graded_later_gets_it_and_a_fresh_start_keeps_it(grader: Grader, out: Path, tmp_path: Path) -> None:
    grader("name", _ids(grader("clusters", out, "--json"))[0], out, *_options())
    (tmp_path / "class" / "ivy").mkdir()
    (tmp_path / "class" / "ivy" / "mse.py").write_text("odd 7.5000001\n# ivy")
    result = grader("grade", tmp_path / "class", "--out", out)
    assert "You weigh the <b>examples</b>." in " ".join(result.stdout.split())
    assert sum(row["mistake"] == "weighted-mean" for row in _rows(out)) == 4
    grader("grade", tmp_path / "class", "--out", out, "--fresh")
    assert sum(row["mistake"] == "weighted-mean" for row in _rows(out)) == 4


def test_a_name_is_changed_in_part_and_taken_away(grader: Grader, out: Path) -> None:
    untouched = (out / "reports.jsonl").read_text()
    cluster = _ids(grader("clusters", out, "--json"))[0]
    grader("name", cluster, out, *_options())
    assert grader("name", cluster, out, "--headline", "Something else.").exit_code == 0
    first = next(one.findings[0] for one in _reports(out) if one.learner == "ada")
    assert (first.mistake, first.headline, first.question) == (
        "weighted-mean",
        "Something else.",
        WORDS["--question"],
    )
    result = grader("name", cluster[:-2], out, "--remove")
    assert result.exit_code == 0
    assert f"{cluster} has no name any more; 3 reports of 3 learners say again what the grader found." in result.stdout
    assert (out / "reports.jsonl").read_text() == untouched
    assert _ids(grader("clusters", out, "--json"))[0] == cluster


def test_the_name_of_a_cluster_that_nobody_is_in_any_more_can_be_taken_away(
    grader: Grader, out: Path, tmp_path: Path
) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    grader("name", cluster, out, *_options())
    shutil.rmtree(tmp_path / "class" / "ada")
    for learner in ("ben", "cleo"):
        (tmp_path / "class" / learner / "mse.py").write_text("pass")
    grader("grade", tmp_path / "class", "--out", out, "--fresh")
    assert "0 submissions of 0 learners" in grader("clusters", out, "--named").stdout
    assert grader("name", cluster, out, "--remove").exit_code == 0


# --- bad use --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "Weighted Mean"}, "--id: 'Weighted Mean' is not kebab-case; write it like forgot-the-mean."),
        ({"headline": "It is obviously wrong."}, "--headline: says 'obviously', which tells a stuck learner"),
        ({"headline": "w " * 25}, "--headline: headline has 25 words; say it in fewer than 25."),
        ({"message": "Simply divide."}, "--message: says 'Simply'"),
        ({"message": "w " * 120}, "--message: message has 120 words"),
        ({"message": " "}, "--message: message is empty"),
        ({"question": ""}, "--question: question is empty"),
        ({"question": "Is it just that?"}, "--question: says 'just'"),
        ({"question": "half a pair \ud800"}, "--question: holds bytes that are no text."),
    ],
)
def test_a_text_that_breaks_a_rule_is_refused(grader: Grader, out: Path, changes: dict[str, str], said: str) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    result = grader("name", cluster, out, *_options(**changes))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"grader: {said}")
    assert "No cluster has a name." in grader("clusters", out, "--named").stdout


def test_what_is_left_out_is_told_where_nobody_can_be_asked(grader: Grader, out: Path) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    result = grader("name", cluster, out, "--id", "weighted-mean")
    assert (result.exit_code, result.stderr) == (2, "grader: Say as well: --headline, --message, --question.\n")


def test_an_id_that_nobody_has_and_one_that_several_have(grader: Grader, out: Path) -> None:
    unknown = grader("name", "mse-\x1b", out, *_options())
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert f'There is no cluster "mse-\\x1b". `grader clusters {out}` lists them all.' in unknown.stderr
    several = grader("name", "mse", out, *_options())
    assert several.exit_code == 2
    assert '"mse" begins 3 ids: mse-' in several.stderr
    assert grader("name", "", out, *_options()).exit_code == 2
    removed = grader("name", "mse", out, "--remove")
    assert (removed.exit_code, "There is no named cluster" in removed.stderr) == (2, True)


def test_taking_away_goes_with_no_text(grader: Grader, out: Path) -> None:
    assert grader("name", "mse", out, "--remove", "--id", "x").exit_code == 2


@pytest.mark.parametrize("command", [["clusters"], ["name", "mse"]])
def test_a_folder_without_results_is_told_and_nothing_is_made_there(
    grader: Grader, tmp_path: Path, command: list[str]
) -> None:
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "gradings.log"):
        result = grader(*command, place)
        assert result.exit_code == 2
        assert result.stderr == (
            f"grader: {place} holds no results (no grader.db). `grader grade PATH... --out {place}` makes them.\n"
        )
    assert {path.name for path in tmp_path.iterdir()} == {"gradings.log"}


@pytest.mark.parametrize("command", [["clusters"], ["name", "mse"]])
def test_a_database_that_is_none_is_told(grader: Grader, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "grader.db").write_text("no database" * 100)
    result = grader(*command, tmp_path)
    assert result.exit_code == 2
    assert "it is not a database, or damaged" in result.stderr


def test_results_of_another_course_are_not_named_with_this_one(grader: Grader, fakes: Any, out: Path) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    fakes.course = fakes.course.model_copy(update={"name": "another"})
    result = grader("name", cluster, out, *_options())
    assert result.exit_code == 2
    assert "These results are of the course fake, and this is another." in result.stderr


def test_a_disk_that_fails_ends_with_3(grader: Grader, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]

    def fail(*_: object) -> None:
        raise StoreError("reports.jsonl cannot be written: the disk is full. Make room.")

    monkeypatch.setattr(ResultStore, "write_reports", fail)
    result = grader("name", cluster, out, *_options())
    assert (result.exit_code, result.stderr) == (
        3,
        "grader: reports.jsonl cannot be written: the disk is full. Make room.\n",
    )


# --- on a terminal --------------------------------------------------------------------------------------------


def _typed(tmp_path: Path, lines: str, *arguments: object) -> tuple[int, str]:
    """What the command says on a terminal where this is typed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(PROGRAM), str(tmp_path / "gradings.log"), *map(str, arguments)]
    running = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    os.close(theirs)
    os.write(ours, lines.encode())
    said, _ = running.communicate(timeout=30)
    os.close(ours)
    return running.returncode, said


def test_what_is_missing_is_asked_for_until_it_will_do(grader: Grader, out: Path, tmp_path: Path) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    typed = "Just divide.\nDivide by their number.\nBy how many?\n"
    code, said = _typed(tmp_path, typed, "name", cluster, out, "--id", "no-mean", "--headline", "You sum.")
    assert code == 0
    assert "says 'Just', which tells a stuck learner that it is easy" in said
    first = next(one.findings[0] for one in _reports(out) if one.learner == "ada")
    assert (first.mistake, first.headline, first.message, first.question) == (
        "no-mean",
        "You sum.",
        "Divide by their number.",
        "By how many?",
    )


def test_whoever_leaves_while_being_asked_has_named_nothing(grader: Grader, out: Path, tmp_path: Path) -> None:
    cluster = _ids(grader("clusters", out, "--json"))[0]
    code, said = _typed(tmp_path, "no-mean\n\x04", "name", cluster, out)
    assert code == 2
    assert "Stopped. Nothing was named." in said
    assert "raceback" not in said
    assert _ids(grader("clusters", out, "--json"))[0] == cluster


# --- a class graded for real ----------------------------------------------------------------------------------

WEIGHTED = {
    "ada": """
        e = np.asarray(y_true, float) - np.asarray(y_pred, float)
        w = np.arange(1, len(e) + 1)
        return float((w * e**2).sum() / w.sum())
    """,
    "ben": """
        total, weights = 0.0, 0
        for k, (t, p) in enumerate(zip(y_true, y_pred), start=1):
            total += k * (t - p) * (t - p)
            weights += k
        return total / weights
    """,
    "cleo": """
        n = len(y_true)
        squares = (np.array(y_pred) - np.array(y_true)) ** 2
        return np.average(squares, weights=[(i + 1) / n for i in range(n)])
    """,
}
OTHERS = {
    "dan": "return 0.1 + 1.234567 * sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) ** 0.5",
    "eve": "return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)",
    "fay": "return sum((t - p) ** 2 for t, p in zip(y_true, y_pred))",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a class in which three made the same mistake, each in words of their own."""
    place = tmp_path_factory.mktemp("real")
    (place / "class").mkdir()
    for learner, body in {**WEIGHTED, **OTHERS}.items():
        source = "import numpy as np\n\n\ndef mse(y_true, y_pred):\n    " + body.replace("\n    ", "\n").strip() + "\n"
        (place / "class" / f"{learner}_mse.py").write_text(source)
    result = _real("grade", place / "class", "--out", place / "out", "--course", ROOT)
    assert result.exit_code == 0, result.output
    shutil.rmtree(place / "class")
    return place / "out"


def _real(*arguments: object, parts: Parts | None = None) -> Result:
    environment = {"GRADER_SECRET": "the secret of a test"}
    return CliRunner().invoke(main, [str(one) for one in arguments], obj=parts, env=environment)


def _never(*_: object, **__: object) -> Any:
    raise AssertionError("no learner code is run for this")


def test_a_class_is_named_without_running_anything(
    graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(graded, tmp_path / "out")
    out, asleep = tmp_path / "out", Parts(open_grader=_never, grader_of=_never, stub=_never, isolation=_never)
    for place in ("grader.box.open_box", "grader.grading.open_box", "grader.grading.Grader.__init__"):
        monkeypatch.setattr(place, _never)

    shown = _real("clusters", out, parts=asleep)
    assert shown.exit_code == 0, shown.output
    assert "4 submissions of 4 learners have no named mistake: 2 clusters." in shown.stdout
    assert "ada, ben, cleo" in shown.stdout
    assert "w = np.arange(1, len(e) + 1)" in shown.stdout

    before = {row["learner"]: row for row in _rows(out)}
    cluster = _ids(_real("clusters", out, "--json", parts=asleep))[0]
    named = _real("name", cluster, out, *_options(), "--course", ROOT, parts=asleep)
    assert named.exit_code == 0, named.output
    for row in _rows(out):
        is_member = row["learner"] in WEIGHTED
        assert row == before[row["learner"]] | ({"mistake": "weighted-mean"} if is_member else {})
        page = (out / "learners" / f"{row['learner']}.html").read_text()
        assert ("You weigh the &lt;b&gt;examples&lt;/b&gt;." in page) == is_member

    assert _real("name", cluster, out, "--remove", "--course", ROOT, parts=asleep).exit_code == 0
    assert (out / "reports.jsonl").read_text() == (graded / "reports.jsonl").read_text()
    assert (out / "grades.csv").read_text() == (graded / "grades.csv").read_text()
