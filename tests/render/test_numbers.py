from __future__ import annotations

import math

import numpy as np
import pytest

from grader.numbers import number, percent, points, printable, seconds, show


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.5, "1.5"),
        (-0.7, "−0.7"),
        (1.1767283, "1.17673"),
        (-16.0, "−16"),
        (-0.0, "0"),
        (313, "313"),
        (-9.7e9, "−9.7e9"),
        (8.1e-10, "8.1e−10"),
        (10**30, "1e30"),
        (math.nan, "NaN"),
        (-math.inf, "−infinity"),
    ],
)
def test_a_number_is_written_with_the_digits_people_compare(value: float, expected: str) -> None:
    assert number(value) == expected


def test_an_integer_of_a_million_digits_is_told_by_its_length() -> None:
    assert number(1 << 3_321_925) == "an integer of about 1,000,000 digits"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1.2, -0.7, 2.5], "[1.2, −0.7, 2.5]"),
        (np.array([1.2, -0.7]), "[1.2, −0.7]"),
        ("NaN", "NaN"),
        (["Infinity", "-Infinity"], "[infinity, −infinity]"),
        ("converging", "“converging”"),
        (None, "None"),
        (True, "True"),
        ({"w": 2.6, "grad": [-16]}, "{w: 2.6, grad: [−16]}"),
        ([[1, 2], [3, 4]], "[[1, 2], [3, 4]]"),
        ([], "[]"),
        (object, "a value of type type"),
    ],
)
def test_a_plain_value_stands_on_one_short_line(value: object, expected: str) -> None:
    assert show(value) == expected


def test_a_long_list_keeps_its_ends_and_says_how_long_it_is() -> None:
    assert show(list(range(1000))) == "[0, 1, 2, 3, 4, 5, …, 999] (1,000 values)"


def test_a_long_string_says_how_long_it_is() -> None:
    assert show("a" * 5000).endswith("…” (5,000 characters)")


def test_a_cut_never_falls_inside_a_number() -> None:
    shown = show([[[123.456789] * 4] * 4] * 4)

    assert shown.endswith(", …")
    assert {piece.strip("[]") for piece in shown.removesuffix(", …").split(", ")} <= {"123.46", "…"}


def test_bottomless_nesting_is_cut() -> None:
    value: list[object] = []
    for _ in range(500):
        value = [value]

    assert show(value) == "[[[[[…]]]]]"


def test_terminal_escapes_bidi_overrides_and_half_surrogates_become_visible() -> None:
    assert printable("\x1b[31mred\u202etxt.exe\x07\ud800\u2028") == r"\x1b[31mred\u202etxt.exe\x07\ud800\u2028"


def test_emoji_accents_and_other_scripts_stay_as_they_are() -> None:
    names = "Zoë 👩‍🔬 小林 مریم Đỗ"

    assert printable(names) == names


def test_line_ends_stay_only_where_lines_are_wanted() -> None:
    assert printable("a\nb") == "a\\nb"
    assert printable("a\r\nb\x1b", lines=True) == "a\nb\\x1b"


def test_a_share_says_100_percent_only_for_all_and_0_only_for_none() -> None:
    assert [percent(part, 1000).split("\xa0")[0] for part in (0, 1, 500, 999, 1000)] == [
        "0",
        "1",
        "50",
        "99",
        "100",
    ]
    assert percent(0, 0) == "–"


def test_points_and_times_are_short() -> None:
    assert points(2.50) == "2.5"
    assert (seconds(184.2), seconds(2041)) == ("184\xa0ms", "2.04\xa0s")
