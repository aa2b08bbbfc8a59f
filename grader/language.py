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

from grader.model import CheckResult, Finding, Help, Report, Said
from grader.render.numbers import show

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
        values = {name: self._one(v) if isinstance(v, Said) else self.text(v) for name, v in sentence.values.items()}
        return fill(self.catalog.get(sentence.template, sentence.template), values)

    def text(self, text: str, /, **values: Any) -> str:
        """A text of ours, filled; one that was filled elsewhere is recognised by its template."""
        if not self.catalog:
            return fill(text, values) if values else text
        template = self.catalog.get(text)
        if template is not None:
            return fill(template, values) if values else template
        return fill(text, values) if values else self._recognised(text)

    def _recognised(self, text: str) -> str:
        for pattern, template in self._patterns:
            match = pattern.fullmatch(text)
            if match:
                return fill(template, match.groupdict())
        return text

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """The templates as patterns, those with the most text of their own first."""
        with_names = [(english, own) for english, own in self.catalog.items() if _NAME.search(english)]
        with_names.sort(key=lambda pair: -len(_NAME.sub("", pair[0])))
        return [(_pattern(english), own) for english, own in with_names if len(_NAME.sub("", english).split()) > 1]


def _pattern(template: str) -> re.Pattern[str]:
    """What a filled template looks like; a name that stands twice has the same value twice."""
    parts, seen = [], set[str]()
    for place, part in enumerate(_NAME.split(template)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append(f"(?P={part})" if part in seen else f"(?P<{part}>.+?)")
            seen.add(part)
    return re.compile("".join(parts))


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
    words, help = found.evidence.words, found.evidence.help
    if help is not None:
        shown = found.evidence.model_copy(update={"help": _help(help, language)})
        found = found.model_copy(update={"evidence": shown})
    if words is None:
        return found
    return found.model_copy(
        update={
            "headline": language.say(*words.headline),
            "message": language.say(*words.message),
            "question": language.say(*words.question),
        }
    )


def _help(help: Help, language: Language) -> Help:
    if help.words is None:
        return help
    lines = tuple(language.say(line) for line in help.words.message)
    return help.model_copy(update={"lines": lines, "question": language.say(*help.words.question)})


def _check(check: CheckResult, language: Language) -> CheckResult:
    return check.model_copy(update={"sentence": language.text(check.sentence), "message": language.text(check.message)})
