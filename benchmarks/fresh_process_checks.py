"""The baseline's checks: gradient_step in plain pytest, the learner's module imported into the same process.

As a teacher would write them without this package: the same number of calls on arrays of the same size.
"""

import importlib

import numpy as np
import pytest

submission = importlib.import_module("gradient_step")


def right(x, y, w, lr):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    return np.mean((w * x - y) ** 2), grad, w_new, np.mean((w_new * x - y) ** 2)


def drawn(n):
    random = np.random.default_rng(n)
    return random.normal(size=n), random.normal(size=n), 0.7, 0.08


def test_example():
    assert np.allclose(submission.gradient_step([2.0], [6.0], 1.0, 0.1), (16, -16, 2.6, 0.64))


@pytest.mark.parametrize("n", [3, 5])
def test_loss_before(n):
    assert submission.gradient_step(*drawn(n))[0] == pytest.approx(right(*drawn(n))[0])


def test_gradient():
    for n in (3, 5, 7):
        assert submission.gradient_step(*drawn(n))[1] == pytest.approx(right(*drawn(n))[1])


def test_update():
    for n in (3, 5, 7):
        assert submission.gradient_step(*drawn(n))[2] == pytest.approx(right(*drawn(n))[2])


def test_large_step():
    for lr in (0.0004, 1.5):
        x, y, w, _ = drawn(3)
        assert submission.gradient_step(10 * x, 10 * y, w, lr)[2] == pytest.approx(right(10 * x, 10 * y, w, lr)[2])


def test_loss_after():
    for n in (3, 5):
        assert submission.gradient_step(*drawn(n))[3] == pytest.approx(right(*drawn(n))[3])


def test_plain_lists():
    x, y, w, lr = drawn(3)
    assert np.allclose(submission.gradient_step(x.tolist(), y.tolist(), w, lr), submission.gradient_step(x, y, w, lr))


def test_inputs_stay_as_they_are():
    x, y, w, lr = drawn(3)
    before = x.copy(), y.copy()
    first = submission.gradient_step(x, y, w, lr)
    assert np.array_equal(x, before[0])
    assert np.array_equal(y, before[1])
    assert np.allclose(first, submission.gradient_step(x, y, w, lr))
