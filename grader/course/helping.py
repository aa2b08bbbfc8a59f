"""Whether an exercise's other help fits its solution, as far as that can be told without running it."""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grader.course.problems import Problems
from grader.diagnosis.key import HelpSpec
from grader.language import names_in

_NUMBERED = re.compile(r"_[1-9][0-9]*$")


def check_help(
    path: Path,
    spec: HelpSpec,
    parameters: Sequence[str],
    names: set[str],
    told: Sequence[ast.Module],
    problems: Problems,
) -> None:
    """Calls have an argument for each parameter, sentences name what the solution holds, and the twin is nobody's.

    names: what the solution's function assigns. told: the statement's examples and the checks, as code.
    """
    calls = [(f"help.small, call {n}", args) for n, args in enumerate(spec.small, start=1)] + [("help.twin", spec.twin)]
    for what, args in calls:
        if len(args) != len(parameters):
            takes = f"{len(parameters)}: {', '.join(parameters)}"
            problems.add(
                path, f"{what} has {len(args)} arguments where the function takes {takes}", "write one for each"
            )
    for number, template in enumerate(spec.worked, start=1):
        _check_sentence(path, f"help.worked, sentence {number}", template, names | set(parameters), problems)
    # Worked numbers that are asked for somewhere would be an answer to copy.
    if _plain(spec.twin) in map(_plain, spec.small):
        problems.add(path, "help.twin has the numbers of help.small", "choose others: it says what comes out")
    if _plain(spec.twin) in (_plain(args) for tree in told for args in _literal_calls(tree)):
        problems.add(
            path, "help.twin has the numbers of the statement or a check", "choose others: it says what comes out"
        )


def _check_sentence(path: Path, what: str, template: str, names: set[str], problems: Problems) -> None:
    try:
        wanted = names_in(template)
    except ValueError as error:
        problems.add(path, f"{what}: {error}", "write {name}, and {{ for a brace")
        return
    for name in sorted(wanted):
        if name not in names and _NUMBERED.sub("", name) not in names:
            problems.add(path, f"{what} names {name!r}, which the solution never assigns", "correct the name")


def examples_of(statement: str) -> ast.Module:
    """The statement's examples as code; one that is not Python is left out."""
    body: list[ast.stmt] = []
    for example in doctest.DocTestParser().get_examples(statement):
        try:
            body += ast.parse(example.source).body
        except SyntaxError:
            continue
    return ast.Module(body, [])


def _literal_calls(tree: ast.Module) -> Iterator[list[Any]]:
    """The arguments of every call that is written out in numbers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            try:
                yield [ast.literal_eval(argument) for argument in node.args]
            except (ValueError, TypeError):
                continue


def _plain(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
