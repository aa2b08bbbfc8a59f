"""Sentences as data: filled when they are shown, in whatever language."""

from __future__ import annotations

import pytest

from grader.catalogs import LanguageError, languages, open_language, read_catalog
from grader.diagnosis.wording import listed, reworded, worded
from grader.language import ENGLISH, Language, english, fill, said, translated
from grader.model import CheckResult, Evidence, IsolationReport, Report, Said, Timing, Verdict, Words

from .diagnosis.labs import ROOT

GERMAN = Language(
    "de",
    {
        "The factor {factor} is missing from {output}.": "In {output} fehlt der Faktor {factor}.",
        "{some} and {last}": "{some} und {last}",
        "{steps} steps give {count} losses.": "{steps} Schritte geben {count} Verluste.",
        "Weight is right.": "Das Gewicht stimmt.",
        "the result": "das Ergebnis",
    },
)


def test_a_sentence_is_filled_with_what_it_holds() -> None:
    sentence = said("The factor {factor} is missing from {output}.", factor=2.0, output=listed(["dW", "db"]))
    assert english([sentence]) == "The factor 2 is missing from dW and db."
    assert GERMAN.say(sentence) == "In dW und db fehlt der Faktor 2."


def test_a_value_never_reaches_into_another() -> None:
    assert english([said("{a} {b}", a="{b}", b="x{a.__class__}")]) == "{b} x{a.__class__}"
    assert fill("{n.__class__}", {"n.__class__": 1}) == "1"
    with pytest.raises(KeyError):
        fill("{missing}", {"n": 1})


def test_what_the_catalog_lacks_is_said_in_english() -> None:
    assert GERMAN.say(said("Nobody has translated {this}.", this="it")) == "Nobody has translated it."


def test_words_of_ours_among_the_values_are_translated_too() -> None:
    assert GERMAN.say(said("{what}", what=said("the result"))) == "das Ergebnis"
    assert GERMAN.say(said("{what}", what="the result")) == "das Ergebnis"


@pytest.mark.parametrize(
    ("text", "german"),
    [
        ("3 steps give 4 losses.", "3 Schritte geben 4 Verluste."),
        ("Weight is right.", "Das Gewicht stimmt."),
        ("3 steps give 4 losses", "3 steps give 4 losses"),
        ("", ""),
    ],
)
def test_a_text_that_was_filled_elsewhere_is_recognised(text: str, german: str) -> None:
    assert GERMAN.text(text) == german
    assert ENGLISH.text(text) == text


def report() -> Report:
    found = worded(
        "A",
        Words(headline=(said("Weight is right."),), message=(said("the result"),), question=(said("the result"),)),
        evidence=Evidence(inputs={"x": 1}),
    )
    return Report(
        course="c", exercise="e", learner=None, submission="0" * 64, verdict=Verdict.FAILED, score=0, max_score=1,
        checks=(CheckResult(id="e::a", sentence="3 steps give 4 losses.", max_points=1, message="Weight is right."),),
        findings=(found, found.model_copy(update={"evidence": Evidence()})),
        isolation=IsolationReport(level="none"), timing=Timing(total_ms=1), grader="0", notes=("the result",),
    )  # fmt: skip


def test_a_report_is_translated_when_it_is_shown() -> None:
    german = translated(report(), GERMAN)
    assert german.findings[0].headline == "Das Gewicht stimmt."
    assert german.findings[0].evidence.inputs == {"x": 1}
    assert german.findings[1].headline == "Das Gewicht stimmt.", "a text without its parts is recognised"
    assert german.checks[0].sentence == "3 Schritte geben 4 Verluste."
    assert german.checks[0].message == "Das Gewicht stimmt."
    assert german.notes == ("das Ergebnis",)
    assert translated(report(), ENGLISH) == report()
    assert Report.model_validate_json(report().to_json()) == report()


def test_a_new_message_takes_its_words_along() -> None:
    found = reworded(report().findings[0], [said("Weight is right."), said("the result")], level="D")
    assert (found.message, found.level) == ("Weight is right. the result", "D")
    assert found.evidence.words is not None
    assert found.evidence.words.message == (Said(template="Weight is right."), Said(template="the result"))


def test_german_is_there_and_english_is_always() -> None:
    assert languages()[:1] == ("en",)
    assert "de" in languages()
    assert open_language("en", ROOT) is ENGLISH
    assert open_language("de", ROOT).text("Every check passed.") == "Alle Prüfungen sind bestanden."
    with pytest.raises(LanguageError, match="There is no language 'xx'"):
        open_language("xx", ROOT)


def test_a_catalog_is_read_without_what_is_empty_or_fuzzy() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\n#, fuzzy\nmsgid "d"\nmsgstr "e"\n'
    assert read_catalog(text, "de.po") == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "a {x}"\nmsgstr "b {y}"\n', "mentions {y}"),
        ('msgid "a"\nmsgstr "b"\nsomething else', "is not a .po file"),
    ],
)
def test_a_catalog_that_cannot_be_used_is_told(text: str, problem: str) -> None:
    with pytest.raises(LanguageError, match=problem):
        read_catalog(text, "de.po")
