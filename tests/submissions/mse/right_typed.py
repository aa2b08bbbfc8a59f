# expect: passed
# about: Type hints, a length check and a keyword-only option with a default.
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def mse(
    y_true: Sequence[float] | npt.NDArray[np.float64],
    y_pred: Sequence[float] | npt.NDArray[np.float64],
    *,
    verbose: bool = False,
) -> float:
    """Return the mean of the squared differences as a plain float."""
    if len(y_true) != len(y_pred):
        raise ValueError("y_true and y_pred must have the same length")
    residuals = np.asarray(y_true, dtype=float) - np.asarray(y_pred, dtype=float)
    if verbose:
        print("residuals:", residuals)
    return float((residuals**2).mean())
