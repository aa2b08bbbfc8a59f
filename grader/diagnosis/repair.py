"""Small repairs of a learner's own program, to be tried one after the other: where is the mistake?

A repair changes one place: an operator, the order of two operands, a factor, a number, a reduction, a name, a bound
of a loop, the place of a return. Whether one helps is found out by running it; this module only writes them down, the
likelier ones first. When a single change makes every answer right, the line it is in is where the mistake can be
mended: that is a proof, since it was run, and it says nothing about what the learner meant.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from grader.diagnosis.mistakes import Mistake

MOST = 200
# A program is a learner's: what it can cost us is bounded before it is looked at.
_LONGEST = 10_000  # characters of source
_MOST_CHANGES = 3_000  # thought of, before the likelier ones are taken
_MOST_NODES = 4_000
_MOST_NAMES = 16  # names and elements that one function's expressions are multiplied with
_LONGEST_PLACE = 300  # characters that one change may replace
_SWAPS: dict[type[ast.operator], tuple[str, ...]] = {
    ast.Add: ("-",),
    ast.Sub: ("+",),
    ast.Mult: ("/",),
    ast.Div: ("*",),
    ast.FloorDiv: ("/",),
    ast.MatMult: ("*",),
    ast.BitXor: ("**",),
}
_COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
_REDUCTIONS = {"sum": "mean", "mean": "sum", "max": "min", "min": "max", "argmax": "argmin", "argmin": "argmax"}
_UNWRAPPED = frozenset({"abs", "fabs", "absolute", "sqrt", "round", "int", "floor", "ceil", "mean", "sum"})
_SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitXor: "^",
}  # fmt: skip


@dataclass(frozen=True)
class Repair:
    """One change. `source` is the whole program with it; `before` and `after` are what stands in `line`."""

    line: int
    before: str
    after: str
    source: str


@dataclass(order=True)
class _Change:
    rank: int
    number: int
    start: int = field(compare=False)
    stop: int = field(compare=False)
    line: int = field(compare=False)
    text: bytes = field(compare=False)


@dataclass(frozen=True)
class Hints:
    """What a named mistake says of its repair: words that are likely missing, and words that are likely too many."""

    missing: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()


def hints_of(mistakes: Sequence[Mistake]) -> Hints:
    """The words in which the solution differs from these mistakes."""
    pairs = [(_words(edit.solution), _words(edit.instead)) for mistake in mistakes for edit in mistake.all_edits]
    missing = frozenset(word for right, wrong in pairs for word in right - wrong)
    return Hints(missing, frozenset(word for right, wrong in pairs for word in wrong - right))


def repairs(source: str, hints: Hints = Hints(), most: int = MOST) -> list[Repair]:
    """At most that many repairs of a program, the likelier ones first; none when it cannot be read."""
    if len(source) > _LONGEST:
        return []
    try:
        program = _Program(source)
    except (SyntaxError, ValueError, RecursionError):
        return []
    seen = {program.data}
    found: list[Repair] = []
    changes = islice(program.changes(), _MOST_CHANGES)
    for change in sorted(changes, key=lambda change: (-program.agreement(change, hints), change)):
        text = program.data[: change.start] + change.text + program.data[change.stop :]
        if text not in seen and len(found) < most:
            seen.add(text)
            found.append(program.repair(change, text))
    return found


class _Program:
    """A program as bytes, which is how the syntax tree counts columns."""

    def __init__(self, source: str) -> None:
        self.data = source.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
        self._tree = ast.parse(self.data)
        self._starts = [0]
        for line in self.data.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._count = 0

    def repair(self, change: _Change, text: bytes) -> Repair:
        """The change in words: the line as it stands and as it would stand."""
        start = self._starts[change.line - 1]
        before = self.data[start : self.data.find(b"\n", start) if b"\n" in self.data[start:] else len(self.data)]
        end = text.find(b"\n", start)
        after = text[start : end if end >= 0 else len(text)]
        was, would_be = (part.decode("utf-8", "replace").strip() for part in (before, after))
        return Repair(change.line, was, would_be, text.decode("utf-8", "replace"))

    def agreement(self, change: _Change, hints: Hints) -> int:
        """How many words the change adds that are missing, and takes away that are too many."""
        before = _words(self.data[change.start : change.stop].decode("utf-8", "replace"))
        after = _words(change.text.decode("utf-8", "replace"))
        return len((after - before).keys() & hints.missing) + len((before - after).keys() & hints.extra)

    def changes(self) -> Iterator[_Change]:
        for change in self._every_change():
            if change.stop - change.start <= _LONGEST_PLACE and len(change.text) <= 2 * _LONGEST_PLACE:
                yield change

    def _every_change(self) -> Iterator[_Change]:
        if sum(1 for _ in islice(ast.walk(self._tree), _MOST_NODES)) == _MOST_NODES:
            return
        for function in self._tree.body:
            if isinstance(function, ast.FunctionDef):
                names = _names(function)[:_MOST_NAMES]
                factors = [*names, *self._elements(function)][:_MOST_NAMES]
                for node in ast.walk(function):
                    if self._is_short(node):
                        yield from self._of(node, names, factors)
                yield from self._of_blocks(function)

    def _is_short(self, node: ast.AST) -> bool:
        if not isinstance(node, ast.expr | ast.stmt) or isinstance(node, ast.FunctionDef):
            return False
        return self._stop(node) - self._start(node) <= _LONGEST_PLACE

    # --- expressions ----------------------------------------------------------------------------------------------

    def _elements(self, function: ast.FunctionDef) -> list[str]:
        """What is read from arrays: x[i] and the like."""
        nodes = (node for node in ast.walk(function) if isinstance(node, ast.Subscript) and self._is_short(node))
        found = list(islice((node for node in nodes if isinstance(node.ctx, ast.Load)), 100))
        return list(dict.fromkeys(self._text(node).decode("utf-8", "replace") for node in found))

    def _of(self, node: ast.AST, names: list[str], factors: list[str]) -> Iterator[_Change]:
        if isinstance(node, ast.BinOp):
            yield from self._of_operation(node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            yield self._instead(1, node, self._text(node.operand))
        elif isinstance(node, ast.Constant):
            yield from self._of_number(node)
        elif isinstance(node, ast.Call):
            yield from self._of_call(node)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield from self._of_comparison(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
            for name in names:
                yield self._instead(2 if _is_akin(name, node.id) else 4, node, name.encode())
        elif isinstance(node, ast.AugAssign):
            yield from self._of_update(node)
        elif isinstance(node, ast.Assign):
            yield from self._of_assignment(node)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.Return) and node.value is not None:
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for value in values:
                yield from self._scaled(value, factors)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            yield from self._scaled(node.left, factors, 3)
            yield from self._scaled(node.right, factors, 3)
        elif isinstance(node, ast.Call) and len(node.args) == 1:
            yield from self._scaled(node.args[0], factors, 3)
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            yield from self._of_returned(node.value)

    def _of_operation(self, node: ast.BinOp) -> Iterator[_Change]:
        left, right = self._grouped(node.left), self._grouped(node.right)
        sign = _SIGNS.get(type(node.op), "").encode()
        for other in _SWAPS.get(type(node.op), ()):
            yield self._instead(0, node, b"(%s %s %s)" % (left, other.encode(), right))
        if isinstance(node.op, ast.Sub | ast.Div | ast.Pow):
            yield self._instead(0, node, b"(%s %s %s)" % (right, sign, left))
        if isinstance(node.op, ast.Mult | ast.Div | ast.Pow | ast.Add | ast.Sub):
            yield self._instead(1, node, left)
        if isinstance(node.op, ast.Mult | ast.Add):
            yield self._instead(1, node, right)
        if isinstance(node.op, ast.Mult):
            yield self._instead(2, node, b"(%s ** 2)" % left)

    def _of_number(self, node: ast.Constant) -> Iterator[_Change]:
        value = node.value
        if type(value) is int and abs(value) < 1000:
            for other in (value - 1, value + 1, 2 * value, -value):
                yield self._instead(2, node, b"(%d)" % other if other < 0 else b"%d" % other)
        elif type(value) is float:
            for number in (2 * value, value / 2, -value):
                yield self._instead(3, node, b"(%r)" % number if number < 0 else repr(number).encode())

    def _of_call(self, node: ast.Call) -> Iterator[_Change]:
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        whole = self._text(node)
        if isinstance(called, ast.Attribute) and name in _REDUCTIONS:
            end = self._offset(called.end_lineno, called.end_col_offset)
            yield self._between(1, called, end - len(name), end, _REDUCTIONS[name].encode())
        if node.args and name in _UNWRAPPED:
            yield self._instead(1, node, self._grouped(node.args[0]))
        if node.args and name in ("abs", "fabs", "absolute"):
            yield self._instead(1, node, b"(%s ** 2)" % self._grouped(node.args[0]))
        if node.args and name == "sum":
            yield self._instead(1, node, b"(%s / len(%s))" % (whole, self._text(node.args[0])))
        if node.args and name in ("sum", "mean"):
            yield self._instead(2, node.args[0], b"(%s ** 2)" % self._grouped(node.args[0]))
        if node.args and name == "range":
            last = node.args[1] if len(node.args) > 1 else node.args[0]
            for change in (b"(%s + 1)", b"(%s - 1)"):
                yield self._instead(1, last, change % self._grouped(last))

    def _of_comparison(self, node: ast.Compare) -> Iterator[_Change]:
        start = self._offset(node.left.end_lineno, node.left.end_col_offset)
        stop = self._offset(node.comparators[0].lineno, node.comparators[0].col_offset)
        sign = self.data[start:stop].decode("utf-8", "replace").strip()
        if sign in _COMPARISONS:
            yield self._between(1, node, start, stop, b" %s " % _COMPARISONS[sign].encode())

    def _scaled(self, value: ast.expr, factors: list[str], rank: int = 1) -> Iterator[_Change]:
        """A factor that was forgotten: the 2 of a square's slope, the mean's n, one of the arguments."""
        text = self._grouped(value)
        for form in (b"(2 * %s)", b"(%s / 2)", b"(-%s)", b"(%s ** 2)"):
            yield self._instead(rank, value, form % text)
        yield self._instead(3, value, b"np.mean(%s)" % self._text(value))
        for name in factors:
            raw = name.encode()
            yield self._instead(3, value, b"(%s * %s)" % (text, raw))
            yield self._instead(4, value, b"(%s / len(%s))" % (text, raw))
            yield self._instead(4, value, b"(%s / %s)" % (text, raw))

    # --- statements -----------------------------------------------------------------------------------------------

    def _of_update(self, node: ast.AugAssign) -> Iterator[_Change]:
        target = self._text(node.target)
        for other in {ast.Add: "-=", ast.Sub: "+=", ast.Mult: "/=", ast.Div: "*="}.get(type(node.op), ""), "=":
            if other:
                yield self._instead(0, node, b"%s %s %s" % (target, other.encode(), self._text(node.value)))

    def _of_assignment(self, node: ast.Assign) -> Iterator[_Change]:
        if len(node.targets) == 1 and isinstance(node.targets[0], ast.Name | ast.Subscript):
            target, value = self._text(node.targets[0]), self._text(node.value)
            for sign in (b"+=", b"-="):
                yield self._instead(2, node, b"%s %s %s" % (target, sign, value))

    def _of_returned(self, values: ast.Tuple) -> Iterator[_Change]:
        texts = [self._text(value) for value in values.elts]
        for first in range(len(texts)):
            for second in range(first + 1, len(texts)):
                swapped = list(texts)
                swapped[first], swapped[second] = swapped[second], swapped[first]
                yield self._instead(2, values, b"(" + b", ".join(swapped) + b")")

    def _of_blocks(self, function: ast.FunctionDef) -> Iterator[_Change]:
        """Two neighbours the other way round; the last line of a loop after it, the first before it."""
        for node in ast.walk(function):
            for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
                if isinstance(block, list):
                    yield from self._of_neighbours(block)
            if isinstance(node, ast.For | ast.While) and len(node.body) > 1:
                yield from self._of_loop(node)

    def _of_neighbours(self, block: list[ast.stmt]) -> Iterator[_Change]:
        for one, other in pairwise(block):
            if _can_move(one) and _can_move(other):
                between = self.data[self._stop(one) : self._start(other)]
                text = self._text(other) + between + self._text(one)
                yield self._between(2, one, self._start(one), self._stop(other), text)

    def _of_loop(self, loop: ast.For | ast.While) -> Iterator[_Change]:
        first, last = loop.body[0], loop.body[-1]
        indent = b" " * loop.col_offset
        before_last = self._stop(loop.body[-2])
        if loop.col_offset < last.col_offset and not isinstance(last, ast.If | ast.For | ast.While):
            yield self._between(1, last, before_last, self._stop(last), b"\n" + indent + self._text(last))
        if isinstance(first, ast.Assign):
            head = self.data[self._start(loop) : self._start(first)]
            rest = self._text(first) + b"\n" + indent + head.rstrip() + b"\n"
            yield self._between(1, first, self._start(loop), self._line_after(first), rest)

    # --- text -----------------------------------------------------------------------------------------------------

    def _instead(self, rank: int, node: ast.expr | ast.stmt, text: bytes) -> _Change:
        return self._between(rank, node, self._start(node), self._stop(node), text)

    def _between(self, rank: int, node: ast.expr | ast.stmt, start: int, stop: int, text: bytes) -> _Change:
        self._count += 1
        return _Change(rank, self._count, start, stop, node.lineno, text)

    def _text(self, node: ast.expr | ast.stmt) -> bytes:
        return self.data[self._start(node) : self._stop(node)]

    def _grouped(self, node: ast.expr) -> bytes:
        """The text of an operand, in brackets where it could fall apart."""
        whole = isinstance(node, ast.Name | ast.Constant | ast.Call | ast.Attribute | ast.Subscript)
        return self._text(node) if whole else b"(%s)" % self._text(node)

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.lineno, node.col_offset)

    def _stop(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.end_lineno, node.end_col_offset)

    def _line_after(self, node: ast.stmt) -> int:
        return self._starts[node.end_lineno or node.lineno]

    def _offset(self, line: int | None, column: int | None) -> int:
        return self._starts[(line or 1) - 1] + (column or 0)


def _can_move(statement: ast.stmt) -> bool:
    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr) and not is_text


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s()]", text))


def _is_akin(one: str, other: str) -> bool:
    """Names that are easily taken for one another: w and w_new, y_true and y_pred."""
    return bool(set(one.split("_")) & set(other.split("_"))) or one.startswith(other) or other.startswith(one)


def _names(function: ast.FunctionDef) -> list[str]:
    """Parameters, and what is assigned in the function."""
    assigned = [
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return list(dict.fromkeys([arg.arg for arg in function.args.args] + assigned))
