"""Messages in another language, asked for on the command line or by the course."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from fake_parts import FakeParts

from grader.catalogs import LanguageError

Grader = Callable[..., Result]


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    path = tmp_path / "mse.py"
    path.write_text("fail")
    return path


def test_check_tells_in_the_language_asked_for(grader: Grader, answer: Path) -> None:
    result = grader("check", answer, "--language", "de")
    assert result.exit_code == 1
    assert "Noch nicht" in result.stdout
    assert "Not yet" not in result.stdout


def test_a_course_has_a_language_of_its_own(grader: Grader, fakes: FakeParts, answer: Path) -> None:
    fakes.course = fakes.course.model_copy(update={"language": "de"})
    assert "Noch nicht" in grader("check", answer).stdout
    assert "Not yet" in grader("check", answer, "--language", "en").stdout


def test_json_stays_english_and_needs_no_catalog(grader: Grader, answer: Path) -> None:
    plain = grader("check", answer, "--json")
    other = grader("check", answer, "--json", "--language", "de")
    assert json.loads(other.stdout)["checks"] == json.loads(plain.stdout)["checks"]


@pytest.mark.parametrize("command", ["check", "grade"])
def test_an_unknown_language_is_refused(grader: Grader, answer: Path, tmp_path: Path, command: str) -> None:
    more = ("--out", tmp_path / "out") if command == "grade" else ()
    result = grader(command, answer, *more, "--language", "xx")
    assert result.exit_code == 2
    assert result.stderr == "grader: There is no language 'xx'. There are: en, de.\n"
    assert not (tmp_path / "out").exists()


def test_what_is_missing_for_a_language_is_said(grader: Grader, answer: Path) -> None:
    def without_babel(code: str, root: Path) -> None:
        raise LanguageError("Install it with: pip install 'downhill[languages]'")

    result = grader("check", answer, "--language", "de", open_language=without_babel)
    assert (result.exit_code, result.stderr) == (2, "grader: Install it with: pip install 'downhill[languages]'\n")


def test_grade_writes_its_pages_in_the_language(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    result = grader("grade", a_class, "--out", tmp_path / "out", "--language", "de")
    assert result.exit_code == 0
    assert "Abgaben bestanden" in result.stdout
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in index
    assert "Erstellt am " in index
    assert '<html lang="de">' in (tmp_path / "out" / "learners" / "ada.html").read_text(encoding="utf-8")


# --- translate ------------------------------------------------------------------------------------------------


@pytest.fixture
def course(tmp_path: Path) -> Path:
    import shutil

    root = Path(__file__).resolve().parents[2]
    for tree in ("exercises", "solutions", "checks"):
        shutil.copytree(root / tree, tmp_path / "course" / tree)
    return tmp_path / "course"


def test_translate_begins_a_language(grader: Grader, course: Path) -> None:
    result = grader("translate", "fr", "--course", course, "--exercise", "mse")
    written = course / "checks" / "measuring" / "mse.fr.po"
    assert result.exit_code == 0
    assert f"{written}: " in result.stdout
    assert "  missing: The errors are not squared.\n" in result.stdout
    assert 'msgid "The errors are not squared."\nmsgstr ""\n' in written.read_text(encoding="utf-8")


def test_translate_only_looks_when_asked_to(grader: Grader, course: Path) -> None:
    assert grader("translate", "fr", "--course", course, "--check").exit_code == 1
    assert not list(course.glob("checks/*/*.fr.po"))


def test_our_own_sentences_are_complete_in_german(grader: Grader) -> None:
    result = grader("translate", "de", "--own", "--check")
    assert result.exit_code == 0
    assert result.stdout.endswith("de.po: complete\n")


def test_translate_refuses_what_is_no_language(grader: Grader, course: Path) -> None:
    result = grader("translate", "German", "--course", course)
    assert (result.exit_code, result.stdout) == (2, "")
