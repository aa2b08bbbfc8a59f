"""Attacks on the grading itself: each is wrong as a solution, and none may get more than that.

Every file in submissions/hostile/ is graded by the real Grader in the real box, in one batch, with an honest
submission after each. What came of it is judged from outside: verdict, points, the size of the report, the state of
this process and of the machine. An attack that works nowhere would prove nothing, so each also has to work on a
grader as many are built (naive_grader.py), in the way its header says:

# attack: what it does
# exercise: mse
# expect: failed|error                the verdicts that are all right
# at most: 4                          points that its answers deserve (0 when left out)
# control: allclose; full marks       a way of grading, and what the attack does there
# needs: files                        works as long as learner code can read this machine's files
# shown: <script>                     for `shows it`: the text that reaches the reader as it is
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from grader.calls import Limits
from grader.course import find_root
from grader.grading import Grader
from grader.intake import read_file
from grader.model import Report, Submission, Verdict
from grader.render.html import learner_page
from grader.render.text import feedback
from grader.store.files import write_grades
from tests import naive_grader

if sys.platform != "linux":
    pytest.skip("the box that forks, and /proc to look at it from outside", allow_module_level=True)

CORPUS = Path(__file__).parent / "submissions" / "hostile"
FILES = sorted(CORPUS.glob("*.py"))
CATEGORIES = {
    "forge": "results, markers, exit codes, exits and signals",
    "wire": "the channel and the objects behind it",
    "patch": "numpy, builtins, unittest, pytest and whoever calls",
    "equal": "objects that lie when they are compared",
    "peek": "frames, collected objects, sources, memory, files",
    "shadow": "modules and names that others rely on",
    "probe": "right only while it is looked at",
    "odd": "NaN, infinity, empty and broadcast arrays, values of other kinds",
    "text": "what people and programs read of it",
    "bomb": "time, memory, output, depth",
}
# Attacks that get through. Each entry is a debt: the test fails as soon as one of them no longer works.
KNOWN = {
    "probe_clock": "it gives the right answer to everything it is asked, and no grading lasts as long as its patience",
}

SECRET = b"hostile submissions are graded with this secret"
# Quick for what runs into them; the honest ones use a hundredth of it.
LIMITS = Limits(cpu_s=0.5, wall_s=1.5, memory_mb=256)
LARGEST_REPORT = 250_000
MOST_TRUSTED_S = 5.0
HONEST = """
import numpy as np

def mse(y_true, y_pred):
    return float(np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2))
"""
WRONG = "def mse(a, b):\n    return float(a[0]) + 0.123\n"


@dataclass(frozen=True)
class Attack:
    path: Path
    attack: str
    exercise: str
    expect: tuple[str, ...]
    at_most: float
    kind: str
    effect: str
    needs: str = ""
    shown: str = ""

    @property
    def name(self) -> str:
        return self.path.stem


def read(path: Path) -> Attack:
    header: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"# ([a-z ]+): (.+)", line)
        if not match:
            break
        header[match[1]] = match[2]
    kind, _, effect = header.pop("control").partition("; ")
    return Attack(
        path=path,
        attack=header.pop("attack"),
        exercise=header.pop("exercise"),
        expect=tuple(header.pop("expect").split("|")),
        at_most=float(header.pop("at most", 0)),
        kind=kind,
        effect=effect,
        shown=header.pop("shown", "").encode().decode("unicode_escape"),
        **header,
    )


ATTACKS = [read(path) for path in FILES]
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)


# --- what is to be seen from outside ----------------------------------------------------------------------------------


def state() -> dict[str, Any]:
    """Everything about this process that an attack might have changed."""
    return {
        "pid": os.getpid(),
        "folder": os.getcwd(),
        "files": sorted(os.listdir()),
        "environment": dict(os.environ),
        "path": list(sys.path),
        "limit": sys.getrecursionlimit(),
        "numpy": (np.allclose, np.mean, np.isclose, np.asarray, np.geterr()),
        "builtins": (abs, len, isinstance, sum, open, print, __import__, float.__eq__, AssertionError),
        "modules": (sys.modules["numpy"], sys.modules["pytest"], sys.modules["json"]),
        "streams": (sys.stdout, sys.stderr, sys.stdin),
        "hooks": (sys.gettrace(), sys.getprofile(), sys.excepthook),
    }


def descendants(pid: int) -> set[int]:
    """The processes below this one that are more than a name in their parent's list."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            state, parent = (entry / "stat").read_text().rpartition(") ")[2].split()[:2]
            if state != "Z":
                children.setdefault(int(parent), []).append(int(entry.name))
    found, waiting = set(), [pid]
    while waiting:
        below = children.get(waiting.pop(), [])
        found |= set(below)
        waiting += below
    return found


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def litter() -> list[Path]:
    """What attacks try to leave behind, wherever they may be running."""
    names = (naive_grader.RESULTS, "conftest.py", "pytest.ini")
    return [folder / name for folder in (Path("/"), Path("/tmp"), Path.home()) for name in names]


# --- one batch --------------------------------------------------------------------------------------------------------


@dataclass
class Graded:
    """What came of the batch."""

    reports: dict[str, Report] = field(default_factory=dict)
    trusted_s: dict[str, float] = field(default_factory=dict)
    """processor time of this process, from the report before to this one"""
    honest: list[Report] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    written: list[Path] = field(default_factory=list)


def honest_submission() -> Submission:
    sha = hashlib.sha256(HONEST.encode()).hexdigest()
    return Submission(exercise="mse", learner="ada", source=HONEST, sha256=sha, origin="honest.py")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The whole corpus as one class, with somebody honest between any two."""
    root = find_root(CORPUS)
    there = [path for path in litter() if path.exists()]
    with pytest.MonkeyPatch.context() as patch, Grader(root, secret=SECRET) as grader:
        patch.chdir(tmp_path_factory.mktemp("cwd"))
        grader._limits = LIMITS
        stems = list(grader.course.exercises)
        batch = [honest_submission()]
        for attack in ATTACKS:
            batch.append(read_file(attack.path, exercise=attack.exercise, learner=None, stems=stems))
            batch.append(honest_submission())
        warm_up(grader, stems)
        known = descendants(os.getpid())
        seen = Graded(before=state())
        since = time.process_time()
        for number, report in enumerate(grader.grade_many(batch)):
            now = time.process_time()
            if number % 2:
                seen.reports[ATTACKS[number // 2].name] = report
                seen.trusted_s[ATTACKS[number // 2].name] = now - since
            else:
                seen.honest.append(report)
            since = now
        seen.after = state()
        eventually(lambda: descendants(os.getpid()) <= known)
        seen.left = descendants(os.getpid()) - known
        seen.written = [path for path in litter() if path.exists() and path not in there]
    for path in seen.written:
        path.unlink()
    return seen


def warm_up(grader: Grader, stems: list[str]) -> None:
    """Build the tables of mistakes, and start whatever is started only once."""
    for stem in stems:
        name = grader.course.exercises[stem].function
        source = f"def {name}(*args):\n    return 0.5\n" if name else "nothing = 1\n"
        sha = hashlib.sha256(source.encode()).hexdigest()
        grader.grade(Submission(exercise=stem, learner=None, source=source, sha256=sha, origin="warm.py"))


def files_are_open(report: Report) -> bool:
    """Whether learner code could read this machine's files when the report was made."""
    return report.isolation.level == "none" or "read" in getattr(report.isolation, "open", ())


def gain(attack: Attack, graded: Graded) -> str | None:
    """What the attack got that it should not have; None when it got nothing."""
    report = graded.reports[attack.name]
    if report.verdict not in attack.expect:
        return f"its verdict is {report.verdict}, with {report.score} points: {report.checks[0].message}"
    if report.score > attack.at_most:
        return f"it has {report.score} points"
    if len(report.to_json()) > LARGEST_REPORT:
        return f"its report has {len(report.to_json()):,} characters"
    if graded.trusted_s[attack.name] > MOST_TRUSTED_S:
        return f"judging it took {graded.trusted_s[attack.name]:.1f} s"
    return None


@each_attack
def test_gets_no_more_than_it_deserves(attack: Attack, graded: Graded) -> None:
    got = gain(attack, graded)
    if attack.needs == "files" and files_are_open(graded.reports[attack.name]):
        pytest.skip(f"learner code can read this machine's files; here {got or 'it gets nothing all the same'}")
    if attack.name in KNOWN:
        assert got is not None, "it gets nothing any more: take it out of KNOWN"
    else:
        assert got is None


@each_attack
def test_what_is_shown_of_it_is_harmless(attack: Attack, graded: Graded, tmp_path: Path) -> None:
    report = graded.reports[attack.name]
    if len(report.to_json()) > LARGEST_REPORT:
        pytest.skip("its report is too large to be drawn again and again")
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(feedback(report, "Title"))
    text = console.export_text()
    page = learner_page("Course", None, [report], {report.exercise: "Title"})
    write_grades(tmp_path / "grades.csv", [report])
    table = (tmp_path / "grades.csv").read_text(encoding="utf-8")
    for shown in (text, page, table):
        assert not {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs")} - set(
            "\n\r\t\u200c\u200d"
        )
    assert not attack.shown.startswith("<") or attack.shown not in page
    assert not [cell for row in csv.reader(table.splitlines()) for cell in row if cell.startswith(tuple("=+-@\t\r"))]


def test_somebody_honest_passes_before_between_and_after(graded: Graded) -> None:
    assert len(graded.honest) == len(ATTACKS) + 1
    for report in graded.honest:
        assert report.verdict is Verdict.PASSED, report.findings
        assert report.score == report.max_score


def test_the_grader_is_unharmed(graded: Graded) -> None:
    assert graded.before == graded.after


def test_no_process_is_left(graded: Graded) -> None:
    assert not graded.left


def test_no_file_is_left(graded: Graded) -> None:
    if graded.written and files_are_open(graded.honest[0]):
        pytest.skip(f"learner code can create files here, and did: {graded.written}")
    assert not graded.written


# --- positive controls ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What became of every attack in the hands of a naive grader, and of an honest and a wrong solution."""
    folder = tmp_path_factory.mktemp("naive")
    jobs = [(attack.name, attack.kind, str(attack.path), attack.exercise, patience(attack)) for attack in ATTACKS]
    for label, source in (("right", HONEST), ("wrong", WRONG)):
        path = folder / f"{label}.py"
        path.write_text(source, encoding="utf-8")
        jobs += [(f"{label}-{kind}", kind, str(path), "mse", naive_grader.PATIENCE_S) for kind in kinds_with_points()]
    listed = folder / "attacks.json"
    listed.write_text(json.dumps(jobs), encoding="utf-8")
    command = [sys.executable, "-m", "tests.naive_grader", str(listed), str(folder)]
    subprocess.run(command, cwd=find_root(CORPUS), check=True, timeout=180, capture_output=True)
    found: dict[str, dict[str, Any]] = json.loads((folder / "outcomes.json").read_text(encoding="utf-8"))
    return found


def patience(attack: Attack) -> float:
    return naive_grader.HANG_S if attack.effect == "hangs" else naive_grader.PATIENCE_S


def kinds_with_points() -> list[str]:
    """The ways of grading that attacks get full marks from, as far as they can grade mse."""
    return sorted(
        {attack.kind for attack in ATTACKS if attack.effect == "full marks" and attack.kind != "items"} - {"carried"}
    )


def worked(attack: Attack, outcome: dict[str, Any]) -> bool:
    """Whether the attack did to the naive grader what its header says."""
    return {
        "full marks": outcome["points"] == naive_grader.MAX_POINTS,
        "hangs": outcome["code"] is None,
        "ends": outcome["points"] is None and outcome["code"] is not None,
        "harms the next": outcome["points"] != naive_grader.MAX_POINTS,
        "swells": outcome["peak_mb"] > 2 * LIMITS.memory_mb,
        "bloats": outcome["written"] > 4 * LARGEST_REPORT,
        "shows it": bool(attack.shown) and attack.shown in outcome["page"],
    }[attack.effect]


@each_attack
def test_works_on_a_naive_grader(attack: Attack, outcomes: dict[str, dict[str, Any]]) -> None:
    assert worked(attack, outcomes[attack.name]), outcomes[attack.name]


def test_the_naive_grader_is_a_grader(outcomes: dict[str, dict[str, Any]]) -> None:
    """It gives full marks to a right solution and none to a wrong one: what attacks get from it, they took."""
    for kind in kinds_with_points():
        assert outcomes[f"right-{kind}"]["points"] == naive_grader.MAX_POINTS, kind
        if kind != "repeated":
            assert outcomes[f"wrong-{kind}"]["points"] == 0, (kind, outcomes[f"wrong-{kind}"])


# --- the corpus -------------------------------------------------------------------------------------------------------


def test_the_corpus_is_large_enough() -> None:
    found = Counter(attack.name.partition("_")[0] for attack in ATTACKS)
    assert set(found) == set(CATEGORIES)
    assert min(found.values()) >= 8
    assert set(KNOWN) <= {attack.name for attack in ATTACKS}


def test_every_header_says_what_the_attack_is() -> None:
    for attack in ATTACKS:
        assert attack.attack.endswith("."), attack.name
        assert set(attack.expect) <= set(Verdict) - {Verdict.PASSED, Verdict.INTERNAL, Verdict.NOT_RUN}, attack.name
        assert attack.kind in naive_grader.KINDS, attack.name
