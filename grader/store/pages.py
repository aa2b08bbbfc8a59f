"""File names for learners. An id is text that others chose: never a path, never somebody else's page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80
# A name that begins with "-" would be an option to the next command that is given all the pages.
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
# Windows takes these for devices, whatever follows the first dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])", re.IGNORECASE)


def page_name(learner: str) -> str:
    """A file name without ending: the id itself when it is plain, else a slug and a hash of it."""
    return learner if _is_plain(learner) else _hashed(learner, 8)


def page_names(learners: Iterable[str]) -> dict[str, str]:
    """A file name for each learner, no two of them alike on disks that ignore upper and lower case.

    A plain id in lower case always keeps its name, so nobody can take another's page with a clever id.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for learner in sorted(set(learners), key=_precedence):
        free = (name for name in _candidates(learner) if name.casefold() not in taken)
        names[learner] = next(free)
        taken.add(names[learner].casefold())
    return names


def _precedence(learner: str) -> tuple[bool, bool, str]:
    plain = _is_plain(learner)
    return not plain, plain and learner != learner.lower(), learner


def _candidates(learner: str) -> Iterable[str]:
    yield page_name(learner)
    yield from (_hashed(learner, digits) for digits in (8, 16, 32, 64))
    number = 2
    while True:
        yield f"{_hashed(learner, 32)}-{number}"
        number += 1


def _is_plain(learner: str) -> bool:
    return (
        len(learner) <= LONGEST
        and _PLAIN.fullmatch(learner) is not None
        and _DEVICES.fullmatch(learner.split(".")[0]) is None
    )


def _hashed(learner: str, digits: int) -> str:
    digest = hashlib.sha256(learner.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_slug(learner)}-{digest[:digits]}"


def _slug(learner: str) -> str:
    """What people can still recognise: "Jörg Müller" becomes "jorg-muller"."""
    ascii_only = unicodedata.normalize("NFKD", learner).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:40].strip("-") or "learner"
