from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.naming import Stems, archive_label, match_file
from grader.intake.shown import listed, visible

STEMS = Stems(("mse", "gradient_step", "step", "layer_2"))


def told(name: str) -> tuple[str, str | None, str | None] | None:
    match = match_file(name, STEMS)
    return match and (match.exercise, match.prefix, match.lms_learner)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mse.py", ("mse", None, None)),
        ("MSE.PY", ("mse", None, None)),
        ("mse.ipynb", ("mse", None, None)),
        ("ada_mse.py", ("mse", "ada", None)),
        ("ada_b_gradient_step.py", ("gradient_step", "ada_b", None)),
        ("ada_step.py", ("step", "ada", None)),
        ("layer_2.py", ("layer_2", None, None)),
        ("lovelaceada_1234_56789_gradient_step.py", ("gradient_step", None, "lovelaceada_1234")),
        ("lovelaceada_LATE_1234_56789_mse-1.py", ("mse", None, "lovelaceada_1234")),
        ("lovelace_ada_1234_56789_my_mse.py", ("mse", "my", "lovelace_ada_1234")),
        ("anon_a1B2c_56789_mse.py", ("mse", None, "anon_a1B2c")),
        ("LATE_anon_a1B2c_56789_mse.py", ("mse", None, "anon_a1B2c")),
        ("1234_56789_mse.py", ("mse", None, "1234")),
        ("group_1_2_mse.py", ("mse", "group_1_2", None)),
        ("Zoë Ann_123_assignsubmission_file_mse.py", ("mse", None, "Zoë Ann_123")),
        ("mse.docx", ("mse", None, None)),
        ("mse.py.txt", ("mse", None, None)),
        ("mse", ("mse", None, None)),
        ("msé.py", None),
        ("mse_ada.py", None),
        ("xmse.py", None),
        (".py", None),
        ("_" * 300 + "mse.py", None),
    ],
)
def test_a_file_name_tells_the_exercise_and_perhaps_the_learner(
    name: str, expected: tuple[str, str | None, str | None] | None
) -> None:
    assert told(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "mse-1",
        "mse (1)",
        "mse(2)",
        "mse_v2",
        "mse 3",
        "mse_1",
        "mse - Copy",
        "mse copy 2",
        "mse_final",
        "mse_v2 (1)",
    ],
)
def test_a_copys_name_is_read_as_the_original_with_a_note(name: str) -> None:
    match = match_file(f"{name}.py", STEMS)
    assert match is not None
    assert match.exercise == "mse"
    assert match.notes == (f'The file name "{name}.py" was read as mse.py.',)


def test_a_canvas_file_that_came_late_says_so() -> None:
    match = match_file("lovelaceada_LATE_1234_56789_mse.py", STEMS)
    assert match is not None
    assert match.notes == ("Canvas marks it as late.",)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("ada.zip", "ada"),
        ("ada.tar.gz", "ada"),
        ("ada_mse.zip", "ada"),
        ("mse.zip", "mse"),
        ("lovelaceada_1234_56789_answers.zip", "lovelaceada_1234"),
    ],
)
def test_an_archive_is_called_what_its_folder_would_be(name: str, label: str) -> None:
    assert archive_label(name, STEMS) == label


@given(st.text(max_size=400))
def test_any_name_can_be_asked(name: str) -> None:
    match_file(name, STEMS)
    match_file(f"{name}_mse.py", STEMS)


@pytest.mark.parametrize(
    "name", ["_" * 65_000, "-1" * 30_000, "_1" * 30_000, "1" * 65_000, "_1_assignsubmission_" * 3000]
)
def test_long_names_take_no_time(name: str) -> None:
    match_file(f"{name}.py", STEMS)
    archive_label(f"{name}.zip", STEMS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("line\nbreak\ttab\r", "line\\nbreak\\ttab\\r"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("evil\u202egpj.py", "evil\\u202egpj.py"),
        ("bytes\udcff", "bytes\\xff"),
        ("half\ud800", "half\\ud800"),
        ("e\u0301", "é"),
        ("👩\u200d🔬 'quoted' \"twice\"", "👩\u200d🔬 'quoted' \"twice\""),
        ("tag\U000e0041", "tag\\U000e0041"),
    ],
)
def test_names_are_shown_with_nothing_hidden_in_them(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_what_is_shown_stays_the_same_when_shown_again_and_can_be_written(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    visible(text).encode()


def test_long_lists_are_cut_with_a_count() -> None:
    assert listed(["a", "b", "c", "d"]) == "a, b, c, d"
    assert listed(list("abcdef")) == "a, b, c and 3 more"
