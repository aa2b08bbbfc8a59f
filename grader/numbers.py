"""How numbers, plain values and text made by learners are written for people."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from grader.model import json_value

MINUS = "−"
LIST_ITEMS = 8
NESTED_ITEMS = 4
DEEPEST = 4
LONGEST = 160
LONGEST_STRING = 60

# The Report writes what JSON lacks as words; people see them without quotes.
_NOT_FINITE = {"NaN": "NaN", "Infinity": "infinity", "-Infinity": f"{MINUS}infinity"}
# Terminal escapes, bidi overrides, zero-width signs, halves of surrogate pairs, line separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Joiners are parts of emoji and of Persian or Hindi words: hiding nothing, needed for names.
_JOINERS = frozenset("\u200c\u200d")
# Letters and marks that show nothing: a name made of them would be a blank.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def printable(text: str, *, lines: bool = False) -> str:
    r"""The text with every unseen character made visible, as in `\x1b`; with `lines` line ends stay."""
    if text.isprintable() and _BLANK.isdisjoint(text):
        return text
    if lines:
        text = text.replace("\r\n", "\n").replace("\t", "    ")
    return "".join(char if lines and char == "\n" else _visible(char) for char in text)


def _visible(char: str) -> str:
    if char in _JOINERS:
        return char
    # the last two code points of each plane are no characters, and XML forbids two of them
    if unicodedata.category(char) in _UNSEEN or char in _BLANK or ord(char) & 0xFFFE == 0xFFFE:
        return char.encode("ascii", "backslashreplace").decode() if ord(char) > 127 else _escaped(char)
    return char


def _escaped(char: str) -> str:
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char, f"\\x{ord(char):02x}")


def elided(text: str, longest: int) -> str:
    """The text, cut with an ellipsis when it is longer."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def number(value: float, digits: int = 6) -> str:
    """A number with a true minus sign, as many digits as people compare, and a bare exponent: `−9.7e9`."""
    if isinstance(value, int):
        return _integer(value, digits)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "infinity" if value > 0 else f"{MINUS}infinity"
    return _tidy(f"{value:.{digits}g}")


def _integer(value: int, digits: int) -> str:
    if value.bit_length() < 50:
        return _tidy(str(int(value)))
    if value.bit_length() > 30_000:  # exact conversion would take long, and nobody reads the digits
        return f"an integer of about {int(value.bit_length() * math.log10(2)) + 1:,} digits"
    return _tidy(f"{Decimal(value):.{digits - 1}e}")


def _tidy(text: str) -> str:
    mantissa, _, exponent = text.lower().partition("e")
    if exponent:
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        text = f"{mantissa}e{int(exponent)}"
    return "0" if text == "-0" else text.replace("-", MINUS)


def show(value: Any) -> str:
    """A plain value on one short line: `[1.2, −0.7, 2.5]`; long things are cut and say how long they are."""
    return _cut(_shown(value, depth=0))


def _shown(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return number(value, digits=6 if depth == 0 else 5)
    if depth >= DEEPEST:
        return "{…}" if isinstance(value, Mapping) else "[…]"
    if isinstance(value, Mapping):
        pairs = [f"{printable(elided(str(key), 30))}: {_shown(item, depth + 1)}" for key, item in _first(value)]
        return "{" + ", ".join(pairs + ["…"] * (len(value) > LIST_ITEMS)) + "}"
    if isinstance(value, list | tuple):
        return _list(value, depth)
    return _other(value, depth)


def _other(value: Any, depth: int) -> str:
    """Arrays and scalars of numpy; whatever else has no plain form is told by its type."""
    if isinstance(value, np.ndarray) and value.ndim:
        return _list(value, depth)
    try:
        return _shown(json_value(value), depth)
    except TypeError:
        return f"a value of type {printable(type(value).__name__)}"


def _first(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [pair for pair, _ in zip(value.items(), range(LIST_ITEMS), strict=False)]


def _list(items: Sequence[Any] | np.ndarray[Any, Any], depth: int) -> str:
    # Only the first few items are looked at: an answer may have millions.
    is_nested = any(isinstance(item, list | np.ndarray) for item in items[:LIST_ITEMS])
    most = LIST_ITEMS if depth == 0 and not is_nested else NESTED_ITEMS
    if len(items) <= most:
        return "[" + ", ".join(_shown(item, depth + 1) for item in items) + "]"
    head = ", ".join(_shown(item, depth + 1) for item in items[: most - 2])
    count = f" ({len(items):,} values)" if depth == 0 else ""
    return f"[{head}, …, {_shown(items[-1], depth + 1)}]{count}"


def _string(value: str) -> str:
    if value in _NOT_FINITE:
        return _NOT_FINITE[value]
    text = printable(value[:LONGEST_STRING])
    if len(value) > LONGEST_STRING:
        return f"“{text}…” ({len(value):,} characters)"
    return f"“{text}”"


def _cut(text: str) -> str:
    """Cut between values, never inside one: half a number is another number."""
    if len(text) <= LONGEST:
        return text
    return text[: text.rfind(", ", 0, LONGEST)] + ", …" if ", " in text[:LONGEST] else elided(text, LONGEST)


def points(value: float) -> str:
    """Points as a teacher writes them: 4, 2.5."""
    return number(round(value, 2))


def percent(part: float, whole: float) -> str:
    """A share in whole percent that says 100 % only for all and 0 % only for none."""
    if whole <= 0:
        return "–"
    share = round(100 * part / whole)
    if part < whole:
        share = min(share, 99)
    if part > 0:
        share = max(share, 1)
    return f"{share}\N{NO-BREAK SPACE}%"


def count(amount: int, one: str, many: str | None = None) -> str:
    """`1 learner`, `24 learners`."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def seconds(total_ms: float) -> str:
    amount = number(round(total_ms)) if total_ms < 1000 else number(total_ms / 1000, 3)
    return f"{amount}\N{NO-BREAK SPACE}{'ms' if total_ms < 1000 else 's'}"
