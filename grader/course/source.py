"""Reading an exercise's Python files without running them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from grader.course.problems import Problems
from grader.diagnosis.edits import Edit, EditError, Switchboard
from grader.diagnosis.key import MistakesFile


def parse(path: Path, problems: Problems) -> ast.Module | None:
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        problems.add(path, f"line {error.lineno} is not Python ({error.msg})", "correct it")
    except UnicodeDecodeError:
        problems.add(path, "is not UTF-8", "save it as UTF-8")
    return None


def first_paragraph(path: Path, tree: ast.Module, problems: Problems) -> tuple[str, str]:
    """The title (first line of the docstring) and the statement (the rest)."""
    docstring = ast.get_docstring(tree) or ""
    title, _, statement = docstring.partition("\n")
    if not title.strip() or not statement.strip():
        problems.add(path, "has no statement", "begin it with a docstring: a title, an empty line, the task")
    elif ">>>" not in statement:
        problems.add(path, "has no worked example", "add one to the docstring, as a doctest")
    return title.strip(), statement.strip("\n")


def parameters_of(path: Path, tree: ast.Module, function: str, problems: Problems) -> tuple[str, ...]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            return tuple(argument.arg for argument in (*node.args.posonlyargs, *node.args.args))
    problems.add(path, f"does not define {function}", "define it at the top level")
    return ()


def check_edits(
    mistakes_path: Path, solution_path: Path, mistakes: MistakesFile, pins: Sequence[str], problems: Problems
) -> None:
    """Every edit fits the solution, also beside the others, and every condition is Python."""
    source = solution_path.read_text(encoding="utf-8")
    edits = [[Edit(edit.solution, edit.instead) for edit in mistake.all_edits] for mistake in mistakes.mistake]
    try:
        Switchboard(source, edits, pins)
    except EditError:
        _check_one_by_one(mistakes_path, source, mistakes, pins, problems)
    for mistake in mistakes.mistake:
        if mistake.when is not None:
            _check_condition(mistakes_path, mistake.id, mistake.when, problems)
    known = {mistake.id for mistake in mistakes.mistake}
    for group in mistakes.convention:
        for name in sorted(set(group) - known):
            problems.add(mistakes_path, f"convention names the unknown mistake {name!r}", "declare it or take it out")


def _check_one_by_one(path: Path, source: str, mistakes: MistakesFile, pins: Sequence[str], problems: Problems) -> None:
    """Which edits do not fit, by themselves or beside those before them."""
    fitting: list[list[Edit]] = []
    for mistake in mistakes.mistake:
        edits = [Edit(edit.solution, edit.instead) for edit in mistake.all_edits]
        try:
            Switchboard(source, [*fitting, edits], pins)
            fitting.append(edits)
        except EditError as error:
            problems.add(path, f"mistake {mistake.id}: {error}", "correct the edit")


def _check_condition(path: Path, mistake: str, when: str, problems: Problems) -> None:
    try:
        ast.parse(when, mode="eval")
    except SyntaxError as error:
        problems.add(path, f"mistake {mistake}: when is not a Python expression ({error.msg})", "correct it")
