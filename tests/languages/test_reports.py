"""Whole reports in German: nothing of ours is left in English, in any face."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser

import pytest
from rich.console import Console, RenderableType

from grader.course import load, load_key
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.wording import about, generic_texts, worded
from grader.grading import Grader
from grader.intake import read_file
from grader.language import ENGLISH, Language, names_in, said, translated
from grader.model import Report, Verdict, Words
from grader.render import html, text
from grader.render.svg import svg
from grader.render.words import CHECK_WORDS, VERDICTS
from tests.render import samples
from tests.render.documents import VOID

from .catalogs import ROOT, english_words, language, left_in_english

DE = language("de")
COURSE = load(ROOT)
TITLES = {stem: exercise.title for stem, exercise in COURSE.exercises.items()}
TRANSLATED = [
    exercise
    for exercise in COURSE.exercises.values()
    if (ROOT / f"checks/{exercise.lesson}/{exercise.stem}.de.po").is_file()
]
MISTAKES = [
    pytest.param(mistake, id=f"{exercise.stem}-{number}-{mistake.id}")
    for exercise in TRANSLATED
    for number, mistake in enumerate(load_key(ROOT, exercise).mistakes)
]
# What a class hands in: known mistakes, several at once, nothing known, every way to be stopped.
HANDED_IN = """
    gradient_step/wrong_added_gradient_numpy gradient_step/wrong_pair_two_added_numpy
    gradient_step/broken_missing_colon gradient_step/broken_infinite_loop gradient_step/wrong_clipped_gradient
    gradient_step/wrong_order_reversed gradient_step/broken_misspelled_name mse/wrong_outer_newaxis
    mse/wrong_no_return_numpy mse/wrong_returns_text mse/wrong_changes_input_asarray mse/right_numpy_oneliner
    trace_step/wrong_stale_loss exploding_loss/wrong_blamed_code exploding_loss/wrong_still_too_large
    add_bias/wrong_loss_after_update
"""


def printed(*renderables: RenderableType) -> str:
    out = io.StringIO()
    console = Console(file=out, width=88, color_system=None)
    for renderable in renderables:
        console.print(renderable)
    return out.getvalue()


@cache
def graded() -> tuple[Report, ...]:
    with Grader(ROOT, secret=bytes(32)) as grader:
        return tuple(_graded(grader))


def _graded(grader: Grader) -> Iterator[Report]:
    for place in HANDED_IN.split():
        stem = place.split("/")[0]
        path = ROOT / "tests" / "submissions" / f"{place}.py"
        yield grader.grade(read_file(path, exercise=stem, learner="ada", stems=[stem]))


# --- sentence by sentence -------------------------------------------------------------------------------------


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_known_mistake_is_told_in_german(mistake: Mistake) -> None:
    everything = f"{mistake.headline} {mistake.message} {mistake.question}"
    found = worded("A", about(mistake, dict.fromkeys(names_in(everything), 3.5)))
    (told,) = translated(samples.report(findings=(found,)), DE).findings
    for place in ("headline", "message", "question"):
        assert getattr(told, place) != getattr(found, place)
        assert not left_in_english(getattr(told, place))


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in generic_texts().items()])
def test_every_fault_that_any_exercise_can_have_is_told_in_german(texts: dict[str, str]) -> None:
    sentences = {place: (said(text, **dict.fromkeys(names_in(text), 3.5)),) for place, text in texts.items()}
    (told,) = translated(samples.report(findings=(worded("D", Words(**sentences)),)), DE).findings
    assert not left_in_english(f"{told.headline} {told.message} {told.question}")


def test_a_report_of_real_work_has_no_english_sentence() -> None:
    for report in graded():
        told = translated(report, DE)
        for found in told.findings:
            assert not left_in_english(f"{found.headline} {found.message} {found.question}"), report.origin
        for check in told.checks:
            assert not left_in_english(f"{check.sentence} {check.message}"), check
        if told.findings and told.findings[0].evidence.picture:
            assert not left_in_english(told.findings[0].evidence.picture.alt)


def test_every_sentence_of_a_real_finding_is_one_that_is_collected() -> None:
    for report in graded():
        for found in report.findings:
            for sentence in _within(found.evidence.words):
                assert sentence in DE.catalog or not any(map(str.isalpha, _bare(sentence))), sentence


def _within(words: object) -> Iterator[str]:
    waiting: list[object] = [words]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Words):
            waiting += [*item.headline, *item.message, *item.question]
        elif item is not None and not isinstance(item, str):
            yield item.template  # type: ignore[attr-defined]
            waiting += item.values.values()  # type: ignore[attr-defined]


def _bare(template: str) -> str:
    for name in names_in(template):
        template = template.replace(f"{{{name}}}", "")
    return template


def test_a_report_in_english_is_the_report() -> None:
    assert all(translated(report, ENGLISH) is report for report in graded())


def test_numbers_and_names_are_the_same_in_both() -> None:
    for report in graded():
        told = translated(report, DE)
        assert [check.id for check in told.checks] == [check.id for check in report.checks]
        for before, after in zip(report.findings, told.findings, strict=True):
            assert before.evidence.yours == after.evidence.yours
            assert before.mistake == after.mistake


# --- the faces ------------------------------------------------------------------------------------------------


def reports() -> list[Report]:
    """Real work, and one of every verdict."""
    # Without the samples' own checks, whose sentences are nobody's templates.
    stopped = [samples.stopped(f"n{number}", verdict) for number, verdict in enumerate(Verdict)]
    return [*graded(), *(report.model_copy(update={"checks": ()}) for report in stopped)]


class _Visible(HTMLParser):
    """Collects what a reader sees or hears of a page, without code and names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.texts += [given.get(name) or "" for name in ("aria-label", "title", "data-sort")]
        if tag not in VOID:
            self.open.append(tag in ("style", "script", "code", "bdi", "dt") or given.get("scope") == "row")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.texts.append(data)


def visible(page: str) -> list[str]:
    reader = _Visible()
    reader.feed(page)
    return reader.texts


def untranslated(texts: Iterable[str]) -> set[str]:
    names = {name for one in COURSE.exercises.values() for name in (*one.parameters, *one.outputs, *one.givens)}
    words = english_words() - names
    return {piece for shown in texts for piece in ({" ".join(shown.split())} & words) | left_in_english(shown)}


@pytest.mark.parametrize("one_by_one", [True, False])
def test_a_learners_page_has_no_english_word(one_by_one: bool) -> None:
    for shown in [[one] for one in reports()] if one_by_one else [reports(), []]:
        page = html.learner_page(COURSE.title, "ada", shown, TITLES, index="index.html", language=DE)
        assert '<html lang="de">' in page
        assert not untranslated(visible(page))


def test_the_page_of_a_class_has_no_english_word() -> None:
    for shown in (reports(), [], [report for report in reports() if report.verdict is Verdict.INTERNAL]):
        note = DE.text("Graded on {day} at {time}.", day="2026-03-04", time="10:15")
        page = html.class_page(COURSE.title, shown, titles=TITLES, link={}, generated_note=note, language=DE)
        assert not untranslated(visible(page))
        assert 'data-sort="sort"' not in page


def test_the_terminal_has_no_english_word() -> None:
    shown = printed(*(text.feedback(one, TITLES.get(one.exercise, "x"), DE) for one in reports()))
    summary = printed(text.class_table(reports(), DE), text.class_summary(reports(), TITLES, language=DE))
    verdicts = {word for words in VERDICTS.values() for word in (words.word, words.said, words.sentence)}
    for word in {*verdicts, *CHECK_WORDS.values(), "learner", "score", "verdict", "Slowest", "your code gives"}:
        lines = [line for line in (shown + summary).splitlines() if f" {word} " in f" {line} "]
        assert word == DE.text(word) or not lines, lines
    assert not left_in_english(shown)
    assert not left_in_english(summary)
    assert not left_in_english(printed(text.class_summary([], language=DE)))


def test_what_drawing_adds_to_a_picture_is_german() -> None:
    run = samples.curves(("yours", "yours", [1.0, "NaN"]))
    for picture in (samples.valley("NaN"), samples.valley(1e6), run, run.model_copy(update={"series": ()})):
        assert not untranslated(visible(svg(picture, language=DE))) & NOTES
    assert "danach NaN" in svg(run, language=DE)


NOTES = {"NaN after this", "overflows here", "There are no finite numbers to draw.", "picture", "far off, at"}


def test_a_language_may_lack_everything() -> None:
    """What is not translated yet is told in English, word for word."""
    empty = Language("fr", {"Nobody says this.": "Personne."})
    page = html.learner_page(COURSE.title, "ada", graded(), TITLES, language=empty)
    english = html.learner_page(COURSE.title, "ada", graded(), TITLES)
    assert page.replace('lang="fr"', 'lang="en"') == english
