"""The course in this repository: it loads, its examples are true, and its stubs are not solutions."""

from __future__ import annotations

import ast
import doctest
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.course import CourseError, find_root, load, load_key

ROOT = Path(__file__).resolve().parents[2]
COURSE = load(ROOT)
STEMS = list(COURSE.exercises)
REQUIRED = {
    "mse": "abs-not-square forgot-mean root halved mean-before-square no-square first-only last-only not-reduced "
    "broadcast-outer",
    "gradient_step": "added-gradient error-backwards forgot-two sum-not-mean forgot-x forgot-lr divided-by-lr "
    "loss-after-stale returned-step",
    "add_bias": "bias-frozen bias-times-x bias-not-in-prediction updated-in-sequence added-gradient forgot-two",
    "trace_step": "added-gradient error-backwards forgot-two forgot-x forgot-lr",
    "exploding_loss": "rate-still-too-large rate-too-small blamed-code blamed-data train-longer",
}


def namespace_of(text: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {}
    exec(compile(text, "<course>", "exec"), namespace)
    return namespace


def test_the_course_has_its_first_exercises_in_their_order() -> None:
    order = [stem for stem in STEMS if stem in REQUIRED]
    assert order == ["mse", "gradient_step", "trace_step", "add_bias", "exploding_loss"]
    assert [lesson.stem for lesson in COURSE.lessons][:4] == ["measuring", "downhill", "training_loop", "misbehaving"]


@pytest.mark.parametrize("stem", REQUIRED)
def test_every_promised_mistake_is_declared(stem: str) -> None:
    declared = {mistake.id for mistake in load_key(ROOT, COURSE.exercises[stem]).mistakes}
    assert set(REQUIRED[stem].split()) <= declared


@pytest.mark.parametrize("stem", STEMS)
def test_the_statements_examples_are_true_of_the_solution(stem: str) -> None:
    exercise = COURSE.exercises[stem]
    solution = namespace_of(load_key(ROOT, exercise).solution)
    (example,) = [doctest.DocTestParser().get_doctest(exercise.statement, solution, stem, None, 0)]
    assert example.examples
    runner = doctest.DocTestRunner(verbose=False)
    problems: list[str] = []
    runner.run(example, out=problems.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(problems)


@pytest.mark.parametrize("stem", [stem for stem in STEMS if COURSE.exercises[stem].kind == "function"])
def test_a_stub_does_nothing_yet(stem: str) -> None:
    exercise = COURSE.exercises[stem]
    stub, solution = namespace_of(exercise.stub), namespace_of(load_key(ROOT, exercise).solution)
    example = doctest.DocTestParser().get_doctest(exercise.statement, {**solution, **stub}, stem, None, 0)
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(example, out=lambda _: None)
    assert runner.summarize(verbose=False).failed > 0


@pytest.mark.parametrize("stem", [stem for stem in STEMS if COURSE.exercises[stem].kind == "blanks"])
def test_a_stub_leaves_every_blank_open_and_hands_the_solutions_numbers_out(stem: str) -> None:
    exercise = COURSE.exercises[stem]
    stub, solution = namespace_of(exercise.stub), namespace_of(load_key(ROOT, exercise).solution)
    assert all(stub[blank] is ... for blank in exercise.outputs)
    assert all(solution[blank] is not None for blank in exercise.outputs)
    assert {name: stub[name] for name in exercise.givens} == {name: solution[name] for name in exercise.givens}


@pytest.mark.parametrize("stem", STEMS)
def test_a_stub_holds_no_line_of_the_solution(stem: str) -> None:
    exercise = COURSE.exercises[stem]
    lines = assigned_or_returned(load_key(ROOT, exercise).solution)
    # An empty list to begin with, and the numbers to work with, are part of the hand-out.
    handed_out = {"losses = []"} | {line for line in lines if line.startswith(", ".join(exercise.givens) + " =")}
    assert len(lines) > 3
    assert lines & assigned_or_returned(exercise.stub) <= handed_out


def assigned_or_returned(source: str) -> set[str]:
    nodes = ast.walk(ast.parse(source))
    return {ast.unparse(node) for node in nodes if isinstance(node, ast.Assign | ast.Return)}


@pytest.mark.parametrize("stem", STEMS)
def test_statements_fit_on_a_page_and_hints_grow_without_giving_the_code(stem: str) -> None:
    exercise = COURSE.exercises[stem]
    assert 20 < len(exercise.statement.split()) < 320
    assert len(set(exercise.hints)) == 3
    assert not re.search(r"\b(just|simply|obviously)\b", " ".join((exercise.statement, *exercise.hints)), re.IGNORECASE)
    assert all(len(line) <= 110 for line in exercise.stub.splitlines())


def test_the_root_is_found_from_any_folder_of_the_course() -> None:
    for start in (ROOT, ROOT / "exercises", ROOT / "checks" / "downhill"):
        assert find_root(start) == ROOT


def test_the_root_is_the_nearest_course_above(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "inner"
    for folder in (tmp_path / "outer", inner):
        (folder / "exercises").mkdir(parents=True)
        (folder / "exercises" / "course.toml").write_text("", encoding="utf-8")
    (inner / "deep").mkdir()
    assert find_root(inner / "deep") == inner
    assert find_root(tmp_path / "outer") == tmp_path / "outer"


def test_outside_of_any_course_the_one_beside_the_package_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_root(tmp_path) == ROOT
    monkeypatch.chdir(tmp_path)
    assert find_root() == ROOT


def test_without_any_course_it_is_said_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["grader.course.load"], "__file__", str(tmp_path / "a" / "b" / "load.py"))
    with pytest.raises(CourseError, match=r"no course here or above it; go to a folder with exercises/course\.toml"):
        find_root(tmp_path)
