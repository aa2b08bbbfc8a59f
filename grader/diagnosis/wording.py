"""From a template and numbers to a Finding. Sentences live in TOML; this module only fills them in."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.values import unpack
from grader.language import english, names_in, said
from grader.model import Evidence, Finding, Level, Picture, Said, Words, json_value
from grader.numbers import printable, show

_LONGEST_TEXT = 200
# Numbers, or signs of text, in one value of a report; more of them are nothing that people read.
_MOST_CARRIED = 1_000
# A message has fewer than 120 words; a headline's are not counted here.
MOST_WORDS = 115
_OPENINGS = ("Either: {headline}", "Or: {headline}")
_PLACES = ("headline", "message", "question")


@cache
def generic_texts() -> Mapping[str, Mapping[str, str]]:
    """The sentences for faults that any exercise can have, by id."""
    return tomllib.loads(resources.files("grader.diagnosis").joinpath("generic.toml").read_text(encoding="utf-8"))


def told(text: str) -> str:
    """Text that learner code produced, on one line, visible and short."""
    shown = text[: 5 * _LONGEST_TEXT]
    line = " ".join(printable(shown, lines=True).split())
    is_whole = len(line) <= _LONGEST_TEXT and len(shown) == len(text)
    return line if is_whole else line[: _LONGEST_TEXT - 1] + "…"


def finding(
    kind: str,
    level: Level,
    values: Mapping[str, Any],
    *,
    mistake: str | tuple[str, ...] | None = None,
    line: int | None = None,
    evidence: Evidence | None = None,
) -> Finding:
    """A finding worded by generic.toml's entry `kind`."""
    texts = generic_texts()[kind]
    return worded(level, _words(texts, values), mistake=mistake, line=line, evidence=evidence)


def _words(texts: Mapping[str, str], values: Mapping[str, Any]) -> Words:
    return Words(**{place: (said(texts[place], **_mentioned(texts[place], values)),) for place in _PLACES})


def _mentioned(template: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in sorted(names_in(template))}


def worded(
    level: Level,
    words: Words,
    *,
    mistake: str | tuple[str, ...] | None = None,
    line: int | None = None,
    evidence: Evidence | None = None,
) -> Finding:
    """A finding in these sentences, in English; what they are made of is kept for other languages."""
    return Finding(
        mistake=mistake,
        level=level,
        line=line,
        headline=english(words.headline),
        message=english(words.message),
        question=english(words.question),
        evidence=(evidence or Evidence()).model_copy(update={"words": words}),
    )


def reworded(found: Finding, message: Sequence[Said], **changes: Any) -> Finding:
    """The finding with another message."""
    words = found.evidence.words
    assert words is not None
    shown = found.evidence.model_copy(update={"words": with_message(words, message)})
    return found.model_copy(update={"message": english(message), "evidence": shown, **changes})


def about(mistake: Mistake, values: Mapping[str, Any]) -> Words:
    """What is said of a mistake."""
    return _words({"headline": mistake.headline, "message": mistake.message, "question": mistake.question}, values)


def with_message(words: Words, message: Iterable[Said]) -> Words:
    """The words with another message."""
    return words.model_copy(update={"message": tuple(message)})


def within_limit(sentences: Sequence[Said], *more: Said, limit: int = MOST_WORDS) -> list[Said]:
    """The sentences, with as many of the others as can still be read; what they say also stands in the evidence."""
    kept = list(sentences)
    for sentence in more:
        if len(english([*kept, sentence]).split()) <= limit:
            kept.append(sentence)
    return kept


def named_inputs(parameters: Sequence[str], args: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(parameters, args, strict=False))


def named_outputs(outputs: Sequence[str], value: Any) -> Any:
    """The outputs by name; the bare value when it does not come apart into them."""
    parts = unpack(value, len(outputs))
    return safe(value) if parts is None else {name: safe(part) for name, part in zip(outputs, parts, strict=True)}


def safe(value: Any) -> Any:
    """The value as a report carries it: as JSON does, or as one short line when it would fill pages."""
    if is_large(value):
        return show(value)
    try:
        return json_value(value)
    except (TypeError, RecursionError):
        return told(getattr(value, "text", type(value).__name__))


def is_large(value: Any) -> bool:
    """Whether a value holds more than a report carries. Stops counting as soon as it does."""
    left, waiting = _MOST_CARRIED, [value]
    while waiting and left >= 0:
        item = waiting.pop()
        left -= _extent(item)
        if left >= 0 and isinstance(item, list | tuple | dict):
            waiting += [*item, *item.values()] if isinstance(item, dict) else item
    return left < 0


def _extent(item: Any) -> int:
    if isinstance(item, np.ndarray):
        return math.prod(max(dim, 1) for dim in item.shape)  # an empty one may have a million empty rows
    if isinstance(item, int):
        return 1 + item.bit_length() // 64
    return len(item) if isinstance(item, str | bytes | list | tuple | dict) else 1


def evidence(
    parameters: Sequence[str],
    args: Sequence[Any],
    outputs: Sequence[str],
    yours: Any,
    named: Any = None,
    picture: Picture | None = None,
) -> Evidence:
    return Evidence(
        inputs=named_inputs(parameters, args),
        yours=named_outputs(outputs, yours),
        named=None if named is None else named_outputs(outputs, named),
        picture=picture,
    )


def inputs_text(parameters: Sequence[str], args: Sequence[Any]) -> str:
    return ", ".join(f"{name} = {show(arg)}" for name, arg in zip(parameters, args, strict=False))


def yours_text(outputs: Sequence[str], value: Any) -> str:
    """The learner's answer, short: `grad = −16, w_new = 2.6`."""
    parts = unpack(value, len(outputs))
    if parts is None:
        whole = safe(value)
        return told(whole) if isinstance(whole, str) else show(whole)
    if len(outputs) == 1:
        return _brief(value)
    return ", ".join(f"{name} = {_brief(part)}" for name, part in zip(outputs, parts, strict=True))


def _brief(value: Any) -> str:
    return show(value if is_large(value) else safe(value))


def listed(names: Sequence[str | Said]) -> str | Said:
    """a; a and b; a, b and c"""
    if len(names) < 2:
        return names[0] if names else ""
    return said("{some} and {last}", some=_joined(names[:-1]), last=names[-1])


def _joined(names: Sequence[str | Said]) -> str | Said:
    first, *rest = names
    return said("{first}, {rest}", first=first, rest=_joined(rest)) if rest else first


def alternatives(readings: Sequence[Sequence[Said]]) -> list[Said]:
    """One set of mistakes, or another: each mistake is told by its headline."""
    return [
        said(opening if place == 0 else "And: {headline}", headline=headline)
        for opening, reading in zip(_OPENINGS if len(readings) > 1 else _OPENINGS[1:], readings, strict=False)
        for place, headline in enumerate(reading)
    ]
