"""Sentences as data, and saying them in a language.

A message is kept as its English template and what fills it (`model.Said`), so the language is chosen when a report is
shown, and never before. A `Language` is a catalog: the template in English -> the template in that language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from typing import Any

from grader.model import CheckResult, Evidence, Finding, Help, Picture, Report, Said
from grader.numbers import show

_PARSER = Formatter()
_NAME = re.compile(r"\{(\w+)\}")


class _Filler(Formatter):
    """str.format without attribute or index access, so that a value can never reach into another."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs[field_name], field_name


def said(template: str, /, **values: Any) -> Said:
    """The sentence as data. Numbers and lists are written for people; texts and other sentences stay as they are."""
    return Said(template=template, values={name: _shown(value) for name, value in values.items()})


def _shown(value: Any) -> str | Said:
    return value if isinstance(value, str | Said) else show(value)


def fill(template: str, values: Mapping[str, Any]) -> str:
    """The template with every value written for people. Raises KeyError for an unknown name."""
    shown = {name: english([value]) if isinstance(value, Said) else _shown(value) for name, value in values.items()}
    return " ".join(_Filler().vformat(template, (), shown).split())


def english(sentences: Iterable[Said]) -> str:
    return ENGLISH.say(*sentences)


def names_in(template: str) -> set[str]:
    """The names that a template mentions. Raises ValueError when its braces do not fit."""
    return {name for _, name, _, _ in _PARSER.parse(template) if name is not None}


@dataclass(frozen=True)
class Language:
    """A language to say things in. What its catalog lacks is said in English."""

    code: str = "en"
    catalog: Mapping[str, str] = field(default_factory=dict)

    def say(self, *sentences: Said) -> str:
        """The sentences, filled, one after the other."""
        return " ".join(filter(None, map(self._one, sentences)))

    def _one(self, sentence: Said) -> str:
        values = {name: self._value(name, value) for name, value in sentence.values.items()}
        return fill(self.catalog.get(sentence.template, sentence.template), values)

    def _value(self, name: str, value: str | Said) -> str:
        if isinstance(value, Said):
            return self._one(value)
        # A single word is a name in code, which stays as it is, even when it is also a word of ours ("loss").
        return self.shown(self.text(value)) if " " in value or name.endswith("label") else value

    def text(self, text: str, /, **values: Any) -> str:
        """A text of ours, filled; one that was filled elsewhere is recognised by its template."""
        if values:
            return fill(self.catalog.get(text, text), values)
        return self.catalog.get(text) or self._recognised(text)

    def count(self, one: str, many: str, amount: int, /, **values: Any) -> str:
        """The text for one or for many; it may mention {count}."""
        return self.text(one if amount == 1 else many, count=f"{amount:,}", **values)

    def shown(self, value: str) -> str:
        """A value as numbers.show wrote it: numbers stay as they are, how many there are is said in words."""
        if not self.catalog:
            return value
        return _AMOUNT.sub(lambda found: self.text(f"({{count}} {found[2]})", count=found[1]), value)

    def _recognised(self, text: str) -> str:
        if not self.catalog or len(text) > _LONGEST:
            return text
        sentences = _SENTENCE_END.split(text, maxsplit=_MOST_SENTENCES)
        return self._all_of(sentences) or self._beginning_of(sentences)

    def _all_of(self, sentences: Sequence[str]) -> str | None:
        """The sentences, each part of them recognised; a template may be several sentences long."""
        for size in range(1, len(sentences) + 1):
            first = self._by_pattern(" ".join(sentences[:size]))
            rest = "" if size == len(sentences) else self._all_of(sentences[size:]) if first is not None else None
            if first is not None and rest is not None:
                return f"{first} {rest}" if rest else first
        return None

    def _beginning_of(self, sentences: Sequence[str]) -> str:
        """Where the end is somebody else's text, what comes before it is said all the same."""
        for size in range(len(sentences) - 1, 0, -1):
            first = self._all_of(sentences[:size])
            if first is not None:
                return " ".join([first, *sentences[size:]])
        return " ".join(sentences)

    def _by_pattern(self, text: str) -> str | None:
        known = self.catalog.get(text)
        if known is not None and not _NAME.search(text):
            return known
        for parts, pattern, template in self._patterns:
            # All but a few are told by a look at their own words.
            match = pattern.fullmatch(text) if all(part in text for part in parts) else None
            if match:
                return fill(template, {name: self._value(name, value) for name, value in match.groupdict().items()})
        return None

    @cached_property
    def _patterns(self) -> list[tuple[list[str], re.Pattern[str], str]]:
        """The templates as patterns, those with the most text of their own first."""
        telling = [(english, own) for english, own in self.catalog.items() if _is_telling(english)]
        telling.sort(key=lambda pair: -len(_NAME.sub("", pair[0])))
        return [(_NAME.split(english)[::2], _pattern(english), own) for english, own in telling]


_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=\S)")
_AMOUNT = re.compile(r"\(([\d,]+) (values|characters)\)")
# More sentences than these are no message of ours.
_MOST_SENTENCES = 8
_LONGEST = 2_000
_FEWEST_WORDS = 3


def _is_telling(template: str) -> bool:
    """Whether a filled template can be told from what a learner may have written."""
    names = names_in(template)
    return bool(names) and (names == {"count"} or len(_NAME.sub("", template).split()) >= _FEWEST_WORDS)


def _pattern(template: str) -> re.Pattern[str]:
    """What a filled template looks like; a name that stands twice has the same value twice, {count} is a number."""
    parts, seen = [], set[str]()
    for place, part in enumerate(_NAME.split(template)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            parts.append(f"(?P<{part}>{_NUMBER if part == 'count' else '.+?'})")
            seen.add(part)
    return re.compile("".join(parts), re.DOTALL)


_NUMBER = r"\d[\d,.]*"

ENGLISH = Language()


def translated(report: Report, language: Language) -> Report:
    """The report as it reads in another language. Numbers, names and code stay as they are."""
    if not language.catalog:
        return report
    return report.model_copy(
        update={
            "findings": tuple(_finding(found, language) for found in report.findings),
            "checks": tuple(_check(check, language) for check in report.checks),
            "notes": tuple(map(language.text, report.notes)),
        }
    )


def _finding(found: Finding, language: Language) -> Finding:
    return found.model_copy(update={**_texts(found, language), "evidence": _evidence(found.evidence, language)})


def _texts(found: Finding, language: Language) -> dict[str, str | None]:
    words = found.evidence.words
    if words is None:
        plain = {"headline": found.headline, "message": found.message, "question": found.question}
        return {place: text and language.text(text) for place, text in plain.items()}
    return {
        "headline": language.say(*words.headline),
        "message": language.say(*words.message),
        "question": language.say(*words.question),
    }


def _evidence(evidence: Evidence, language: Language) -> Evidence:
    # In another language there are no words to translate once more.
    update: dict[str, Any] = {"words": None}
    if evidence.help is not None:
        update["help"] = _help(evidence.help, language)
    if evidence.picture is not None:
        update["picture"] = _picture(evidence.picture, language)
    return evidence.model_copy(update=update)


def _picture(picture: Picture, language: Language) -> Picture:
    series = tuple(one.model_copy(update={"label": language.text(one.label)}) for one in picture.series)
    places = ("title", "x_label", "y_label", "alt")
    return picture.model_copy(
        update={"series": series, **{place: language.text(getattr(picture, place)) for place in places}}
    )


def _help(help: Help, language: Language) -> Help:
    if help.words is None:
        return help
    lines = tuple(language.say(line) for line in help.words.message)
    return help.model_copy(update={"lines": lines, "question": language.say(*help.words.question)})


def _check(check: CheckResult, language: Language) -> CheckResult:
    return check.model_copy(update={"sentence": language.text(check.sentence), "message": language.text(check.message)})
