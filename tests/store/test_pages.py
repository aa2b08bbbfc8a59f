"""A learner's file name: readable, never a path, never another learner's page."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.store import page_name, page_names


@pytest.mark.parametrize("learner", ["ada", "s0001", "Ada.Lovelace", "a_b-c", "x" * 80, "concert", "com10x"])
def test_a_plain_id_stays_as_it_is(learner: str) -> None:
    assert page_name(learner) == learner


@pytest.mark.parametrize(
    ("learner", "slug"),
    [
        ("Jörg Müller", "jorg-muller"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("..", "learner"),
        ("-", "learner"),
        ("-rf", "rf"),
        ("", "learner"),
        ("李雷", "learner"),
        ("ada@example.org", "ada-example-org"),
        ("a/b", "a-b"),
        ("a\\b", "a-b"),
        ("C:evil", "c-evil"),
        ("CON", "con"),
        ("nul", "nul"),
        ("aux.tar.gz", "aux-tar-gz"),
        ("LPT1", "lpt1"),
        ("x" * 81, "x" * 40),
        ("two\nlines", "two-lines"),
        ("ada\x00", "ada"),
    ],
)
def test_anything_else_becomes_a_slug_and_a_hash(learner: str, slug: str) -> None:
    digest = hashlib.sha256(learner.encode()).hexdigest()[:8]
    assert page_name(learner) == f"{slug}-{digest}"


def test_half_a_character_has_a_name_too() -> None:
    assert page_name("\ud800").startswith("learner-")


def test_names_that_differ_by_case_only_get_different_files() -> None:
    names = page_names(["Ada", "ADA", "ada"])
    assert names["ada"] == "ada"
    assert len({name.casefold() for name in names.values()}) == 3


def test_a_clever_id_cannot_take_anothers_page() -> None:
    jorg = "Jörg"
    thief = page_name(jorg)
    names = page_names([jorg, thief])
    assert names[thief] == thief
    assert names[jorg] != thief


def test_names_do_not_depend_on_the_order_of_learners() -> None:
    learners = ["Ada", "ada", "Jörg", "jörg", page_name("Jörg")]
    assert page_names(learners) == page_names(reversed(learners))


@given(st.sets(st.text(max_size=90) | st.sampled_from(["A", "a", "CON", "con", "..", "ß", "SS"])))
def test_every_learner_gets_a_file_of_their_own_that_every_system_accepts(learners: set[str]) -> None:
    names = page_names(learners)
    assert set(names) == learners
    assert len({name.casefold() for name in names.values()}) == len(learners)
    for name in names.values():
        assert name
        assert not name.startswith(".")
        assert len(name) <= 110
        assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
