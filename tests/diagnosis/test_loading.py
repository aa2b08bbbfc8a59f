"""What is told about a file that does not run."""

from __future__ import annotations

from typing import Any

import pytest

from grader.calls import Definition, Ending, Loaded, Raised
from grader.diagnosis.loading import advice_on, ending_finding, is_syntax_error, load_findings, stops, stops_later

from .labs import course

# What learners write -> a part of the advice.
NOT_PYTHON = [
    ("def f(x)\n    return x\n", "a colon is missing"),
    ("for i in range(3)\n    pass\n", "a colon is missing"),
    ("x = (1 + 2\ny = 3\n", "never closed"),
    ("x = [1, 2\n", "never closed"),
    ("x = 1)\n", "never opened"),
    ("x = (1]\n", "do not belong together"),
    ("def f(x):\nreturn x\n", "have to be indented"),
    ("x = 1\n  y = 2\n", "indented further"),
    ("def f():\n    x = 1\n  y = 2\n", "fits none of the lines above"),
    ("def f():\n\tx = 1\n        y = 2\n", "tabs and spaces are mixed"),
    ("if x = 1:\n    pass\n", "comparing needs =="),
    ("None = 3\n", "cannot be given a value"),
    ("while x = 1:\n    pass\n", "comparing needs =="),
    ("x = 'abc\n", "a text in quotes is not closed"),
    ("x = '''abc\n", "a text in triple quotes is not closed"),
    ("x = “abc”\n", "curly quote"),
    ("x = 1\u00a0+ 2\n", "an invisible character"),
    ("return 3\n", "return stands outside the function"),
    ("yield 3\n", "only makes sense inside a function"),
    ("break\n", "inside a loop"),
    ("print 'x'\n", "print needs brackets"),
    ("x = [1 2]\n", "a comma or an operator"),
    ("x = 01\n", "begins with a 0"),
    ("x = 2x\n", "mixes digits and letters"),
    ("f(a=1, 2)\n", "stands after a named one"),
    ("x = = 2\n", "two signs stand together"),
]


def raised_by(source: str) -> Raised:
    try:
        compile(source, "mse.py", "exec")
    except SyntaxError as error:
        bases = tuple(kind.__name__ for kind in type(error).__mro__)
        return Raised(type(error).__name__, str(error.msg), error.lineno, (error.text or "").rstrip() or None, bases)
    raise AssertionError(f"{source!r} is Python")


def told(error: Raised | None = None, stem: str = "mse", missing: bool = True, **loaded: Any) -> Any:
    findings = load_findings(course().exercises[stem], Loaded(error, **loaded), missing=missing)
    return findings[0] if findings else None


@pytest.mark.parametrize(("source", "advice"), NOT_PYTHON, ids=lambda text: text[:18])
def test_a_syntax_error_is_told_with_its_line_and_what_it_means(source: str, advice: str) -> None:
    error = raised_by(source)
    assert is_syntax_error(error)
    found = told(error)
    assert (found.mistake, found.level, found.line) == ("syntax-error", "A", error.line)
    assert advice in found.headline
    assert f"Line {error.line} " in found.headline
    if error.source_line:
        assert error.source_line.split()[0] in found.message


def test_a_syntax_error_without_its_line_says_what_python_says() -> None:
    found = told(Raised("SyntaxError", "source code cannot contain null bytes", None))
    assert "source code cannot contain null bytes" in found.message
    assert "something in it cannot be read" in found.headline
    assert "Line 1 " in found.headline


def test_a_syntax_error_comes_first_even_when_the_function_is_there() -> None:
    assert told(raised_by("x = = 2\n"), missing=False).mistake == "syntax-error"


def test_a_file_with_its_function_can_be_graded() -> None:
    assert told(missing=False, definitions=(Definition("mse", "function", 1, ("a", "b")),)) is None
    assert told(missing=False) is None


@pytest.mark.parametrize("near", ["Mse", "MSE", "m_s_e", "mse_", "mses"])
def test_a_function_with_a_similar_name_is_pointed_out(near: str) -> None:
    found = told(definitions=(Definition("other", "function", 1), Definition(near, "function", 7)))
    assert (found.mistake, found.line) == ("missing-function", 7)
    assert f"There is one called {near} in line 7." in found.message


def test_other_definitions_are_listed_five_at_most() -> None:
    found = told(definitions=tuple(Definition(f"thing{n}", "class", n) for n in range(9)))
    assert found.mistake == "missing-function"
    assert found.line is None
    assert "thing0, thing1, thing2, thing3 and thing4." in found.message


def test_no_definition_at_all_is_said() -> None:
    assert "No function is defined there at all." in told().message


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (Raised("EOFError", "EOF when reading a line", 3), "no keyboard"),
        (Raised("ModuleNotFoundError", "No module named 'pandas'", 1, bases=("ImportError",)), "needs nothing else"),
        (Raised("UnboundLocalError", "cannot access", 2, bases=("NameError",)), "A name is used that has no value"),
        (Raised("SystemExit", "", 2), "Take out exit()"),
        (Raised("RecursionError", "maximum recursion depth", 2), "keeps calling itself"),
        (Raised("ZeroDivisionError", "division by zero", 2), "divided by 0"),
        (Raised("NotImplementedError", "", 2), "still there"),
        (Raised("ValueError", "x", 2), ""),
    ],
    ids=lambda value: getattr(value, "type_name", ""),
)
def test_a_file_that_stops_is_told_with_its_line_and_advice(error: Raised, advice: str) -> None:
    found = told(error)
    assert found.line == error.line
    assert found.level == "A"
    assert error.type_name in found.headline
    assert advice in found.message
    assert advice_on(error) == "" if not advice else advice in advice_on(error)
    assert error.text in found.message or not error.text


def test_what_a_file_says_when_it_stops_is_shown_on_one_visible_line() -> None:
    found = told(Raised("ValueError", "a\nb\x1b[0m" + "x" * 500, 1))
    assert "a b\\x1b[0m" in found.message
    assert len(found.message) < 400


@pytest.mark.parametrize("error", [None, Raised("ValueError", "x", 1)])
def test_blanks_need_no_function_and_those_filled_in_before_a_crash_count(error: Raised | None) -> None:
    assert told(error, stem="trace_step") is None
    assert told(raised_by("x = = 2\n"), stem="trace_step").mistake == "syntax-error"
    exercise = course().exercises["trace_step"]
    later = stops_later(exercise, Loaded(error))
    assert [found.line for found in later] == ([1] if error else [])
    assert stops(later) is (error is not None)


@pytest.mark.parametrize(
    ("verdict", "headline"),
    [
        ("timeout", "did not come back in time"),
        ("memory", "more memory"),
        ("output", "printed more"),
        ("internal", "grader itself stumbled"),
        ("error", "ends Python itself"),
        ("blocked", "ends Python itself"),
    ],
)
def test_every_ending_is_told_in_its_own_words(verdict: Any, headline: str) -> None:
    found = ending_finding(Ending(verdict, "It took 2 s."), "Before that, 1 of 2 checks had passed.")
    assert headline in found.headline
    # What went wrong on our side is for the course team, not for the learner.
    assert ("It took 2 s." in found.message) is (verdict != "internal")
    assert (found.mistake, found.level) == (("ended-itself", "A") if verdict in ("error", "blocked") else (None, "D"))
