"""One set of words and signs for verdicts, mistakes and people, shared by the terminal and the pages."""

from __future__ import annotations

from typing import Literal, NamedTuple

from grader.language import ENGLISH, Language
from grader.model import Finding, Report, Verdict
from grader.numbers import elided, points, printable

Tone = Literal["good", "open", "stopped", "ours"]
LONGEST_NAME = 48


class Words(NamedTuple):
    """How a verdict is said: `sign` and `word` without colour, `sentence` when there is no more to say."""

    sign: str
    word: str
    said: str
    tone: Tone
    sentence: str


VERDICTS: dict[Verdict, Words] = {
    Verdict.PASSED: Words("✓", "passed", "Passed", "good", "Every check passed."),
    Verdict.FAILED: Words("✗", "not yet", "Not yet", "open", "Some checks are still open."),
    Verdict.ERROR: Words("!", "error", "Stopped by an error", "stopped", "The program stopped with an error."),
    Verdict.TIMEOUT: Words(
        "!", "timeout", "Ran out of time", "stopped", "The program was still running when the time was up."
    ),
    Verdict.MEMORY: Words(
        "!",
        "memory",
        "Ran out of memory",
        "stopped",
        "The program asked for more memory than there is for it.",
    ),
    Verdict.OUTPUT: Words("!", "output", "Printed too much", "stopped", "The program printed more than can be kept."),
    Verdict.BLOCKED: Words(
        "!", "blocked", "Blocked", "stopped", "The program tried something that is not allowed while grading."
    ),
    Verdict.NOT_RUN: Words("–", "not run", "Not run", "stopped", "This was not run."),
    Verdict.INTERNAL: Words(
        "?",
        "our fault",
        "Not graded: our fault",
        "ours",
        "The grader had a fault of its own. It costs no points and no attempt.",
    ),
}

CHECK_WORDS: dict[Verdict, str] = {verdict: words.word for verdict, words in VERDICTS.items()} | {
    Verdict.PASSED: "pass",
    Verdict.FAILED: "fail",
}

LEVELS = {
    "A": "Named: the mistake gives exactly these numbers, on fresh inputs too.",
    "B": "Exactly these numbers, which more than one cause could give.",
    "C": "One of the outputs is explained, not all.",
    "D": "A rule is broken; no cause is named.",
    "E": "A counterexample; no known mistake matches.",
}


def verdict_words(verdict: Verdict, language: Language = ENGLISH) -> Words:
    words = VERDICTS[verdict]
    word, said, sentence = map(language.text, (words.word, words.said, words.sentence))
    return words._replace(word=word, said=said, sentence=sentence)


def person(learner: str | None, language: Language = ENGLISH) -> str:
    """A learner's name on one line."""
    if learner is None:
        return language.text("no name")
    text = printable(learner).strip()
    return elided(text, LONGEST_NAME) if text else language.text("(blank name)")


def mistake_ids(finding: Finding) -> tuple[str, ...]:
    if finding.mistake is None:
        return ()
    return (finding.mistake,) if isinstance(finding.mistake, str) else finding.mistake


def mistake_label(finding: Finding, language: Language = ENGLISH) -> str:
    """`added-gradient + forgot-two` when both are there, `… or …` when the numbers cannot tell them apart."""
    ids = [printable(name) for name in mistake_ids(finding)]
    between = f" {language.text('or')} " if finding.level == "B" else " + "
    return between.join(ids) or language.text("no known mistake")


def message(finding: Finding) -> str:
    """What is said below the headline, a sentence a line where other help takes the place of the usual words."""
    other = finding.evidence.help
    return "\n".join(other.lines) if other else finding.message


def question(finding: Finding) -> str | None:
    """The question that goes with `message`."""
    other = finding.evidence.help
    return other.question if other else finding.question


def told(report: Report, language: Language = ENGLISH) -> str:
    """The one sentence about a report: its finding, else what an open check said, else the verdict's.

    report: already in that language.
    """
    sentence = language.text(VERDICTS[report.verdict].sentence)
    if report.verdict is Verdict.PASSED:  # a right but unusual solution is never criticised
        return sentence
    if report.findings:
        return report.findings[0].headline
    if report.verdict not in (Verdict.FAILED, Verdict.ERROR):
        return sentence
    messages = (check.message for check in report.checks if check.verdict is not Verdict.PASSED and check.message)
    return next(messages, sentence)


def short_score(report: Report) -> str:
    """`3/4`, and a dash where the fault was ours: a 0 would read as the learner's."""
    if report.verdict is Verdict.INTERNAL:
        return "–"
    return f"{points(report.score)}/{points(report.max_score)}"
