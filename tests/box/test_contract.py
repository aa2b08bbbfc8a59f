"""What every box promises about a submission that behaves, and about one that merely fails."""

from __future__ import annotations

import contextlib
import random
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.box.fake import FakeBox
from grader.box.inside import fingerprint
from grader.box.probing import PROBES
from grader.box.subprocess_box import SubprocessBox
from grader.calls import Answer, Box, Call, Definition, Ending, Job, Limits, Loaded, Opaque, Raised, Run

X = np.array([1.0, 2.0, 3.0])


@contextlib.contextmanager
def running(box: Box, source: str, *calls: Call, **job: Any) -> Iterator[Run]:
    run = box.start(Job(source, job.pop("filename", "exercise.py"), calls, **job))
    try:
        yield run
    finally:
        run.close()


def loaded(box: Box, source: str, **job: Any) -> Loaded:
    with running(box, source, **job) as run:
        said = run.loaded()
    assert isinstance(said, Loaded)
    return said


def answers(box: Box, source: str, *calls: Call, **job: Any) -> list[Answer]:
    with running(box, source, *calls, **job) as run:
        said = [run.answer(index) for index in range(len(calls))]
    for answer in said:
        assert isinstance(answer, Answer), answer
    return said  # type: ignore[return-value]


def answer(box: Box, source: str, *args: Any, **job: Any) -> Answer:
    """The answer of the submission's function f."""
    return answers(box, source, Call("f", args), **job)[0]


def raised(box: Box, source: str, *args: Any) -> Raised:
    said = answer(box, source, *args).raised
    assert said is not None
    return said


# --- values -----------------------------------------------------------------------------------------------------------


def test_values_come_back_as_exact_plain_types(box: Box) -> None:
    source = """
        import numpy as np
        from collections import namedtuple
        class Liar(float):
            def __eq__(self, other): return True
            __hash__ = None
        def f(x):
            return (np.mean(x), x * 2, Liar(0.5), namedtuple("P", "a b")(1, 2), None, True, {"k": [1]}, "é", 1j, b"b")
    """
    value = answer(box, dedented(source), X).value
    assert [type(item) for item in value] == [
        np.float64, np.ndarray, float, tuple, type(None), bool, dict, str, complex, bytes,
    ]  # fmt: skip
    assert value[0] == 2.0
    assert value[1].tolist() == [2.0, 4.0, 6.0]
    assert value[3:] == ((1, 2), None, True, {"k": [1]}, "é", 1j, b"b")


def dedented(source: str) -> str:
    lines = source.splitlines()
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)


def test_what_is_not_plain_is_opaque(box: Box) -> None:
    assert answer(box, "def f():\n    yield 1\n").value == Opaque("generator", "<generator object f>")
    assert answer(box, "def f():\n    return f\n").value == Opaque("function", "<function f>")
    assert answer(box, "f = lambda: {1}").value == Opaque("set", "{1}")


def test_a_huge_answer_is_opaque_and_the_run_goes_on(box: Box) -> None:
    source = "import numpy as np\ndef f(n):\n    return np.ones((n, 1024, 128))\n"
    large, small = answers(box, source, Call("f", (2,)), Call("f", (1,)), limits=Limits(answer_mb=1))
    assert large.value.type_name == "ndarray"
    assert small.value.shape == (1, 1024, 128)


def test_module_level_names_are_told_and_can_be_read(box: Box) -> None:
    source = (
        "import math, numpy as np\nfrom math import sqrt\nrate = 0.1\nw = np.ones(2)\n_own = 1\nbig = np.ones(10**5)\n"
    )
    said = loaded(box, source)
    assert set(said.names) == {"rate", "w"}
    assert said.names["rate"] == 0.1
    readings = answers(box, source, Call("rate", read=True), Call("big", read=True), Call("none", read=True))
    assert readings[0].value == 0.1
    assert readings[1].value.shape == (10**5,)
    assert readings[2].raised is not None
    assert (readings[2].raised.type_name, readings[2].raised.missing_name) == ("MissingName", "none")


def test_keyword_arguments_arrive(box: Box) -> None:
    source = "def f(x, *, lr, scale=1):\n    return x * lr * scale\n"
    said = answers(box, source, Call("f", (2.0,), {"lr": 0.5}), Call("f", (2.0,), {"lr": 0.5, "scale": 3}))
    assert [answer.value for answer in said] == [1.0, 3.0]


# --- arguments and state ----------------------------------------------------------------------------------------------


def test_arguments_are_fresh_for_each_call_and_changes_are_told(box: Box) -> None:
    source = "def f(x, y):\n    x += 1\n    return x\n"
    call = Call("f", (X, [1, X]))
    for said in answers(box, source, call, call):
        assert said.value.tolist() == [2.0, 3.0, 4.0]
        assert said.args_after is not None
        assert said.args_after[0].tolist() == [2.0, 3.0, 4.0]
        assert said.args_after[1][1].tolist() == X.tolist()
    assert X.tolist() == [1.0, 2.0, 3.0]


def test_untouched_arguments_are_not_told(box: Box) -> None:
    said = answer(box, "def f(x, y, z):\n    return x\n", X[::-1], {"a": [1, float("nan")]}, 2**70)
    assert said.args_after is None


def test_a_changed_keyword_argument_is_told_after_the_positional_ones(box: Box) -> None:
    source = "def f(a, x):\n    x[0] = 9\n"
    (said,) = answers(box, source, Call("f", (1,), {"x": X}))
    assert said.args_after is not None
    assert said.args_after[0] == 1
    assert said.args_after[1].tolist() == [9.0, 2.0, 3.0]


def test_a_module_keeps_its_state_between_calls_but_not_between_runs(box: Box) -> None:
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return list(seen)\n"
    first = answers(box, source, Call("f", (1,)), Call("f", (2,)))
    assert [said.value for said in first] == [[1], [1, 2]]
    assert answer(box, source, 3).value == [3]


def test_more_calls_go_to_the_same_process(box: Box) -> None:
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return list(seen)\n"
    with running(box, source, Call("f", (1,))) as run:
        assert [said.value for said in run.ask([Call("f", (2,)), Call("f", (3,))])] == [[1, 2], [1, 2, 3]]  # type: ignore[union-attr]
        assert run.ask([]) == []
        said = run.answer(0)
        assert isinstance(said, Answer)
        assert said.value == [1]
        (said,) = run.ask([Call("g")])
        assert isinstance(said, Answer)
        assert said.raised is not None


def test_seeds_make_runs_repeatable(box: Box) -> None:
    source = "import random\nimport numpy as np\ndef f():\n    return random.random(), np.random.rand(2)\n"
    before = random.getstate()
    call = Call("f")
    one, two, other = (answers(box, source, call, call, seed=seed) for seed in (7, 7, 8))
    assert [repr(said.value) for said in one] == [repr(said.value) for said in two]
    assert repr(one[0].value) != repr(one[1].value)
    assert repr(one[0].value) != repr(other[0].value)
    assert random.getstate() == before


def test_several_runs_can_be_ahead(box: Box) -> None:
    source = "k = {}\ndef f():\n    return k\n"
    runs = [box.start(Job(source.format(k), "exercise.py", [Call("f")])) for k in range(5)]
    for k, run in reversed(list(enumerate(runs))):
        said = run.answer(0)
        assert isinstance(said, Answer)
        assert said.value == k
        run.close()


# --- exceptions -------------------------------------------------------------------------------------------------------


def test_an_exception_is_told_with_the_learners_own_line(box: Box) -> None:
    source = """
        import numpy as np
        def helper(x):
            return np.linalg.inv(x)  # singular
        def f():
            return helper(np.zeros((2, 2)))
    """
    said = raised(box, dedented(source))
    assert said.type_name == "LinAlgError"
    assert said.line == 4
    assert said.source_line == "return np.linalg.inv(x)  # singular"
    assert said.bases[:3] == ("LinAlgError", "ValueError", "Exception")


@pytest.mark.parametrize(
    ("expression", "type_name", "missing"),
    [
        ("undefined_name", "NameError", "undefined_name"),
        ("[].no_such", "AttributeError", "no_such"),
        ("__import__('no_such_module')", "ModuleNotFoundError", "no_such_module"),
        ("1 / 0", "ZeroDivisionError", None),
        ("input('? ')", "EOFError", None),
        ("open('/no/such/file')", "FileNotFoundError", None),
        ("(lambda g: g(g))(lambda g: g(g))", "RecursionError", None),
    ],
)
def test_common_exceptions(box: Box, expression: str, type_name: str, missing: str | None) -> None:
    said = raised(box, f"def f():\n    return {expression}\n")
    assert (said.type_name, said.missing_name, said.line) == (type_name, missing, 2)


def test_hostile_exceptions_are_told_safely(box: Box) -> None:
    source = """
        class Bad(Exception):
            __traceback__ = property(lambda self: 1 / 0)
            def __str__(self): raise KeyboardInterrupt
            __repr__ = __str__
        class Long(Exception):
            def __str__(self): return "x" * 10**6
        def f(kind):
            raise {"bad": Bad, "long": Long}[kind]
    """
    bad, long = answers(box, dedented(source), Call("f", ("bad",)), Call("f", ("long",)))
    assert bad.raised is not None
    assert (bad.raised.type_name, bad.raised.text, bad.raised.line) == ("Bad", "<no text>", 9)
    assert long.raised is not None
    assert len(long.raised.text) < 1000


def test_exits_inside_a_call_are_told_and_the_run_goes_on(box: Box) -> None:
    source = "import sys\ndef f(kind):\n    if kind:\n        raise kind_of[kind](3)\n    return 1\n"
    source += "kind_of = {'exit': SystemExit, 'key': KeyboardInterrupt, 'gen': GeneratorExit}\n"
    said = answers(box, source, *(Call("f", (kind,)) for kind in ("exit", "key", "gen", "")))
    names = [answer.raised.type_name if answer.raised else None for answer in said]
    assert names == ["SystemExit", "KeyboardInterrupt", "GeneratorExit", None]
    assert said[3].value == 1


def test_sys_exit_at_load_is_told_and_the_run_goes_on(box: Box) -> None:
    source = "import sys\ndef f():\n    return 1\nsys.exit(0)\n"
    with running(box, source, Call("f")) as run:
        said = run.loaded()
        assert isinstance(said, Loaded)
        assert said.error is not None
        assert (said.error.type_name, said.error.line) == ("SystemExit", 4)
        one = run.answer(0)
        assert isinstance(one, Answer)
        assert one.value == 1


def test_a_missing_function_is_told(box: Box) -> None:
    said = raised(box, "def g():\n    pass\n")
    assert (said.type_name, said.missing_name, said.line) == ("MissingName", "f", None)


def test_wrong_arguments_are_told(box: Box) -> None:
    said = raised(box, "def f(x):\n    pass\n", 1, 2)
    assert said.type_name == "TypeError"
    assert "positional argument" in said.text


@pytest.mark.parametrize(
    ("source", "type_name", "line"),
    [
        ("def f(:\n    pass\n", "SyntaxError", 1),
        ("x = 1\n  y = 2\n", "IndentationError", 2),
        ("x = (1,\n", "SyntaxError", 1),
        ("x = 1\0\n", "SyntaxError", None),
        ("x = '\ud800'\n", "UnicodeEncodeError", None),
    ],
)
def test_source_that_does_not_parse(box: Box, source: str, type_name: str, line: int | None) -> None:
    said = loaded(box, source)
    assert said.error is not None
    assert (said.error.type_name, said.error.line) == (type_name, line)
    assert said.fingerprint is None
    if line is not None:
        assert said.error.source_line == source.split("\n")[line - 1].strip()
        assert "exercise.py" not in said.error.text


# --- loading ----------------------------------------------------------------------------------------------------------


def test_definitions_in_source_order_with_parameters(box: Box) -> None:
    source = """
        import functools
        from dataclasses import dataclass
        from math import sqrt

        def z(a, b=1, *rest, c, **more):
            "doc"

        @dataclass
        class Point:
            x: int
            y: int = 0

        @functools.lru_cache
        def cached(n):
            return n

        a = lambda q: q
        if True:
            def inner(): pass
    """
    assert loaded(box, dedented(source)).definitions == (
        Definition("z", "function", 6, ("a", "b", "rest", "c", "more")),
        Definition("Point", "class", 10, ("x", "y")),
        Definition("cached", "function", 15, ("n",)),
        Definition("a", "function", 18, ("q",)),
        Definition("inner", "function", 20, ()),
    )


def test_parameters_agree_with_inspect() -> None:
    import inspect

    from grader.box.inside import _parameters

    for function in (
        lambda: 0, lambda a, /, b, *, c: 0, lambda *r: 0, lambda **k: 0, lambda a, *r, b=1, **k: 0,
    ):  # fmt: skip
        assert _parameters(function) == list(inspect.signature(function).parameters)


def test_ordinary_python_works(box: Box) -> None:
    source = """
        from __future__ import annotations
        import copy, itertools, math, random, re, statistics, time, typing
        from collections import Counter, defaultdict
        from dataclasses import dataclass, field
        from functools import reduce
        from fractions import Fraction
        import numpy as np

        T = typing.TypeVar("T")

        @dataclass
        class Layer:
            w: np.ndarray
            history: list[float] = field(default_factory=list)
            def __call__(self, x: Unknown) -> Unknown:
                return self.w @ x

        def counter():
            n = 0
            def step():
                nonlocal n
                n += 1
                return n
            return step

        def f(x):
            step = counter(); step()
            assert __name__ == "exercise"
            return Layer(np.eye(3))(x), step(), statistics.mean([1, 2]), Fraction(1, 2), reduce(max, x)
    """
    assert repr(answer(box, dedented(source), X).value) == repr((X, 2, 1.5, 0.5, np.float64(3.0)))


STUB = '"""Doc."""\nimport numpy as np\n\ndef f(x):\n    """Doc."""\n    raise NotImplementedError\n'


def test_fingerprint_is_of_the_code_alone(box: Box) -> None:
    same = "# Name: me\r\nimport numpy as np\r\ndef f( x ):\r\n    # to do\r\n    'more \\' doc # here'\r\n\r\n"
    prints = {loaded(box, source).fingerprint for source in (STUB, same + "    raise NotImplementedError")}
    assert prints == {fingerprint(STUB)}
    assert loaded(box, STUB.replace("x", "y")).fingerprint not in prints


def test_every_change_of_code_changes_the_fingerprint() -> None:
    sources = [
        STUB,
        STUB + "    return 0\n",  # unreachable, and yet not the stub
        STUB.replace("(x)", "(y)"),
        STUB + "answer = (\n    'a'\n)\n",
        STUB + "answer = (\n    'b'\n)\n",
        STUB + "answer = '#'\n",
        STUB + "answer = 'b#'\n",
        STUB + "if f:\n    f = 1\nf = 2\n",
        STUB + "if f:\n    f = 1\n    f = 2\n",
        STUB + 'answer = """\n#a"""\n',
        STUB + 'answer = """\n#b"""\n',
    ]
    assert len({fingerprint(source) for source in sources}) == len(sources)


def test_a_filename_never_replaces_a_module(box: Box) -> None:
    source = "import random, sys\ndef f():\n    return __name__, random.__file__.endswith('random.py')\n"
    name, is_real = answer(box, source, filename="random.py").value
    assert name != "random"
    assert is_real


# --- printed text -----------------------------------------------------------------------------------------------------


def test_printed_text_belongs_to_its_call_and_is_capped(box: Box, capfd: pytest.CaptureFixture[str]) -> None:
    source = """
        import sys
        print("at load")
        def f(n):
            print("é" * n, end="")
            print("!", file=sys.stderr)
            sys.stdout.buffer.write(b"raw")
    """
    calls = [Call("f", (n,)) for n in (1, 0, 10_000)]
    with running(box, dedented(source), *calls) as run:
        said: list[Any] = [run.loaded(), *(run.answer(index) for index in range(3))]
    assert said[0].printed == "at load\n"
    assert sorted(said[1].printed) == sorted("é!\nraw")
    assert sorted(said[2].printed) == sorted("!\nraw")
    assert len(said[3].printed.encode()) <= 4100
    assert capfd.readouterr() == ("", "")


def test_a_bent_stdout_is_put_right_for_the_next_call(box: Box) -> None:
    source = """
        import io, sys
        def f(how):
            if how == "replace": sys.stdout = io.StringIO()
            if how == "close": sys.stdout.close()
            if how == "detach": sys.stdout.detach()
            if how == "print": print("here")
    """
    for how in ("replace", "close", "detach"):
        said = answers(box, dedented(source), Call("f", (how,)), Call("f", ("print",)))
        assert said[1].printed == "here\n"


def test_warnings_are_neither_errors_nor_text(box: Box) -> None:
    source = "import warnings\nimport numpy as np\ndef f(x):\n    warnings.warn('hm')\n    return x / 0, 'a' is 'b'\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        said = answer(box, source, X)
    assert said.raised is None
    assert said.printed == ""


def test_too_much_printed_text_ends_the_run(box: Box) -> None:
    source = "def f(n):\n    for _ in range(n):\n        print('x' * 1000)\n    return n\n"
    limits = Limits(output_kb=64)
    with running(box, source, Call("f", (1,)), Call("f", (1000,)), Call("f", (1,)), limits=limits) as run:
        said = [run.answer(index) for index in range(3)]
    assert isinstance(said[0], Answer)
    assert isinstance(said[1], Ending)
    assert said[1].verdict == "output"
    assert said[2] == said[1]


# --- the box itself ---------------------------------------------------------------------------------------------------


def test_closing_twice_is_fine_and_nothing_follows(box: Box) -> None:
    run = box.start(Job("def f():\n    return 1\n", "exercise.py", [Call("f")]))
    assert isinstance(run.answer(0), Answer)
    run.close()
    run.close()
    (said,) = run.ask([Call("f")])
    assert isinstance(said, Ending)


def test_our_own_mistakes_are_loud(box: Box) -> None:
    with pytest.raises(TypeError, match="argument of f"):
        box.start(Job("", "exercise.py", [Call("f", (object(),))]))
    with running(box, "") as run, pytest.raises(IndexError):
        run.answer(0)


def test_isolation_is_told_as_it_is(box: Box) -> None:
    if isinstance(box, FakeBox | SubprocessBox):
        assert box.isolation.level == "none"
        assert box.isolation.note
    else:  # what each level stands on is tested in test_probing.py
        assert box.isolation.probes == len(PROBES)
