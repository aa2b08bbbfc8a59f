"""Irregular inputs: numbers that hide no mistake.

Zeros, ones, halves of twos, equal elements, vectors of one sign or of mean zero: each of them makes some mistake
look right (x = 1 hides a forgotten x, n = 2 makes a sum without the 2 correct, ...). `Draw` never gives them.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import numpy as np

from grader.diagnosis.values import Vector

DECIMALS = 2
# sizes at which some pair of constants cancels (2 and 4) or a sum equals its mean (1) are left out
SIZES = (3, 5, 6, 7)
MARGIN = 0.15


class Draw:
    """Draws inputs from a seed. The same seed gives the same inputs on every machine and Python version."""

    def __init__(self, seed: int | tuple[int, ...]) -> None:
        parts = (seed,) if isinstance(seed, int) else seed
        # Python's generator draws one number at a time ten times faster than numpy's.
        self._random = random.Random(sum(part << (128 * place) for place, part in enumerate(parts)))

    def size(self) -> int:
        """How many examples: never 1, 2 or 4."""
        return SIZES[int(self._random.random() * len(SIZES))]

    def number(self, low: float = -3.0, high: float = 3.0) -> float:
        """A number with two decimals, at least 0.15 away from every whole number."""
        while True:
            value = round(low + (high - low) * self._random.random(), DECIMALS)
            if abs(value - round(value)) >= MARGIN:
                return value

    def rate(self, low: float = 0.03, high: float = 0.12) -> float:
        """A learning rate: small enough to go down on vectors of this module's size, never a round one."""
        while True:
            value = round(low + (high - low) * self._random.random(), 3)
            if abs(value - 0.1) > 0.004 and abs(value - 0.05) > 0.004:
                return value

    def choice(self, values: Sequence[float]) -> float:
        """One of these values."""
        return values[int(self._random.random() * len(values))]

    def integer(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def many(self, n: int) -> Vector:
        """More numbers than a learner's example ever has, made from seven: drawing each would take long."""
        return np.resize(self.vector(7), n) * np.linspace(0.6, 1.4, n)

    def vector(self, n: int, low: float = -3.0, high: float = 3.0) -> Vector:
        """`n` numbers of different size and of both signs whose mean is well away from zero."""
        while True:
            values = [self.number(low, high) for _ in range(n)]
            sizes = sorted(map(abs, values))
            if any(larger - smaller < 0.05 for smaller, larger in itertools.pairwise(sizes)):
                continue
            one_sign = low < 0 < high and (min(values) > 0 or max(values) < 0)
            if n == 1 or (not one_sign and abs(sum(values)) >= 0.2 * n):
                return np.array(values)

    def matrix(self, n: int, columns: int, low: float = -3.0, high: float = 3.0) -> Vector:
        """`n` rows of so many numbers: each column is irregular by itself, as `vector` is."""
        return np.column_stack([self.vector(n, low, high) for _ in range(columns)])

    def labels(self, n: int) -> Vector:
        """`n` labels 0.0 and 1.0 in an irregular order, both of them there and never equally often."""
        while True:
            values = [float(self._random.random() < 0.5) for _ in range(n)]
            if 0 < sum(values) < n and 2 * sum(values) != n:
                return np.array(values)

    def probabilities(self, n: int) -> Vector:
        """`n` different probabilities, none of them near 0, 0.5 or 1."""
        while True:
            values = [round(0.06 + 0.88 * self._random.random(), 3) for _ in range(n)]
            apart = all(larger - smaller >= 0.02 for smaller, larger in itertools.pairwise(sorted(values)))
            if apart and all(abs(value - 0.5) >= 0.06 for value in values):
                return np.array(values)
