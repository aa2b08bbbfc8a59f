# expect: passed
# about: Fully typed version with a docstring.

from __future__ import annotations

from collections.abc import Sequence


def _mse(x: Sequence[float], y: Sequence[float], w: float) -> float:
    return sum((w * xi - yi) ** 2 for xi, yi in zip(x, y, strict=True)) / len(x)


def gradient_step(
    x: Sequence[float], y: Sequence[float], w: float, lr: float
) -> tuple[float, float, float, float]:
    """Do one step of gradient descent.

    Args:
        x: inputs
        y: targets
        w: current weight
        lr: learning rate

    Returns:
        loss before the step, gradient, new weight, loss after the step
    """
    grad: float = sum(2 * (w * xi - yi) * xi for xi, yi in zip(x, y)) / len(x)
    w_new: float = w - lr * grad
    return float(_mse(x, y, w)), float(grad), float(w_new), float(_mse(x, y, w_new))
