# expect: passed
# about: Frozen dataclass for the parameters, type hints everywhere.
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Params:
    weight: float
    bias: float

    def step(self, x: float, error: float, lr: float) -> Params:
        return Params(self.weight - 2 * lr * error * x, self.bias - 2 * lr * error)


def train_with_bias(
    x: float, y_true: float, weight: float, bias: float, lr: float, steps: int
) -> tuple[float, float, list[float]]:
    """Gradient descent on one sample; losses[k] is the loss before update k."""
    params = Params(weight, bias)
    losses: list[float] = []
    for _ in range(steps):
        error = params.weight * x + params.bias - y_true
        losses.append(error**2)
        params = params.step(x, error, lr)
    return params.weight, params.bias, losses
