"""An error is carried forward: what follows from a wrong number is right for it, and costs nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from .claims import broken_claims
from .labs import lab

Step = tuple[Any, Any, Any, Any]


def step(gradient: Callable[..., Any], *, lr_in: bool = True, after: bool = True) -> Callable[..., Step]:
    """A gradient_step with this gradient; perhaps without lr in the step, or the old weight in the last loss."""

    def gradient_step(x: Any, y: Any, w: float, lr: float) -> Step:
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        grad = gradient(x, y, w)
        w_new = w - (lr if lr_in else 1) * grad
        w_last = w_new if after else w
        return np.mean((w * x - y) ** 2), grad, w_new, np.mean((w_last * x - y) ** 2)

    return gradient_step


def odd(x: Any, y: Any, w: float) -> Any:
    """A gradient that is nothing we know."""
    return np.mean((w * x - y) * np.abs(x) ** 1.5)


def true(x: Any, y: Any, w: float) -> Any:
    return np.mean(2 * (w * x - y) * x)


def test_what_follows_from_an_unknown_gradient_is_told_to_be_right() -> None:
    (found,) = lab("gradient_step").diagnose(step(odd))
    assert (found.mistake, found.level) == (None, "E")
    assert found.headline.startswith("grad is not right yet")
    assert "Right for the grad that you computed: w_new and loss_after." in found.message
    assert found.evidence.right == ("loss_before",)
    assert found.evidence.carried == ("w_new", "loss_after")


def test_what_follows_from_a_named_gradient_is_told_to_be_right() -> None:
    (found,) = lab("gradient_step").diagnose(step(lambda x, y, w: np.mean((w * x - y) * x)))
    assert (found.mistake, found.level) == ("forgot-two", "A")
    assert found.evidence.carried == ("w_new", "loss_after")


def test_a_known_mistake_made_with_an_unknown_gradient_is_named() -> None:
    shop, learner = lab("gradient_step"), step(odd, lr_in=False)
    (found,) = shop.diagnose(learner)
    assert (found.mistake, found.level) == ("forgot-lr", "C")
    assert "It starts from your own grad" in found.message
    assert "Wrong as well, and like nothing we know: grad." in found.message
    assert found.evidence.named is None
    assert found.evidence.carried == ("loss_after",)
    assert broken_claims(shop, learner, found) == set()


def test_a_last_loss_of_the_old_weight_is_named_after_an_unknown_gradient() -> None:
    shop, learner = lab("gradient_step"), step(odd, after=False)
    (found,) = shop.diagnose(learner)
    assert (found.mistake, found.level) == ("loss-after-stale", "C")
    assert found.evidence.carried == ("w_new",)
    assert broken_claims(shop, learner, found) == set()


def test_nothing_is_carried_forward_when_nothing_is_wrong_above() -> None:
    (found,) = lab("gradient_step").diagnose(step(true, after=False))
    assert found.mistake == "loss-after-stale"
    assert found.evidence.carried == ()
    assert found.evidence.right == ("loss_before", "grad", "w_new")


@pytest.mark.parametrize("constant", [0.0, 3.7])
def test_from_a_gradient_that_never_changes_nothing_is_carried_forward(constant: float) -> None:
    found = lab("gradient_step").diagnose(step(lambda x, y, w: constant))
    assert found[0].evidence.carried == ()


def follow(own: Any) -> Any:
    shop = lab("gradient_step")
    return shop.follower.following((np.array([2.0, 1.0, 3.0]), np.array([6.0, 1.0, 2.0]), 1.0, 0.1), own)


def test_each_output_is_worked_out_from_the_learners_own_ones() -> None:
    before, grad, w_new, after = follow((99.0, -10.0, 5.0, 99.0))
    x, y = np.array([2.0, 1.0, 3.0]), np.array([6.0, 1.0, 2.0])
    assert before == pytest.approx(np.mean((x - y) ** 2))
    assert grad == pytest.approx(true(x, y, 1.0)), "the gradient follows from nothing above it"
    assert w_new == pytest.approx(1.0 - 0.1 * -10.0)
    assert after == pytest.approx(np.mean((5.0 * x - y) ** 2))


@pytest.mark.parametrize("own", [None, "text", (1.0, 2.0), (1.0, "a", 2.0, 3.0), (1.0, None, 2.0, 3.0), [1j] * 4])
def test_nothing_follows_from_what_is_no_number(own: Any) -> None:
    assert follow(own) is None


def test_an_array_of_one_number_is_a_number() -> None:
    assert follow((1.0, np.array([-10.0]), [5.0], 1.0))[2] == pytest.approx(2.0)


def test_a_list_where_one_number_belongs_changes_nothing() -> None:
    assert follow((1.0, [1.0, 2.0, 3.0], 5.0, 1.0))[2] == pytest.approx(
        follow((1.0, follow((1.0,) * 4)[1], 5.0, 1.0))[2]
    )
