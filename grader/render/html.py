"""A class page and learner pages: each one self-contained file, complete without script or network.

Every value a template prints passes through `printable` and then through escaping: no template can forget it.
A content policy in the page lets only our own style and script run, should escaping ever fail.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.language import ENGLISH, Language, translated
from grader.model import CheckResult, Finding, Repair, Report, Verdict
from grader.numbers import elided, percent, points, printable, seconds
from grader.render import evidence, isolation, svg
from grader.render.tally import ExerciseTally, LearnerRow, MistakeTally, Tally, Who, best, tally, who
from grader.render.words import (
    CHECK_WORDS,
    LEVELS,
    message,
    mistake_label,
    person,
    question,
    short_score,
    told,
    verdict_words,
)

PEOPLE_SHOWN = 12
PROBLEMS_SHOWN = 15

_TEMPLATES = resources.files("grader.render").joinpath("templates")


def _finalize(value: Any) -> Any:
    return printable(value, lines=True) if isinstance(value, str) and not isinstance(value, Markup) else value


def _policy(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


_ENVIRONMENT = Environment(
    loader=PackageLoader("grader.render"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
    auto_reload=False,
)
_STYLE = Markup(_TEMPLATES.joinpath("style.css").read_text(encoding="utf-8") + svg.STYLE)
_SCRIPT = Markup(_TEMPLATES.joinpath("table.js").read_text(encoding="utf-8"))
_ENVIRONMENT.globals.update(style=_STYLE, script=_SCRIPT, style_policy=_policy(_STYLE), script_policy=_policy(_SCRIPT))
_CLASS = _ENVIRONMENT.get_template("class.html")
_LEARNER = _ENVIRONMENT.get_template("learner.html")


# --- the class ----------------------------------------------------------------------------------------------


def class_page(
    course_title: str,
    reports: Iterable[Report],
    *,
    titles: Mapping[str, str],
    link: Mapping[str, str],
    generated_note: str = "",
    language: Language = ENGLISH,
) -> str:
    """The page of a whole class. `link` has the file name of each learner's page, as seen from this one."""
    titles = {stem: language.text(title) for stem, title in titles.items()}
    counted = tally((translated(report, language) for report in reports), titles, language)
    links = _Links(link, titles, language)
    return _CLASS.render(
        **_texts_of(language),
        course_title=language.text(course_title),
        facts=_facts(counted, language),
        hill=_hill(counted.passed / len(counted.reports) if counted.reports else 0.0),
        exercises=[_exercise_bar(one, titles) for one in counted.exercises],
        mistakes=[_mistake(one, links) for one in counted.mistakes],
        rows=[_row(row, counted, links) for row in counted.rows],
        max_score=points(counted.max_score),
        problems=[_problem(report, links) for report in counted.problems],
        problems_shown=PROBLEMS_SHOWN,
        our_faults=_our_faults(counted),
        isolation=_isolation(counted.reports, language),
        versions=", ".join(dict.fromkeys(report.grader for report in counted.reports)),
        generated_note=generated_note,
    )


def _texts_of(language: Language) -> dict[str, Any]:
    """What templates say things with: _("text"), count("one", "many", n), around("text with a {place}")."""

    def around(text: str, **values: Any) -> list[str]:
        """The texts before and after {place}, which is something marked up."""
        return language.text(text, place="\0", **values).split("\0")

    return {"_": language.text, "count": language.count, "around": around, "code": language.code.replace("_", "-")}


class _Links:
    """Addresses of learner pages, titles of exercises, and the language of both."""

    def __init__(self, link: Mapping[str, str], titles: Mapping[str, str], language: Language) -> None:
        self.link, self.titles, self.language = link, titles, language

    def to(self, one: Who, stem: str | None = None) -> str | None:
        """The address of a learner's page, quoted and relative: no file name becomes a scheme or a host."""
        file = self.link.get(one[0]) if one[0] is not None else None
        if file is None:
            return None
        # errors="replace": a name with half a surrogate pair has no address
        address = "./" + quote(file.replace("\\", "/"), safe="/", errors="replace")
        return f"{address}#{anchor(stem)}" if stem is not None else address

    def title(self, stem: str) -> str:
        return self.titles.get(stem, stem)


def anchor(stem: str) -> str:
    """Where an exercise stands on a learner's page."""
    return "exercise-" + re.sub(r"[^A-Za-z0-9_-]", "-", stem)


def _label(one: Who, language: Language) -> str:
    if one[0] is not None:
        return person(one[0], language)
    return elided(printable(f"{language.text('no name')}: {one[1]}"), 60)


def _facts(counted: Tally, language: Language) -> list[tuple[str, str]]:
    learners = sum(row.who[0] is not None for row in counted.rows)
    return [
        (language.count("submission", "submissions", len(counted.reports)), f"{len(counted.reports):,}"),
        (language.count("learner", "learners", learners), f"{learners:,}"),
        (language.text("passed"), percent(counted.passed, len(counted.reports))),
    ]


def _exercise_bar(one: ExerciseTally, titles: Mapping[str, str]) -> dict[str, Any]:
    total = one.learners
    shares = [100 * part / total for part in (one.passed, one.not_yet, one.stopped)]
    return {
        "title": titles.get(one.stem, one.stem),
        "stem": one.stem,
        "tally": one,
        "percent": percent(one.passed, total),
        "bars": [
            {"x": f"{sum(shares[:k]):.2f}", "width": f"{share:.2f}", "tone": tone}
            for k, (share, tone) in enumerate(zip(shares, ("good", "open", "stopped"), strict=True))
            if share
        ],
    }


def _mistake(one: MistakeTally, links: _Links) -> dict[str, Any]:
    language = links.language
    people = [{"name": _label(each, language), "href": links.to(each, one.exercise)} for each in one.people]
    again = one.submissions - len(people)
    return {
        "headline": one.headline if one.ids else language.text("No known mistake matches"),
        "label": one.label if one.ids else None,
        "exercise": links.title(one.exercise),
        "count": len(people),
        "unit": language.count("learner", "learners", len(people)),
        "again": language.count("in {count} submission", "in {count} submissions", one.submissions) if again else "",
        "people": people[:PEOPLE_SHOWN],
        "more": people[PEOPLE_SHOWN:],
    }


def _row(row: LearnerRow, counted: Tally, links: _Links) -> dict[str, Any]:
    return {
        "name": _label(row.who, links.language),
        "href": links.to(row.who),
        "score": points(row.score),
        "sort_score": row.score,
        "all_passed": row.passed == len(counted.exercises),
        "cells": [_cell(row, one.stem, links) for one in counted.exercises],
    }


def _cell(row: LearnerRow, stem: str, links: _Links) -> dict[str, Any] | None:
    report = row.best.get(stem)
    if report is None:
        return None
    return {
        "words": verdict_words(report.verdict, links.language),
        "score": short_score(report),
        "sort": report.score,
        "quiet": report.verdict is Verdict.PASSED and len(row.attempts[stem]) == 1,
        "href": links.to(row.who, stem),
        "attempts": len(row.attempts[stem]),
        "told": "" if report.verdict is Verdict.PASSED else told(report, links.language),
    }


def _problem(report: Report, links: _Links) -> dict[str, Any]:
    one = who(report)
    return {
        "name": _label(one, links.language),
        "href": links.to(one, report.exercise),
        "exercise": links.title(report.exercise),
        "words": verdict_words(report.verdict, links.language),
        "told": told(report, links.language),
        "notes": report.notes,
        "origin": report.origin,
        "time": seconds(report.timing.total_ms),
    }


def _our_faults(counted: Tally) -> int:
    return sum(report.verdict is Verdict.INTERNAL for report in counted.problems)


def _repair(repair: Repair, language: Language) -> str:
    # Around the code, not through a template: whitespace in code stays as it is.
    around = language.text(
        "with line {line} as {after} instead of {before}, every answer was right",
        line=str(repair.line),
        after="\0a\0",
        before="\0b\0",
    )
    return around.replace("\0a\0", f"`{repair.after}`").replace("\0b\0", f"`{repair.before}`")


def _isolation(reports: Sequence[Report], language: Language) -> str:
    levels: dict[str, int] = {}
    for report in reports:
        level = language.text(report.isolation.level)
        if report.isolation.trusted:
            level = language.text("{level} (trusted by the teacher)", level=level)
        levels[level] = levels.get(level, 0) + 1
    if len(levels) == 1:
        return next(iter(levels))
    return ", ".join(
        language.text("{level} for {count}", level=level, count=f"{number:,}") for level, number in levels.items()
    )


def _hill(share: float) -> dict[str, Any]:
    """The slope of the page's head with a ball on it: the further the class, the further down."""
    xs = [k / 24 for k in range(25)]
    ball = 0.06 + 0.72 * share
    steps = [ball * k / 4 for k in range(4)] if share > 0 else []
    return {
        "path": "M" + "L".join(f"{320 * x:.1f},{_slope(x):.1f}" for x in xs),
        "ball": (f"{320 * ball:.1f}", f"{_slope(ball) - 7:.1f}"),
        "steps": [(f"{320 * x:.1f}", f"{_slope(x) - 4:.1f}") for x in steps[1:]],
    }


def _slope(x: float) -> float:
    """A valley with its bottom at 0.78, 96 units high."""
    return 90 - 78 * ((math.cos(math.pi * min(x / 0.78, 1.0)) + 1) / 2 if x < 0.78 else ((x - 0.78) / 0.9) ** 2)


# --- one learner --------------------------------------------------------------------------------------------


def learner_page(
    course_title: str,
    learner: str | None,
    reports: Iterable[Report],
    titles: Mapping[str, str],
    *,
    index: str | None = None,
    generated_note: str = "",
    language: Language = ENGLISH,
) -> str:
    """All that one learner was told, one card an exercise; `index` is the address of the class page."""
    kept = [translated(report, language) for report in reports]
    titles = {stem: language.text(title) for stem, title in titles.items()}
    attempts = _in_course_order(kept, titles)
    results = [best(of_one) for of_one in attempts.values()]
    passed = sum(result.verdict is Verdict.PASSED for result in results)
    return _LEARNER.render(
        **_texts_of(language),
        course_title=language.text(course_title),
        name=person(learner, language),
        facts=[
            (language.text("exercises passed"), _of(str(passed), str(len(results)), language)),
            (language.text("points"), _points(results, language)),
        ],
        hill=_hill(passed / len(results) if results else 0.0),
        contents=[_entry(one, titles, language) for one in results],
        cards=[_card_with_earlier(of_one, titles.get(stem, stem), language) for stem, of_one in attempts.items()],
        index=quote(index, safe="/.") if index else None,
        generated_note=generated_note,
    )


def _of(got: str, most: str, language: Language) -> str:
    return language.text("{got} of {most}", got=got, most=most)


def _points(reports: Sequence[Report], language: Language) -> str:
    got, most = sum(one.score for one in reports), sum(one.max_score for one in reports)
    return _of(points(got), points(most), language)


def _in_course_order(reports: Sequence[Report], titles: Mapping[str, str]) -> dict[str, list[Report]]:
    present = dict.fromkeys(report.exercise for report in reports)
    stems = [stem for stem in titles if stem in present] + [stem for stem in present if stem not in titles]
    return {stem: [report for report in reports if report.exercise == stem] for stem in stems}


def _entry(report: Report, titles: Mapping[str, str], language: Language) -> dict[str, Any]:
    return {
        "title": titles.get(report.exercise, report.exercise),
        "href": "#" + anchor(report.exercise),
        "words": verdict_words(report.verdict, language),
    }


def _card_with_earlier(attempts: Sequence[Report], title: str, language: Language) -> dict[str, Any]:
    """The newest attempt as a card, the earlier ones folded away inside it."""
    total = len(attempts)
    *earlier, newest = (
        _card(report, language.text("attempt {place} of {all}", place=place, all=total) if total > 1 else "", language)
        for place, report in enumerate(attempts, start=1)
    )
    return newest | {"id": anchor(attempts[-1].exercise), "title": title, "earlier": earlier[::-1]}


def _card(report: Report, attempt: str, language: Language) -> dict[str, Any]:
    finding = report.findings[0] if report.findings and report.verdict is not Verdict.PASSED else None
    return {
        "attempt": attempt,
        "words": verdict_words(report.verdict, language),
        "score": "" if report.verdict is Verdict.INTERNAL else _score(report, language),
        "told": told(report, language),
        "finding": _finding(finding, language) if finding else None,
        "checks": [_check(check, language) for check in report.checks],
        "notes": report.notes,
        "teacher": _teacher(report, finding, language),
    }


def _score(report: Report, language: Language) -> str:
    return language.text("{got} of {most} points", got=points(report.score), most=points(report.max_score))


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    picture = finding.evidence.picture if finding.evidence.help is None else None
    return {
        "headline": finding.headline,
        "message": message(finding),
        "line": finding.line,
        "question": question(finding),
        "numbers": evidence.numbers(finding.evidence, language),
        "picture": _picture(finding, language) if picture else None,
        "label": mistake_label(finding, language),
        "level": finding.level,
        "level_words": language.text(LEVELS[finding.level]),
    }


def _picture(finding: Finding, language: Language) -> dict[str, Any] | None:
    picture = finding.evidence.picture
    if picture is None:
        return None
    return {
        "svg": Markup(svg.svg(picture, styled=False, language=language)),
        "title": picture.title,
        "grid": evidence.picture_grid(picture),
    }


def _check(check: CheckResult, language: Language) -> dict[str, Any]:
    words = verdict_words(check.verdict, language)
    return {
        "sign": words.sign,
        "tone": words.tone,
        "word": language.text(CHECK_WORDS[check.verdict]),
        "sentence": check.sentence or check.id,
        "id": check.id,
        "points": f"{points(check.points)}/{points(check.max_points)}",
        "message": check.message,
    }


def _cause(shown: Finding, language: Language) -> str:
    level = language.text("(level {level})", level=shown.level)
    return f"{mistake_label(shown, language)} {level}. {language.text(LEVELS[shown.level])}"


def _teacher(report: Report, shown: Finding | None, language: Language) -> dict[str, Any]:
    """What stands behind the card: the cause, the other findings, what checks said, how it was graded."""
    when = report.submitted_at.strftime("%Y-%m-%d %H:%M %Z").strip() if report.submitted_at else ""
    others = [finding for finding in report.findings if finding is not shown]
    return {
        "cause": _cause(shown, language) if shown else "",
        "others": [_finding(finding, language) | {"picture": None} for finding in others],
        "messages": [check for check in report.checks if check.message],
        "facts": [
            *(
                [(language.text("Repair"), _repair(shown.evidence.repair, language))]
                if shown and shown.evidence.repair
                else []
            ),
            *([(language.text("Handed in"), when)] if when else []),
            (language.text("Submission"), report.submission[:12]),
            (language.text("Read from"), report.origin),
            (language.text("Isolation"), isolation.told(report.isolation, language)),
            (language.text("Graded in"), seconds(report.timing.total_ms)),
            (language.text("Grader"), report.grader),
            *([(language.text("Variant"), str(report.variant))] if report.variant is not None else []),
        ],
    }
