"""Random wrong programs: the reference solution with one or two small changes that nobody declared.

Where a solution is so short that it has few such neighbours, there are more changes.
"""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from .labs import lab, quiet

_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
_REDUCTIONS = ("mean", "sum", "max", "min", "median", "std", "var", "prod")
_CONSTANTS = (0, 1, 2, 3, 0.5, -1, 4, 10)
_MOST_KNOWN = 20
_CALLS = ("np.abs", "np.square", "-", "np.sqrt", "np.sign")


@cache
def mutants(stem: str, count: int) -> tuple[str, ...]:
    """`count` different sources, the same ones every time."""
    source, function = lab(stem).key.solution, lab(stem).exercise.function or ""
    chance, found = random.Random(f"mutants of {stem}"), dict[str, None]()
    original = ast.unparse(ast.parse(source))
    more = 0  # a short solution has few neighbours: then changes are added
    known = 0
    while len(found) < count:
        text = _mutated(source, function, chance, more)
        if text is not None and text != original and text not in found:
            found[text], known = None, 0
        else:
            known += 1
            more += known % _MOST_KNOWN == 0
    return tuple(found)


def _mutated(source: str, function: str, chance: random.Random, more: int) -> str | None:
    tree = ast.parse(source)
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    for _ in range(chance.choice((1, 2)) + more):
        options = list(_places(body))
        change, place = chance.choice(options)
        change(place, body, chance)
    text = ast.unparse(ast.fix_missing_locations(tree))
    try:
        compile(text, "<mutant>", "exec")
    except SyntaxError:
        return None
    return text


def _places(body: ast.FunctionDef) -> Iterator[tuple[Callable[..., None], Any]]:
    for node in ast.walk(body):
        if isinstance(node, ast.BinOp):
            yield from ((change, node) for change in (_operator, _swap, _drop, _wrap))
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield _constant, node
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id != "np":
            yield _name, node
        elif isinstance(node, ast.Attribute) and node.attr in _REDUCTIONS:
            yield _reduction, node
        elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
            yield _element, node
        if isinstance(getattr(node, "body", None), list):
            yield from ((change, node.body) for change in (_delete, _exchange))


def _operator(node: ast.BinOp, _: Any, chance: random.Random) -> None:
    node.op = chance.choice([kind for kind in _OPERATORS if not isinstance(node.op, kind)])()


def _swap(node: ast.BinOp, _: Any, __: random.Random) -> None:
    node.left, node.right = node.right, node.left


def _drop(node: ast.BinOp, _: Any, chance: random.Random) -> None:
    """One side of the operation is left out: `a + b` becomes `a + 0` or `a * 1`, whichever is neutral."""
    neutral = ast.Constant(0 if isinstance(node.op, ast.Add | ast.Sub) else 1)
    if chance.random() < 0.5:
        node.right = neutral
    else:
        node.left = neutral


def _wrap(node: ast.BinOp, _: Any, chance: random.Random) -> None:
    call = chance.choice(_CALLS)
    inner = copy.deepcopy(node)
    text = f"-({ast.unparse(inner)})" if call == "-" else f"{call}({ast.unparse(inner)})"
    node.left, node.op, node.right = ast.parse(text, mode="eval").body, ast.Mult(), ast.Constant(1)


def _constant(node: ast.Constant, _: Any, chance: random.Random) -> None:
    node.value = chance.choice([value for value in _CONSTANTS if value != node.value])


def _name(node: ast.Name, body: ast.FunctionDef, chance: random.Random) -> None:
    """Another name that already has a value there: an undefined one would only raise an exception."""
    stored = {n.id: n.lineno for n in reversed(list(ast.walk(body))) if isinstance(n, ast.Name) and _is_stored(n)}
    names = {name for name, line in stored.items() if line < getattr(node, "lineno", 0)}
    names |= {argument.arg for argument in body.args.args}
    if isinstance(getattr(node, "ctx", None), ast.Load) and node.id not in ("np", "range", "float"):
        node.id = chance.choice(sorted(names - {node.id, "_"}))


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store) and hasattr(node, "lineno")


def _reduction(node: ast.Attribute, _: Any, chance: random.Random) -> None:
    node.attr = chance.choice([name for name in _REDUCTIONS if name != node.attr])


def _element(node: ast.Tuple, _: Any, chance: random.Random) -> None:
    a, b = chance.sample(range(len(node.elts)), 2)
    if chance.random() < 0.5:
        node.elts[a], node.elts[b] = node.elts[b], node.elts[a]
    else:
        node.elts[a] = copy.deepcopy(node.elts[b])


def _delete(block: list[ast.stmt], _: Any, chance: random.Random) -> None:
    block[chance.randrange(len(block))] = ast.Pass()


def _exchange(block: list[ast.stmt], _: Any, chance: random.Random) -> None:
    if len(block) > 1:
        place = chance.randrange(len(block) - 1)
        block[place], block[place + 1] = block[place + 1], block[place]


def function_of(source: str, name: str) -> Callable[..., Any]:
    namespace: dict[str, Any] = {}
    with quiet():
        exec(compile(source, "<mutant>", "exec"), namespace)
    return namespace[name]
