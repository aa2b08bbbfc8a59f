"""The gradients that solutions return are those of their own loss: central differences give the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.course import load, load_key
from grader.diagnosis.draw import Draw
from grader.diagnosis.key import Key
from grader.model import Exercise

ROOT = Path(__file__).resolve().parents[2]
COURSE = load(ROOT)
KEYS = {stem: load_key(ROOT, exercise) for stem, exercise in COURSE.exercises.items()}
STEP = 1e-5


def defined_in(source: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {}
    exec(compile(source, "<course>", "exec"), namespace)
    return namespace


def loss_moved(function: Callable[..., Any], args: list[Any], place: int, at: tuple[int, ...], by: float) -> float:
    """The loss when one number of one argument is a little larger or smaller."""
    moved = [np.array(arg, dtype=float) for arg in args]
    moved[place][at] += by
    return float(function(moved))


def slopes(function: Callable[..., Any], args: list[Any], place: int) -> Any:
    """The central difference for every number of one argument, in its shape."""
    found = np.zeros(np.shape(args[place]))
    for at in np.ndindex(found.shape):
        up, down = (loss_moved(function, args, place, at, by) for by in (STEP, -STEP))
        found[at] = (up - down) / (2 * STEP)
    return found


def cases() -> Iterator[Any]:
    for stem, key in KEYS.items():
        if key.gradient is not None:
            for output in key.gradient.of:
                yield pytest.param(COURSE.exercises[stem], key, output, id=f"{stem}-{output}")


@pytest.mark.parametrize(("exercise", "key", "output"), list(cases()))
def test_a_gradient_equals_the_central_differences_of_the_loss(exercise: Exercise, key: Key, output: str) -> None:
    assert key.gradient is not None
    checks = defined_in(Path(key.checks_path).read_text(encoding="utf-8"))
    solution = defined_in(key.solution)[exercise.function]
    place = exercise.parameters.index(key.gradient.of[output])
    for seed in range(5):
        args = list(checks["draw_inputs"](Draw(seed)))
        answers = dict(zip(exercise.outputs, solution(*args), strict=True))
        measured = slopes(
            lambda moved: dict(zip(exercise.outputs, solution(*moved), strict=True))[key.gradient.loss], args, place
        )
        assert np.shape(answers[output]) == np.shape(args[place])
        np.testing.assert_allclose(answers[output], measured, rtol=1e-6, atol=1e-8)


def test_backprop_has_gradients_to_be_held_against_differences() -> None:
    gradient = KEYS["backprop"].gradient
    assert gradient is not None
    assert set(gradient.of) == {"dW1", "db1", "dW2", "db2"}
