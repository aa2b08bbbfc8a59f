"""Texts that attack their reader, given to every renderer. None is obeyed, and each one works on a naive reader."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import Template
from rich.console import Console, RenderableType
from rich.errors import MarkupError

from grader.model import CheckResult, Evidence, Finding, Picture, Report, Series, Verdict
from grader.render.html import class_page, learner_page
from grader.render.svg import svg
from grader.render.text import class_summary, class_table, feedback

from . import samples

# Each changes what a terminal shows, or what stands where in a line of text.
CONTROLS = {
    "clear": "\x1b[2J\x1b[H",
    "colour": "\x1b[31mred",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\a\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;eA==\x07",
    "device": "\x1bP$q\x1b\\\x1b_G\x1b\\",
    "c1": "\x9b31m\x9d0;t\x9c",
    "overwrite": "failed\rpassed",
    "erase": "failed\b\b\b\b\b\bpassed",
    "charset": "\x0e\x0f\x7f\x00",
    "override": "\u202etxt.exe",
    "isolate": "\u2066\u2067\u2068\u2069",
    "mark": "\u200e\u200f\u061c",
    "width": "a\u200b\u2060\ufeff\u00ad",
    "lines": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "tags": "\U000e0041\U000e007f",
    "half": "\ud800",
    "blank": "\u3164\u115f\u2800",
}
BLANK = set(CONTROLS["blank"])
# Each makes an element, an attribute or a handler where it is pasted into HTML: as content, in quotes or without.
MARKUP = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "style": "</style><script>alert(1)</script>",
    "textarea": "</textarea></title><script>alert(1)</script>",
    "comment": "--><script>alert(1)</script><!--",
    "data": "]]><script>alert(1)</script>",
    "svg": "<svg onload=alert(1)><foreignObject><b>x</b></foreignObject><use href=//evil.example/x#y /></svg>",
    "double": '"><script>alert(1)</script>',
    "single": "'><script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "unquoted": "x onmouseover=alert(1) autofocus",
    "backtick": "` onmouseover=alert(1) `",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "base": "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "half-open": "<img src=x onerror=alert(1) ",
}
# Each is something else once it is read as an entity, a template or a format.
MEANINGS: dict[str, Callable[[str], str]] = {
    "&lt;b&gt;": unescape,
    "&#60;b&#62;": unescape,
    "&amp;lt;": unescape,
    "{{7*7}}": lambda text: Template(text).render(),
    "{% if 1 %}a{% endif %}": lambda text: Template(text).render(),
    "{x.__class__}": lambda text: text.format(x=1),
    "{0}{{": lambda text: text.format(1),
    "%s%%": lambda text: text % 1,
}
RICH = ["[red]a[/red]", "[link=http://evil.example]a[/link]", "[@click=app.quit]a[/]", ":smile:", "[/]", "\\[red]a"]

ALL = [*CONTROLS.values(), *MARKUP.values(), *MEANINGS, *RICH, "javascript:alert(1)"]


class Shape(HTMLParser):
    """Every element with its attributes, every comment and declaration, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.others: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href")]
        self.words += "".join(f" {value}" for _, value in attrs)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    unknown_decl = handle_pi = handle_decl

    def handle_data(self, data: str) -> None:
        self.words += data


def report(text: str, learner: str = "ada") -> Report:
    """`text` in every place that a report has for text."""
    picture = Picture(
        kind="bars",
        title=text,
        x_label=text,
        y_label=text,
        series=(Series(label=text, role="yours", x=(f"x{text}",), y=(1.0,)),),
        alt=text,
    )
    inside = Evidence(inputs={text: [text]}, yours={text: text}, named={text: {text: text}}, picture=picture)
    finding = Finding(mistake=text, level="A", line=1, headline=text, message=text, question=text, evidence=inside)
    check = CheckResult(id=text, sentence=text, verdict=Verdict.FAILED, max_points=1, message=text)
    more: dict[str, Any] = {"checks": (check,), "origin": text, "notes": (text,), "grader": text, "course": text}
    return samples.report(learner, text, Verdict.ERROR, (finding, finding), **more)


def pages(text: str) -> dict[str, str]:
    one, other = report(text, text), report(text, f"{text}b")
    titles, link = {text: text}, {text: f"learners/{text}.html"}
    picture = one.findings[0].evidence.picture
    assert picture is not None
    return {
        "class": class_page(text, [one, other], titles=titles, link=link, generated_note=text),
        "learner": learner_page(text, text, [one, one], titles, index="../index.html", generated_note=text),
        "picture": svg(picture),
    }


HARMLESS = {name: Shape(page) for name, page in pages("harmless").items()}


@pytest.mark.parametrize("text", ALL, ids=ascii)
def test_a_page_has_the_elements_of_a_harmless_one_and_no_other(text: str) -> None:
    for name, page in pages(text).items():
        shape = Shape(page)
        assert (shape.tags, shape.others) == (HARMLESS[name].tags, HARMLESS[name].others)
        assert all(re.match(r"#|\./learners/|\.\./index\.html$|data:,$", one) for one in shape.addresses)
        assert not {char for char in page if not char.isprintable()} - {"\n", "\u00a0"}
        page.encode("utf-8")
        assert escaped(text)[:20] in shape.words


def escaped(text: str) -> str:
    return "".join(char if char.isprintable() and char not in BLANK else _code(char) for char in text)


def _code(char: str) -> str:
    short = {"\r": "\\r", "\n": "\\n", "\t": "\\t"}
    return short.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else ascii(char)[1:-1])


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_this_markup_works_where_nothing_escapes_it(text: str) -> None:
    naive = ("<p>{}</p>", '<p title="{}">', "<p title='{}'>", "<p title={}>", "<style>{}", "<textarea>{}", "<!--{}>")
    attacked = [Shape(one.format(text)) for one in naive]
    more = {(tag, *names) for one in attacked for tag, names in one.tags} - {("p",), ("p", "title"), ("style",)}
    assert more - {("textarea",)}


@pytest.mark.parametrize(("text", "reader"), MEANINGS.items(), ids=MEANINGS)
def test_these_texts_change_where_they_are_read_as_something_else(text: str, reader: Callable[[str], str]) -> None:
    assert reader(text) != text


# --- terminal ---------------------------------------------------------------------------------------------------


def coloured(*renderables: RenderableType, width: int = 2000) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system="truecolor", legacy_windows=False)
    console.print(*renderables)
    return out.getvalue()


def unstyled(shown: str) -> str:
    """Without the colours and weights that rich writes."""
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


STYLES = set(re.findall(r"\x1b\[[0-9;]*m", coloured(feedback(report("harmless"), "a"), class_table([report("a")]))))


@pytest.mark.parametrize("text", ALL, ids=ascii)
def test_a_terminal_is_told_nothing_but_our_own_colours(text: str) -> None:
    one = report(text, text)
    shown = coloured(feedback(one, text), class_table([one]), class_summary([one], {text: text}))
    assert set(re.findall(r"\x1b\[[0-9;]*m", shown)) <= STYLES | {"\x1b[1m", "\x1b[2m"}
    assert not {char for char in unstyled(shown) if not char.isprintable()} - {"\n", "\u00a0"}
    assert escaped(text)[:18] in shown
    shown.encode("utf-8")


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_these_controls_reach_a_terminal_where_nothing_escapes_them(text: str) -> None:
    out = io.StringIO()
    print(f"failed: {text}", file=out)
    assert {char for char in out.getvalue() if not char.isprintable() or char in BLANK} - {"\n"}


@pytest.mark.parametrize("text", RICH)
def test_this_markup_is_obeyed_where_it_is_given_to_rich_as_it_is(text: str) -> None:
    with suppress(MarkupError):
        assert unstyled(coloured(text)) != f"{text}\n"


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_json_is_one_line_of_visible_characters_that_says_the_same(text: str) -> None:
    text = text.replace("\ud800", "?")  # no Report can hold half a character
    one = samples.report(text, notes=(text, "ü 🎉 €"))
    naive, line = json.dumps(one.model_dump(mode="json"), ensure_ascii=False), one.to_json()
    assert line.isprintable()
    assert Report.model_validate_json(line) == one
    assert json.loads(line)["learner"] == json.loads(naive)["learner"] == text
    assert "ü 🎉 €" in line


def test_some_controls_pass_through_ordinary_json() -> None:
    passed = {name for name, text in CONTROLS.items() if not json.dumps(text, ensure_ascii=False).isprintable()}
    assert {"c1", "override", "isolate", "lines", "charset"} <= passed
