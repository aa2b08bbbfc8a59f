"""Every submission of the corpus comes out as its first line says.

# expect: passed
# expect: failed; mistake: added-gradient             exactly this one
# expect: failed; mistake: forgot-two + added-gradient  exactly these together
# expect: failed; mistake: forgot-two | halved         a true account names one of these
# expect: failed; mistake: none                        a fault outside the ids that interfaces promise
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.course import find_root
from grader.grading import Grader
from grader.intake import read_file
from grader.model import Report, Verdict

from .diagnosis.labs import FUNCTIONS

CORPUS = Path(__file__).parent / "submissions"
FILES = sorted(path for path in CORPUS.glob("*/*.py") if path.parent.name != "hostile")  # see test_hostile.py

# The ids that are promised to users, by exercise: a fault outside them must be given none of them.
PROMISED = {
    "mse": "abs-not-square forgot-mean root halved mean-before-square no-square first-only last-only not-reduced "
    "broadcast-outer",
    "gradient_step": "added-gradient error-backwards forgot-two sum-not-mean forgot-x forgot-lr divided-by-lr "
    "loss-after-stale returned-step wrong-order",
    "add_bias": "bias-frozen bias-times-x bias-not-in-prediction updated-in-sequence added-gradient forgot-two",
    "trace_step": "added-gradient error-backwards forgot-two forgot-x forgot-lr",
    "exploding_loss": "rate-still-too-large rate-too-small blamed-code blamed-data train-longer",
    "cross_entropy": "no-minus sum-not-mean log-base-two only-positives one-minus-log not-reduced large-epsilon",
    "backprop": "error-backwards forgot-two sum-not-mean no-prime w2-missing transposed updated-weights wrong-order",
    "neuron_step": "added-gradient error-backwards sum-not-mean forgot-x forgot-lr bias-not-in-prediction bias-frozen "
    "bias-times-x updated-in-sequence exp-sign sigmoid-brackets no-sigmoid step-function no-minus only-positive "
    "mse-loss extra-prime factor-two updated-per-example",
    "train_and_gate": "or-labels xor-labels nand-labels no-bias bias-frozen added-gradient sum-not-mean forgot-lr "
    "step-function exp-sign prediction-outside-loop gradient-outside-loop not-fed-back updated-per-example "
    "loss-after-update one-step-short one-step-more weights-by-hand",
    "adam_step": "no-correction m-not-corrected v-not-corrected corrected-means-returned t-one-early t-one-late "
    "betas-swapped forgot-one-minus no-square abs-not-square no-root eps-inside eps-missing forgot-lr added-gradient "
    "state-reset changed-the-input",
    "adamw_step": "no-correction t-one-late betas-swapped no-decay decay-in-gradient decay-twice decay-after-step "
    "decay-without-lr decay-added decay-in-m decay-in-step",
}
EVERYWHERE = (
    "printed-not-returned returned-none hard-coded changed-the-input missing-function syntax-error unchanged-stub"
)


@dataclass(frozen=True)
class Expected:
    verdict: str
    mistakes: str | None


def expected(path: Path) -> Expected:
    first = path.read_bytes().split(b"\n")[0].decode("utf-8-sig").strip()
    match = re.fullmatch(r"# expect: (\w+)(?:; mistake: (.+))?", first)
    assert match, f"{path} does not begin with a line such as '# expect: failed; mistake: forgot-two'"
    return Expected(match[1], match[2])


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Report]:
    """The whole corpus, graded once, as a class would be."""
    with Grader(find_root(CORPUS), secret=b"the corpus is graded with this secret") as grader:
        stems = list(grader.course.exercises)
        submissions = [read_file(path, exercise=path.parent.name, learner=None, stems=stems) for path in FILES]
        return dict(zip(FILES, grader.grade_many(submissions), strict=True))


def named(report: Report) -> set[str]:
    first = report.findings[0].mistake if report.findings else None
    return {first} if isinstance(first, str) else set(first or ())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_comes_out_as_expected(path: Path, reports: dict[Path, Report]) -> None:
    wanted, report = expected(path), reports[path]
    assert report.verdict == wanted.verdict, report.findings
    if report.verdict is Verdict.PASSED:
        assert report.findings == ()
        assert report.score == report.max_score
    elif wanted.mistakes == "none":
        promised = PROMISED.get(path.parent.name, "")
        assert not named(report) & {*promised.split(), *EVERYWHERE.split()}, report.findings[0]
    elif wanted.mistakes and "|" in wanted.mistakes:
        assert named(report) & {name.strip() for name in wanted.mistakes.split("|")}, report.findings[0]
    elif wanted.mistakes:
        assert named(report) == {name.strip() for name in wanted.mistakes.split("+")}, report.findings[0]


def test_the_corpus_is_large_enough() -> None:
    for exercise in FUNCTIONS:
        kinds = [path.stem.split("_")[0] for path in FILES if path.parent.name == exercise]
        assert kinds.count("right") >= 12
        assert kinds.count("wrong") >= 25
        assert kinds.count("broken") >= 8


def test_every_promised_mistake_is_in_the_corpus() -> None:
    for exercise, ids in PROMISED.items():
        texts = [expected(path).mistakes or "" for path in FILES if path.parent.name == exercise]
        seen = {name.strip() for text in texts for name in re.split(r"[+|]", text)}
        assert set(ids.split()) <= seen


def test_every_failure_is_told_with_a_question(reports: dict[Path, Report]) -> None:
    for path, report in reports.items():
        if report.verdict is not Verdict.PASSED:
            assert report.findings, path
            assert report.findings[0].question, path
            assert len(report.findings[0].headline.split()) < 25, (path, report.findings[0].headline)
            assert len(report.findings[0].message.split()) < 120, (path, report.findings[0].message)
