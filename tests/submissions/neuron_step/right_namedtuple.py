# expect: passed
# about: Returns a named tuple of numpy values; typed.
from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Step(NamedTuple):
    loss_before: float
    grad_w: np.ndarray
    grad_b: float
    w_new: np.ndarray
    b_new: float


def neuron_step(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, lr: float) -> Step:
    rows, labels, weights = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    probs: np.ndarray = np.reciprocal(1 + np.exp(-(rows @ weights + b)))
    kept: np.ndarray = np.clip(probs, 1e-12, 1 - 1e-12)
    loss = float(np.mean(-labels * np.log(kept) - (1 - labels) * np.log1p(-kept)))
    error: np.ndarray = probs - labels
    grad_w, grad_b = np.mean(rows * error[:, None], axis=0), float(np.mean(error))
    return Step(loss, grad_w, grad_b, weights - lr * grad_w, float(b - lr * grad_b))
