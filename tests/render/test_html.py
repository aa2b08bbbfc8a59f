from __future__ import annotations

import base64
import hashlib
import itertools
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import grader.render
from grader.model import Report, Verdict
from grader.render.html import anchor, class_page, learner_page

from . import samples
from .documents import Node, read

TITLE = "How neural networks learn"


def whole_class(reports: list[Report]) -> str:
    link = {report.learner: f"learners/{report.learner}.html" for report in reports if report.learner is not None}
    return class_page(TITLE, reports, titles=samples.TITLES, link=link, generated_note="Made today.")


def one_learner(reports: list[Report]) -> str:
    return learner_page(TITLE, "ada", reports, samples.TITLES, index="../index.html")


ADA = [
    samples.added_gradient(),
    samples.summed("ada"),
    samples.exploding("ada"),
    samples.counterexample("ada"),
    samples.report("ada", "mse"),
    samples.stopped("ada"),
]
PAGES: dict[str, Callable[[], str]] = {
    "class": lambda: whole_class(samples.school()),
    "class of none": lambda: whole_class([]),
    "class without names": lambda: whole_class([samples.report(None), samples.report(None, origin="b.zip")]),
    "hostile class": lambda: whole_class([samples.hostile(), *samples.school(3)]),
    "learner": lambda: one_learner(ADA),
    "learner with nothing": lambda: one_learner([]),
    "hostile learner": lambda: learner_page(samples.HOSTILE, samples.HOSTILE, [samples.hostile()], {}),
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]()


# --- every page ---------------------------------------------------------------------------------------------


def test_a_page_reaches_for_nothing_outside_itself(page: str) -> None:
    document = read(page)
    addresses = [
        value or ""
        for node in document.every()
        for name, value in node.attributes.items()
        if name in ("href", "src", "action", "data", "xlink:href")
    ]

    assert not re.search(r"https?://", page.replace('xmlns="http://www.w3.org/2000/svg"', ""))
    assert "@import" not in page
    assert all(re.match(r"(#|\./|data:,$|\.\./index\.html$)", address) for address in addresses), addresses


def test_only_our_own_style_and_script_may_run(page: str) -> None:
    document = read(page)
    policy = next(node for node in document.all("meta") if "http-equiv" in node.attributes).attributes["content"]

    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for node in document.every():
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]


def test_the_policy_names_the_very_style_and_script_of_the_page(page: str) -> None:
    policy = next(node for node in read(page).all("meta") if "http-equiv" in node.attributes)

    for content in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in str(policy.attributes["content"])


def test_a_page_has_landmarks_a_skip_link_and_one_main_heading(page: str) -> None:
    document = read(page)

    assert document.first("html").attributes["lang"] == "en"
    assert document.first("a").attributes["href"] == "#main"
    assert [node.attributes["id"] for node in document.all("main")] == ["main"]
    assert len(list(document.all("h1"))) == 1
    assert list(document.all("header"))
    assert list(document.all("footer"))
    assert document.first("title").text


def test_headings_never_skip_a_level(page: str) -> None:
    levels = [int(node.name[1]) for node in read(page).every() if re.fullmatch(r"h[1-6]", node.name)]

    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels


def test_every_table_has_headers_with_a_scope(page: str) -> None:
    for table in read(page).all("table"):
        columns = [node.attributes.get("scope") for node in table.first("thead").all("th")]
        rows = [next(row.all("th")).attributes.get("scope") for row in table.first("tbody").all("tr")]

        assert columns
        assert set(columns) == {"col"}
        assert rows
        assert set(rows) == {"row"}


def test_every_picture_has_words_or_is_decoration(page: str) -> None:
    for node in read(page).every():
        assert node.name != "img"
        if node.name == "svg" and "viewbox" in node.attributes and "overflow" not in node.attributes:
            assert node.attributes.get("aria-hidden") == "true" or node.attributes.get("aria-label")


def test_every_id_is_there_once_and_every_local_link_leads_somewhere(page: str) -> None:
    nodes = list(read(page).every())
    ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
    targets = [str(node.attributes.get("href"))[1:] for node in nodes if str(node.attributes.get("href"))[:1] == "#"]

    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_what_scrolls_sideways_can_be_reached_by_keyboard(page: str) -> None:
    for node in read(page).every():
        if "scroll" in (node.attributes.get("class") or "").split():
            assert node.attributes.get("tabindex") == "0"
            assert node.attributes.get("role") == "region"
            assert node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")


# --- escaping -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["hostile class", "hostile learner"])
def test_hostile_strings_stay_text(name: str) -> None:
    content = PAGES[name]()
    document = read(content)
    own = {"class": 1}.get(name.removeprefix("hostile "), 0)

    assert len(list(document.all("script"))) == own
    assert r"<script>alert(1)</script>\u202egnp.exe\x1b[31m" in document.text
    assert not {"\u202e", "\x1b", "\x00", "\ud800"} & set(content)
    content.encode("utf-8")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("learners/ada.html", "./learners/ada.html#exercise-mse"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29#exercise-mse"),
        ("//evil.example/x", ".///evil.example/x#exercise-mse"),
        ('"><script>.html', "./%22%3E%3Cscript%3E.html#exercise-mse"),
        ("小林?#.html", "./%E5%B0%8F%E6%9E%97%3F%23.html#exercise-mse"),
    ],
)
def test_a_link_to_a_learner_is_always_a_relative_file(file: str, address: str) -> None:
    content = class_page(TITLE, [samples.summed("x")], titles={}, link={"x": file})
    found = [str(node.attributes["href"]) for node in read(content).all("a")]

    assert address in found
    assert not [one for one in found if not one.startswith(("./", "#"))]


def test_a_right_to_left_name_cannot_turn_its_neighbours_around() -> None:
    content = whole_class([samples.summed("مریم")])

    assert all(node.text == "مریم" for node in read(content).all("bdi"))
    assert list(read(content).all("bdi"))


def test_line_breaks_of_a_message_stay() -> None:
    assert "second line" in PAGES["hostile learner"]()
    assert "\nsecond line" in PAGES["hostile learner"]()


# --- the class page -----------------------------------------------------------------------------------------


def facts(document: Node) -> dict[str, str]:
    head = document.first("dl")
    return {row.first("dt").text: row.first("dd").text for row in head.all("div")}


def test_the_headline_numbers_count_submissions_learners_and_passes() -> None:
    reports = [samples.report("a"), samples.report("a", "mse"), samples.summed("b"), samples.stopped("c")]

    assert facts(read(whole_class(reports))) == {"submissions": "4", "learners": "3", "passed": "50 %"}


def test_mistakes_are_ranked_by_learners_and_link_to_them() -> None:
    reports = [
        samples.added_gradient("a"),
        samples.summed("b"),
        samples.summed("c"),
        samples.counterexample("d"),
    ]
    document = read(whole_class(reports))
    items = next(node for node in document.all("ol") if node.attributes.get("class") == "mistakes").children

    assert [item.first("h3").text for item in items] == [
        "The squares were added up but not divided by how many there are.",
        "The weight moved uphill, so the loss rose.",
        "No known mistake matches",
    ]
    assert [link.attributes["href"] for link in items[0].all("a")] == [
        "./learners/b.html#exercise-mse",
        "./learners/c.html#exercise-mse",
    ]


def test_a_mistake_of_many_folds_the_rest_of_the_names_away() -> None:
    content = whole_class([samples.summed(f"learner-{k:03}") for k in range(100)])

    assert "and 88 more" in read(content).text
    assert "learner-099" in content


def test_the_table_has_every_learner_and_every_exercise_in_course_order() -> None:
    table = read(whole_class(samples.school())).first("table")
    columns = [head.text for head in table.first("thead").all("th")]

    assert columns == ["Learner", "Points of 20", *samples.TITLES.values()]
    assert len(list(table.first("tbody").all("tr"))) == 24
    assert {len(list(row.all("td"))) for row in table.first("tbody").all("tr")} == {6}


def test_a_cell_shows_the_best_attempt_and_how_many_there_were() -> None:
    document = read(whole_class([samples.report("ada", "mse"), samples.summed("ada")]))
    row = document.first("tbody").first("tr")

    assert "✓ 4/4 passed, best of 2" in row.text


def test_our_own_fault_never_stands_as_a_zero_and_never_hides_a_result() -> None:
    fault, failed = samples.stopped("ada", Verdict.INTERNAL), samples.stopped("ada", Verdict.FAILED)

    assert "? – our fault" in read(whole_class([fault])).first("tbody").text
    assert "✗ 0/3 not yet" in read(whole_class([failed, fault])).first("tbody").text


def test_what_was_not_handed_in_is_said_to_a_screen_reader() -> None:
    assert "not handed in" in read(whole_class([samples.report("a"), samples.report("b", "mse")])).text


def test_problems_are_listed_with_what_happened_and_where_it_was_read() -> None:
    document = read(whole_class([samples.stopped("ada"), samples.report("bob")]))
    table = list(document.all("table"))[-1]

    assert "timeout The program was still running when the time was up." in table.text
    assert "class.zip/ada/train_weight.py" in table.text
    assert "2.04 s" in table.text


def test_our_own_faults_are_loud() -> None:
    content = read(whole_class([samples.stopped("ada", Verdict.INTERNAL)])).text

    assert "1 submission could not be graded through a fault of the grader." in content


def test_the_footer_tells_isolation_version_and_note() -> None:
    foot = read(whole_class([samples.report()])).first("footer").text

    assert foot == "Graded by Downhill 0.1.0. Isolation of the learners’ programs: confined. Made today."


def test_an_empty_class_says_so() -> None:
    assert "No submissions yet." in read(PAGES["class of none"]()).text


def test_submissions_without_a_learner_are_told_apart_by_where_they_came_from() -> None:
    content = read(PAGES["class without names"]()).text

    assert "no name: class.zip/None/gradient_step.py" in content
    assert "no name: b.zip" in content


# --- the learner page ---------------------------------------------------------------------------------------


def test_a_card_says_the_message_its_numbers_its_picture_and_its_question() -> None:
    card = read(one_learner([samples.added_gradient()])).first("article")

    assert card.attributes["id"] == anchor("gradient_step")
    pieces = [
        "One step downhill",
        "Not yet 3 of 4 points",
        "The weight moved uphill, so the loss rose.",
        "line 7",
        "[1.2, −0.7, 2.5]",
        "your code gives this mistake gives",
        "Where the step went",
        "A question for you:",
        "fail the new weight lies downhill",
        "For the teacher",
    ]
    places = [card.text.index(piece) for piece in pieces]
    assert places[:6] == sorted(places[:6])
    assert places[-3:] == sorted(places[-3:])
    assert [node.attributes["role"] for node in card.all("svg") if "role" in node.attributes] == ["img"]


def test_the_other_findings_are_folded_away_for_the_teacher() -> None:
    card = read(one_learner([samples.added_gradient()])).first("article")
    teacher = list(card.all("details"))[-1]
    other = "The loss rose on 5 of 5 steps."

    assert other in teacher.text
    assert card.text.count(other) == 1
    assert "added-gradient (level A)" in teacher.text


def test_the_newest_attempt_is_the_card_and_earlier_ones_are_folded_into_it() -> None:
    document = read(one_learner([samples.summed("ada"), samples.report("ada", "mse")]))
    cards = list(document.all("article"))

    assert len(cards) == 1
    assert cards[0].first("header").text == "Mean squared error attempt 2 of 2 ✓ Passed 4 of 4 points"
    assert "attempt 1 of 2: ✗ Not yet 1 of 4 points" in cards[0].first("details").text


def test_nan_losses_are_shown_as_what_they_are() -> None:
    assert "NaN] (32 values)" in read(one_learner([samples.exploding("ada")])).text


def test_huge_numbers_stay_short() -> None:
    report = samples.report(verdict=Verdict.FAILED, findings=samples.counterexample().findings)
    finding = report.findings[0]
    evidence = finding.evidence.model_copy(update={"yours": {"weight": 10**4000, "loss": 1e308}})
    huge = report.model_copy(update={"findings": (finding.model_copy(update={"evidence": evidence}),)})

    assert "weight 1e4000 loss 1e308" in read(one_learner([huge])).text


def test_a_learner_with_nothing_handed_in_gets_a_page() -> None:
    assert "Nothing handed in yet." in read(one_learner([])).text


# --- looks --------------------------------------------------------------------------------------------------


def palettes() -> list[dict[str, str]]:
    style = (Path(grader.render.__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r":root\{([^}]*)\}", style) if "--page" in block]
    return [dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "print"])
def test_text_keeps_the_contrast_that_the_web_guidelines_ask_for(palette: dict[str, str]) -> None:
    pairs = [(text, ground) for text in ("ink", "soft", "accent", "clay", "plum") for ground in ("page", "card")]
    pairs += [(tone, f"{tone}-soft") for tone in ("accent", "clay", "plum")] + [("ink", "plum-soft")]

    assert {pair: contrast(palette[pair[0]], palette[pair[1]]) for pair in pairs if
            contrast(palette[pair[0]], palette[pair[1]]) < 4.5} == {}  # fmt: skip


# --- speed --------------------------------------------------------------------------------------------------


def test_five_thousand_reports_make_a_class_page_in_seconds() -> None:
    reports = samples.school(1100)
    assert len(reports) >= 5000

    begun = time.perf_counter()
    whole_class(reports)

    assert time.perf_counter() - begun < 5
