"""Plain values as numbers: how answers are flattened and compared.

Every value that reaches these functions may be hostile. Type, shape and finiteness are looked at before any
arithmetic, so that no broadcast, empty array or NaN can pass for an agreement.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

# Correct code differs from the reference by rounding only: 1e-12 for rearranged algebra, 1e-13 for loops, 2e-8 for
# central differences. Named mistakes are kept at least 1e-2 apart, so the margin on both sides is wide.
RTOL = 1e-6
ATOL = 1e-9

# Longer answers than any exercise asks for are not looked at number by number.
MAX_ELEMENTS = 10_000
_WORTH_A_VIEW = 1 << 16

Vector = NDArray[np.float64]
# "scalar", or ("vector", n), or a tuple of those for several outputs
Shape = Any


def as_number(value: Any) -> float | None:
    """A real number of any accepted type (int, float, numpy scalar, 0-d or size-1 array) as float; else None."""
    kind = type(value)
    if kind is float:
        return float(value)
    if kind is bool or isinstance(value, np.bool_):
        return None
    if kind is int:
        return float(value) if -(2**1000) < value < 2**1000 else None
    if isinstance(value, np.generic | np.ndarray):
        if value.dtype.kind not in "iuf" or value.size != 1:
            return None
        return float(value.reshape(-1)[0] if isinstance(value, np.ndarray) else value)
    return None


def as_vector(value: Any) -> Vector | None:
    """A 1-D array, or a list or tuple of real numbers, as a float vector; else None."""
    if isinstance(value, np.ndarray):
        if value.ndim != 1 or value.dtype.kind not in "iuf" or value.size > MAX_ELEMENTS:
            return None
        return value.astype(np.float64)
    if type(value) not in (list, tuple) or len(value) > MAX_ELEMENTS:
        return None
    if set(map(type, value)) == {float}:
        return np.array(value, dtype=np.float64)
    numbers: list[float] = []
    for item in value:
        number = as_number(item)
        if number is None:
            return None
        numbers.append(number)
    return np.array(numbers, dtype=np.float64)


def as_table(value: Any) -> Vector | None:
    """A 2-D numeric array, or a list or tuple of rows of one length; else None."""
    if isinstance(value, np.ndarray) and value.ndim == 2 and value.dtype.kind in "iuf":
        return value.astype(np.float64) if value.size <= MAX_ELEMENTS else None
    if not _is_rows(value) or len(set(map(len, value))) > 1 or not 0 < len(value) * len(value[0]) <= MAX_ELEMENTS:
        return None
    rows = [as_vector(row) for row in value]
    return None if any(row is None for row in rows) else np.array(rows, dtype=np.float64)


def _is_rows(value: Any) -> bool:
    return type(value) in (list, tuple) and 0 < len(value) <= MAX_ELEMENTS and all(map(_is_row, value))


def _is_row(value: Any) -> bool:
    return value.ndim == 1 if isinstance(value, np.ndarray) else type(value) in (list, tuple)


def unpack(value: Any, count: int) -> tuple[Any, ...] | None:
    """The `count` outputs of an answer: the value itself for one, the items of a sequence for several."""
    if count == 1:
        return (value,)
    if isinstance(value, np.ndarray):
        return tuple(value) if value.ndim and len(value) == count else None
    if type(value) in (list, tuple) and len(value) == count:
        return tuple(value)
    return None


def flatten_one(value: Any) -> tuple[Shape, Vector] | None:
    """One output as (shape, numbers), or None when it is not numeric."""
    number = as_number(value)
    if number is not None:
        return "scalar", np.array([number])
    vector = as_vector(value)
    if vector is not None:
        return ("vector", len(vector)), vector
    table = as_table(value)
    if table is not None:
        return ("table", *table.shape), table.reshape(-1)
    return None


def flatten(value: Any, count: int) -> tuple[Shape, Vector] | None:
    """All `count` outputs as (shapes, numbers in one vector), or None when any of them is not numeric."""
    outputs = unpack(value, count)
    if outputs is None:
        return None
    parts = [flatten_one(output) for output in outputs]
    if any(part is None for part in parts):
        return None
    shapes = tuple(part[0] for part in parts if part)
    return shapes, np.concatenate([part[1] for part in parts if part])


def near(a: Vector, b: Vector, rtol: float = RTOL) -> NDArray[np.bool_]:
    """Where the elements of two arrays agree; what is not finite agrees with nothing."""
    with np.errstate(all="ignore"):
        scale = np.maximum(np.abs(a), np.abs(b))
        agrees: NDArray[np.bool_] = (np.abs(a - b) <= rtol * scale + ATOL) & np.isfinite(scale)
        return agrees


def close(a: Vector, b: Vector, rtol: float = RTOL) -> bool:
    """Whether two vectors of one length agree in every element, all of them finite."""
    return a.shape == b.shape and bool(np.all(near(a, b, rtol)))


def agree(a: Any, b: Any, count: int = 1, rtol: float = RTOL) -> bool:
    """Whether two plain values are the same numbers in the same shape. NaN agrees with nothing."""
    if _sizes(a, count) != _sizes(b, count):
        return False
    flat_a, flat_b = flatten(a, count), flatten(b, count)
    if flat_a is None or flat_b is None:
        return False
    if flat_a[0] == flat_b[0]:
        return close(flat_a[1], flat_b[1], rtol)
    if count > 1:
        parts = zip(unpack(a, count) or (), unpack(b, count) or (), strict=True)
        return all(agree(part_a, part_b, rtol=rtol) for part_a, part_b in parts)
    # An array with one element is a number and a vector at once: it may stand for either.
    vector_a, vector_b = as_vector(a), as_vector(b)
    return vector_a is not None and vector_b is not None and close(vector_a, vector_b, rtol)


def _sizes(value: Any, count: int) -> list[int]:
    """How many numbers each output can hold, told without looking at one: most wrong shapes end here, at no cost."""
    return [_size(output) for output in unpack(value, count) or ()]


def _size(value: Any) -> int:
    if isinstance(value, np.ndarray):
        return value.size
    if _is_rows(value):
        return sum(map(len, value))
    return len(value) if type(value) in (list, tuple) else 1


def output_spans(shapes: Shape) -> list[slice]:
    """Where each output's numbers lie in the flattened vector."""
    spans, start = [], 0
    for shape in shapes:
        length = 1 if shape == "scalar" else int(np.prod(shape[1:]))
        spans.append(slice(start, start + length))
        start += length
    return spans


def copied(value: Any) -> Any:
    """A copy of a plain value that shares nothing with it: callers may change theirs freely."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (list, tuple):
        return type(value)(copied(item) for item in value)
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    return value


def same(a: Any, b: Any) -> bool:
    """Whether two plain values are identical in type, shape and bits (NaN included)."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return bool(a.dtype == b.dtype and a.shape == b.shape and _same_bits(a, b))
    if isinstance(a, np.generic):
        return bool(a.dtype == b.dtype and a.tobytes() == b.tobytes())
    if type(a) in (list, tuple):
        if len(a) == len(b) and set(map(type, a)) == set(map(type, b)) == {float}:
            return bool(np.array_equal(a, b, equal_nan=True))  # a long list in a hundredth of the time
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if type(a) is dict:
        return bool(list(a) == list(b) and all(same(a[key], b[key]) for key in a))
    if type(a) is complex:
        return same(a.real, b.real) and same(a.imag, b.imag)
    if type(a) is float:
        return bool(a == b or (a != a and b != b))
    return bool(a == b)


def _same_bits(a: NDArray[Any], b: NDArray[Any]) -> bool:
    """Compared where they lie: an answer of many megabytes is not copied for it."""
    if a.nbytes < _WORTH_A_VIEW or a.dtype.hasobject or not a.flags.c_contiguous or not b.flags.c_contiguous:
        return a.tobytes() == b.tobytes()
    return bool(np.array_equal(a.reshape(-1).view(np.uint8), b.reshape(-1).view(np.uint8)))
