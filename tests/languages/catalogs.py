"""The shipped catalogs, and how to tell a sentence that was left in English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from grader.catalogs import languages, open_language
from grader.language import Language
from grader.translating import Catalog, course_catalogs, own_catalogs

ROOT = Path(__file__).resolve().parents[2]
OTHERS = languages()[1:]
_NAME = re.compile(r"\{\w+\}")


@cache
def language(code: str = "de") -> Language:
    return open_language(code, ROOT)


@cache
def catalogs(code: str = "de") -> tuple[Catalog, ...]:
    return (*own_catalogs(code), *course_catalogs(code, ROOT))


@cache
def shipped(code: str = "de") -> tuple[Catalog, ...]:
    """The catalogs that are there; an exercise without one has not been translated yet."""
    return tuple(catalog for catalog in catalogs(code) if catalog.path.is_file())


@cache
def english_pieces(code: str = "de") -> frozenset[str]:
    """What stands between the names of English templates, two words or more, where the language says it otherwise."""
    pairs = language(code).catalog.items()
    pieces = {(piece.strip(), own) for english, own in pairs for piece in _NAME.split(english)}
    # Code is the same in both: "{function}({parameters})", "np.asarray(values, dtype=float)".
    return frozenset(piece for piece, own in pieces if len(re.findall(r"[^\W\d_]{2,}", piece)) > 1 and piece not in own)


@cache
def english_words(code: str = "de") -> frozenset[str]:
    """Whole texts of the pages and the terminal, down to single words, that read otherwise in the language."""
    pairs = language(code).catalog.items()
    return frozenset(english for english, own in pairs if english != own and not _NAME.search(english))


def _stands_in(piece: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text) is not None


def left_in_english(text: str, code: str = "de") -> set[str]:
    """The English pieces that a text still holds."""
    flat = " ".join(text.split())
    return {piece for piece in english_pieces(code) if piece in flat and _stands_in(piece, flat)}
