"""Whether what an exercise says of its outputs is so: what follows from what, what is a gradient, what is repeated."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.course.problems import Problems
from grader.diagnosis.key import MistakesFile


def check_structure(
    path: Path,
    mistakes: MistakesFile,
    function: str,
    parameters: Sequence[str],
    outputs: Sequence[str],
    solution: ast.Module,
    problems: Problems,
) -> None:
    """Tell every name in `carries`, `gradient` and `loop` that the exercise does not have."""
    _known("carries", mistakes.carries, outputs, "output", path, problems)
    for name in mistakes.carries:
        if name in outputs and _times_assigned(solution, function, name) != 1:
            problems.add(
                path,
                f"carries names {name!r}, which the solution does not assign exactly once",
                f"give it its value in one line of {function}, outside of any loop",
            )
    if mistakes.gradient is not None:
        _known("gradient", [mistakes.gradient.loss, *mistakes.gradient.of], outputs, "output", path, problems)
        _known("gradient", mistakes.gradient.of.values(), parameters, "parameter", path, problems)
    if mistakes.loop is not None:
        _known("loop", [mistakes.loop.count, *mistakes.loop.state], parameters, "parameter", path, problems)
        _known("loop", [*mistakes.loop.state.values(), *mistakes.loop.history], outputs, "output", path, problems)


def _known(where: str, names: Iterable[str], known: Sequence[str], what: str, path: Path, problems: Problems) -> None:
    for name in names:
        if name not in known:
            problems.add(path, f"{where} names the unknown {what} {name!r}", f"write one of: {', '.join(known)}")


def _times_assigned(solution: ast.Module, function: str, name: str) -> int:
    """How often the function gives this name a value at its top level; anywhere deeper counts as too often."""
    body = next((node for node in solution.body if isinstance(node, ast.FunctionDef) and node.name == function), None)
    if body is None:
        return 0
    everywhere = [node for node in ast.walk(body) if isinstance(node, ast.Name) and _is_stored(node, name)]
    at_top = [stmt for stmt in body.body if isinstance(stmt, ast.Assign) and _assigns(stmt, name)]
    return len(everywhere) if len(everywhere) != 1 else len(at_top)


def _assigns(stmt: ast.Assign, name: str) -> bool:
    return any(isinstance(node, ast.Name) and _is_stored(node, name) for node in ast.walk(stmt))


def _is_stored(node: ast.Name, name: str) -> bool:
    return node.id == name and isinstance(node.ctx, ast.Store)
