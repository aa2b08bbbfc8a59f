"""The words of every finding: short, kind, with a next step, and never with an answer in them."""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from grader.diagnosis.library import fresh_inputs
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.wording import (
    evidence,
    finding,
    generic_texts,
    inputs_text,
    listed,
    named_outputs,
    told,
    yours_text,
)
from grader.language import english, fill, said
from grader.model import Finding
from grader.numbers import show

from .labs import FUNCTIONS, ROOT, is_convention, key, lab, mistakes_in

TEXTS = [
    pytest.param(mistake, id=f"{path.stem}-{number}-{mistake['id']}")
    for path in sorted((ROOT / "checks").glob("*/*.toml"))
    for number, mistake in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["mistake"])
]
GENERIC = [pytest.param(texts, id=name) for name, texts in generic_texts().items()]
EASY = re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE)
_SEEDS = range(2)


def diagnosed() -> Iterator[Any]:
    for stem in FUNCTIONS:
        for index, mistake in enumerate(key(stem).mistakes):
            if not is_convention(stem, mistake.id):
                yield pytest.param(stem, index, id=f"{stem}-{index}-{mistake.id}")


def check_words(headline: str, message: str, question: str | None) -> None:
    assert len(headline.split()) < 25
    assert len(message.split()) < 120
    assert not EASY.search(f"{headline} {message} {question}")
    assert question
    assert question.endswith("?")
    assert headline[-1] in ".:!?…)"
    assert not re.search(r"\{[a-z_]+\}", f"{headline} {message} {question}"), "a name was not filled in"


@pytest.mark.parametrize("texts", TEXTS)
def test_what_is_said_about_a_mistake_is_short_and_ends_with_a_question(texts: dict[str, Any]) -> None:
    plain = {name: re.sub(r"\{\w+\}", "3", texts[name]) for name in ("headline", "message", "question")}
    check_words(**plain)
    assert len(plain["question"].split()) < 40


@pytest.mark.parametrize("texts", GENERIC)
def test_what_is_said_about_any_exercise_is_short_and_ends_with_a_question(texts: dict[str, str]) -> None:
    assert set(texts) == {"headline", "message", "question"}
    check_words(**{name: re.sub(r"\{\w+\}", "three.", text) for name, text in texts.items()})


@pytest.mark.parametrize(("stem", "index"), list(diagnosed()))
def test_a_real_finding_is_short_and_has_its_numbers(stem: str, index: int) -> None:
    shop = lab(stem)
    (found,) = shop.diagnose(shop.making((index,)))
    check_words(found.headline, found.message, found.question)
    assert set(found.evidence.inputs) == set(shop.exercise.parameters)
    assert found.evidence.yours is not None
    assert found.evidence.named == found.evidence.yours
    json.loads(found.model_dump_json())


def test_findings_of_pairs_and_triples_are_short_too() -> None:
    for stem in FUNCTIONS:
        shop = lab(stem)
        rows = [row for group in shop.library.table.groups.values() for row in group.models]
        for row in random.Random(stem).sample(rows, 60):
            for found in shop.diagnose(shop.making(tuple(int(n) for n in row if n >= 0))):
                check_words(found.headline, found.message, found.question)
                if found.level in "ABC" and found.mistake:
                    assert found.evidence.inputs
                    assert found.evidence.yours is not None


def truths(shop: Any, seed: int) -> set[str]:
    """Right values of the hidden inputs, as they would be written."""
    inputs = fresh_inputs(shop.draw_inputs, seed + 1_000_000, 4)
    numbers = [float(number) for args in inputs for number in _numbers(shop.truth(args))]
    return {show(number) for number in numbers} | {repr(number) for number in numbers}


def leaks(text: str, values: set[str]) -> set[str]:
    words = set(re.findall(r"[-−]?\d+\.\d+(?:e[-+]?\d+)?", text))
    return {value for value in values if value in words and len(value) > 5}


def wrong_in_many_ways(stem: str) -> Iterator[Any]:
    shop = lab(stem)
    for index in range(len(shop.key.mistakes)):
        yield shop.making((index,))
    size = shop.reference.outputs
    whole = (lambda value: value) if size == 1 else (lambda value: (value,) * size)
    probes = {repr(args) for args in shop.library.probes}
    for odd in (np.nan, "text", 7.1, None):
        yield lambda *args, odd=odd: whole(odd)
        # Right wherever it is looked up, wrong on the hidden inputs: only a hidden input can show it.
        yield lambda *args, odd=odd: shop.truth(args) if repr(args) in probes else whole(odd)
    yield lambda *args: shop.truth(args) if repr(args) in probes else whole(float(np.sum(np.abs(args[0]))))
    yield lambda *args: whole(float(np.sum(np.abs(args[0]))))
    yield lambda *args: 1 / 0


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_no_finding_holds_the_right_value_of_a_hidden_input(stem: str) -> None:
    """Level E findings and those about some input may show a hidden input; its right answer stays hidden."""
    shop = lab(stem)
    for function in wrong_in_many_ways(stem):
        for seed in _SEEDS:
            inputs = fresh_inputs(shop.draw_inputs, seed + 1_000_000, 4)
            own = {text for args in inputs for v in _own(function, args) for text in (show(v), repr(v))}
            for found in shop.diagnose(function, seed):
                assert not leaks(found.model_dump_json(), truths(shop, seed) - own), found


def _own(function: Any, args: tuple[Any, ...]) -> list[float]:
    """Outputs that the learner has right are theirs to see."""
    try:
        return _numbers(function(*args))
    except Exception:  # noqa: BLE001 - a learner's code may raise anything
        return []


def _numbers(value: Any) -> list[float]:
    parts = value if isinstance(value, list | tuple) else [value]
    return [float(number) for part in parts for number in np.ravel(part) if isinstance(number, float)]


def test_a_template_is_filled_with_numbers_for_people() -> None:
    assert fill("{a} of  {b}", {"a": -1.5, "b": [1.0, 2.25]}) == "−1.5 of [1, 2.25]"


def test_a_template_with_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{nobody}", {"a": 1})


@pytest.mark.parametrize("template", ["{a.__class__}", "{a[0]}", "{a.b.c}"])
def test_a_template_cannot_reach_into_a_value(template: str) -> None:
    with pytest.raises(KeyError):
        fill(template, {"a": [1]})


def test_braces_in_a_learners_text_are_left_as_they_are() -> None:
    assert fill("It says {text}", {"text": "{a} {0.x}"}) == "It says {a} {0.x}"


def test_told_text_is_one_visible_short_line() -> None:
    text = told("a\n\tb\x1b[31m\u202e" + "x" * 500)
    assert len(text) == 200
    assert text.startswith("a b\\x1b[31m\\u202e")
    assert text.endswith("…")


def test_a_finding_needs_every_name_of_its_text() -> None:
    with pytest.raises(KeyError):
        finding("syntax-error", "A", {"line": 1})
    with pytest.raises(KeyError):
        finding("no-such-text", "A", {})


def test_outputs_are_named_when_they_come_apart_and_shown_whole_when_not() -> None:
    assert named_outputs(("a", "b"), (1.0, [2.0])) == {"a": 1.0, "b": [2.0]}
    assert named_outputs(("a", "b"), (1.0,)) == [1.0]
    assert named_outputs(("a",), np.array([1.0, np.nan])) == {"a": [1.0, "NaN"]}
    assert named_outputs(("a",), {1, 2}) == {"a": "set"}
    assert yours_text(("a", "b"), (-1.0, 2.0)) == "a = −1, b = 2"
    assert yours_text(("a",), 2.5) == "2.5"
    assert yours_text(("a", "b"), 2.5) == "2.5"
    assert inputs_text(("x", "lr"), (np.array([1.0, -2.0]), 0.1)) == "x = [1, −2], lr = 0.1"


def test_a_value_that_holds_itself_has_evidence_all_the_same() -> None:
    loop: list[Any] = []
    loop.append(loop)
    assert evidence(("x",), (1.0,), ("a",), loop).yours == {"a": "[[[[[…]]]]]"}


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], text: str) -> None:
    assert english([said("{names}", names=listed(names))]) == text


WORDS = {"id": "a-b", "solution": "x", "instead": "y", "headline": "H.", "message": "M.", "question": "Q?"}


@pytest.mark.parametrize(
    ("change", "told_so"),
    [
        ({"id": "Not_Kebab"}, "is not kebab-case"),
        ({"headline": "You simply forgot."}, "says 'simply'"),
        ({"message": "Just add it."}, "says 'Just'"),
        ({"question": "Is it obviously wrong?"}, "says 'obviously'"),
        ({"headline": "w " * 25}, "headline has 25 words"),
        ({"message": "w " * 120}, "message has 120 words"),
        ({"question": " "}, "question is empty"),
        ({"instead": None}, "has only one of solution and instead"),
        ({"when": "True"}, "needs exactly one of"),
        ({"solution": None, "instead": None}, "needs exactly one of"),
        ({"edits": [{"solution": "x", "instead": "y"}]}, "needs exactly one of"),
        ({"surprise": 1}, "Extra inputs are not permitted"),
    ],
)
def test_an_author_is_told_what_is_wrong_with_a_mistake(change: dict[str, Any], told_so: str) -> None:
    assert Mistake.model_validate(WORDS).all_edits[0].instead == "y"
    with pytest.raises(ValidationError, match=told_so):
        Mistake.model_validate({**WORDS, **change})


def test_a_mistake_may_be_worded_up_to_the_limits() -> None:
    made = Mistake.model_validate({**WORDS, "headline": "w " * 24, "message": "w " * 119})
    assert (len(made.headline.split()), len(made.message.split())) == (24, 119)


def test_a_finding_names_one_mistake_or_several() -> None:
    names: list[Any] = ["a", ("a", "b"), None]
    found = [Finding(mistake=name, level="A", headline="h", message="m") for name in names]
    assert [mistakes_in(item) for item in found] == [("a",), ("a", "b"), ()]
