from __future__ import annotations

import math
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from grader.model import Picture, Series
from grader.render.drawing import Box, text_width
from grader.render.evidence import picture_grid
from grader.render.svg import HEIGHT, WIDTH, svg

from . import samples

SVG = "{http://www.w3.org/2000/svg}"
DOWN = samples.W - samples.LR * samples.gradient(samples.W)

PICTURES = {
    "uphill": samples.valley(samples.W + samples.LR * samples.gradient(samples.W)),
    "across": samples.valley(3.4),
    "far right": samples.valley(58.7),
    "far left": samples.valley(-9.7e9),
    "no number": samples.valley(math.nan),
    "infinite": samples.valley(math.inf),
    "right": samples.valley(DOWN),
    "coarse": samples.valley(40.0, low=-50, high=50),
    "growing": samples.exploding().findings[0].evidence.picture,
    "three runs": samples.curves(
        ("slow", "curve", samples.train(0.01)),
        ("good", "curve", samples.train(0.1)),
        ("fast", "curve", samples.train(0.3)),
    ),
    "one point": samples.curves(("run", "yours", [3.0])),
    "same value": samples.curves(("run", "yours", [2.0, 2.0, 2.0])),
    "bars": samples.bars(),
}


def drawn(picture: Picture | None) -> ElementTree.Element:
    assert picture is not None
    return ElementTree.fromstring(svg(picture))


def texts(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def boxes(root: ElementTree.Element) -> list[tuple[str, Box]]:
    """Each text with the place it takes, a little narrower than the estimate it was placed by."""
    found = []
    for node in root.iter(f"{SVG}text"):
        x, y, width = float(node.get("x", "")), float(node.get("y", "")), 0.9 * text_width(node.text or "")
        left = {"start": x, "middle": x - width / 2, "end": x - width}[node.get("text-anchor", "start")]
        found.append((node.text or "", Box(left, y - 9, left + width, y + 2)))
    return found


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_an_image_with_a_title_and_words_for_what_it_shows(name: str) -> None:
    root = drawn(PICTURES[name])

    assert root.get("role") == "img"
    assert root.get("aria-label") == PICTURES[name].alt  # type: ignore[union-attr]
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]


@pytest.mark.parametrize("name", PICTURES)
def test_labels_neither_touch_each_other_nor_leave_the_picture(name: str) -> None:
    placed = boxes(drawn(PICTURES[name]))

    for place, (label, box) in enumerate(placed):
        assert box.outside(Box(0, 0, WIDTH, HEIGHT)) < 4, label
        for other, other_box in placed[place + 1 :]:
            assert box.overlap(other_box) == 0, (label, other)


@pytest.mark.parametrize("name", PICTURES)
def test_every_coordinate_is_a_plain_number_near_the_picture(name: str) -> None:
    content = svg(PICTURES[name])  # type: ignore[arg-type]
    shapes = re.sub(r"<(style|title|desc|text)\b.*?</\1>", "", content)

    assert not re.search(r"nan|inf", re.sub(r'aria-label="[^"]*"', "", shapes), re.IGNORECASE)


def test_a_valley_marks_start_and_both_steps_by_shape_and_label() -> None:
    root = drawn(PICTURES["uphill"])
    marks = {node.get("class", "").split()[-1]: node.tag for node in root.iter() if "dh-mark" in node.get("class", "")}

    assert set(marks) == {"dh-start", "dh-yours", "dh-right"}
    assert {"start 6.27", "your step 14.7", "a step downhill 1.44"} <= set(texts(root))
    assert len([node for node in root.iter() if "dh-head" in node.get("class", "")]) == 2


def test_a_step_that_flew_off_leaves_the_valley_in_view_and_says_where_it_went() -> None:
    root = drawn(PICTURES["far right"])

    assert "your step: far off, at 58.7" in texts(root)
    assert "1" in texts(root)  # the axis still counts in ones, around the valley


def test_a_step_to_no_number_is_said_in_words() -> None:
    assert "your step: NaN" in texts(drawn(PICTURES["no number"]))


def test_losses_over_many_decades_get_an_axis_in_powers_of_ten() -> None:
    assert "10¹⁵" in texts(drawn(PICTURES["growing"]))


def test_losses_within_three_decades_keep_a_plain_axis() -> None:
    assert not any("10⁻" in label or "10¹" in label for label in texts(drawn(PICTURES["three runs"])))


@pytest.mark.parametrize(("after", "note"), [(math.inf, "overflows here"), (math.nan, "NaN after this")])
def test_a_curve_ends_with_a_cross_where_its_numbers_end(after: float, note: str) -> None:
    root = drawn(samples.curves(("a run", "yours", [2.1, 40.0, 900.0, after, after])))
    line = next(
        node
        for node in root.iter(f"{SVG}path")
        if "dh-line" in node.get("class", "") and node.get("d", "").count("L") > 1
    )

    assert note in texts(root)
    assert line.get("d", "").count("L") == 2


@pytest.mark.parametrize("kind", ["valley", "curves", "bars"])
@pytest.mark.parametrize("ys", [(), ("NaN", "NaN"), ("Infinity", "-Infinity"), (None, "text"), (1e308, -1e308)])
def test_a_picture_without_finite_numbers_still_draws(kind: Any, ys: tuple[Any, ...]) -> None:
    series = tuple(Series(label=role, role=role, x=tuple(range(len(ys))), y=ys) for role in ("curve", "yours"))
    picture = Picture(kind=kind, title="t", x_label="x", y_label="y", series=series, alt="nothing")

    assert drawn(picture).tag == f"{SVG}svg"


@pytest.mark.parametrize("scale", [1e-300, 1e-12, 1.0, 1e12, 1e290])
@pytest.mark.parametrize("kind", ["valley", "curves", "bars"])
def test_any_size_of_number_gets_an_axis(kind: Any, scale: float) -> None:
    ys = tuple(scale * y for y in (3.0, 1.0, 2.0))
    series = (Series(label="run", role="curve", x=(0, 1, 2), y=ys),)
    root = drawn(Picture(kind=kind, title="t", x_label="x", y_label="y", series=series, alt="a"))

    assert len(set(texts(root))) >= 4


def test_bars_carry_their_numbers_and_level_lines_differ_in_their_dashes() -> None:
    root = drawn(PICTURES["bars"])
    levels = {node.get("class") for node in root.iter() if "dh-limit" in node.get("class", "")}

    assert {"6.03", "0.707", "12.1"} <= set(texts(root))
    assert len(levels) >= 2


def test_thirty_bars_label_every_nth_example() -> None:
    series = (Series(label="run", role="yours", x=tuple(range(30)), y=tuple(range(30))),)
    root = drawn(Picture(kind="bars", title="t", x_label="example", y_label="error", series=series, alt="a"))

    assert {"0", "3", "27"} <= set(texts(root))
    assert "1" not in texts(root)


@pytest.mark.parametrize("kind", ["valley", "curves", "bars"])
def test_hostile_strings_stay_text(kind: Any) -> None:
    label = samples.HOSTILE + "]]></svg><!--"
    series = tuple(Series(label=label, role=role, x=(label, 1.0), y=(1.0, 2.0)) for role in ("curve", "yours", "limit"))
    picture = Picture(kind=kind, title=label, x_label=label, y_label=label, series=series, alt=label)
    content = svg(picture)
    root = ElementTree.fromstring(content)

    assert "<script" not in content
    assert "\u202e" not in content
    assert "\x1b" not in content
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg", "title", "desc", "style", "text", "path", "line", "rect", "circle"
    }  # fmt: skip


def test_the_same_picture_is_drawn_the_same_twice() -> None:
    assert svg(samples.bars()) == svg(samples.bars())


def test_the_numbers_of_a_valley_stand_in_a_table_without_its_curve() -> None:
    grid = picture_grid(samples.valley(3.4))

    assert grid.headers == ("", "weight w", "loss")
    assert [row[0] for row in grid.rows] == ["start", "your step", "a step downhill"]


def test_the_table_of_a_long_run_keeps_its_beginning_and_its_end() -> None:
    grid = picture_grid(samples.curves(("run", "yours", list(range(100)))))

    assert len(grid.rows) == 12
    assert grid.rows[0] == ("0", "0")
    assert grid.rows[8] == ("…", "…")
    assert grid.rows[-1] == ("99", "99")


def test_a_level_stands_in_every_row_of_the_table() -> None:
    grid = picture_grid(samples.bars())

    assert grid.headers[1:] == ("squared error", "their mean", "what you returned")
    assert {row[2] for row in grid.rows} == {"6.27161"}
