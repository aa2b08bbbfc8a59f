"""Submissions that do not want to end, or that end everything: each becomes an ending, and costs nobody else."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.box.subprocess_box import SubprocessBox
from grader.calls import Answer, Box, Call, Ending, Job, Limits, Loaded

QUICK = Limits(cpu_s=0.25, wall_s=0.7, memory_mb=256)  # for what runs into them
LIMITS = Limits(cpu_s=10, wall_s=20, memory_mb=256)  # for what ends before
AFTER = "\ndef ok():\n    return 1\n"


def play(box: Box, source: str, *calls: Call, limits: Limits = LIMITS) -> list[Any]:
    """What a submission says, the loading first; and that a shared zygote still serves the next one."""
    started = time.monotonic()
    run = box.start(Job(source, "exercise.py", calls, limits))
    said: list[Any] = [run.loaded(), *(run.answer(index) for index in range(len(calls)))]
    run.close()
    assert time.monotonic() - started < 30
    if not isinstance(box, SubprocessBox):
        after = box.start(Job(AFTER, "exercise.py", [Call("ok")]))
        assert after.answer(0) == Answer(1)
        after.close()
    return said


def verdict(said: Any) -> str:
    assert isinstance(said, Ending), said
    assert said.message.endswith((".", "?"))
    return said.verdict


LOOPS = {
    "python": "while True: pass",
    "sum": "sum(range(10**12))",
    "power": "pow(3, 10**9)",
    "regex": "import re; re.match(r'(a+)+$', 'a' * 40 + 'b')",
    "sleep": "import time; time.sleep(100)",
    "swallows everything": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "swallows signals": (
        "import signal\nfor n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n    except Exception: pass\n"
        "signal.setitimer(signal.ITIMER_PROF, 0)\nwhile True: pass"
    ),
    "waits for itself": "import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()",
    "slow repr": "class Slow:\n    def __repr__(self):\n        while True: pass\ndef f(): return Slow()",
    "slow exception": ("class Slow(Exception):\n    def __str__(self):\n        while True: pass\ndef f(): raise Slow"),
}


@pytest.mark.parametrize("name", LOOPS)
def test_endless_programs_time_out(real_box: Box, name: str) -> None:
    said = play(real_box, LOOPS[name], Call("f"), limits=QUICK)
    assert verdict(said[-1]) == "timeout"


def test_answers_before_a_loop_are_kept(real_box: Box) -> None:
    source = "def f(x):\n    while x == 2: pass\n    return x\n"
    said = play(real_box, source, *(Call("f", (x,)) for x in range(4)), limits=QUICK)
    assert isinstance(said[0], Loaded)
    assert said[1:3] == [Answer(0), Answer(1)]
    assert [verdict(ending) for ending in said[3:]] == ["timeout", "timeout"]
    assert said[3] == said[4]


def test_the_clock_runs_on_over_batches_but_not_in_between(real_box: Box) -> None:
    source = "import time\ndef f(s):\n    time.sleep(s)\n"
    run = real_box.start(Job(source, "exercise.py", limits=Limits(wall_s=3.0)))
    assert isinstance(run.loaded(), Loaded)
    time.sleep(3.1)  # ours, not the learner's
    assert run.ask([Call("f", (1.6,))]) == [Answer(None)]
    (said,) = run.ask([Call("f", (1.6,))])
    assert verdict(said) == "timeout"
    run.close()


def test_answers_that_waited_for_us_are_not_late(real_box: Box) -> None:
    run = real_box.start(Job(AFTER, "exercise.py", [Call("ok")], Limits(wall_s=0.5)))
    time.sleep(1.0)
    assert run.answer(0) == Answer(1)
    run.close()


FLOODS = {
    "print": "for _ in range(10**5): print('x' * 1000)",
    "one string": "print('x' * 2_000_000)",
    "standard error": "import sys\nwhile True: sys.stderr.write('x' * 1000)",
    "swallowed": "while True:\n    try: print('x' * 1000)\n    except BaseException: pass",
    "thread": (
        "import threading\ndef flood():\n    while True: print('x' * 1000)\n"
        "t = threading.Thread(target=flood); t.start(); t.join()"
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_floods_end_the_run(real_box: Box, name: str) -> None:
    assert verdict(play(real_box, FLOODS[name])[0]) == "output"


def test_writing_past_python_goes_nowhere(real_box: Box, capfd: pytest.CaptureFixture[str]) -> None:
    source = (
        "import os\ndef f():\n    for _ in range(100): os.write(1, bytes(10**6)); os.write(2, b'x')\n    return 1\n"
    )
    assert play(real_box, source, Call("f"))[1] == Answer(1)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps no limit on memory")
@pytest.mark.parametrize(
    "expression",
    [
        "bytearray(10**12)",
        "np.ones(10**12)",
        "[bytearray(10**6) for _ in range(10**6)]",
        "'x' * 10**12",
        "[0] * 10**11",
    ],
)
def test_memory_bombs_end_the_run(real_box: Box, expression: str) -> None:
    source = f"import numpy as np\ndef f():\n    return {expression}\n"
    said = play(real_box, source, Call("f"), Call("f"))
    assert [verdict(ending) for ending in said[1:]] == ["memory", "memory"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps no limit on memory")
def test_a_growing_list_ends_the_run(real_box: Box) -> None:
    assert verdict(play(real_box, "x = []\nwhile True: x.append([0] * 1000)\n")[0]) == "memory"


ENDS = {
    "exit at load": "import os; os._exit(0)",
    "exit in a call": "import os\ndef f(): os._exit(0)",
    "abort": "import os\ndef f(): os.abort()",
    "kill": "import os\ndef f(): os.kill(os.getpid(), 9)",
    "segmentation fault": "import ctypes\ndef f(): ctypes.string_at(0)",
}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ENDS)
def test_a_process_that_ends_itself_is_an_error(real_box: Box, name: str) -> None:
    said = play(real_box, ENDS[name], Call("f"))[-1]
    assert verdict(said) == "error"
    numbers = {"abort": 6, "kill": 9, "segmentation fault": 11}
    assert said.signal == numbers.get(name)
    assert ("exit code 0" if said.signal is None else f"signal {said.signal}") in said.message


def test_atexit_functions_never_run(real_box: Box) -> None:
    source = "import atexit\natexit.register(lambda: print('x' * 10**7))\ndef f():\n    return 1\n"
    assert play(real_box, source, Call("f"))[1] == Answer(1)


def test_a_busy_thread_that_stays_does_not_stay(real_box: Box) -> None:
    source = "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin).start()\n"
    said = play(real_box, source + "def f():\n    return 1\n", Call("f"))
    assert said[1] == Answer(1)


FIND_CHANNEL = """
import os, struct
def frame(data): return struct.pack(">I", len(data)) + data
def payload(text, raw=b""): return struct.pack(">I", len(text)) + text.encode() + raw
def say(data):
    for fd in range(3, 20):
        try: os.write(fd, data)
        except OSError: pass
"""
FORGERIES = {
    "garbage": "say(b'hello, grader')",
    "huge length": "say(b'\\xff\\xff\\xff\\xff')",
    "endless nesting": "say(frame(payload('[' * 900_000)))",
    "wrong shape": 'say(frame(payload(\'["a","f8",[9]]\')))',
    "a message of another kind": 'say(frame(payload(\'["t","verdict","passed"]\')))',
    "an answer with too few fields": 'say(frame(payload(\'["t","answer",1]\')))',
    "an answer that is no answer": 'say(frame(payload(\'["t","answer",1,2,3,4]\')))',
    "an array for a name": 'say(frame(payload(\'["t",["a","f8",[2]]]\', bytes(16))))',
    "loaded twice": 'say(frame(payload(\'["t","loaded",null,["l"],["d"],"",null]\')) * 2)',
    "an ending that is ours": 'say(frame(payload(\'["t","ending","internal"]\')))',
    "a flood of answers": 'while True: say(frame(payload(\'["t","answer",1,null,"",null]\')))',
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_frames_end_the_run(real_box: Box, name: str) -> None:
    run = real_box.start(Job(f"{FIND_CHANNEL}\n{FORGERIES[name]}\n", "exercise.py", [Call("f")] * 3, LIMITS))
    said = [run.loaded(), *(run.answer(index) for index in range(3)), *run.ask([Call("f")])]
    run.close()
    assert verdict(said[-1]) == "error"
    assert "channel" in said[-1].message  # type: ignore[union-attr]


def test_forged_frames_claim_answers_and_nothing_more(real_box: Box) -> None:
    forged = 'frame(payload(\'["t","answer",42,null,"",null]\'))'
    source = f"{FIND_CHANNEL}\ndef f():\n    say({forged})\n    os._exit(0)\n"
    run = real_box.start(Job(source, "exercise.py", [Call("f"), Call("f")], LIMITS))
    assert run.answer(0) == Answer(42)
    assert verdict(run.answer(1)) == "error"
    run.close()


def test_frames_sent_before_they_are_asked_for_end_the_run(real_box: Box) -> None:
    forged = 'frame(payload(\'["t","answer",42,null,"",null]\'))'
    source = f"{FIND_CHANNEL}\nimport threading, time\ndef late():\n    time.sleep(0.3)\n    say({forged})\ndef f():\n"
    source += "    threading.Thread(target=late).start()\n"
    run = real_box.start(Job(source, "exercise.py", [Call("f")], LIMITS))
    assert isinstance(run.answer(0), Answer)
    time.sleep(0.6)
    assert verdict(run.ask([Call("f")])[0]) == "error"
    run.close()


def test_a_closed_channel_ends_the_run(real_box: Box) -> None:
    source = "import os, time\ndef f():\n    os.closerange(3, 20)\n    time.sleep(100)\n"
    assert verdict(play(real_box, source, Call("f"))[1]) == "error"


def test_answers_too_large_together_end_the_run(real_box: Box) -> None:
    source = "import numpy as np\ndef f():\n    return np.ones((1, 1024, 120))\n"
    limits = Limits(answer_mb=1)
    said = play(real_box, source, *[Call("f")] * 40, limits=limits)
    assert isinstance(said[1], Answer)
    assert verdict(said[-1]) == "output"


def test_a_large_job_arrives_while_the_learner_does_not_read(real_box: Box) -> None:
    large = np.arange(1_000_000.0)
    run = real_box.start(Job("def f(x):\n    return x.sum()\n", "exercise.py", [Call("f", (large,))] * 3))
    assert run.answer(2) == Answer(large.sum())
    run.close()
    run = real_box.start(Job("import time; time.sleep(100)", "exercise.py", limits=QUICK))
    (said,) = run.ask([Call("f", (large,))])
    assert verdict(said) == "timeout"
    run.close()


def test_learner_code_sees_neither_us_nor_our_environment(real_box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_SECRET", "s3cret")
    source = """
import os, sys, __main__
def f():
    try:
        environ = open("/proc/self/environ").read()
    except OSError:
        environ = ""
    return sorted(sys.modules), sys.path, dict(os.environ), environ, os.getcwd(), sys.argv, dir(__main__)
def g():
    import grader
"""
    run = real_box.start(Job(source, "exercise.py", [Call("f"), Call("g")]))
    said = run.answer(0)
    assert isinstance(said, Answer)
    modules, path, environment, environ, folder, argv, main = said.value
    for name in modules:
        assert name.partition(".")[0] not in {"grader", "pytest", "_pytest", "pydantic", "hypothesis", "site", "box"}
    root = str(Path(__file__).resolve().parents[2])
    assert root not in path
    assert "" not in path
    assert folder != root
    assert argv == [""]
    assert "Zygote" not in main
    assert set(environment) <= {
        "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "PYTHONHASHSEED",
        "LANG", "LC_CTYPE", "SYSTEMROOT", "PATH",
    }  # fmt: skip
    assert "s3cret" not in environ
    run.close()


def test_what_a_learner_bends_is_straight_for_the_next(real_box: Box) -> None:
    bend = "import math, numpy as np\nnp.mean = math.sqrt = lambda x: 0\nnp.random.seed = None\n"
    straight = "import math, numpy as np\ndef f(x):\n    return float(np.mean(x)), math.sqrt(4)\n"
    assert isinstance(play(real_box, bend)[0], Loaded)
    assert play(real_box, straight, Call("f", ([1, 3],)))[1] == Answer((2.0, 2.0))


def test_resource_limits_are_in_place(real_box: Box, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    source = """
import resource
def f():
    return [resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in ("FSIZE", "CORE", "NOFILE")]
def g(path):
    with open(path, "w") as file:
        file.write("x")
"""
    said = play(real_box, source, Call("f"), Call("g", (str(tmp_path / "written"),)))
    assert said[1].value == [(0, 0), (1, 1), (64, 64)]
    assert said[2].raised.type_name in {"OSError", "PermissionError"}
