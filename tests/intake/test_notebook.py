from __future__ import annotations

import ast
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.notebook import MAX_BRACKETS, notebook_text
from grader.intake.problems import Unreadable

Build = Callable[..., bytes]


def clause(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        notebook_text(data)
    return caught.value.clause


def one_cell(source: Any) -> bytes:
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": source}]}).encode()


def read(source: str) -> str:
    return notebook_text(one_cell(source)).source


def test_code_cells_come_in_order_with_a_blank_line_between(notebook: Build) -> None:
    assert notebook_text(notebook("x = 1", ["y = 2\n", "z = 3"])).source == "x = 1\n\ny = 2\nz = 3\n"


def test_markdown_and_raw_cells_are_not_code(notebook: Build) -> None:
    data = notebook({"cell_type": "markdown", "source": "# Hi"}, "x = 1", {"cell_type": "raw", "source": "no"})
    assert notebook_text(data).source == "x = 1\n"


def test_a_notebook_without_commands_has_no_notes(notebook: Build) -> None:
    assert notebook_text(notebook("x = 5 % 3")).notes == ()


def test_format_3_keeps_its_cells_in_worksheets_and_their_source_in_input() -> None:
    cells = [{"cell_type": "code", "input": ["x = 1\n", "y = 2"]}, {"cell_type": "markdown", "source": "no"}]
    data = json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}, {"cells": cells[:1]}]}).encode()
    assert notebook_text(data).source == "x = 1\ny = 2\n\nx = 1\ny = 2\n"


@pytest.mark.parametrize(
    "command",
    [
        "%matplotlib inline",
        "!pip install numpy",
        "?mse",
        "mse?",
        "np.mean??",
        "files = !ls",
        "t = %who",
        "%%",
    ],
)
def test_a_command_becomes_a_comment_on_its_own_line(command: str) -> None:
    assert read(f"x = 1\n{command}\ny = 2") == f"x = 1\n# {command}\ny = 2\n"


def test_pip_without_a_percent_sign_is_a_command_too() -> None:
    assert read("pip install numpy\nx = 1") == "# pip install numpy\nx = 1\n"


def test_what_is_left_out_is_told_with_an_example(notebook: Build) -> None:
    (note,) = notebook_text(notebook("%matplotlib inline\n!ls")).notes
    assert note.startswith("2 notebook commands were left out (line magics, shell or help lines)")
    assert note.endswith("for example: %matplotlib inline")


def test_a_command_inside_a_block_becomes_pass() -> None:
    source = read("if True:\n    %matplotlib inline\nx = 1")
    assert source == "if True:\n    pass  # %matplotlib inline\nx = 1\n"
    ast.parse(source)


def test_a_command_takes_its_continued_lines_along() -> None:
    assert read("!pip install \\\n  numpy\nx = 1") == "# !pip install\n# numpy\nx = 1\n"


def test_a_timed_statement_still_runs() -> None:
    assert read("%time loss = mse(a, b)") == "loss = mse(a, b)\n"


@pytest.mark.parametrize(
    "source",
    [
        "x = (7\n% 4)",
        'text = """\n%not a command\n!nor this\nis it?\n"""',
        "text = '''a\\'''\n%still text\n'''",
        "x = 7 \\\n% 4",
        "y = [  # a comment with a ( and a '\n1\n% 2]",
        "x = 'a ( b'\ny = 1",
        "# what is this?\nx = 1  # why?",
        "x = 'why?'",
        "if x != 3:\n    y = 1",
    ],
)
def test_lines_that_only_look_like_commands_are_left_alone(source: str) -> None:
    assert read(source) == source + "\n"


def test_a_command_behind_a_closed_string_is_seen() -> None:
    assert read('"""text"""\n%who') == '"""text"""\n# %who\n'


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%timeit", "%%writefile mse.py"])
def test_a_cell_for_something_else_is_left_out_and_told(magic: str, notebook: Build) -> None:
    text = notebook_text(notebook(f"{magic}\nrm mse.py", "x = 1"))
    assert text.source == f"# {magic}\n# rm mse.py\n\nx = 1\n"
    assert magic.split()[0] in text.notes[0]


@pytest.mark.parametrize("magic", ["%%time", "%%capture output"])
def test_a_cell_that_runs_here_keeps_its_body(magic: str) -> None:
    assert read(f"\n{magic}\nx = 1") == f"\n# {magic}\nx = 1\n"


def test_locked_test_cells_of_nbgrader_are_left_out(notebook: Build) -> None:
    marks = {"nbgrader": {"grade": True, "locked": True, "solution": False, "schema_version": 3}}
    test_cell = {"cell_type": "code", "metadata": marks, "source": "assert mse(1, 2) == 1"}
    text = notebook_text(notebook("x = 1", test_cell))
    assert text.source == "x = 1\n\n# assert mse(1, 2) == 1\n"
    assert "nbgrader" in text.notes[0]


def test_answer_cells_of_nbgrader_stay(notebook: Build) -> None:
    marks = {"nbgrader": {"grade": True, "locked": False, "solution": True}}
    assert notebook_text(notebook({"cell_type": "code", "metadata": marks, "source": "x = 1"})).source == "x = 1\n"


def test_line_ends_are_made_equal() -> None:
    assert read("x = 1\r\ny = 2\rz = 3") == "x = 1\ny = 2\nz = 3\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "line 1 is not JSON"),
        (b'{"cells":\n[', "line 2 is not JSON"),
        (b'{"cells": "\xff"}', "not UTF-8"),
        (b"[]", "no list of cells"),
        (b"{}", "no list of cells"),
        (b'{"cells": 3}', "no list of cells"),
        (b'{"worksheets": [3]}', "no code cells"),
        (b'{"cells": [3]}', "not a cell"),
        (b'{"cells": []}', "no code cells"),
        (b'{"cells": [{"cell_type": "code", "source": "  "}]}', "no code cells"),
        (b'{"cells": [{"cell_type": "code"}]}', "no code cells"),
        (b'{"cells": [{"cell_type": "code", "source": 3}]}', "is not text"),
        (b'{"cells": [{"cell_type": "code", "source": ["x", 3]}]}', "is not text"),
        (b'{"cells": [{"cell_type": "code", "source": "\\u0000"}]}', "null character"),
        (b'{"cells": [{"cell_type": "code", "source": "\\ud800"}]}', "half a character"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[" + b"[]," * MAX_BRACKETS + b"[]]", "more data than a notebook can"),
        (b'{"n": ' + b"9" * 10_000 + b"}", "a number that is too long"),
        (b'{"metadata": {"kernelspec": {"language": "R"}}, "cells": []}', "a notebook for R"),
        (b'{"metadata": {"language_info": {"name": "julia"}}, "cells": []}', "a notebook for julia"),
    ],
)
def test_a_bad_notebook_is_a_sentence(data: bytes, expected: str) -> None:
    assert expected in clause(data)


def test_odd_metadata_does_no_harm() -> None:
    cell = {"cell_type": "code", "metadata": 3, "source": "x = 1"}
    for metadata in (
        [],
        {"kernelspec": 3, "language_info": {"name": 4}},
        {"kernelspec": {"language": "python"}},
    ):
        assert notebook_text(json.dumps({"metadata": metadata, "cells": [cell]}).encode()).source == "x = 1\n"


def test_patterns_stay_fast_on_long_lines() -> None:
    for line in (
        "%time" + " " * 300_000,
        "?" * 300_000 + "x",
        "x" + " " * 300_000,
        "'" * 300_001,
        "\\" * 300_001,
    ):
        notebook_text(one_cell("y = 1\n" + line))


pieces = st.sampled_from(
    ["%", "!", "?", "'", '"', '"' * 3, "'" * 3, "(", ")", "\\", "\n", "\n    ", "x = 1", "#", "%%bash", "pip install"]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_cell_keeps_its_number_of_lines(source: str) -> None:
    if source.strip():
        read_lines = read(source + "\nlast = 1").split("\n")
        assert len(read_lines) == source.count("\n") + 3  # the last line and the final newline


keys = st.sampled_from(["cells", "cell_type", "source", "metadata", "worksheets", "input", "kernelspec", "language"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner | st.just("code"), max_size=4),
    max_leaves=15,
)


@given(json_values)
def test_any_json_is_read_or_refused_in_words(value: Any) -> None:
    with suppress(Unreadable):
        notebook_text(json.dumps(value).encode())
