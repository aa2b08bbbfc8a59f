"""A loop seen as a trajectory: a wrong step in a right loop, and a right step in a wrong loop."""

from __future__ import annotations

from typing import Any

import numpy as np

from .labs import lab


def trained(
    x: Any, y_true: Any, weight: Any, bias: Any, lr: Any, steps: Any, *, power: int = 1, limp: bool = False
) -> Any:
    """A training whose error is taken to an odd power, or whose every other step is left out."""
    losses = []
    for step in range(steps):
        error = weight * x + bias - y_true
        losses.append(error**2)
        if limp and step % 2:
            continue
        weight, bias = weight - lr * 2 * error**power * x, bias - lr * 2 * error**power
    return weight, bias, losses


def test_a_right_step_in_a_wrong_loop() -> None:
    (found,) = lab("add_bias").diagnose(lambda *args: trained(*args, limp=True))
    assert (found.mistake, found.level) == (None, "D")
    assert found.headline == "A single step of yours is right; what goes wrong is the repetition."
    assert "steps = 1" in found.message


def test_a_wrong_step_in_a_right_loop() -> None:
    (found,) = lab("add_bias").diagnose(lambda *args: trained(*args, power=3))
    assert (found.mistake, found.level) == (None, "D")
    assert found.headline == "Your loop is right; what goes wrong happens within a single step."


def test_where_both_are_wrong_neither_is_said() -> None:
    (found,) = lab("add_bias").diagnose(lambda *args: trained(*args, power=3, limp=True))
    assert found.level == "E"


def test_a_function_that_ignores_its_state_is_no_right_loop() -> None:
    (found,) = lab("add_bias").diagnose(lambda x, y, w, b, lr, steps: (x * y, y - x, [x] * steps))
    assert "loop is right" not in found.headline


def test_a_loop_that_never_moves_is_no_right_loop() -> None:
    (found,) = lab("add_bias").diagnose(lambda x, y, w, b, lr, steps: (w, b, [abs(x) + 0.5] * steps))
    assert "loop is right" not in found.headline


def test_a_right_solution_is_told_nothing_of_its_loop() -> None:
    assert lab("add_bias").diagnose(trained) == []


def test_odd_states_are_no_states() -> None:
    for odd in (None, "text", [1.0, 2.0], np.nan):
        lab("add_bias").diagnose(lambda x, y, w, b, lr, steps, odd=odd: (odd, odd, [x] * steps))
