"""Reports as a real class would give them, and a hostile one; the numbers follow from the formulas here."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

import numpy as np

from grader.model import (
    CheckResult,
    Evidence,
    Finding,
    IsolationReport,
    Picture,
    Report,
    Series,
    Timing,
    Verdict,
)

TITLES = {
    "mse": "Mean squared error",
    "gradient_step": "One step downhill",
    "train_weight": "Train one weight",
    "add_bias": "Add a bias",
    "classify_curve": "Read a loss curve",
}

X, Y = np.array([1.2, -0.7, 2.5]), np.array([2.9, -1.1, 4.4])
W, LR = 0.37, 0.1

HOSTILE = "<script>alert(1)</script>\u202egnp.exe\x1b[31m[bold]&\"'\x00\ud800"


def loss(w: float) -> float:
    return float(np.mean((w * X - Y) ** 2))


def gradient(w: float) -> float:
    return float(np.mean(2 * (w * X - Y) * X))


def valley(yours: Any, *, low: float = -1.5, high: float = 4.5) -> Picture:
    """The loss of the sample over its weight with the start, a right step and `yours`."""
    ws = np.linspace(low, high, 61)
    right = W - LR * gradient(W)
    lost = loss(yours) if isinstance(yours, float) and math.isfinite(yours) else "NaN"
    return Picture(
        kind="valley",
        title="Where the step went",
        x_label="weight w",
        y_label="loss",
        series=(
            Series(label="loss", role="curve", x=tuple(ws.tolist()), y=tuple(loss(w) for w in ws)),
            Series(label="start", role="start", x=(W,), y=(loss(W),)),
            Series(label="your step", role="yours", x=(yours,), y=(lost,)),
            Series(label="a step downhill", role="right", x=(right,), y=(loss(right),)),
        ),
        alt=f"The loss is a valley over the weight. From w = {W} your step goes to w = {yours}.",
    )


def train(lr: float, steps: int = 12) -> list[float]:
    w, losses = 0.0, []
    for _ in range(steps):
        losses.append(loss(w))
        w -= lr * gradient(w)
    return losses


def curves(*runs: tuple[str, str, list[Any]]) -> Picture:
    return Picture(
        kind="curves",
        title="The loss, step by step",
        x_label="step",
        y_label="loss before the step",
        series=tuple(
            Series(label=label, role=role, x=tuple(range(len(ys))), y=tuple(ys))  # type: ignore[arg-type]
            for label, role, ys in runs
        ),
        alt="The loss at each step, one curve for each run.",
    )


def bars() -> Picture:
    squares = ((W * X - Y) ** 2).tolist()
    return Picture(
        kind="bars",
        title="The error of each example",
        x_label="example",
        y_label="squared error",
        series=(
            Series(label="squared error", role="yours", x=("1st", "2nd", "3rd"), y=tuple(squares)),
            Series(label="their mean", role="limit", x=(0,), y=(float(np.mean(squares)),)),
            Series(label="what you returned", role="limit", x=(0,), y=(float(np.sum(squares)),)),
        ),
        alt="Three bars with the squared error of each example; the mean lies between, the sum above all.",
    )


def checks(*passed: bool) -> tuple[CheckResult, ...]:
    sentences = (
        "returns four plain numbers",
        "the loss before the step is the mean squared error",
        "the gradient is the slope of that loss",
        "the new weight lies downhill",
    )
    return tuple(
        CheckResult(
            id=f"check_{k}",
            sentence=sentence,
            verdict=Verdict.PASSED if ok else Verdict.FAILED,
            points=1.0 if ok else 0.0,
            max_points=1.0,
            message="" if ok else "differs at the first input",
        )
        for k, (sentence, ok) in enumerate(zip(sentences, passed, strict=False))
    )


def report(
    learner: str | None = "ada",
    exercise: str = "gradient_step",
    verdict: Verdict = Verdict.PASSED,
    findings: tuple[Finding, ...] = (),
    passed: tuple[bool, ...] | None = None,
    **more: Any,
) -> Report:
    all_checks = checks(*(passed or ((verdict is Verdict.PASSED,) * 4)))
    return Report(
        **{
            "course": "downhill",
            "exercise": exercise,
            "learner": learner,
            "submission": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "verdict": verdict,
            "score": sum(check.points for check in all_checks),
            "max_score": float(len(all_checks)),
            "checks": all_checks,
            "findings": findings,
            "isolation": IsolationReport(level="confined", layers=("rlimits", "landlock", "seccomp")),
            "timing": Timing(total_ms=184.2),
            "grader": "0.1.0",
            "origin": f"class.zip/{learner}/{exercise}.py",
            "submitted_at": datetime(2026, 3, 4, 10, 15, tzinfo=UTC),
            **more,
        }
    )


def added_gradient(learner: str | None = "ada") -> Report:
    """gradient_step with + for -: the weight moves uphill."""
    up = W + LR * gradient(W)
    answers = {"loss_before": loss(W), "grad": gradient(W), "w_new": up, "loss_after": loss(up)}
    finding = Finding(
        mistake="added-gradient",
        level="A",
        line=7,
        headline="The weight moved uphill, so the loss rose.",
        message=(
            f"From w = {W} your step went to {up:.4g}; the loss rose from {loss(W):.4g} to {loss(up):.4g}."
            " Loss and gradient are right. On 5 of 5 inputs the new weight is exactly the old one plus lr"
            " times the gradient."
        ),
        question="When the gradient is positive, which way must the weight go for the loss to fall?",
        evidence=Evidence(inputs={"x": X, "y": Y, "w": W, "lr": LR}, yours=answers, named=answers, picture=valley(up)),
    )
    teacher = Finding(
        mistake=None,
        level="D",
        headline="The loss rose on 5 of 5 steps.",
        message="A step with a sensible learning rate lowers the loss; here it rose each time.",
        evidence=Evidence(inputs={"x": [2.0], "y": [6.0], "w": 1.0, "lr": 0.1}, yours=[16.0, -16.0, -0.6, 51.84]),
    )
    return report(learner, "gradient_step", Verdict.FAILED, (finding, teacher), (True, True, True, False))


def summed(learner: str | None = "grace") -> Report:
    """mse without the division by n."""
    squares = (W * X - Y) ** 2
    finding = Finding(
        mistake="forgot-mean",
        level="A",
        line=4,
        headline="The squares were added up but not divided by how many there are.",
        message="On 5 of 5 inputs the result is exactly n times the mean of the squares.",
        question="What would happen to this loss if every example stood in the data twice?",
        evidence=Evidence(
            inputs={"y_true": Y, "y_pred": W * X},
            yours=float(squares.sum()),
            named=float(squares.sum()),
            picture=bars(),
        ),
    )
    return report(learner, "mse", Verdict.FAILED, (finding,), (True, False, False, False))


def exploding(learner: str | None = "alan") -> Report:
    """train_weight with ten times the rate: losses grow until they are no numbers any more."""
    growing: list[Any] = [*train(0.55, 30), math.inf, math.nan]
    finding = Finding(
        mistake=("added-gradient", "forgot-two"),
        level="B",
        line=12,
        headline="The loss grows at every step.",
        message="Two mistakes would give these numbers: + in the update, or the error written as truth minus "
        "prediction. Check which one is there.",
        question="What should losses[1] be, compared with losses[0]?",
        evidence=Evidence(
            inputs={"x": 1.5, "y_true": 3, "weight": 0, "lr": 0.1, "steps": 32},
            yours={"weight": -9.7e9, "losses": growing},
            named={"weight": -9.7e9, "losses": growing},
            picture=curves(("your run", "yours", growing), ("downhill", "right", train(0.05, 30))),
        ),
    )
    return report(learner, "train_weight", Verdict.FAILED, (finding,), (True, True, False, False))


def counterexample(learner: str | None = "edsger") -> Report:
    finding = Finding(
        mistake=None,
        level="E",
        headline="For this input the bias comes out differently.",
        message="No known mistake matches. The smallest input is below; weight and losses are right.",
        question="Which prediction does the second update use?",
        evidence=Evidence(
            inputs={"x": 1.0, "y_true": 2.0, "weight": 0.5, "bias": 0.25, "lr": 0.1, "steps": 1},
            yours={"weight": 0.75, "bias": 0.45, "losses": [1.5625]},
        ),
    )
    return report(learner, "add_bias", Verdict.FAILED, (finding,), (True, True, True, False))


def stopped(learner: str | None = "barbara", verdict: Verdict = Verdict.TIMEOUT) -> Report:
    unread = tuple(
        check.model_copy(update={"verdict": Verdict.NOT_RUN, "message": ""}) for check in checks(False, False, False)
    )
    return report(
        learner,
        "train_weight",
        verdict,
        checks=unread,
        score=0.0,
        max_score=3.0,
        timing=Timing(total_ms=2041.0),
        notes=("stopped after 2 s of processor time",),
    )


def hostile() -> Report:
    """Every string a learner or an author can reach, hostile."""
    finding = Finding(
        mistake=HOSTILE,
        level="C",
        line=1,
        headline=HOSTILE,
        message=HOSTILE + "\nsecond line",
        question=HOSTILE,
        evidence=Evidence(
            inputs={HOSTILE: [HOSTILE, "NaN", None, True]},
            yours=HOSTILE,
            named={HOSTILE: HOSTILE},
            picture=Picture(
                kind="bars",
                title=HOSTILE,
                x_label=HOSTILE,
                y_label=HOSTILE,
                series=(Series(label=HOSTILE, role="yours", x=(HOSTILE,), y=(1.0,)),),
                alt=HOSTILE,
            ),
        ),
    )
    bad_check = CheckResult(id=HOSTILE, sentence=HOSTILE, verdict=Verdict.FAILED, max_points=1, message=HOSTILE)
    return report(
        HOSTILE,
        HOSTILE,
        Verdict.ERROR,
        (finding, finding),
        course=HOSTILE,
        checks=(bad_check,),
        origin=HOSTILE,
        notes=(HOSTILE,),
        grader=HOSTILE,
        isolation=IsolationReport(level="none", layers=(HOSTILE,), note=HOSTILE),
    )


def school(learners: int = 24) -> list[Report]:
    """A class: most pass, a few make the same mistakes, one ran out of time."""
    names = (
        *("ada", "grace", "alan", "edsger", "barbara", "donald", "frances", "tony", "leslie", "margaret"),
        *("niklaus", "radia", "dennis", "shafi", "ken", "adele", "bjarne", "lynn", "guido", "sophie"),
        *("linus", "katherine", "jean", "hedy"),
    )
    made = {
        "gradient_step": added_gradient,
        "mse": summed,
        "train_weight": exploding,
        "add_bias": counterexample,
    }
    reports = []
    for k in range(learners):
        learner = names[k % len(names)] + (f"-{k // len(names)}" if k >= len(names) else "")
        for place, stem in enumerate(TITLES):
            if (k * 7 + place * 5) % 11 == 10 and place > 1:
                continue  # not handed in
            if (k * 5 + place * 3) % (4 + place) == 0 and stem in made:
                reports.append(made[stem](learner))
            elif (k + place * 3) % 23 == 9:
                kind = [Verdict.TIMEOUT, Verdict.MEMORY, Verdict.BLOCKED, Verdict.INTERNAL][k % 4]
                reports.append(stopped(learner, kind).model_copy(update={"exercise": stem}))
            else:
                reports.append(report(learner, stem, timing=Timing(total_ms=120.0 + 17 * ((k * 13 + place) % 20))))
    return reports
