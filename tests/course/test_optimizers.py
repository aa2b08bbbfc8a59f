"""Adam and AdamW over hundreds of steps, held against a loop written from the textbook, and facts known about them."""

from __future__ import annotations

import itertools
import math
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.diagnosis.draw import Draw
from grader.diagnosis.library import scaled

ROOT = Path(__file__).resolve().parents[2]
STEPS = 400
USUAL = (0.9, 0.999)
Function = Callable[..., Any]


def solution(stem: str) -> Function:
    return runpy.run_path(str(ROOT / "solutions" / "optimizers" / f"{stem}.py"))[stem]  # type: ignore[no-any-return]


ADAM, ADAMW = solution("adam_step"), solution("adamw_step")


def gradients(w: Any, step: int) -> list[float]:
    """The slopes of a bowl that is steep in one direction and flat in the other, with some noise in them."""
    return [
        40.0 * (w[0] - 1.5) + math.sin(step),
        0.02 * (w[1] + 3.0) + 0.01 * math.cos(3 * step),
        w[2] + 0.3 * math.sin(2 * step),
    ]


def textbook(
    start: list[float], lr: float, beta1: float, beta2: float, eps: float, weight_decay: float
) -> Iterator[tuple[list[float], list[float], list[float]]]:
    """Adam as a sum over all gradients so far, weight by weight: no running mean, no array."""
    w, seen = list(start), []
    for t in range(1, STEPS + 1):
        seen.append(gradients(w, t))
        m, v, moved = [], [], []
        for k, weight in enumerate(w):
            history = [gradient[k] for gradient in seen]
            m.append(sum((1 - beta1) * beta1 ** (t - 1 - i) * g for i, g in enumerate(history)))
            v.append(sum((1 - beta2) * beta2 ** (t - 1 - i) * g * g for i, g in enumerate(history)))
            up, down = m[k] / (1 - beta1**t), math.sqrt(v[k] / (1 - beta2**t)) + eps
            moved.append(weight - lr * weight_decay * weight - lr * up / down)
        w = moved
        yield w, m, v


@pytest.mark.parametrize(("beta1", "beta2"), [USUAL, (0.7, 0.95), (0.0, 0.5)])
@pytest.mark.parametrize("weight_decay", [None, 0.0, 0.3])
def test_hundreds_of_steps_are_those_of_the_textbook(beta1: float, beta2: float, weight_decay: float | None) -> None:
    w: Any = [4.0, -1.0, 0.5]
    m: Any = [0.0, 0.0, 0.0]
    v: Any = [0.0, 0.0, 0.0]
    book = textbook(w, 0.05, beta1, beta2, 1e-8, weight_decay or 0.0)
    for t, right in enumerate(book, start=1):
        numbers = (w, gradients(w, t), m, v, t, 0.05, beta1, beta2, 1e-8)
        w, m, v = ADAM(*numbers) if weight_decay is None else ADAMW(*numbers, weight_decay)
        for mine, wanted in zip((w, m, v), right, strict=True):
            assert mine == pytest.approx(wanted, rel=1e-6, abs=1e-8), t
    if not weight_decay:
        assert w[0] == pytest.approx(1.5, abs=0.1)


def first_steps(count: int, corrected: bool) -> Iterator[float]:
    """How far a weight goes in each step when every gradient is 1, in units of lr; without the correction, too."""
    w, m, v = np.zeros(1), np.zeros(1), np.zeros(1)
    # after so many steps nothing is left to correct
    late = 10**6
    for t in range(1, count + 1):
        before = w
        w, m, v = ADAM(w, np.ones(1), m, v, t if corrected else late, 1.0, *USUAL, 0.0)
        yield float(before[0] - w[0])


def test_without_the_correction_the_first_steps_are_too_long() -> None:
    """The first is 0.1 over the root of 0.001: 3.16 times too long. Then it gets worse before it gets better."""
    pairs = zip(first_steps(1_000, corrected=True), first_steps(1_000, corrected=False), strict=True)
    ratios = [bare / right for right, bare in pairs]
    assert ratios[0] == pytest.approx(0.1 / math.sqrt(0.001))
    assert ratios[0] == pytest.approx(3.16, abs=0.005)
    assert max(range(1_000), key=ratios.__getitem__) + 1 == 12
    assert ratios[11] == pytest.approx(6.57, abs=0.005)
    assert ratios[-1] == pytest.approx(1.26, abs=0.005)


def test_the_first_step_has_the_length_of_the_learning_rate_whatever_the_gradient_is() -> None:
    for gradient in (1e-3, -0.4, 7.0, -2e5):
        w, _, _ = ADAM([2.0], [gradient], [0.0], [0.0], 1, 0.03, *USUAL, 0.0)
        assert 2.0 - w[0] == pytest.approx(math.copysign(0.03, gradient))


def test_a_single_weight_may_be_a_number() -> None:
    for function, rest in ((ADAM, ()), (ADAMW, (0.2,))):
        alone = function(2.0, 0.5, 0.1, 0.3, 3, 0.1, 0.8, 0.9, 0.01, *rest)
        in_an_array = function([2.0], [0.5], [0.1], [0.3], 3, 0.1, 0.8, 0.9, 0.01, *rest)
        assert [float(value) for value in alone] == [float(value[0]) for value in in_an_array]


def test_decay_beside_the_step_is_not_l2_in_the_gradient() -> None:
    """Beside the step each weight loses the same share. In the gradient, Adam makes steps of one length of it."""
    w, zeros, rest = np.array([8.0, 0.5]), np.zeros(2), (1, 0.1, *USUAL, 0.0)
    beside, _, _ = ADAMW(w, zeros + 1e-300, zeros, zeros, *rest[:-1], 1e-8, 0.2)
    inside, _, _ = ADAM(w, 0.2 * w, zeros, zeros, *rest)
    assert (w - beside) / w == pytest.approx([0.02, 0.02])
    assert w - inside == pytest.approx([0.1, 0.1])


@pytest.mark.parametrize("stem", ["adam_step", "adamw_step"])
def test_drawn_inputs_never_hold_a_v_that_no_squares_can_have(stem: str) -> None:
    checks = runpy.run_path(str(ROOT / "checks" / "optimizers" / f"test_{stem}.py"))
    for seed, scale in itertools.product(range(200), (0.1, 1.0, 10.0)):
        args = scaled(tuple(checks["draw_inputs"](Draw(seed))), scale)
        assert np.all(args[3] > 0)
        assert args[4] == int(args[4]) >= 2
        # beta2 keeps so much of v that even a gradient without its square leaves it positive: no answer is NaN
        assert np.all(args[7] * args[3] > (1 - args[7]) * np.abs(args[1]))
