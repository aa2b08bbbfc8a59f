"""The shipped catalogs: every sentence, the same names, plain words, short enough."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from grader.catalogs import read_catalog
from grader.diagnosis.wording import generic_texts
from grader.language import names_in
from grader.translating import Catalog, own_sentences

from .catalogs import OTHERS, ROOT, catalogs, language, shipped

CATALOGS = [pytest.param(one, id=one.path.name) for code in OTHERS for one in shipped(code)]
PAIRS = [
    pytest.param(english, own, id=f"{one.path.stem}-{number}")
    for code in OTHERS
    for one in shipped(code)
    for number, (english, own) in enumerate(read_catalog(one.text, one.path.name).items())
]
UNKIND = {"de": re.compile(r"\b(einfach|nur mal|offensichtlich|selbstverständlich|Sie müssen)\b", re.IGNORECASE)}


def test_not_yet_translated() -> None:
    """An exercise without a catalog is told in English; this says which, and how to begin."""
    waiting = [
        one.path.relative_to(ROOT).as_posix() for code in OTHERS for one in catalogs(code) if one not in shipped(code)
    ]
    if waiting:
        pytest.skip(f"no catalog yet (`grader translate CODE` writes it): {', '.join(waiting)}")


@pytest.mark.parametrize("catalog", CATALOGS)
def test_every_sentence_is_translated(catalog: Catalog) -> None:
    assert not catalog.missing, "write a translation"
    assert not catalog.changed, "the original has changed: look at the translation and take out `fuzzy`"


@pytest.mark.parametrize("catalog", CATALOGS)
def test_a_catalog_is_as_the_command_would_write_it(catalog: Catalog) -> None:
    assert not catalog.gone, "these originals are no longer there"
    assert catalog.path.read_text(encoding="utf-8") == catalog.text, "run `grader translate`"


@pytest.mark.parametrize(("english", "own"), PAIRS)
def test_a_translation_has_the_names_and_the_ends_of_its_original(english: str, own: str) -> None:
    assert names_in(own) == names_in(english)
    if english[-1] == "?":
        assert own[-1] == "?"
    assert (english[-1] in ".!") <= (own[-1] in ".!")
    assert own == own.strip()


@pytest.mark.parametrize(("english", "own"), PAIRS)
def test_no_translation_says_that_it_is_easy(english: str, own: str) -> None:
    assert not UNKIND["de"].search(own)


def mistakes() -> list[object]:
    files = [path for path in sorted((ROOT / "checks").glob("*/*.toml"))]
    found = [
        pytest.param(code, mistake, id=f"{code}-{path.stem}-{number}-{mistake['id']}")
        for code in OTHERS
        for path in files
        if path.with_suffix(f".{code}.po").is_file()
        for number, mistake in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["mistake"])
    ]
    return found + [
        pytest.param(code, texts, id=f"{code}-{name}") for code in OTHERS for name, texts in generic_texts().items()
    ]


@pytest.mark.parametrize(("code", "texts"), mistakes())
def test_what_is_said_about_a_mistake_is_as_short_as_in_english(code: str, texts: dict[str, str]) -> None:
    said = {place: language(code).text(texts[place]) for place in ("headline", "message", "question")}
    counts = {place: len(re.sub(r"\{\w+\}", "3", text).split()) for place, text in said.items()}
    assert counts["headline"] < 25
    assert sum(counts.values()) < 120
    assert said["question"].endswith("?")


# --- what is collected ----------------------------------------------------------------------------------------


def test_every_call_that_says_something_says_a_text_that_is_collected() -> None:
    """said(variable) hides its template from the collector, unless it comes from a table that the collector knows."""
    tables = {
        'found["headline"]', "texts[place]", "m.headline", "_SHORT[name]", "_SEVERAL[len(mistakes)]", "_MOVES[moved]",
        "opening if place == 0 else 'And: {headline}'", "trend", "template", "own", "text",
    }  # fmt: skip
    for path in sorted((ROOT / "grader").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("said", "fill"):
                first = node.args[0]
                literal = isinstance(first, ast.Constant | ast.IfExp) or ast.unparse(first) in tables
                assert literal or ast.unparse(first).startswith("self.catalog"), f"{path.name}:{node.lineno}"


def test_every_text_between_the_tags_of_a_template_is_said_in_the_language() -> None:
    for path in sorted((ROOT / "grader" / "render" / "templates").glob("*.html")):
        source = path.read_text(encoding="utf-8").replace("{% block kind %}narrow{% endblock %}", "")
        source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.DOTALL)
        between = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "\n", source, flags=re.DOTALL)
        assert not re.findall(r"[A-Za-z]{2,}.*", between), path.name


def test_a_package_of_ones_own_is_collected(tmp_path: Path) -> None:
    package = tmp_path / "grader"
    (package / "cli").mkdir(parents=True)
    (package / "cli" / "pages.py").write_text("")
    (package / "a.py").write_text(
        'said("One {x}.", x=1)\nsaid("A." if x else "B.")\n'
        'language.count("{count} dog", "{count} dogs", n)\nraise Mismatch(f"Needs {len(names)}: {show(name)}.")\n'
    )
    (package / "b.html").write_text('<p>{{ _("Say \\"no\\".") }}</p>{{ count("{count} cat", "{count} cats", n) }}')
    assert list(own_sentences(package)) == [
        *[
            ("grader/a.py", text)
            for text in ("One {x}.", "A.", "B.", "{count} dog", "{count} dogs", "Needs {names}: {name}.")
        ],
        *[("grader/b.html", text) for text in ('Say "no".', "{count} cat", "{count} cats")],
    ]
