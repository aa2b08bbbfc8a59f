"""Gradients that no mistake of the library gives: their ratio to the right one, and whose gradient they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.diagnosis.engine import FunctionDiagnosis
from grader.diagnosis.key import GradientSpec
from grader.diagnosis.library import Library, Reference, build_table, fresh_inputs
from grader.diagnosis.observed import HandedIn
from grader.model import Exercise, Finding

from .labs import asking, key, lab

# A linear layer without a single known mistake: whatever is told comes from the ratio.
SOLUTION = """
import numpy as np

def layer(X, y, W):
    X = np.asarray(X, dtype=float)
    error = X @ np.asarray(W, dtype=float) - np.asarray(y, dtype=float)
    loss = np.mean(np.sum(error**2, axis=1))
    dW = 2 * X.T @ error / len(X)
    return loss, dW
"""


def draw_inputs(draw: Any) -> Any:
    n = draw.size()
    return draw.matrix(n, 2), draw.matrix(n, 3), np.array([draw.vector(3), draw.vector(3)])


def square_inputs(draw: Any) -> Any:
    n = draw.size()
    return draw.matrix(n, 2), draw.matrix(n, 2), np.array([draw.vector(2), draw.vector(2)])


def layer(change: Callable[..., Any], loss: Callable[..., Any] | None = None) -> Callable[..., Any]:
    """A learner whose gradient is this change of the right one; `loss` and the change are given X, y and W too."""

    def function(X: Any, y: Any, W: Any) -> Any:
        X, y, W = (np.asarray(value, dtype=float) for value in (X, y, W))
        error = X @ W - y
        own = np.mean(np.sum(error**2, axis=1)) if loss is None else loss(error)
        return own, change(2 * X.T @ error / len(X), len(X))

    return function


def told(function: Callable[..., Any], draw: Callable[..., Any] = draw_inputs) -> Finding:
    reference = Reference(SOLUTION, "layer", 2, ())
    exercise = Exercise(
        stem="layer", lesson="toy", kind="function", title="Layer", statement="", stub="", function="layer",
        parameters=("X", "y", "W"), outputs=("loss", "dW"), hints=("", "", ""), path="toy/layer.py", version="1",
    )  # fmt: skip
    own_key = key("mse").model_copy(
        update={
            "solution": SOLUTION, "mistakes": (), "picture": None, "conventions": (), "carries": (),
            "gradient": GradientSpec(loss="loss", of={"dW": "W"}),
        }
    )  # fmt: skip
    library = Library(reference, draw, build_table(reference, draw))
    diagnosis = FunctionDiagnosis(exercise, own_key, library)
    (found,) = diagnosis.diagnose(asking({"layer": function}), 3, HandedIn("")).findings
    return found


@pytest.mark.parametrize(
    ("change", "ids"),
    [
        (lambda dW, n: -dW, "gradient-sign"),
        (lambda dW, n: dW / 2, "gradient-half"),
        (lambda dW, n: 2 * dW, "gradient-double"),
        (lambda dW, n: n * dW, "gradient-sum"),
        (lambda dW, n: dW / n, "gradient-divided-twice"),
        (lambda dW, n: dW.T, "gradient-transposed"),
        (lambda dW, n: -dW / 2, ("gradient-sign", "gradient-half")),
        (lambda dW, n: n * dW / 2, ("gradient-half", "gradient-sum")),
        (lambda dW, n: -2 * dW / n, ("gradient-sign", "gradient-double", "gradient-divided-twice")),
    ],
)
def test_the_ratio_to_the_right_gradient_names_the_fault(change: Callable[..., Any], ids: Any) -> None:
    found = told(layer(change))
    assert (found.mistake, found.level) == (ids, "A")
    assert "dW" in found.headline
    assert found.evidence.right == ("loss",)


def test_a_transposed_gradient_of_the_right_shape_is_told_too() -> None:
    assert told(layer(lambda dW, n: dW.T), square_inputs).mistake == "gradient-transposed"


@pytest.mark.parametrize(
    "change", [lambda dW, n: 3 * dW, lambda dW, n: dW + 0.1, lambda dW, n: dW * np.array([[1.0], [-1.0]]), np.power]
)
def test_what_is_no_such_ratio_is_given_none_of_these_names(change: Callable[..., Any]) -> None:
    assert told(layer(change)).mistake is None


def test_with_a_wrong_loss_beside_it_the_ratio_explains_the_gradient_only() -> None:
    found = told(layer(lambda dW, n: -dW, lambda error: np.max(error)))
    assert (found.mistake, found.level) == ("gradient-sign", "C")
    assert "Wrong as well, and like nothing we know: loss." in found.message


def test_a_gradient_that_fits_the_learners_own_loss_is_told_so() -> None:
    def function(X: Any, y: Any, W: Any) -> Any:
        X, y, W = (np.asarray(value, dtype=float) for value in (X, y, W))
        error = X @ W - y
        return np.mean(np.sum(error**4, axis=1)), 4 * X.T @ error**3 / len(X)

    found = told(function)
    assert (found.mistake, found.level) == (None, "D")
    assert found.headline.startswith("Your dW fits your loss")


def test_a_gradient_that_fits_neither_is_not_told_to_fit() -> None:
    found = told(layer(lambda dW, n: dW**3, lambda error: np.mean(error**4)))
    assert "fits" not in found.headline


@pytest.mark.parametrize("stem", ["gradient_step"])
def test_the_right_gradient_is_what_central_differences_give(stem: str) -> None:
    """What the ratio is taken to is itself held against the loss."""
    shop = lab(stem)
    assert shop.key.gradient is not None
    loss = shop.exercise.outputs.index(shop.key.gradient.loss)
    for args in fresh_inputs(shop.draw_inputs, 31, 10):
        for output, parameter in shop.key.gradient.of.items():
            place = shop.exercise.parameters.index(parameter)
            moved = [
                shop.truth((*args[:place], args[place] + sign * 1e-5, *args[place + 1 :]))[loss] for sign in (1, -1)
            ]
            gradient = shop.truth(args)[shop.exercise.outputs.index(output)]
            assert (moved[0] - moved[1]) / 2e-5 == pytest.approx(gradient, rel=1e-6)
