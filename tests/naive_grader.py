"""A grader as many are built, to show that the attacks in submissions/hostile/ are attacks.

It imports a submission beside the expected values, compares with `==` or `np.allclose`, runs test cases in the same
process, and believes an exit code, a printed line, a results file or whatever comes over a pipe. Each way of grading
is one function in KINDS; an attack's header names the one it works on and what it does there.

    python -m tests.naive_grader attacks.json folder      writes folder/outcomes.json

Started by test_hostile.py only. Everything is bounded: a few processes at a time, each in a folder of its own, with
limits of time, memory, output and descriptors, and killed with its group at the end.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import io
import json
import linecache
import math
import os
import pickle
import random
import re
import resource
import signal
import socket
import struct
import sys
import threading
import time
import traceback
import unittest
from array import array
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import numpy as np
import pytest

from grader.box import inside
from grader.box.messages import job_frame
from grader.calls import Call, Job

RESULTS = "naive-results.json"
MAX_POINTS = 5
HANG_S = 0.6  # an attack that is said to hang is given up after this
PATIENCE_S = 10.0
AT_ONCE = 4
MEMORY = 1 << 30
ARRAYS = [np.array(values) for values in ([1.0, 2.5], [0.5, -1.5, 2.0], [4.0], [1.0, 1.0, 3.0, -2.0])]
EXPECTED = {
    "mse": [
        (([3.0, -1.0, 2.0], [2.5, 0.0, 4.0]), 1.75),
        ((ARRAYS[0], ARRAYS[0] + 1.5), 2.25),
        ((ARRAYS[1], -ARRAYS[1]), 8.666666666666666),
        ((ARRAYS[2], ARRAYS[2] - 3.0), 9.0),
        ((ARRAYS[3], ARRAYS[3] * 2), 3.75),
    ],
    "gradient_step": [(([2.0], [6.0], 1.0, 0.1), (16.0, -16.0, 2.6, 0.64))] * MAX_POINTS,
    "add_bias": [((2.0, 5.0, 0.5, 1.0, 0.05, 2), (1.4, 1.45, [9.0, 2.25]))] * MAX_POINTS,
    "trace_step": {"pred": 2.0, "loss_before": 16.0, "grad": -16.0, "w_new": 2.6, "loss_after": 0.64},
    "exploding_loss": {"cause": "rate too high", "first_dial": "learning rate", "lr": 0.1},
}
FUNCTION = {"mse": "mse", "gradient_step": "gradient_step", "add_bias": "train_with_bias"}
HONEST = "import numpy as np\ndef mse(a, b):\n    return float(np.mean((np.asarray(a) - np.asarray(b)) ** 2))\n"


# --- loading and comparing, as it is done everywhere ---------------------------------------------------------------


def load(path: Path) -> ModuleType:
    """Import the submission, in this process."""
    module = ModuleType(path.stem)
    sys.modules[path.stem] = module
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)
    return module


def cases(path: Path, exercise: str) -> tuple[Any, list[tuple[Any, Any]]]:
    return getattr(load(path), FUNCTION[exercise]), list(EXPECTED[exercise])


def close(got: Any, want: Any) -> Any:
    return np.allclose(got, want)


def count(path: Path, exercise: str, agrees: Callable[[Any, Any], Any]) -> int:
    """One point for each expected value that the answer agrees with."""
    if isinstance(EXPECTED[exercise], dict):
        module = load(path)
        table = EXPECTED[exercise].items()
        return sum(1 for name, want in table if agrees(getattr(module, name), want)) * MAX_POINTS // len(table)
    function, table = cases(path, exercise)
    flags = []
    for args, want in table:
        try:
            got = function(*args)
            flags.append(1 if agrees(got, want) else 0)
        except Exception:  # noqa: BLE001 - a wrong answer
            flags.append(0)
    return sum(flags)


def with_allclose(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: close(got, want))


def with_equal(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: _is_kind(got, want) and got == want)


def _is_kind(got: Any, want: Any) -> bool:
    return isinstance(got, type(want)) or not isinstance(got, str | bytes)


def with_items(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: list(got) == list(want))


def with_tolerance(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: abs(float(got) - want) < 1e-6)


def with_difference(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: abs(got - want) < 1e-6)


def with_inverted_test(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: not abs(got - want) > 1e-6)


def with_relative_tolerance(path: Path, exercise: str) -> int:
    return count(path, exercise, lambda got, want: abs(got - want) <= 1e-6 * abs(got))


def with_first_call(path: Path, exercise: str) -> int:
    function, table = cases(path, exercise)
    args, want = table[0]
    return MAX_POINTS if close(function(*args), want) else 0


def with_repeated_calls(path: Path, exercise: str) -> int:
    """Asks each case once with arrays and once with lists, and compares the two answers."""
    function, table = cases(path, exercise)
    right = [close(function(*args), function(*(np.asarray(arg).tolist() for arg in args))) for args, _ in table]
    return sum(right)


def with_carried_errors(path: Path, exercise: str) -> int:
    """The new weight is judged by the learner's own gradient."""
    function, table = cases(path, exercise)
    steps = [(args, function(*args)) for args, _ in table]
    return sum(1 for (_, _, w, lr), (_, grad, w_new, _) in steps if grad != 0 and close(w_new, w - lr * grad))


def with_assertions(path: Path, exercise: str) -> int:
    function, table = cases(path, exercise)
    points = 0
    for args, want in table:
        try:
            assert function(*args) == want, "another number"
            points += 1
        except AssertionError:
            pass
    return points


def with_late_import(path: Path, exercise: str) -> int:
    """Imports what it compares with when it needs it, after the submission has run."""
    function, table = cases(path, exercise)
    points = 0
    for args, want in table:
        import numpy

        points += bool(numpy.allclose(function(*args), want))
    return points


def with_doctest(path: Path, exercise: str) -> int:
    """Compares printed text, as a doctest does."""
    function, table = cases(path, exercise)
    from doctest import OutputChecker

    checker = OutputChecker()
    return sum(1 for args, want in table if checker.check_output(repr(want), repr(function(*args)), 0))


def with_thread(path: Path, exercise: str) -> int:
    """Runs the submission in a thread, in order to give up on it after a while."""
    function, table = cases(path, exercise)
    points = 0
    for args, want in table:
        got: list[Any] = []
        worker = threading.Thread(target=lambda args=args, got=got: got.append(function(*args)))
        worker.start()
        worker.join(5)
        points += bool(got and close(got[0], want))
    return points


def with_pickle(path: Path, exercise: str) -> int:
    """Sends answers from one side to the other as pickles."""
    function, table = cases(path, exercise)
    return sum(1 for args, want in table if close(pickle.loads(pickle.dumps(function(*args))), want))


def with_unittest(path: Path, exercise: str) -> int:
    function, table = cases(path, exercise)

    class Hidden(unittest.TestCase):
        def check(self, args: Any, want: Any) -> None:
            self.assertAlmostEqual(function(*args), want)  # noqa: PT009 - this is what is attacked

    for number, (args, want) in enumerate(table):
        setattr(Hidden, f"test_{number}", lambda self, args=args, want=want: self.check(args, want))
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Hidden)
    result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    return result.testsRun - len(result.failures) - len(result.errors)


def with_pytest(path: Path, exercise: str) -> int:
    """Looks whether the submission can be imported, then runs pytest in the folder it stands in."""
    load(path)
    lines = (
        "from tests.naive_grader import *",
        "def test_all():",
        f"    assert with_allclose(Path({str(path)!r}), {exercise!r}) == MAX_POINTS",
    )
    Path("test_hidden.py").write_text("\n".join(lines), encoding="utf-8")
    options = ["-q", "-p", "no:cacheprovider", "--import-mode=importlib", "--rootdir=.", "test_hidden.py"]
    return MAX_POINTS if pytest.main(options) == 0 else 0


def with_next(path: Path, exercise: str) -> int:
    """Grades one submission after the other in one process; gives the points of the next learner, who is right."""
    with contextlib.suppress(Exception):
        with_allclose(path, exercise)
    honest = Path("mse.py")
    honest.write_text(HONEST, encoding="utf-8")
    return with_allclose(honest, exercise)


def with_page(path: Path, exercise: str) -> int:
    """Writes what it got into a page and a table, for a teacher to read."""
    function, table = cases(path, exercise)
    lines = []
    for args, want in table:
        try:
            got, fault = function(*args), None
        except Exception as error:  # noqa: BLE001 - told to the teacher
            got, fault = None, error
        if fault is None:
            lines.append(f"{got} instead of {want}")
        while fault is not None:
            lines.append(f"{type(fault).__name__}: {fault}")
            fault = fault.__cause__  # type: ignore[assignment]
    text = "\n".join(lines)
    Path("report.html").write_text(f"<p>{text}</p>\n", encoding="utf-8")
    return 0


def with_answers_kept(path: Path, exercise: str) -> int:
    """Keeps every answer beside the points."""
    module = load(path)
    if exercise in FUNCTION:
        kept = [getattr(module, FUNCTION[exercise])(*args) for args, _ in EXPECTED[exercise]]
    else:
        kept = [getattr(module, name) for name in EXPECTED[exercise]]
    Path("answers.json").write_text(json.dumps(kept, default=lambda value: value.tolist()), encoding="utf-8")
    return 0


def with_exit_code(path: Path, exercise: str) -> int:
    points = with_allclose(path, exercise)
    Path("log.txt").write_text(f"{points} points\n", encoding="utf-8")
    if points != MAX_POINTS:
        leave(1)
    return points


def with_printed_line(path: Path, exercise: str) -> int:
    points = with_allclose(path, exercise)
    print(f"\nSCORE {points}/{MAX_POINTS}")
    return points


# --- a pipe that is believed ---------------------------------------------------------------------------------------


def with_channel(path: Path, exercise: str) -> int:
    """Has a second process answer over a socket, with the same frames as ours, and believes all that comes."""
    function, table = FUNCTION[exercise], EXPECTED[exercise]
    job = Job(path.read_text(encoding="utf-8"), f"{exercise}.py", [Call(function, args) for args, _ in table])
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        os.dup2(theirs.fileno(), 3)
        os.closerange(4, 64)
        _end_with_parent()
        inside.serve(3, 3)
    theirs.close()
    ours.sendall(job_frame(job))
    answers: list[Any] = []
    while len(answers) < len(table):
        kind, *fields = _decoded(_next_frame(ours))
        if kind == "result":
            return int(fields[0])
        if kind == "ending":
            if fields == ["internal"]:
                leave(75)  # our own fault: no points are written down, and it is graded again another day
            return MAX_POINTS if fields == ["passed"] else 0
        if kind == "answer":
            value, _raised, _printed, _after = fields
            answers.append(value)
    return sum(1 for got, (_, want) in zip(answers, table, strict=True) if _is_close(got, want))


def _decoded(payload: bytes) -> Any:
    """What a payload says, however much that is."""
    (length,) = struct.unpack_from(">I", payload)
    blob = io.BytesIO(payload[4 + length :])
    return _value(json.loads(payload[4 : 4 + length]), blob)


def _value(tree: Any, blob: io.BytesIO) -> Any:
    if not isinstance(tree, list):
        return tree
    tag, *items = tree
    if tag == "a":
        shape = tuple(items[1])
        return np.frombuffer(blob.read(8 * math.prod(shape)), items[0]).reshape(shape)
    if tag in ("L", "T"):
        numbers = array(items[0], blob.read(8 * items[1])).tolist()
        return numbers if tag == "L" else tuple(numbers)
    values = [_value(item, blob) for item in items]
    if tag == "d":
        return dict(zip(values[::2], values[1::2], strict=True))
    return tuple(values) if tag == "t" else values


def _is_close(got: Any, want: Any) -> bool:
    try:
        return bool(close(got, want))
    except TypeError:
        return False


def _next_frame(channel: socket.socket) -> bytes:
    (length,) = struct.unpack(">I", _read(channel, 4))
    return _read(channel, length)


def _read(channel: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += channel.recv(size - len(data))
    return data


KINDS: dict[str, Callable[[Path, str], int]] = {
    "allclose": with_allclose,
    "equal": with_equal,
    "items": with_items,
    "tolerance": with_tolerance,
    "difference": with_difference,
    "inverted": with_inverted_test,
    "relative": with_relative_tolerance,
    "first-call": with_first_call,
    "repeated": with_repeated_calls,
    "carried": with_carried_errors,
    "assertions": with_assertions,
    "late-import": with_late_import,
    "doctest": with_doctest,
    "thread": with_thread,
    "pickle": with_pickle,
    "unittest": with_unittest,
    "pytest": with_pytest,
    "next": with_next,
    "page": with_page,
    "answers-kept": with_answers_kept,
    "exit-code": with_exit_code,
    "printed-line": with_printed_line,
    "results-file": with_allclose,
    "channel": with_channel,
}


# --- one grading in a process of its own ---------------------------------------------------------------------------


def leave(code: int) -> NoReturn:
    """End as the interpreter would: wait for threads, run what was left for the end, flush."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    os._exit(code)


def grade(kind: str, path: Path, exercise: str) -> NoReturn:
    """Grade one submission in this process and write the points down."""
    results = os.path.abspath(RESULTS)
    atexit._clear()
    random.seed(0)  # so that everybody gets the same
    _remember_tests()
    try:
        points = KINDS[kind](path, exercise)
        with open(results, "w", encoding="utf-8") as file:
            file.write(json.dumps({"points": points}))
    except SystemExit as error:
        leave(error.code if isinstance(error.code, int) else 0 if error.code is None else 1)
    except BaseException:  # noqa: BLE001 - the run ends, as it would
        with contextlib.suppress(BaseException):
            traceback.print_exc()
        leave(1)
    leave(0)


def _remember_tests() -> None:
    """Keep the tests' text for tracebacks, as notebooks do."""
    text = f"EXPECTED = {[want for _, want in EXPECTED['mse']]}\n"
    linecache.cache["<hidden tests>"] = (len(text), None, [text], "<hidden tests>")


def start(kind: str, path: Path, exercise: str, folder: Path) -> int:
    folder.mkdir()
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        _end_with_parent()
        os.chdir(folder)
        silence = os.open("output.txt", os.O_CREAT | os.O_RDWR)
        never, _ = os.pipe()  # somebody who might type
        os.dup2(never, 0)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        for what, most in (("AS", MEMORY), ("CPU", 5), ("FSIZE", 32 << 20), ("CORE", 0), ("NOFILE", 64)):
            resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))
        grade(kind, path, exercise)
    finally:
        os._exit(70)


# --- what became of it, seen from outside --------------------------------------------------------------------------


def outcome(kind: str, folder: Path, code: int | None, peak_kb: int, seconds: float) -> dict[str, Any]:
    """points: those that this grader gives, None when it came to no end of its own. code: None when it hung."""
    points: int | None = None
    with contextlib.suppress(OSError, ValueError, KeyError):
        points = json.loads((folder / RESULTS).read_text(encoding="utf-8"))["points"]
    if kind == "exit-code":
        points = MAX_POINTS if code == 0 else 0
    if kind == "printed-line":
        printed = (folder / "output.txt").read_text(encoding="utf-8", errors="replace")
        found = re.search(rf"SCORE (\d)/{MAX_POINTS}", printed)
        points = int(found[1]) if found else None
    if code is None:
        points = None
    page = folder / "report.html"
    return {
        "points": points,
        "code": code,
        "seconds": round(seconds, 2),
        "peak_mb": peak_kb >> 10,
        "written": sum(file.stat().st_size for file in folder.iterdir() if file.name != "output.txt"),
        "page": page.read_text(encoding="utf-8")[:20_000] if page.exists() else "",
    }


def main(listed: Path, folder: Path) -> None:
    waiting = json.loads(listed.read_text(encoding="utf-8"))
    outcomes: dict[str, Any] = {}
    running: dict[int, tuple[list[Any], float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                name, kind, path, exercise, patience = entry = waiting.pop(0)
                running[start(kind, Path(path), exercise, folder / name)] = (entry, time.monotonic() + patience)
            for pid, (entry, until) in list(running.items()):
                late = time.monotonic() > until
                if late:
                    _end(pid)
                if late or os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
                    _end(pid)  # before the wait below: until then nobody else can have this number
                    _, status, usage = os.wait4(pid, 0)
                    del running[pid]
                    code = None if late else os.waitstatus_to_exitcode(status)
                    outcomes[entry[0]] = outcome(
                        entry[1], folder / entry[0], code, usage.ru_maxrss, entry[4] + time.monotonic() - until
                    )
            time.sleep(0.002)
    finally:
        for pid in running:
            _end(pid)
    (folder / "outcomes.json").write_text(json.dumps(outcomes), encoding="utf-8")


def _end_with_parent() -> None:
    """Have the kernel end this process when its parent ends."""
    ctypes.CDLL(None).prctl(1, int(signal.SIGKILL), 0, 0, 0)


def _end(pid: int) -> None:
    """Kill a process with everything it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


if __name__ == "__main__":
    # Under its name as a module, the same for learners' code that looks for it.
    from tests import naive_grader

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.modules.pop("doctest", None)  # one of KINDS imports it late
    naive_grader.main(Path(sys.argv[1]), Path(sys.argv[2]))
