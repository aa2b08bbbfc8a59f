"""What to say when a submission could not be run at all, or ended before it answered."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from grader.calls import Definition, Ending, Loaded, Raised
from grader.diagnosis.wording import finding, listed, told
from grader.language import fill, said
from grader.model import Exercise, Finding, Level, Said

STOPS = "stops-while-loading"
_NO_ADVICE = "something in it cannot be read"

_SYNTAX_BASES = frozenset({"SyntaxError"})

# What Python says about a syntax error -> what it means. The first entry whose text is in Python's message counts.
_SYNTAX_ADVICE = (
    ("expected ':'", "a colon is missing at the end of def, if, for or while"),
    ("was never closed", "a bracket was opened and never closed"),
    ("unmatched", "a bracket is closed that was never opened"),
    ("does not match opening", "an opening and a closing bracket do not belong together"),
    ("expected an indented block", "the lines that belong inside have to be indented"),
    ("unexpected indent", "it is indented further than the lines around it"),
    ("unindent does not match", "its indentation fits none of the lines above"),
    ("inconsistent use of tabs", "tabs and spaces are mixed in the indentation"),
    ("cannot assign to", "what stands left of = cannot be given a value; comparing needs =="),
    ("Maybe you meant '=='", "a single = assigns; comparing needs =="),
    ("unterminated string", "a text in quotes is not closed"),
    ("unterminated triple-quoted", "a text in triple quotes is not closed"),
    ("invalid character", "a character looks like Python's but is another one, such as a curly quote"),
    (
        "invalid non-printable character",
        "an invisible character slipped in, perhaps by copying from a web page",
    ),
    ("'return' outside function", "return stands outside the function; check its indentation"),
    ("outside function", "this word only makes sense inside a function; check the indentation"),
    ("outside loop", "break and continue only make sense inside a loop; check the indentation"),
    ("Missing parentheses in call to 'print'", "print needs brackets around what it prints"),
    ("forgot a comma", "a comma or an operator such as * is missing between two things"),
    ("leading zeros", "a number begins with a 0 that Python does not allow"),
    ("invalid decimal literal", "a name or number is written in a way that mixes digits and letters"),
    ("positional argument follows keyword", "a plain argument stands after a named one"),
)

# The line itself tells more than "invalid syntax". Tried when nothing of the above fits.
_LINE_ADVICE = (
    (re.compile(r"^\s*(>>>|\.\.\.\s)"), "signs of the Python prompt were copied along; take out >>> and ..."),
    (re.compile(r"^\s*```"), "a line of ``` was copied along; take it out"),
    (re.compile(r"\d\s*%\s*($|#)"), "Python has no sign for per cent: write 0.1 for 10 %"),
    (re.compile(r"\d\s+x\s+\d"), "* is the sign for multiplying"),
    (re.compile(r"=\s*=|\+\+|--\s*$"), "two signs stand together that Python does not know as a pair"),
    (re.compile(r"^\s*\w+\s*=\s*[A-Za-z]+(\s+[A-Za-z]+)+\s*($|#)"), "words need quotes around them"),
    (re.compile(r"^\s*[A-Za-z]+(\s+[A-Za-z]+){2,}"), "a sentence stands there; put a # before it to make it a comment"),
)


def is_syntax_error(raised: Raised) -> bool:
    return raised.type_name in _SYNTAX_BASES or bool(_SYNTAX_BASES & set(raised.bases))


def is_refused(raised: Raised) -> bool:
    """Whether the program asked the computer for something that confinement refuses, such as a file or the network."""
    return "PermissionError" in (raised.type_name, *raised.bases)


def load_findings(exercise: Exercise, loaded: Loaded, *, missing: bool) -> list[Finding]:
    """Why the submission cannot be asked for anything; empty when it can.

    missing: whether the exercise's function could not be found by its name.
    """
    error = loaded.error
    if error is not None and is_syntax_error(error):
        return [_syntax_error(error)]
    if exercise.kind == "blanks":
        return []
    if not missing:
        return []
    if error is not None:
        return [_stopped(exercise, error, "asks-for-more" if is_refused(error) else "loading-failed")]
    return [_missing_function(exercise, loaded)]


def stops_later(exercise: Exercise, loaded: Loaded) -> list[Finding]:
    """A file that defines what is asked for and then stops with an exception: its function is graded all the same."""
    if loaded.error is None or lacks_module(loaded) is not None:
        return []
    return [_stopped(exercise, loaded.error, "stops-later")]


def lacks_module(loaded: Loaded) -> str | None:
    """A note on a module that only the grader lacks, such as one that plots: no fault of the file's."""
    error = loaded.error
    if error is None or error.type_name != "ModuleNotFoundError":
        return None
    name = told(error.missing_name or error.text)
    return fill(
        "Line {line} imports {name}, which the grader does not have; what follows it was not run.",
        {"line": error.line, "name": name},
    )


def stops(findings: Sequence[Finding]) -> bool:
    """Whether the first of these findings is about a file that does not run to its end."""
    return bool(findings) and findings[0].mistake in ("syntax-error", STOPS)


def ending_finding(ending: Ending, progress: Said | str = "") -> Finding:
    """What to say about a run that ended by itself or at a limit."""
    kinds = {
        "timeout": "too-slow",
        "memory": "too-much-memory",
        "output": "too-much-output",
        "internal": "internal",
    }
    kind = kinds.get(ending.verdict, "ended-itself")
    level: Level = "D" if kind != "ended-itself" else "A"
    mistake = "ended-itself" if kind == "ended-itself" else None
    return finding(kind, level, {"text": ending.message, "progress": progress}, mistake=mistake)


def _syntax_error(error: Raised) -> Finding:
    line = error.source_line or ""
    by_line = next((advice for pattern, advice in _LINE_ADVICE if pattern.search(line)), None)
    by_text = next((advice for part, advice in _SYNTAX_ADVICE if part in error.text), None)
    vague = by_text is None or "forgot a comma" in error.text
    advice = (by_line or by_text if vague else by_text) or _NO_ADVICE
    reads = said("It reads: {text}", text=told(error.source_line)) if error.source_line else says(error)
    values = {"line": error.line or 1, "advice": said("{advice}.", advice=advice), "shown": reads}
    return finding("syntax-error", "A", values, mistake="syntax-error", line=error.line)


def _stopped(exercise: Exercise, error: Raised, kind: str) -> Finding:
    values = {
        "type": told(error.type_name),
        "line": error.line or "?",
        "function": exercise.function or said("the answers"),
        "says": says(error),
        "advice": advice_on(error),
    }
    return finding(kind, "A", values, mistake=STOPS, line=error.line)


def says(error: Raised) -> Said | str:
    """Python's own words, when it has any."""
    return said("Python says: {text}.", text=told(error.text).rstrip(".")) if error.text.strip() else ""


# A part of what Python says -> what it means for a beginner. The first that fits counts.
_ADVICE_BY_TEXT = (
    ("'np' is not defined", "The line import numpy as np is missing."),
    ("'math' is not defined", "The line import math is missing."),
    ("not supported for the input types", "In Python ** is the power; ^ is something else."),
    ("unsupported operand type(s) for ^", "In Python ** is the power; ^ is something else."),
    ("'NoneType' object", "Something is None there: append, sort and print, for example, give nothing back."),
    ("truth value of an array", "An array cannot stand after if as a whole: compare single numbers, or use a loop."),
    ("object is not iterable", "A loop needs something to go through: for a number n that is range(n)."),
    (
        "list indices must be integers",
        "The loop variable is a value, not a position: for i in range(len(x)) gives positions.",
    ),
    ("only integers, slices", "The loop variable is a value, not a position: for i in range(len(x)) gives positions."),
    ("can't multiply sequence by non-int", "A list cannot be multiplied like an array: np.asarray makes one of it."),
    ("only length-1 arrays", "A function of math takes single numbers; numpy's takes arrays."),
    ("math domain error", "The logarithm of 0, and the root or logarithm of a negative number, do not exist."),
    ("could not be broadcast", "Two arrays of different lengths meet there."),
    ("object is not callable", "Brackets stand after something that is no function: perhaps a * is missing."),
)

_ADVICE_BY_KIND = (
    ("EOFError", "The grader has no keyboard: take out input() and use the function's arguments."),
    ("ImportError", "The grader has numpy and Python's own library; this exercise needs nothing else."),
    ("NameError", "A name is used that has no value there: a slip of the pen, or a variable from somewhere else."),
    ("SystemExit", "Take out exit() and sys.exit(): they end the whole program."),
    ("RecursionError", "A function keeps calling itself without an end."),
    ("ZeroDivisionError", "Something was divided by 0."),
    ("NotImplementedError", "The line raise NotImplementedError is still there; it stands for the missing code."),
    ("PermissionError", "A program may compute while it is graded; files, the network and other programs are closed."),
    ("FileNotFoundError", "The grader has no files of yours; the function's arguments are all there is."),
)


def advice_on(error: Raised) -> str:
    """One more sentence on an exception, where its kind allows one."""
    by_text = next((advice for part, advice in _ADVICE_BY_TEXT if part in error.text), "")
    kinds = {error.type_name, *error.bases}
    return by_text or next((advice for kind, advice in _ADVICE_BY_KIND if kind in kinds), "")


def _missing_function(exercise: Exercise, loaded: Loaded) -> Finding:
    function = exercise.function or ""
    near = _similar(function, loaded.definitions)
    if near is not None:
        found = said("There is one called {name} in line {line}.", name=told(near.name), line=near.line or "?")
    elif loaded.definitions:
        found = said("Defined there: {names}.", names=listed([told(item.name) for item in loaded.definitions[:5]]))
    else:
        found = said("No function is defined there at all.")
    values = {"function": function, "found": found}
    return finding("missing-function", "A", values, mistake="missing-function", line=near.line if near else None)


def _similar(function: str, definitions: Sequence[Definition]) -> Definition | None:
    names = {definition.name.lower().replace("_", ""): definition for definition in definitions}
    close = difflib.get_close_matches(function.lower().replace("_", ""), list(names), n=1, cutoff=0.75)
    return names[close[0]] if close else None
