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

from grader.model import CheckResult, Finding, Report, Verdict
from grader.render import evidence
from grader.render.numbers import count, elided, percent, printable, score, seconds
from grader.render.tally import slowest, tally
from grader.render.words import CHECK_WORDS, VERDICTS, Tone, message, person, question, short_score, told

WIDEST = 88
STYLES: dict[Tone, str] = {"good": "green", "open": "yellow", "stopped": "magenta", "ours": "cyan"}
INDENT = (0, 0, 0, 2)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def _prose(text: str, style: str = "") -> Text:
    return Text(printable(text, lines=True), style=style)


# --- one learner --------------------------------------------------------------------------------------------


def feedback(report: Report, exercise_title: str) -> RenderableType:
    """What one learner reads about one submission."""
    parts: list[RenderableType] = [_verdict(report, exercise_title), Text()]
    if report.verdict is not Verdict.PASSED:
        parts += [*_message(report), Text()]
    return Constrain(Group(*parts, _checks(report.checks)), WIDEST)


def _verdict(report: Report, title: str) -> Text:
    words = VERDICTS[report.verdict]
    line = Text.assemble((f"{words.sign} {words.said}", f"bold {STYLES[words.tone]}"), "  ")
    line.append(printable(title), "bold")
    if report.verdict is not Verdict.INTERNAL:
        line.append(f"  {score(report.score, report.max_score)} points")
    return line


def _message(report: Report) -> list[RenderableType]:
    if not report.findings:
        return [_prose(told(report)), *(_prose(note, "dim") for note in report.notes)]
    finding = report.findings[0]
    parts: list[RenderableType] = [_prose(finding.headline, "bold")]
    said, asked = message(finding), question(finding)
    if said:
        parts += [Text(), _prose(said)]
    parts += _numbers(finding)
    if finding.line is not None:
        parts += [Text(), Text(f"Look at line {finding.line}.")]
    if asked:
        parts += [Text(), Text.assemble(("? ", "bold cyan"), _prose(asked, "italic"))]
    return parts


def _numbers(finding: Finding) -> list[RenderableType]:
    numbers = evidence.numbers(finding.evidence)
    parts: list[RenderableType] = []
    if numbers.rows and all(row.yours in message(finding) for row in numbers.rows):
        return parts  # the message has them all
    if numbers.inputs:
        parts += [Text(), Text("For these inputs", "dim"), Padding(_inputs(numbers.inputs), INDENT)]
    if numbers.rows:
        parts += [Text()] * (not parts) + [Padding(_answers(numbers), INDENT)]
    return parts


def _inputs(inputs: tuple[tuple[str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 1))
    for name, value in inputs:
        table.add_row(Text(name), Text("=" if name else "", "dim"), Text(value))
    return table


def _answers(numbers: evidence.Numbers) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column("your code gives", justify="right")
    if numbers.has_named:
        table.add_column("this mistake gives", justify="right")
    for row in numbers.rows:
        cells = [row.name, row.yours, row.named][: 3 if numbers.has_named else 2]
        table.add_row(*map(Text, cells))
    return table


def _checks(checks: Iterable[CheckResult]) -> Table:
    table = Table.grid(padding=(0, 1))
    for check in checks:
        words = VERDICTS[check.verdict]
        style = STYLES[words.tone]
        table.add_row(
            Text(words.sign, style),
            Text(CHECK_WORDS[check.verdict], style),
            _line(check.sentence or check.id),
        )
        if check.verdict is Verdict.PASSED and check.message:
            table.add_row("", "", Text(f"({printable(check.message)})", "dim"))
    return table


# --- a class ------------------------------------------------------------------------------------------------


def class_table(reports: Iterable[Report]) -> Table:
    """One row a submission: who, what, how many points, and the first thing to say."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("learner", no_wrap=True, max_width=18)
    table.add_column("exercise", no_wrap=True, max_width=16)
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("first finding", ratio=1)
    for report in reports:
        words = VERDICTS[report.verdict]
        table.add_row(
            Text(person(report.learner)),
            _line(report.exercise),
            Text(short_score(report)),
            Text(f"{words.sign} {words.word}", STYLES[words.tone]),
            _line("" if told(report) == words.sentence else elided(told(report), 120)),
        )
    return table


def class_summary(
    reports: Iterable[Report], titles: Mapping[str, str] | None = None, *, most: int = 5
) -> RenderableType:
    """How many passed, the most frequent mistakes, and what took longest."""
    counted = tally(reports, titles)
    total = len(counted.reports)
    if not total:
        return Text("No submissions.")
    learners = sum(row.who[0] is not None for row in counted.rows)
    head = Text.assemble(
        (f"{counted.passed:,} of {count(total, 'submission')} passed", "bold"),
        f" ({percent(counted.passed, total)})",
        f", from {count(learners, 'learner')}." if learners else ".",
    )
    parts: list[RenderableType] = [head]
    if counted.problems:
        parts.append(Text(f"{count(len(counted.problems), 'submission')} stopped or not read."))
    named = [one for one in counted.mistakes if one.ids][:most]
    if named:
        table = _plain_columns()
        for one in named:
            people = Text(count(len(one.people), "learner"))
            table.add_row(people, _line(f"{one.exercise}: {one.label}", "bold"), _line(elided(one.headline, 120)))
        parts += [Text(), Text("Most frequent mistakes", "bold"), table]
    return Group(*parts, Text(), Text("Slowest", "bold"), _slowest(counted.reports))


def _slowest(reports: Iterable[Report]) -> Table:
    table = _plain_columns()
    for report in slowest(reports):
        table.add_row(Text(seconds(report.timing.total_ms)), Text(person(report.learner)), _line(report.exercise))
    return table


def _plain_columns() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    return table
