"""A mistake is an edit of the reference solution: this expression, and what is written there instead.

All edits of an exercise are built into ONE function with switches. Where the solution says

    w_new = w - step

the switched code says, in effect,

    w_new = w - step if switch[3] == 0 else w + step if switch[3] == 1 else step

so a combination of mistakes is only another setting of the switches: nothing is compiled per combination, and two
mistakes in different places combine without an author writing anything.
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import Any

_SWITCH = "__switch__"
_PIN = "__pin__"


class EditError(ValueError):
    """An edit that does not fit the solution. The message says what is wrong and what to do."""


@dataclass(frozen=True)
class Edit:
    """Where the solution says `solution`, the learner wrote `instead`. Expressions, or whole statements."""

    solution: str
    instead: str


@dataclass(frozen=True)
class Setting:
    """One mistake as switch positions: slot number -> which alternative."""

    positions: Mapping[int, int]


def _parse(text: str, what: str) -> ast.expr | list[ast.stmt]:
    try:
        body = ast.parse(text.strip("\n")).body
    except SyntaxError as error:
        raise EditError(f"{what} {text!r} is not Python ({error.msg}); write an expression or a statement") from None
    if len(body) == 1 and isinstance(body[0], ast.Expr):
        return body[0].value
    return body


def _dump(node: ast.AST | list[ast.stmt]) -> str:
    if isinstance(node, list):
        return "\n".join(ast.dump(item) for item in node)
    return ast.dump(node)


def _statement_runs(tree: ast.AST, length: int) -> Iterable[list[ast.stmt]]:
    for parent in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(parent, name, None)
            if isinstance(block, list):
                for start in range(len(block) - length + 1):
                    yield block[start : start + length]


@dataclass
class _Slot:
    nodes: list[ast.stmt] | ast.expr
    alternatives: list[list[ast.stmt] | ast.expr]

    def inside(self) -> set[int]:
        roots = self.nodes if isinstance(self.nodes, list) else [self.nodes]
        return {id(node) for root in roots for node in ast.walk(root)}


class Switchboard:
    """The solution's source with every edit built in behind a switch.

    source: the solution module. edits: for each mistake its edits, which are switched together. pins: names whose
    value passes through a pin (see `SwitchedModule.pinned`) where they are assigned, at the top level of the module or
    of the function `inside`. watched: a function in which every name that it assigns does so, in its loops as well.
    Raises EditError when an edit's `solution` does not occur exactly once.
    """

    def __init__(
        self,
        source: str,
        edits: Sequence[Sequence[Edit]],
        pins: Sequence[str] = (),
        *,
        inside: str | None = None,
        watched: str | None = None,
    ) -> None:
        self._tree = ast.parse(source)
        self._slots: list[_Slot] = []
        self._slot_of: dict[str, int] = {}
        self.settings = [Setting(dict(self._place(edit) for edit in group)) for group in edits]
        self._nested = self._find_nested()
        self._code = self._compile(set(pins), inside, watched)

    def compatible(self, chosen: Sequence[int]) -> bool:
        """Whether these mistakes can be made together: none in another's place, nor inside it."""
        slots = [slot for index in chosen for slot in self.settings[index].positions]
        if len(set(slots)) != len(slots):
            return False
        return not any((a, b) in self._nested for a in slots for b in slots if a != b)

    def order(self, index: int) -> int:
        """Where in the solution the mistake is made: a sort key, earliest first."""
        return min((self._line(slot) for slot in self.settings[index].positions), default=0)

    def load(self) -> SwitchedModule:
        """A fresh module of the switched solution."""
        return SwitchedModule(self._code, len(self._slots), self.settings)

    def _line(self, slot: int) -> int:
        nodes = self._slots[slot].nodes
        first = nodes[0] if isinstance(nodes, list) else nodes
        return first.lineno * 1000 + first.col_offset

    def _place(self, edit: Edit) -> tuple[int, int]:
        wanted = _parse(edit.solution, "solution")
        instead = _parse(edit.instead, "instead")
        if isinstance(wanted, list) and not isinstance(instead, list):
            instead = [ast.Expr(instead)]
        if not isinstance(wanted, list) and isinstance(instead, list):
            raise EditError(f"solution {edit.solution!r} is an expression but instead {edit.instead!r} is not")
        slot = self._find(edit.solution, wanted)
        self._slots[slot].alternatives.append(instead)
        return slot, len(self._slots[slot].alternatives)

    def _find(self, text: str, wanted: ast.expr | list[ast.stmt]) -> int:
        key = _dump(wanted)
        if key in self._slot_of:
            return self._slot_of[key]
        found: list[Any]
        if isinstance(wanted, list):
            found = [run for run in _statement_runs(self._tree, len(wanted)) if _dump(run) == key]
        else:
            found = [node for node in ast.walk(self._tree) if isinstance(node, ast.expr) and _dump(node) == key]
        if len(found) != 1:
            times = "does not occur" if not found else f"occurs {len(found)} times"
            raise EditError(f"{text!r} {times} in the solution; write a part of it that occurs exactly once")
        self._refuse_partial_overlap(text, found[0])
        self._slots.append(_Slot(found[0], []))
        self._slot_of[key] = len(self._slots) - 1
        return self._slot_of[key]

    def _refuse_partial_overlap(self, text: str, found: list[ast.stmt] | ast.expr) -> None:
        if not isinstance(found, list):
            return
        taken = {id(stmt) for slot in self._slots if isinstance(slot.nodes, list) for stmt in slot.nodes}
        if any(id(stmt) in taken for stmt in found):
            raise EditError(f"{text!r} shares a statement with another edit; make both edit the same statements")

    def _find_nested(self) -> set[tuple[int, int]]:
        nested = set()
        inside = [slot.inside() for slot in self._slots]
        for a, slot in enumerate(self._slots):
            roots = slot.nodes if isinstance(slot.nodes, list) else [slot.nodes]
            for b in range(len(self._slots)):
                if a != b and all(id(root) in inside[b] for root in roots):
                    nested |= {(a, b), (b, a)}
        return nested

    def _compile(self, pins: set[str], inside: str | None, watched: str | None) -> CodeType:
        tree = _Switcher(self._slots).visit(self._tree)
        functions = {stmt.name: stmt for stmt in tree.body if isinstance(stmt, ast.FunctionDef)}
        if watched in functions:
            functions[watched].body = _watched(functions[watched].body)
        block = tree if inside is None else functions.get(inside)
        if pins and block is not None:
            block.body = [part for stmt in block.body for part in _pinned(stmt, pins)]
        return compile(ast.fix_missing_locations(tree), "<solution>", "exec")


def _test(slot: int, position: int) -> ast.expr:
    return ast.parse(f"{_SWITCH}[{slot}] == {position}", mode="eval").body


def _pinned(stmt: ast.stmt, pins: set[str]) -> list[ast.stmt]:
    """The statement, followed by `name = __pin__("name", name)` when it assigns a pinned name."""
    # Each name once: a switched statement assigns it in every branch.
    names = dict.fromkeys(
        node.id
        for node in ast.walk(stmt)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in pins
    )
    return [stmt, *_pins(names)]


def _pins(names: Iterable[str]) -> list[ast.stmt]:
    return [ast.parse(f"{name} = {_PIN}({name!r}, {name})").body[0] for name in names]


def _watched(block: list[ast.stmt]) -> list[ast.stmt]:
    """The block, with a pin after each statement that assigns names, and in each pass of a loop for its own names."""
    result: list[ast.stmt] = []
    for stmt in block:
        result.append(stmt)
        if isinstance(stmt, ast.Assign | ast.AugAssign | ast.AnnAssign):
            result += _pins(_assigned(stmt.targets if isinstance(stmt, ast.Assign) else [stmt.target]))
        elif isinstance(stmt, ast.For | ast.While | ast.If | ast.With | ast.Try):
            for name in ("body", "orelse", "finalbody"):
                setattr(stmt, name, _watched(getattr(stmt, name, [])))
            if isinstance(stmt, ast.For):
                stmt.body = [*_pins(_assigned([stmt.target])), *stmt.body]
    return result


def watched_names(source: str, function: str) -> set[str]:
    """The names that a watched function tells of. Raises SyntaxError."""
    bodies = [
        stmt.body for stmt in ast.parse(source).body if isinstance(stmt, ast.FunctionDef) and stmt.name == function
    ]
    nodes = (node for body in bodies for stmt in _watched(body) for node in ast.walk(stmt))
    return {ast.literal_eval(node.args[0]) for node in nodes if isinstance(node, ast.Call) and _is_pin(node.func)}


def _is_pin(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == _PIN


def _assigned(targets: Iterable[ast.expr]) -> list[str]:
    """The names that are assigned to, each once; an item or an attribute is none."""
    nodes = (node for target in targets for node in ast.walk(target))
    return list(
        dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    )


class _Switcher(ast.NodeTransformer):
    def __init__(self, slots: list[_Slot]) -> None:
        self._expressions = {id(slot.nodes): n for n, slot in enumerate(slots) if isinstance(slot.nodes, ast.expr)}
        self._statements = {id(slot.nodes[0]): n for n, slot in enumerate(slots) if isinstance(slot.nodes, list)}
        self._slots = slots

    def visit(self, node: ast.AST) -> Any:
        slot = self._expressions.get(id(node))
        visited = super().visit(node)
        if slot is not None:
            for position, alternative in enumerate(self._slots[slot].alternatives, start=1):
                assert isinstance(alternative, ast.expr)
                visited = ast.IfExp(test=_test(slot, position), body=alternative, orelse=visited)
        return visited

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, self._switch_statements(block))
        return super().generic_visit(node)

    def _switch_statements(self, block: list[ast.stmt]) -> list[ast.stmt]:
        result: list[ast.stmt] = []
        position = 0
        while position < len(block):
            slot = self._statements.pop(id(block[position]), None)
            if slot is None:
                result.append(block[position])
                position += 1
                continue
            nodes = self._slots[slot].nodes
            assert isinstance(nodes, list)
            branch: list[ast.stmt] = list(nodes)
            for number, alternative in enumerate(self._slots[slot].alternatives, start=1):
                assert isinstance(alternative, list)
                branch = [ast.If(test=_test(slot, number), body=alternative, orelse=branch)]
            result.extend(branch)
            position += len(nodes)
        return result


class SwitchedModule:
    """A running copy of the solution whose mistakes can be switched on."""

    def __init__(self, code: CodeType, slots: int, settings: Sequence[Setting]) -> None:
        self._code = code
        self._switch = [0] * slots
        self._settings = settings
        self._namespace: dict[str, Any] = {
            "__name__": "solution",
            _SWITCH: self._switch,
            _PIN: lambda _, v: v,
        }
        exec(code, self._namespace)  # the course author's own solution: trusted code

    def set(self, mistakes: Iterable[int]) -> None:
        """Make exactly these mistakes from now on."""
        self._switch[:] = [0] * len(self._switch)
        for index in mistakes:
            for slot, position in self._settings[index].positions.items():
                self._switch[slot] = position

    def __getitem__(self, name: str) -> Any:
        return self._namespace[name]

    def __contains__(self, name: str) -> bool:
        return name in self._namespace

    @contextlib.contextmanager
    def pinned(self, pin: Callable[[str, Any], Any]) -> Iterator[None]:
        """While this lasts, a call of the function asks `pin(name, computed)` what a pinned name is to be."""
        before, self._namespace[_PIN] = self._namespace[_PIN], pin
        try:
            yield
        finally:
            self._namespace[_PIN] = before

    def public(self) -> dict[str, Any]:
        """Every name the solution defines."""
        return {name: value for name, value in self._namespace.items() if not name.startswith("__")}

    def rerun(self, pin: Callable[[str, Any], Any]) -> None:
        """Run the module again from its top; `pin(name, computed)` says what a pinned name is to be."""
        self._namespace = {"__name__": "solution", _SWITCH: self._switch, _PIN: pin}
        exec(self._code, self._namespace)
