"""Saying things in a language: filled templates are recognised, names and numbers stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.language import ENGLISH, Language, _is_telling, fill, names_in, said

from .catalogs import ROOT, language, shipped

DE = language("de")
# What tables of mistakes hold is always said by its template; everything else may come filled.
TELLING = sorted(
    original
    for catalog in shipped()
    for original, place in catalog.places.items()
    if _is_telling(original) and not place.endswith(".toml")
)

ODD = st.sampled_from(
    [
        "−0.0931", "NaN", "infinity", "1e300", "[1.2, −0.7, 2.5]", "[1, 2, …, 9] (200 values)", "loss", "w_new",
        "x = [1, −2], lr = 0.1", "“a word”", "{a} {0}", "\\x1b[31m", "None", "größer", "%s", "a.b", "()", "*",
    ]
)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(st.data())
@pytest.mark.parametrize("template", TELLING)
def test_a_filled_sentence_is_recognised_whatever_fills_it(template: str, data: st.DataObject) -> None:
    values = {
        name: data.draw(st.integers(0, 10**6).map("{:,}".format) if name == "count" else ODD, name)
        for name in names_in(template)
    }
    own = {
        name: DE.shown(DE.text(value)) if name.endswith("label") else DE.shown(value) for name, value in values.items()
    }
    assert DE.text(fill(template, values)) == fill(DE.catalog[template], own)


GERMAN = Language(
    "de",
    {
        "loss": "Verlust",
        "It fell.": "Er fiel.",
        "Your {x} is odd.": "Dein {x} ist seltsam.",
        "{y_label} over {x_label}. All is well": "{y_label} über {x_label}. Alles ist gut",
        "({count} values)": "({count} Werte)",
        "Stopped after {time}. Why is that?": "Nach {time} beendet. Woran liegt das?",
        "{count} seconds": "{count} Sekunden",
    },
)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("loss", "Verlust"),
        ("Your loss is odd.", "Dein loss ist seltsam."),
        ("Your [1, 2] (20 values) is odd.", "Dein [1, 2] (20 Werte) ist seltsam."),
        ("loss over loss. All is well", "Verlust über Verlust. Alles ist gut"),
        ("It fell. It fell.", "Er fiel. Er fiel."),
        ("It fell. Nobody knows this.", "Er fiel. Nobody knows this."),
        ("Stopped after 20 seconds. Why is that? It fell.", "Nach 20 Sekunden beendet. Woran liegt das? Er fiel."),
        ("many seconds", "many seconds"),
        ("Nobody knows this.", "Nobody knows this."),
        ("", ""),
    ],
)
def test_a_text_is_said_in_the_language(english: str, german: str) -> None:
    assert GERMAN.text(english) == german
    assert ENGLISH.text(english) == english


def test_a_name_in_code_stays_although_it_is_also_a_word() -> None:
    assert GERMAN.say(said("Your {x} is odd.", x="loss")) == "Dein loss ist seltsam."
    assert GERMAN.say(said("Your {x} is odd.", x=said("loss"))) == "Dein Verlust ist seltsam."


def test_one_and_many() -> None:
    assert ENGLISH.count("{count} dog", "{count} dogs", 1) == "1 dog"
    assert ENGLISH.count("{count} dog", "{count} dogs", 1200) == "1,200 dogs"
    assert GERMAN.count("{count} second", "{count} seconds", 2) == "2 Sekunden"


def test_a_long_text_of_somebody_elses_is_done_with_quickly() -> None:
    text = "It is. " * 20_000
    assert DE.text(text) == text


def test_the_checks_sentences_are_recognised() -> None:
    for path in sorted((ROOT / "checks").glob("*/test_*.py")):
        if path.with_name(path.stem.removeprefix("test_") + ".de.po").is_file():
            for sentence in re.findall(
                r'^def test_.*\n    """(.+)"""$', path.read_text(encoding="utf-8"), flags=re.MULTILINE
            ):
                shown = fill(sentence, dict.fromkeys(names_in(sentence), 3))
                assert DE.text(shown) != shown, shown
