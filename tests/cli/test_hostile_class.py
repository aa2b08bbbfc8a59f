"""A class that attacks whoever reads its results: the real command, and every byte of what it leaves behind."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
GOOD = (ROOT / "solutions" / "measuring" / "mse.py").read_text(encoding="utf-8")

# What learners write, short enough that no page cuts it. `a` and `b` stand for nothing.
TEXTS = {
    "terminal": "\x1b[2J\x1b]0;owned\x07\x1b]52;c;eA==\x07\x1b]8;;http://evil.example\x07",
    "controls": "a\x9b31m\x9d0;t\x9c\rPassed\b\b\x7f\x0e\x85b",
    "unseen": "a\u202e\u2066\u200f\u200b\u2028\u2029\ufeff\u00ad\U000e0041b",
    "half": "a\\ud800b",
    "tags": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "ends": "</style></textarea></title></svg>--><svg onload=alert(3)>",
    "quotes": '" onmouseover=alert(4) x=\' y=` z="><b>',
    "entities": "&lt;i&gt;&#60;u&#62;&amp;{{7*7}}{%raw%}{x}{0}%s",
    "links": "javascript:alert(5)//[link=http://evil.example]x[/link]",
    "markup": "[red][/][bold]a[/bold]:smile:[@click=quit]b[/]",
    "formula": '=HYPERLINK("http://evil.example","a")',
}
HARMLESS = "just a few words that learners may write"

# Where learner code can put a text that somebody reads.
PLACES = {
    "message": "def mse(y_true, y_pred):\n    raise ValueError({text})\n",
    "type": "def mse(y_true, y_pred):\n    raise type({text}, (Exception,), {{}})('x')\n",
    "value": "def mse(y_true, y_pred):\n    return {text}\n",
    "key": "def mse(y_true, y_pred):\n    return {{{text}: {text}}}\n",
    "repr": "class A:\n    def __repr__(self):\n        return {text}\n\n\ndef mse(y_true, y_pred):\n    return A()\n",
    "class": "def mse(y_true, y_pred):\n    return type({text}, (), {{}})()\n",
    "print": "def mse(y_true, y_pred):\n    print({text})\n",
    "module": "import importlib\n\nimportlib.import_module({text})\n",
    "loading": "raise RuntimeError({text})\n",
    "name": "def f():\n    pass\n\n\nf.__name__ = f.__qualname__ = {text}\nglobals()[{text}] = f\n",
    "exit": "import sys\n\nsys.exit({text})\n",
    "doc": "__doc__ = {text}\nraise NameError({text}, name={text})\n",
}
SYNTAX = "def mse(y_true, y_pred):\n    return 1 {text}\n"

# Names of learners, as folders of a class and as folders in an archive. No system takes "/" or more than 255 bytes.
FOLDERS = [
    *(text.replace("/", "\u2215").replace("\\ud800", "") for text in TEXTS.values()),
    *("+1", "-1+1", "@SUM(1)", " =1+1", "\t=1", "\r=1", "＝1", "a;=1+1", "a\t=1", "'=1", "=cmd|' C'!A0", "\u00a0=1"),
    *("CON", "NUL.txt", "aux.html", "dot.", "space ", "a:b", "C:", "two\nlines", "n" * 240, "-rf", "~", "*", "%00"),
    *("Ada", "ADA", "\u00e9", "e\u0301", "\u3164", "ada\u200d"),
]
NOT_UTF8 = b"\xff\xfe\x80"


FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d]|\s+=")
STYLE = re.compile(rb"\x1b\[[0-9;]*m")


def _written(text: str) -> str:
    """The text as Python source."""
    return ascii(text).replace("\\\\ud800", "\\ud800")


def _sources(text: str) -> dict[str, str]:
    sources = {place: source.format(text=_written(text)) for place, source in PLACES.items()}
    return sources | {"syntax": SYNTAX.format(text=text)}


def _hand_in(folder: Path, texts: Mapping[str, str], names: Sequence[str], member: str) -> None:
    """A learner for each name, and for each text in every other place; an archive of `member` beside them."""
    handed_in = {
        f"{name}-{place}": source
        for number, (name, text) in enumerate(texts.items())
        for spot, (place, source) in enumerate(_sources(text).items())
        if (number + spot) % 2 == 0 or len(texts) == 1
    }
    handed_in |= {name: f"{GOOD}# {number}\n" for number, name in enumerate(names)}
    for learner, source in handed_in.items():
        (folder / learner).mkdir(parents=True)
        (folder / learner / "mse.py").write_text(source, encoding="utf-8", newline="")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr(f"{member}/{member}_mse.py", GOOD)
        archive.writestr(f"{member}/{member}.txt", "?")
        archive.writestr(f"../{member}/mse.py", GOOD)
        archive.writestr(f"{member}n/mse.ipynb", json.dumps(_notebook(member)))


def _notebook(text: str) -> dict[str, object]:
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": text}}
    cells = [
        {"cell_type": "markdown", "metadata": {text: text}, "source": text},
        {"cell_type": "code", "metadata": {}, "source": f"%%{text}\n", "outputs": [output]},
        {"cell_type": "code", "metadata": {}, "source": f"!echo {text}\n{GOOD}", "outputs": [output]},
    ]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {text: text}, "cells": cells}


def _run(folder: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GRADER_", "XDG_"))}
    command = [sys.executable, "-c", "from grader.cli import main; main(prog_name='grader')", *map(str, arguments)]
    return subprocess.run(
        [*command, "--course", str(ROOT)],
        cwd=folder,
        env=inherited | {"HOME": str(folder.parent / "home")} | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


class Page(HTMLParser):
    """Every element with its attributes, every comment and declaration, all addresses, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.others: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    unknown_decl = handle_pi = handle_decl

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the hostile class, what grading it left in out/, and what was printed."""
    folder = tmp_path_factory.mktemp("hostile")
    _hand_in(folder / "class", TEXTS, FOLDERS, "a\x1b[31m\x9b2J\u202e<img src=x onerror=y>")
    if sys.platform == "linux":
        os.mkdir(os.fsencode(folder / "class") + b"/" + NOT_UTF8)
        (folder / "class" / os.fsdecode(NOT_UTF8) / "mse.py").write_text(GOOD)
    _grade(folder)
    return folder


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for a class without a hostile text."""
    folder = tmp_path_factory.mktemp("harmless")
    _hand_in(folder / "class", {"plain": HARMLESS}, ["ada", "ben"], "member")
    _grade(folder)
    return folder


def _grade(folder: Path) -> None:
    ended = _run(folder, "grade", "class", "--out", "out")
    assert ended.returncode == 0, ended.stderr
    (folder / "printed").write_bytes(ended.stdout + ended.stderr)


def _page(folder: Path, name: str) -> Page:
    return Page((folder / "out" / name).read_text(encoding="utf-8"))


def _unseen(data: bytes) -> set[str]:
    """Characters that steer or hide; joiners stay, for names in many scripts need them."""
    return {char for char in data.decode("utf-8") if not char.isprintable()} - set("\n\u00a0\u200c\u200d")


def test_every_submission_is_graded_and_everything_else_is_told(hostile: Path) -> None:
    reports = (hostile / "out" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(reports) == len(list((hostile / "class").rglob("mse.py"))) + 2
    verdicts = {json.loads(line)["learner"]: json.loads(line)["verdict"] for line in reports}
    assert "internal" not in verdicts.values()
    assert verdicts["Ada"] == verdicts["CON"] == verdicts["=cmd|' C'!A0"] == "passed"
    left_out = (hostile / "out" / "unmatched.txt").read_text(encoding="utf-8")
    assert "leads out of the archive" in left_out
    assert ".txt: it is not a .py or .ipynb file" in left_out


def test_nothing_is_written_but_what_belongs_there(hostile: Path) -> None:
    assert {one.name for one in hostile.iterdir()} == {"class", "out", "printed"}
    left = {one.name.split("-")[0] for one in (hostile / "out").iterdir()}
    assert left <= {"index.html", "learners", "grades.csv", "reports.jsonl", "grader.db", "unmatched.txt"}
    names = [one.name for one in (hostile / "out" / "learners").iterdir()]
    assert all(re.fullmatch(r"\w[\w.-]{0,110}\.html", name, re.ASCII) for name in names)
    assert not [name for name in names if re.match(r"(con|nul|aux)\.", name, re.I)]
    assert len({name.casefold() for name in names}) == len(names) == len(_learners(hostile))


def _learners(folder: Path) -> set[str]:
    lines = (folder / "out" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["learner"] for line in lines}


@pytest.mark.parametrize("name", ["printed", "out/unmatched.txt", "out/reports.jsonl", "out/index.html"])
def test_no_byte_steers_a_terminal(hostile: Path, name: str) -> None:
    assert not _unseen((hostile / name).read_bytes())


@pytest.mark.parametrize("place", [*PLACES, "syntax"])
def test_a_learners_page_has_the_elements_of_a_harmless_one(hostile: Path, harmless: Path, place: str) -> None:
    # of any of them: Python refuses some texts as names, and then says so
    wanted = [_page(harmless, f"learners/{one.name}").tags for one in (harmless / "out" / "learners").iterdir()]
    names = [name for name in TEXTS if (hostile / "class" / f"{name}-{place}").exists()]
    assert len(names) >= 5
    for name in names:
        page, text = _page(hostile, f"learners/{name}-{place}.html"), TEXTS[name]
        assert page.tags in wanted, name
        assert page.others == ["doctype html"]
        assert all(re.match(r"#|\.\./index\.html$|data:,$", one) for one in page.addresses)
        assert not _unseen((hostile / "out" / "learners" / f"{name}-{place}.html").read_bytes())
        if place in ("message", "loading", "exit") and text.isprintable():
            assert text[:40] in page.words


def test_the_class_page_has_the_elements_of_a_harmless_one(hostile: Path, harmless: Path) -> None:
    page, wanted = _page(hostile, "index.html"), _page(harmless, "index.html")
    known = set(wanted.tags) | {("details",), ("summary",)}  # names beyond the first dozen are folded away
    assert set(page.tags) <= known
    assert page.others == wanted.others
    assert sum(tag[0] == "script" for tag in page.tags) == 1
    assert all(re.match(r"#|\./learners/[\w.-]+\.html|data:,$", one, re.ASCII) for one in page.addresses)
    files = {one.split("#")[0] for one in page.addresses if one.startswith("./")}
    assert all((hostile / "out" / file).is_file() for file in files)
    assert len(files) == len(_learners(hostile))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_no_cell_of_the_grades_is_a_formula(hostile: Path, sign: str) -> None:
    with (hostile / "out" / "grades.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file, delimiter=sign) for cell in row]
    assert not [cell for cell in cells if FORMULA.match(cell)]
    assert sum(cell.startswith("'") for cell in cells) >= 9


@pytest.mark.parametrize(("name", "place"), [("terminal", "message"), ("controls", "type"), ("unseen", "syntax")])
def test_feedback_in_colour_holds_our_own_colours_only(hostile: Path, name: str, place: str) -> None:
    file = f"class/{name}-{place}/mse.py"
    arguments = ("check", file, "--learner", TEXTS[name])
    shown = _run(hostile, *arguments, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert STYLE.search(shown)
    assert not _unseen(STYLE.sub(b"", shown))
    if name == "unseen":
        assert not _unseen(_run(hostile, *arguments, "--json").stdout)


@pytest.mark.parametrize("text", [text for text in TEXTS.values() if not text.isprintable()], ids=ascii)
def test_a_refusal_repeats_nothing_that_steers_a_terminal(grader: Callable[..., Result], text: str) -> None:
    many = (
        ("check", "a", text),
        ("check", text),
        ("show", text),
        ("grade", text, "--out", text),
        (text,),
        (f"--{text}",),
    )
    for arguments in many:
        ended = grader(*arguments)
        assert (ended.exit_code, ended.stdout) == (2, "")
        assert not _unseen(ended.stderr.encode())


# --- the same texts on naive readers ------------------------------------------------------------------


def test_the_texts_are_dangerous_where_nobody_escapes_them() -> None:
    active = {
        name for name, text in TEXTS.items() if {tag[0] for tag in Page(f'<p title="{text}">{text}').tags} - {"p"}
    }
    assert active == {"tags", "ends", "quotes"}
    assert {name for name, text in TEXTS.items() if _unseen(text.encode())} == {
        "terminal",
        "controls",
        "unseen",
    }
    assert len([name for name in FOLDERS if FORMULA.match(name)]) >= 9
