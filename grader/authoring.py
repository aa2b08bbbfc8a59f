"""What files in checks/ import: how a check is worth points, and how answers are compared.

A check is a pytest function. Its docstring is the sentence that learners and teachers read; an assertion's message
is told to the learner, so it must not hold a hidden expected value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from grader.diagnosis.values import RTOL, agree, as_number

CheckFunction = TypeVar("CheckFunction", bound=Callable[..., Any])

POINTS_ATTRIBUTE = "grader_points"


def points(value: float) -> Callable[[CheckFunction], CheckFunction]:
    """What a check is worth. A parametrised check gives this many points for each of its cases."""
    if not value > 0:
        raise ValueError(f"a check is worth more than 0 points, not {value}")

    def mark(function: CheckFunction) -> CheckFunction:
        setattr(function, POINTS_ATTRIBUTE, float(value))
        return function

    return mark


class close_to:
    """Equals any plain value with the same numbers in the same shape, up to rounding.

    Numbers may be of any real scalar type and vectors may be lists or arrays. Type, shape and finiteness are looked
    at before any arithmetic; NaN equals nothing.
    """

    # numpy leaves `array == close_to(...)` to us instead of comparing element by element
    __array_ufunc__ = None

    def __init__(self, right: Any, rtol: float = RTOL) -> None:
        self._right = right
        self._rtol = rtol

    def __eq__(self, other: object) -> bool:
        return agree(other, self._right, rtol=self._rtol)

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return "the right value"


class either:
    """Equals what any of its alternatives equals."""

    __array_ufunc__ = None

    def __init__(self, *alternatives: Any) -> None:
        self._alternatives = alternatives

    def __eq__(self, other: object) -> bool:
        return any(bool(alternative == other) for alternative in self._alternatives)

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return "the right value"


def is_number(value: Any) -> bool:
    """Whether a plain value is one real number."""
    return as_number(value) is not None
