"""Bringing a course's catalogs up to date, and every way in which a catalog can be wrong."""

from __future__ import annotations

import builtins
import shutil
from pathlib import Path
from typing import Any

import pytest

from grader.catalogs import LanguageError, open_language, read_catalog, read_entries
from grader.translating import course_catalogs

from .catalogs import ROOT

MSE = "checks/measuring/mse"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for tree in ("exercises", "solutions", "checks"):
        shutil.copytree(ROOT / tree, tmp_path / tree, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def mse(course: Path, code: str = "de") -> Any:
    (catalog,) = course_catalogs(code, course, ["mse"])
    return catalog


def test_a_new_language_starts_with_every_sentence_empty(course: Path) -> None:
    catalog = mse(course, "fr")
    assert "For the statement's example, [3, -1, 2] against [2.5, 0, 4], the result is not 1.75." in catalog.missing
    assert "Plain Python lists work like arrays." in catalog.missing
    assert "The errors are not squared." in catalog.missing
    assert "squared error" in catalog.missing
    assert "Mean squared error" in catalog.missing
    catalog.write()
    assert (course / f"{MSE}.fr.po").read_text(encoding="utf-8") == catalog.text
    assert mse(course, "fr") == catalog
    assert "#: checks/measuring/test_mse.py\nmsgid" in catalog.text


def test_the_course_and_its_lessons_have_their_titles_in_a_catalog_of_their_own(course: Path) -> None:
    titles = course_catalogs("fr", course)[0]
    assert titles.path.name == "course.fr.po"
    assert set(titles.missing) >= {"How networks learn", "Rolling downhill"}


def test_a_sentence_that_changed_keeps_its_translation_as_a_guess(course: Path) -> None:
    change(course / f"{MSE}.toml", "The errors are not squared.", "The errors are not squared at all.")
    catalog = mse(course)
    assert catalog.changed == ("The errors are not squared at all.",)
    assert catalog.missing == catalog.gone == ()
    assert (
        '#, fuzzy\n#| msgid "The errors are not squared."\nmsgid "The errors are not squared at all."' in catalog.text
    )
    catalog.write()
    assert "The errors are not squared at all." not in open_language("de", course).catalog
    assert mse(course) == catalog


def test_a_sentence_that_is_gone_is_kept_at_the_end(course: Path) -> None:
    change(course / f"{MSE}.toml", "In Python * 2 doubles and ** 2 squares.", "Count.")
    catalog = mse(course)
    assert catalog.gone == ("In Python * 2 doubles and ** 2 squares.",)
    assert catalog.missing == ("Count.",)
    assert '#~ msgid "In Python * 2 doubles' in catalog.text


def test_notes_of_translators_are_kept(course: Path) -> None:
    change(
        course / f"{MSE}.de.po",
        '#: checks/measuring/mse.toml\nmsgid "The errors are',
        '# Bruch\n#: checks/measuring/mse.toml\nmsgid "The errors are',
    )
    assert "# Bruch\n" in mse(course).text


def test_the_fields_of_an_f_string_become_names(course: Path) -> None:
    change(
        course / "checks/measuring/test_mse.py",
        '"Equal arrays do not give 0."',
        'f"{len(y_true)} equal of {y_true.size:g} and {len(y_true)}: {1 + 1}"',
    )
    assert mse(course).missing == ("{y_true} equal of {size} and {y_true}: {value}",)


def test_quotes_and_line_ends_come_through(course: Path) -> None:
    change(course / f"{MSE}.toml", '"In Python * 2 doubles and ** 2 squares."', "'''Say \"2\" \\\\ and\nnot 3.'''")
    catalog = mse(course)
    assert read_entries(catalog.text, "it").keys() >= set(catalog.missing)
    assert catalog.missing == ('Say "2" \\\\ and\nnot 3.',)


# --- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["xx", "de_AT", "../de", ""])
def test_an_unknown_language_is_refused_with_those_there_are(code: str) -> None:
    with pytest.raises(LanguageError, match="There are: en, de"):
        open_language(code, ROOT)


@pytest.mark.parametrize("code", ["en", "german", "../de", "DE", ""])
def test_only_the_code_of_another_language_gets_catalogs(code: str) -> None:
    with pytest.raises(LanguageError, match="Write it as de, fr or pt_BR"):
        course_catalogs(code, ROOT)


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize("text", ['msgid "a"\nnonsense\n', "{\n", 'msgid "a"\nmsgstr[x] "b"\n'])
def test_a_broken_catalog_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(LanguageError, match=r"mse\.de\.po is not a \.po file"):
        read_catalog(HEAD + text, "mse.de.po")


def test_a_catalog_that_is_no_text_is_refused(course: Path) -> None:
    (course / f"{MSE}.de.po").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageError, match="Save it as UTF-8"):
        open_language("de", course)


def test_a_name_that_the_original_lacks_is_refused() -> None:
    with pytest.raises(LanguageError, match=r"mentions \{m\}"):
        read_catalog(HEAD + 'msgid "{n} of them"\nmsgstr "{m} davon"\n', "it")


def test_fuzzy_and_empty_entries_are_not_used() -> None:
    text = HEAD + '#, fuzzy\nmsgid "A."\nmsgstr "{odd}"\n\nmsgid "B."\nmsgstr ""\n\nmsgid "C."\nmsgstr "Z."\n'
    assert read_catalog(text, "it") == {"C.": "Z."}


def test_without_babel_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("babel"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LanguageError, match=r"downhill\[languages\]"):
        open_language("de", ROOT)
    assert open_language("en", ROOT).code == "en"
