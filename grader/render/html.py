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

from grader.model import CheckResult, Finding, Repair, Report, Verdict
from grader.render import evidence, isolation, svg
from grader.render.numbers import count, elided, percent, points, printable, score, seconds
from grader.render.tally import ExerciseTally, LearnerRow, MistakeTally, Tally, Who, best, tally, who
from grader.render.words import (
    CHECK_WORDS,
    LEVELS,
    VERDICTS,
    Words,
    message,
    mistake_label,
    person,
    question,
    short_score,
    told,
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
) -> str:
    """The page of a whole class. `link` has the file name of each learner's page, as seen from this one."""
    counted = tally(reports, titles)
    links = _Links(link, titles)
    return _CLASS.render(
        course_title=course_title,
        facts=_facts(counted),
        hill=_hill(counted.passed / len(counted.reports) if counted.reports else 0.0),
        exercises=[_exercise_bar(one, titles) for one in counted.exercises],
        mistakes=[_mistake(one, links) for one in counted.mistakes],
        rows=[_row(row, counted, links) for row in counted.rows],
        max_score=points(counted.max_score),
        problems=[_problem(report, links) for report in counted.problems],
        problems_shown=PROBLEMS_SHOWN,
        our_faults=_our_faults(counted),
        isolation=_isolation(counted.reports),
        versions=", ".join(dict.fromkeys(report.grader for report in counted.reports)),
        generated_note=generated_note,
    )


class _Links:
    """Addresses of learner pages and titles of exercises."""

    def __init__(self, link: Mapping[str, str], titles: Mapping[str, str]) -> None:
        self.link, self.titles = link, titles

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


def _label(one: Who) -> str:
    return person(one[0]) if one[0] is not None else elided(printable(f"no name: {one[1]}"), 60)


def _facts(counted: Tally) -> list[tuple[str, str]]:
    learners = sum(row.who[0] is not None for row in counted.rows)
    return [
        ("submission" if len(counted.reports) == 1 else "submissions", f"{len(counted.reports):,}"),
        ("learner" if learners == 1 else "learners", f"{learners:,}"),
        ("passed", percent(counted.passed, len(counted.reports))),
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
    people = [{"name": _label(each), "href": links.to(each, one.exercise)} for each in one.people]
    again = one.submissions - len(people)
    return {
        "headline": one.headline if one.ids else "No known mistake matches",
        "label": one.label if one.ids else None,
        "exercise": links.title(one.exercise),
        "count": len(people),
        "unit": "learner" if len(people) == 1 else "learners",
        "again": f"in {count(one.submissions, 'submission')}" if again else "",
        "people": people[:PEOPLE_SHOWN],
        "more": people[PEOPLE_SHOWN:],
    }


def _row(row: LearnerRow, counted: Tally, links: _Links) -> dict[str, Any]:
    return {
        "name": _label(row.who),
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
    words = VERDICTS[report.verdict]
    return {
        "words": words,
        "score": short_score(report),
        "sort": report.score,
        "quiet": report.verdict is Verdict.PASSED and len(row.attempts[stem]) == 1,
        "href": links.to(row.who, stem),
        "attempts": len(row.attempts[stem]),
        "told": "" if report.verdict is Verdict.PASSED else told(report),
    }


def _problem(report: Report, links: _Links) -> dict[str, Any]:
    one = who(report)
    return {
        "name": _label(one),
        "href": links.to(one, report.exercise),
        "exercise": links.title(report.exercise),
        "words": VERDICTS[report.verdict],
        "told": told(report),
        "notes": report.notes,
        "origin": report.origin,
        "time": seconds(report.timing.total_ms),
    }


def _our_faults(counted: Tally) -> str:
    faults = sum(report.verdict is Verdict.INTERNAL for report in counted.problems)
    return count(faults, "submission") if faults else ""


def _repair(repair: Repair) -> str:
    return f"with line {repair.line} as `{repair.after}` instead of `{repair.before}`, every answer was right"


def _isolation(reports: Sequence[Report]) -> str:
    levels: dict[str, int] = {}
    for report in reports:
        level = report.isolation.level + (" (trusted by the teacher)" if report.isolation.trusted else "")
        levels[level] = levels.get(level, 0) + 1
    if len(levels) == 1:
        return next(iter(levels))
    return ", ".join(f"{level} for {number:,}" for level, number in levels.items())


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
) -> str:
    """All that one learner was told, one card an exercise; `index` is the address of the class page."""
    kept = list(reports)
    attempts = _in_course_order(kept, titles)
    results = [best(of_one) for of_one in attempts.values()]
    passed = sum(result.verdict is Verdict.PASSED for result in results)
    return _LEARNER.render(
        course_title=course_title,
        name=person(learner),
        facts=[
            ("exercises passed", f"{passed} of {len(results)}"),
            ("points", score(sum(one.score for one in results), sum(one.max_score for one in results))),
        ],
        hill=_hill(passed / len(results) if results else 0.0),
        contents=[_entry(one, titles) for one in results],
        cards=[_card_with_earlier(of_one, titles.get(stem, stem)) for stem, of_one in attempts.items()],
        index=quote(index, safe="/.") if index else None,
        generated_note=generated_note,
    )


def _in_course_order(reports: Sequence[Report], titles: Mapping[str, str]) -> dict[str, list[Report]]:
    present = dict.fromkeys(report.exercise for report in reports)
    stems = [stem for stem in titles if stem in present] + [stem for stem in present if stem not in titles]
    return {stem: [report for report in reports if report.exercise == stem] for stem in stems}


def _entry(report: Report, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": titles.get(report.exercise, report.exercise),
        "href": "#" + anchor(report.exercise),
        "words": VERDICTS[report.verdict],
    }


def _card_with_earlier(attempts: Sequence[Report], title: str) -> dict[str, Any]:
    """The newest attempt as a card, the earlier ones folded away inside it."""
    total = len(attempts)
    *earlier, newest = (
        _card(report, f"attempt {place} of {total}" if total > 1 else "")
        for place, report in enumerate(attempts, start=1)
    )
    return newest | {"id": anchor(attempts[-1].exercise), "title": title, "earlier": earlier[::-1]}


def _card(report: Report, attempt: str) -> dict[str, Any]:
    finding = report.findings[0] if report.findings and report.verdict is not Verdict.PASSED else None
    return {
        "attempt": attempt,
        "words": VERDICTS[report.verdict],
        "score": "" if report.verdict is Verdict.INTERNAL else f"{score(report.score, report.max_score)} points",
        "told": told(report),
        "finding": _finding(finding) if finding else None,
        "checks": [_check(check) for check in report.checks],
        "notes": report.notes,
        "teacher": _teacher(report, finding),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    picture = finding.evidence.picture if finding.evidence.help is None else None
    return {
        "headline": finding.headline,
        "message": message(finding),
        "line": finding.line,
        "question": question(finding),
        "numbers": evidence.numbers(finding.evidence),
        "picture": _picture(finding) if picture else None,
        "label": mistake_label(finding),
        "level": finding.level,
        "level_words": LEVELS[finding.level],
    }


def _picture(finding: Finding) -> dict[str, Any] | None:
    picture = finding.evidence.picture
    if picture is None:
        return None
    return {
        "svg": Markup(svg.svg(picture, styled=False)),
        "title": picture.title,
        "grid": evidence.picture_grid(picture),
    }


def _check(check: CheckResult) -> dict[str, Any]:
    words: Words = VERDICTS[check.verdict]
    return {
        "sign": words.sign,
        "tone": words.tone,
        "word": CHECK_WORDS[check.verdict],
        "sentence": check.sentence or check.id,
        "id": check.id,
        "points": f"{points(check.points)}/{points(check.max_points)}",
        "message": check.message,
    }


def _teacher(report: Report, shown: Finding | None) -> dict[str, Any]:
    """What stands behind the card: the cause, the other findings, what checks said, how it was graded."""
    when = report.submitted_at.strftime("%Y-%m-%d %H:%M %Z").strip() if report.submitted_at else ""
    others = [finding for finding in report.findings if finding is not shown]
    return {
        "cause": f"{mistake_label(shown)} (level {shown.level}). {LEVELS[shown.level]}" if shown else "",
        "others": [_finding(finding) | {"picture": None} for finding in others],
        "messages": [check for check in report.checks if check.message],
        "facts": [
            *([("Repair", _repair(shown.evidence.repair))] if shown and shown.evidence.repair else []),
            *([("Handed in", when)] if when else []),
            ("Submission", report.submission[:12]),
            ("Read from", report.origin),
            ("Isolation", isolation.told(report.isolation)),
            ("Graded in", seconds(report.timing.total_ms)),
            ("Grader", report.grader),
            *([("Variant", str(report.variant))] if report.variant is not None else []),
        ],
    }
