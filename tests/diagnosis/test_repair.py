"""Repairs are small, readable changes of one place, and the likelier ones come first."""

from __future__ import annotations

import ast
import tracemalloc
import warnings
from pathlib import Path

import pytest

from grader.diagnosis.repair import MOST, Hints, repairs

CORPUS = Path(__file__).parents[1] / "submissions"
EVERYTHING = 10_000


def of(line: str, head: str = "def f(x, y, w, lr):") -> set[str]:
    """What the one line of a function can become."""
    return {repair.after for repair in repairs(f"{head}\n    {line}\n", most=EVERYTHING) if repair.line == 2}


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("w = w + lr * x", "w = (w - (lr * x))"),
        ("e = y - x", "e = (x - y)"),
        ("w += lr * x", "w -= lr * x"),
        ("return x / lr", "return (x * lr)"),
        ("return x / lr", "return (lr / x)"),
        ("g = x * y", "g = x"),
        ("g = x * y", "g = (2 * (x * y))"),
        ("w = w - x", "w = w - (x * lr)"),
        ("return np.sum(x)", "return np.mean(x)"),
        ("return x.mean()", "return x.sum()"),
        ("return np.abs(x)", "return (x ** 2)"),
        ("return np.sqrt(np.mean(x))", "return np.mean(x)"),
        ("return round(w, 2)", "return w"),
        ("return sum(x)", "return (sum(x) / len(x))"),
        ("return sum(x)", "return (sum(x) / len(y))"),
        ("for i in range(w): pass", "for i in range((w + 1)): pass"),
        ("return x ** 3", "return x ** 2"),
        ("return -x", "return x"),
        ("return x, y", "return (y, x)"),
        ("if x < y: return w", "if x <= y: return w"),
        ("return x ^ 2", "return (x ** 2)"),
        ("return x // y", "return (x / y)"),
        ("t = x[0]", "t += x[0]"),
        ("return w", "return lr"),
    ],
)
def test_one_place_is_changed(line: str, after: str) -> None:
    assert after in of(line)


def test_the_order_of_statements_and_the_place_in_a_loop_are_changed() -> None:
    source = "def f(x):\n    t = 0\n    for i in x:\n        s = 0\n        t += i\n        return t\n"
    changed = {repair.source for repair in repairs(source, most=EVERYTHING)}
    assert "def f(x):\n    t = 0\n    for i in x:\n        s = 0\n        t += i\n    return t\n" in changed
    assert "def f(x):\n    t = 0\n    s = 0\n    for i in x:\n        t += i\n        return t\n" in changed
    assert "def f(x):\n    t = 0\n    for i in x:\n        t += i\n        s = 0\n        return t\n" in changed


def test_words_that_a_mistake_leaves_out_are_tried_first() -> None:
    source = "def f(x, y, w, lr):\n    g = x * y\n    h = g / 2\n    w = w - g\n    return w\n"
    first = repairs(source, Hints(missing=frozenset({"lr", "*"})))[0]
    assert "lr" in first.after
    first = repairs(source, Hints(extra=frozenset({"2", "/"})))[0]
    assert (first.line, first.before) == (3, "h = g / 2")
    assert "2" not in first.after


def test_letters_of_several_bytes_move_nothing() -> None:
    source = 'def f(größe):\n    """Größe – ∂L/∂w."""\n    α = größe + 1  # ü\n    return α\n'
    found = repairs(source, most=EVERYTHING)
    assert "α = (größe - 1)  # ü" in {repair.after for repair in found}
    assert all(repair.source.startswith('def f(größe):\n    """Größe – ∂L/∂w."""\n') for repair in found)


@pytest.mark.parametrize("source", ["", "x = (", "def f(:\n", "\x00", "x = 1\n" * 10_000, "def f(): pass"])
def test_what_cannot_be_read_or_changed_has_no_repairs(source: str) -> None:
    assert repairs(source) == []


def test_repairs_are_few_different_and_mostly_programs() -> None:
    for path in sorted(CORPUS.glob("gradient_step/wrong_*.py"))[::4]:
        source = path.read_text(encoding="utf-8-sig")
        found = repairs(source)
        assert len(found) <= MOST
        assert len({repair.source for repair in found}) == len(found)
        assert source not in {repair.source for repair in found}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            readable = sum(_is_program(repair.source) for repair in found)
        assert readable >= 0.95 * len(found), path


def _is_program(source: str) -> bool:
    try:
        compile(ast.parse(source), "repaired.py", "exec")
    except SyntaxError:
        return False
    return True


@pytest.mark.parametrize(
    "body",
    [
        "    z = x[i] * 1\n" * 500,
        "    z = " + "1 + " * 700 + "1\n",
        "    z = x" + "[0]" * 900 + "\n",
        "".join(f"    a{n} = b{n} * c{n}\n" for n in range(300)),
        "".join(f"{' ' * n}def g{n}():\n" for n in range(4, 80)) + " " * 80 + "pass\n",
        "    z = (" + "(" * 80 + "x" + ")" * 80 + ")\n",
    ],
)
def test_a_program_made_to_be_expensive_is_not(body: str) -> None:
    tracemalloc.start()
    try:
        assert len(repairs(f"def f(x, i):\n{body}    return x\n")) <= MOST
        assert tracemalloc.get_traced_memory()[1] < 60 << 20
    finally:
        tracemalloc.stop()
