"""A Jupyter notebook becomes one Python source: its code cells, without what only IPython understands.

What is left out leaves a comment, so that each line of a cell is a line of the source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from grader.intake.problems import Unreadable
from grader.intake.shown import visible
from grader.intake.text import Text, one_kind_of_line_end

# A list or an object takes 60 bytes and more once it is read, so 20 MB of brackets would fill a gigabyte.
MAX_BRACKETS = 1_000_000

# These run the rest of their cell in the notebook itself; others give it to something else (a shell, a file).
_CELL_MAGICS_THAT_RUN_HERE = {"time", "capture", "prun"}
_TIMED = re.compile(r"(\s*)%time\s+(\S.*)")
_ASSIGNED = re.compile(r"\s*[A-Za-z_][\w.,\[\] ]*=\s*[%!]{1,2}\s*[A-Za-z~./]", re.ASCII)
_INSTALL = re.compile(r"\s*(?:pip3?|conda|mamba|uv)\s+(?:pip\s+)?(?:install|list|show|freeze|uninstall)\b")
_QUESTION = re.compile(r"[^#'\"]*\?\s*")


def notebook_text(data: bytes) -> Text:
    """The code of the notebook in `data`. Raises Unreadable."""
    document = _document(data)
    _refuse_other_languages(document)
    left_out = _LeftOut()
    sources = [_cell_source(cell, left_out) for cell in _code_cells(document)]
    if not any(source.strip() for source in sources):
        raise Unreadable("the notebook has no code cells with anything in them; hand in the one with your answer")
    source = "\n\n".join(source.rstrip("\n") for source in sources) + "\n"
    _refuse_what_no_file_can_hold(source)
    return Text(source, left_out.notes())


@dataclass
class _LeftOut:
    """What IPython would have done and Python cannot."""

    lines: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    tests: int = 0

    def notes(self) -> tuple[str, ...]:
        notes = []
        if self.lines:
            notes.append(_commands_left_out(len(self.lines), self.lines[0]))
        for name in dict.fromkeys(self.cells):
            notes.append(f"A cell that starts with {name} was left out, because it is not Python run by the notebook.")
        if self.tests:
            notes.append(_tests_left_out(self.tests))
        return tuple(notes)


def _commands_left_out(count: int, example: str) -> str:
    if count == 1:
        return f"One notebook command was left out (line magics, shell or help lines), for example: {example}"
    return f"{count} notebook commands were left out (line magics, shell or help lines), for example: {example}"


def _tests_left_out(count: int) -> str:
    if count == 1:
        return "One test cell of nbgrader left out; this course brings its own checks."
    return f"{count} test cells of nbgrader left out; this course brings its own checks."


# --- the document ---------------------------------------------------------------------------------


def _document(data: bytes) -> dict[str, Any]:
    if data.count(b"[") + data.count(b"{") > MAX_BRACKETS:
        raise Unreadable(
            "the notebook holds more data than a notebook can; clear all outputs, save it, hand it in again"
        )
    try:
        document = json.loads(data)
    except RecursionError:
        raise Unreadable("the notebook's data is nested too deeply; save it again from Jupyter") from None
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"it is not a notebook: line {error.lineno} is not JSON; save it again from Jupyter as .ipynb"
        ) from None
    except UnicodeDecodeError:
        raise Unreadable("it is not a notebook: it is not UTF-8 text; save it again from Jupyter as .ipynb") from None
    except ValueError:  # a number of more digits than Python converts
        raise Unreadable("it is not a notebook: it holds a number that is too long") from None
    if not isinstance(document, dict):
        raise _malformed("it has no list of cells")
    return document


def _malformed(what: str) -> Unreadable:
    return Unreadable(f"the notebook is damaged: {what}; save it again from Jupyter as .ipynb")


def _refuse_other_languages(document: dict[str, Any]) -> None:
    metadata = document.get("metadata")
    if not isinstance(metadata, dict):
        return
    for place, key in (("language_info", "name"), ("kernelspec", "language")):
        entry = metadata.get(place)
        language = entry.get(key) if isinstance(entry, dict) else None
        if isinstance(language, str) and language and "python" not in language.lower():
            raise Unreadable(f"it is a notebook for {visible(language[:40])}, not for Python")


def _refuse_what_no_file_can_hold(source: str) -> None:
    if "\0" in source:
        raise Unreadable("a code cell contains a null character; delete it and hand the notebook in again")
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:  # JSON can spell half of a character pair
        raise Unreadable("a code cell contains half a character; delete it and hand the notebook in again") from None


def _code_cells(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for cell in _cells(document):
        if not isinstance(cell, dict):
            raise _malformed("one of its cells is not a cell")
        if cell.get("cell_type") == "code":
            yield cell


def _cells(document: dict[str, Any]) -> list[Any]:
    """The cells of format 4, or those of all worksheets of format 3."""
    cells = document.get("cells")
    if cells is None and isinstance(document.get("worksheets"), list):
        sheets = [sheet.get("cells") if isinstance(sheet, dict) else None for sheet in document["worksheets"]]
        cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    if not isinstance(cells, list):
        raise _malformed("it has no list of cells")
    return cells


# --- one cell -------------------------------------------------------------------------------------


def _cell_source(cell: dict[str, Any], left_out: _LeftOut) -> str:
    source = one_kind_of_line_end(_written(cell))
    if _is_nbgrader_test(cell):
        left_out.tests += 1
        return _all_comments(source)
    first, name = _cell_magic(source)
    if name is None:
        return _without_commands(source, left_out)
    if name not in _CELL_MAGICS_THAT_RUN_HERE:
        left_out.cells.append(visible(f"%%{name}"[:40]))
        return _all_comments(source)
    lines = source.split("\n")
    lines[first] = f"# {lines[first]}"
    return _without_commands("\n".join(lines), left_out)


def _written(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))  # format 3 says "input"
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise _malformed("the source of a code cell is not text")
    return source


def _is_nbgrader_test(cell: dict[str, Any]) -> bool:
    """Locked cells of another grader's assertions: not the learner's work, and a failing one stops all."""
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if not isinstance(marks, dict):
        return False
    return marks.get("grade") is True and marks.get("locked") is True and marks.get("solution") is False


def _cell_magic(source: str) -> tuple[int, str | None]:
    for number, line in enumerate(source.split("\n")):
        if line.strip():
            match = re.match(r"%%(\S*)", line)
            return number, match[1] if match else None
    return 0, None


def _all_comments(source: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in source.split("\n"))


def _without_commands(source: str, left_out: _LeftOut) -> str:
    """Lines that are commands to IPython become comments, or `pass` where a block may need a statement."""
    lines = source.split("\n")
    inside = _Inside()
    number = 0
    while number < len(lines):
        line = lines[number]
        if not inside.something:
            if timed := _TIMED.fullmatch(line):
                line = lines[number] = timed[1] + timed[2]
            elif _is_command(line):
                left_out.lines.append(visible(line.strip()[:60]))
                number = _comment_out(lines, number)
                continue
        inside.read(line)
        number += 1
    return "\n".join(lines)


def _is_command(line: str) -> bool:
    start = line.lstrip()[:1]
    if not start or start == "#":
        return False
    if start in "%!?" or _ASSIGNED.match(line) or _INSTALL.match(line):
        return True
    return bool(_QUESTION.fullmatch(line))


def _comment_out(lines: list[str], number: int) -> int:
    """Comments out the command at `number`, with the lines it continues on; returns the next number."""
    indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    first = True
    while number < len(lines):
        continues = lines[number].endswith("\\")
        lead = f"{indent}pass  # " if indent and first else f"{indent}# "
        # A comment cannot be continued, but a reader might think so.
        lines[number] = lead + lines[number].strip().rstrip("\\").rstrip()
        number, first = number + 1, False
        if not continues:
            break
    return number


_TOKEN = re.compile(r"#.*|\"\"\"|'''|\"(?:\\.|[^\"\\])*\"?|'(?:\\.|[^'\\])*'?|[(\[{]|[)\]}]|\\.")


class _Inside:
    """Where the next line begins: at a statement, or inside a bracket, a long string or a continued line.

    `tokenize` cannot say, because it stops at the first thing that is not Python. Only needed so that
    `x = (a` followed by `% b)` is not taken for a command.
    """

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._continued = False

    @property
    def something(self) -> bool:
        return bool(self._quote) or self._depth > 0 or self._continued

    def read(self, line: str) -> None:
        self._continued = False
        position = 0
        if self._quote:
            position = self._end_of_long_string(line, 0)
        comment = False
        while not self._quote and (token := _TOKEN.search(line, position)):
            position = token.end()
            comment = token[0].startswith("#")
            self._take(token[0])
            if self._quote:
                position = self._end_of_long_string(line, position)
        self._continued = not self._quote and not comment and line.endswith("\\")

    def _take(self, token: str) -> None:
        if token in {'"""', "'''"}:
            self._quote = token
        elif token in "([{":
            self._depth += 1
        elif token in ")]}":
            self._depth = max(0, self._depth - 1)

    def _end_of_long_string(self, line: str, position: int) -> int:
        while position < len(line):
            if line[position] == "\\":
                position += 2
            elif line.startswith(self._quote, position):
                self._quote = ""
                return position + 3
            else:
                position += 1
        return len(line)
