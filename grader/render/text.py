"""Feedback for the terminal: one verdict, one message with its numbers, the checks. Readable without colour.

Nothing here is a markup string: all text goes through `Text`, so what learners wrote is never interpreted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.language import ENGLISH, Language, translated
from grader.model import CheckResult, Finding, Report, Verdict
from grader.numbers import elided, percent, points, printable, seconds
from grader.render import evidence
from grader.render.tally import Tally, slowest, tally
from grader.render.words import (
    CHECK_WORDS,
    VERDICTS,
    Tone,
    message,
    person,
    question,
    short_score,
    told,
    verdict_words,
)

WIDEST = 88
STYLES: dict[Tone, str] = {"good": "green", "open": "yellow", "stopped": "magenta", "ours": "cyan"}
INDENT = (0, 0, 0, 2)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def _prose(text: str, style: str = "") -> Text:
    return Text(printable(text, lines=True), style=style)


# --- one learner --------------------------------------------------------------------------------------------


def feedback(report: Report, exercise_title: str, language: Language = ENGLISH) -> RenderableType:
    """What one learner reads about one submission."""
    report = translated(report, language)
    parts: list[RenderableType] = [_verdict(report, language.text(exercise_title), language), Text()]
    if report.verdict is not Verdict.PASSED:
        parts += [*_message(report, language), Text()]
    return Constrain(Group(*parts, _checks(report.checks, language)), WIDEST)


def _verdict(report: Report, title: str, language: Language) -> Text:
    words = verdict_words(report.verdict, language)
    line = Text.assemble((f"{words.sign} {words.said}", f"bold {STYLES[words.tone]}"), "  ")
    line.append(printable(title), "bold")
    if report.verdict is not Verdict.INTERNAL:
        got, most = points(report.score), points(report.max_score)
        line.append("  " + language.text("{got} of {most} points", got=got, most=most))
    return line


def _message(report: Report, language: Language) -> list[RenderableType]:
    if not report.findings:
        return [_prose(told(report, language)), *(_prose(note, "dim") for note in report.notes)]
    finding = report.findings[0]
    parts: list[RenderableType] = [_prose(finding.headline, "bold")]
    said, asked = message(finding), question(finding)
    if said:
        parts += [Text(), _prose(said)]
    parts += _numbers(finding, language)
    if finding.line is not None:
        line = language.text("line {line}", line=str(finding.line))
        parts += [Text(), Text(language.text("Look at {place}.", place=line))]
    if asked:
        parts += [Text(), Text.assemble(("? ", "bold cyan"), _prose(asked, "italic"))]
    return parts


def _numbers(finding: Finding, language: Language) -> list[RenderableType]:
    numbers = evidence.numbers(finding.evidence, language)
    parts: list[RenderableType] = []
    if numbers.rows and all(row.yours in message(finding) for row in numbers.rows):
        return parts  # the message has them all
    if numbers.inputs:
        parts += [Text(), Text(language.text("For these inputs"), "dim"), Padding(_inputs(numbers.inputs), INDENT)]
    if numbers.rows:
        parts += [Text()] * (not parts) + [Padding(_answers(numbers, language), INDENT)]
    return parts


def _inputs(inputs: tuple[tuple[str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 1))
    for name, value in inputs:
        table.add_row(Text(name), Text("=" if name else "", "dim"), Text(value))
    return table


def _answers(numbers: evidence.Numbers, language: Language) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column(language.text("your code gives"), justify="right")
    if numbers.has_named:
        table.add_column(language.text("this mistake gives"), justify="right")
    for row in numbers.rows:
        cells = [row.name, row.yours, row.named][: 3 if numbers.has_named else 2]
        table.add_row(*map(Text, cells))
    return table


def _checks(checks: Iterable[CheckResult], language: Language) -> Table:
    table = Table.grid(padding=(0, 1))
    for check in checks:
        words = VERDICTS[check.verdict]
        style = STYLES[words.tone]
        table.add_row(
            Text(words.sign, style),
            Text(language.text(CHECK_WORDS[check.verdict]), style),
            _line(check.sentence or check.id),
        )
        if check.verdict is Verdict.PASSED and check.message:
            table.add_row("", "", Text(f"({printable(check.message)})", "dim"))
    return table


# --- a class ------------------------------------------------------------------------------------------------


def class_table(reports: Iterable[Report], language: Language = ENGLISH) -> Table:
    """One row a submission: who, what, how many points, and the first thing to say."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column(language.text("learner"), no_wrap=True, max_width=18)
    table.add_column(language.text("exercise"), no_wrap=True, max_width=16)
    table.add_column(language.text("score"), justify="right", no_wrap=True)
    table.add_column(language.text("verdict"), no_wrap=True)
    table.add_column(language.text("first finding"), ratio=1)
    for report in reports:
        words = verdict_words(report.verdict, language)
        sentence = told(translated(report, language), language)
        table.add_row(
            Text(person(report.learner, language)),
            _line(report.exercise),
            Text(short_score(report)),
            Text(f"{words.sign} {words.word}", STYLES[words.tone]),
            _line("" if sentence == words.sentence else elided(sentence, 120)),
        )
    return table


def class_summary(
    reports: Iterable[Report],
    titles: Mapping[str, str] | None = None,
    *,
    most: int = 5,
    language: Language = ENGLISH,
) -> RenderableType:
    """How many passed, the most frequent mistakes, and what took longest."""
    counted = tally((translated(report, language) for report in reports), titles, language)
    if not counted.reports:
        return Text(language.text("No submissions."))
    parts: list[RenderableType] = [_head(counted, language)]
    if counted.problems:
        stopped = language.count(
            "{count} submission stopped or not read.",
            "{count} submissions stopped or not read.",
            len(counted.problems),
        )
        parts.append(Text(stopped))
    named = [one for one in counted.mistakes if one.ids][:most]
    if named:
        table = _plain_columns()
        for found in named:
            people = Text(language.count("{count} learner", "{count} learners", len(found.people)))
            label = _line(f"{found.exercise}: {found.label}", "bold")
            table.add_row(people, label, _line(elided(found.headline, 120)))
        parts += [Text(), Text(language.text("Most frequent mistakes"), "bold"), table]
    return Group(*parts, Text(), Text(language.text("Slowest"), "bold"), _slowest(counted.reports, language))


def _head(counted: Tally, language: Language) -> Text:
    total, learners = len(counted.reports), sum(row.who[0] is not None for row in counted.rows)
    passed = language.count(
        "{passed} of {count} submission passed",
        "{passed} of {count} submissions passed",
        total,
        passed=f"{counted.passed:,}",
    )
    people = language.count("from {count} learner", "from {count} learners", learners)
    share = f" ({percent(counted.passed, total)})"
    return Text.assemble((passed, "bold"), share, f", {people}." if learners else ".")


def _slowest(reports: Iterable[Report], language: Language) -> Table:
    table = _plain_columns()
    for report in slowest(reports):
        name = person(report.learner, language)
        table.add_row(Text(seconds(report.timing.total_ms)), Text(name), _line(report.exercise))
    return table


def _plain_columns() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    return table
