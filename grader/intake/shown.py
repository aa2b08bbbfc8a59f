"""Text that others chose, made fit to show and to compare: one spelling for each name, nothing invisible."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Joiners hold emoji and Persian or Indic words together; without them the name would read differently.
_JOINERS = {"\u200c", "\u200d"}
# Letters and marks that show nothing, like the controls below.
_BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """`text` in Unicode form NFC, with control and bidi characters and bytes without meaning escaped."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


def _shown(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8 arrives as a lone surrogate
        return f"\\x{code - 0xDC00:02x}"
    unseen = unicodedata.category(character) in _UNSEEN or character in _BLANK
    if character in _JOINERS or not unseen:
        return character
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """A few names in a sentence: "a, b, c and 4 more"."""
    if len(names) <= most + 1:  # "and 1 more" would be no shorter than the name
        return ", ".join(names)
    return ", ".join(names[:most]) + f" and {len(names) - most} more"
