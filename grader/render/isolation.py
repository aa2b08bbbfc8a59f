"""Isolation in words: what each level means, what came through, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.language import Language
    from grader.model import IsolationReport

ENOUGH = frozenset({"sealed", "confined"})
NOT_CONFINED = "Self-check: your code is not confined on this computer; only the course's grading run counts."
LEVELS = {
    "sealed": "Learner code sees no file but Python's own, no network and no other process.",
    "confined": "Learner code reads nothing but Python itself, reaches no network and starts nothing.",
    "partial": "Some walls are missing: grade only code of people you trust, or on another machine.",
    "none": "Nothing holds learner code back: grade only your own code here.",
}
_NOTHING_RUNS = "Learner code cannot be run here."
_ADVICE = {
    "landlock": "Landlock keeps files shut: it needs Linux 5.13 or newer with `landlock` among the security modules"
    " (lsm= on the kernel's command line).",
    "seccomp": "The filter for system calls exists for Linux on x86-64 and aarch64.",
    "root": "Namespaces and a root folder of its own would hide file names as well. Containers mostly refuse them, and"
    " Ubuntu's AppArmor does for ordinary programs. Not needed for confined.",
}
_AS_A_USER = "Run the grader as an ordinary user: learner code never runs as root."
ELSEWHERE = "Until then grade strangers' code on another machine, e.g. in a Linux container or virtual machine."


_MOST_NAMED = 8


def meaning(isolation: IsolationReport) -> str:
    """What the level means, in a sentence."""
    return _NOTHING_RUNS if _runs_nothing(isolation) else LEVELS[isolation.level]


def advice(isolation: IsolationReport) -> list[str]:
    """What to do for more, on Linux."""
    if _runs_nothing(isolation):
        return [_AS_A_USER] if "uid" in isolation.layers else []
    return [sentence for layer, sentence in _ADVICE.items() if layer not in isolation.layers]


def _runs_nothing(isolation: IsolationReport) -> bool:
    return bool(isolation.probes and not isolation.blocked and not isolation.open)


def counted(isolation: IsolationReport, language: Language | None = None) -> str:
    """How many probes were refused, and what came through, in one line."""
    if not isolation.probes or _runs_nothing(isolation):
        return ""
    names = [name.replace("_", " ") for name in isolation.open]
    language = language or _english()
    refused = language.text("{blocked} of {all} probes refused", blocked=isolation.blocked, all=isolation.probes)
    if not names:
        return refused
    shown, left = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    named = language.text("{names} and {count} more", names=shown, count=left) if left > 0 else shown
    return language.text("{refused}; open: {names}", refused=refused, names=named)


def _english() -> Language:
    from grader.language import ENGLISH  # late: the command's help needs none of what it brings along

    return ENGLISH


def told(isolation: IsolationReport, language: Language) -> str:
    """A report's isolation in one line."""
    trusted = language.text("run all the same, because the teacher trusted this code") if isolation.trusted else ""
    note = language.text(isolation.note).rstrip(".")
    return ". ".join(filter(None, (language.text(isolation.level), counted(isolation, language), trusted, note)))
