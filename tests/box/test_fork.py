"""ForkBox alone: what it leaves behind (nothing), and what it does when its zygote is attacked."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

if sys.platform != "linux":
    pytest.skip("forks children", allow_module_level=True)

from grader.box import linux, zygote
from grader.box.linux import ForkBox
from grader.calls import Answer, Call, Ending, Job, Limits, Loaded

SOURCE = "import os\ndef f(x):\n    return x + 1\ndef pid():\n    return os.getpid(), os.getppid()\n"
STAY = Job("import time\ntime.sleep(100)\n", "exercise.py")
# A double fork: the grandchild has another session, another parent and no way back.
DAEMON = """
import os, time
def daemon():
    r, w = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.write(w, str(os.getpid()).encode())
            time.sleep(100)
        os._exit(0)
    os.close(w)
    os.wait()
    return int(os.read(r, 20))
def stay():
    pid = os.fork()
    if pid == 0:
        os.setsid()
        time.sleep(100)
    return pid
"""


@pytest.fixture(params=["bare", "walled"])
def box(request: pytest.FixtureRequest) -> Iterator[ForkBox]:
    """A box with every layer, and one with none: what is tested with it needs no layer to hold."""
    with ForkBox(layers=() if request.param == "bare" else None) as opened:
        yield opened


@pytest.fixture
def bare() -> Iterator[ForkBox]:
    """A box without layers, for learner code that does what layers forbid."""
    with ForkBox(layers=()) as opened:
        yield opened


def job(*calls: Call, source: str = SOURCE, **limits: Any) -> Job:
    return Job(source, "exercise.py", calls, Limits(**limits))


def value(said: Any) -> Any:
    assert isinstance(said, Answer), said
    assert said.raised is None, said
    return said.value


def zygote_pid(box: ForkBox) -> int:
    """The number that the newest zygote has here. In a world of its own, it is the child of the process we started."""
    box._zygotes[-1].await_ready()
    started = box._zygotes[-1]._process.pid
    return children(started)[0] if "namespaces" in box._layers else started


def exists(pid: int) -> bool:
    """Whether a process is there, and more than a name in its parent's list."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if f"\nPPid:\t{pid}\n" in (entry / "status").read_text():
                found.append(int(entry.name))
    return found


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


# --- nothing is left --------------------------------------------------------------------------------------------------


def test_grandchildren_end_with_the_run(bare: ForkBox) -> None:
    run = bare.start(job(Call("daemon"), Call("stay"), source=DAEMON))
    other = bare.start(STAY)
    strays = [value(run.answer(index)) for index in range(2)]
    assert all(map(exists, strays))
    run.close()
    assert eventually(lambda: not any(map(exists, strays)))
    assert eventually(lambda: len(children(zygote_pid(bare))) == 1)  # the other run is not touched
    other.close()


def test_grandchildren_of_a_run_that_ended_itself_end_too(bare: ForkBox) -> None:
    source = DAEMON + "\ndef both():\n    print(daemon())\n    os.abort()\n"
    run = bare.start(job(Call("daemon"), Call("both"), source=source))
    stray = value(run.answer(0))
    assert isinstance(run.answer(1), Ending)
    assert eventually(lambda: not exists(stray))
    assert eventually(lambda: not children(zygote_pid(bare)))


def test_closing_the_box_ends_everything() -> None:
    box = ForkBox(layers=())
    run = box.start(job(Call("daemon"), Call("pid"), source=DAEMON + SOURCE))
    pids = [value(run.answer(0)), *value(run.answer(1)), zygote_pid(box)]
    box.close()
    assert not any(map(exists, pids))
    box.close()
    said = box.start(STAY).loaded()
    assert isinstance(said, Ending)
    assert said.verdict == "internal"


def test_everything_ends_when_our_side_is_killed() -> None:
    script = f"""
import sys
from grader.box.linux import ForkBox
from grader.calls import Call, Job
box = ForkBox(layers=())
run = box.start(Job({DAEMON + SOURCE!r} , "exercise.py", [Call("daemon"), Call("pid")]))
print(run.answer(0).value, *run.answer(1).value, flush=True)
sys.stdin.read()
"""
    ours = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert ours.stdout is not None
    assert ours.stdin is not None
    with ours, ours.stdout, ours.stdin:
        pids = [int(pid) for pid in ours.stdout.readline().split()]
        assert len(pids) == 3
        assert all(map(exists, pids))
        ours.kill()
    assert eventually(lambda: not any(map(exists, pids)))


def test_many_runs_leave_nothing_behind(box: ForkBox) -> None:
    def play(count: int) -> None:
        ahead: deque[tuple[int, Any]] = deque()
        for n in range(count):
            ahead.append((n, box.start(job(Call("f", (n,))))))
            if len(ahead) > 2:
                first, run = ahead.popleft()
                assert run.answer(0) == Answer(first + 1)
                run.close()
        for _, run in ahead:
            run.close()

    def resident(pid: int) -> int:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096

    def descriptors(pid: int) -> int:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))

    play(100)
    assert eventually(lambda: not children(zygote_pid(box)))
    pids = (os.getpid(), zygote_pid(box))
    before = [(resident(pid), descriptors(pid)) for pid in pids]
    play(500)
    assert eventually(lambda: not children(zygote_pid(box)))
    assert zygote_pid(box) == pids[1]
    for pid, (memory, open_files) in zip(pids, before, strict=True):
        assert resident(pid) < memory + (4 << 20)
        assert descriptors(pid) == open_files
    assert not box._zygotes[-1]._lives or eventually(lambda: box._zygotes[-1].news() or box._zygotes[-1].idle)


def test_zygotes_are_replaced_without_notice() -> None:
    with ForkBox(children_per_zygote=60, layers=()) as box:
        first = zygote_pid(box)
        long = box.start(job(Call("f", (1,))))
        parents = set()
        for _ in range(150):
            run = box.start(job(Call("pid")))
            parents.add(value(run.answer(0))[1])
            run.close()
        assert len(parents) == 3
        assert exists(first)  # it still has a child to look after
        assert long.answer(0) == Answer(2)
        long.close()
        assert eventually(lambda: box.start(STAY).close() or not exists(first))


def test_a_child_holds_no_descriptor_of_ours(bare: ForkBox) -> None:
    source = (
        "import os\ndef f():\n    return {n: os.readlink(f'/proc/self/fd/{n}') for n in os.listdir('/proc/self/fd')}\n"
    )
    run = bare.start(job(Call("f"), source=source.replace("os.readlink", "link") + "def link(p):\n"
                        "    try: return os.readlink(p)\n    except OSError: return None\n"))  # fmt: skip
    held = {number: target for number, target in value(run.answer(0)).items() if target is not None}
    run.close()
    assert [held.pop(number) for number in "012"] == ["/dev/null"] * 3
    assert list(held) == ["3"]


def test_a_walled_child_holds_no_descriptor_of_ours() -> None:
    with ForkBox() as box:
        run = box.start(STAY)
        assert eventually(lambda: bool(children(zygote_pid(box))))
        (child,) = children(zygote_pid(box))
        assert eventually(lambda: sorted(os.listdir(f"/proc/{child}/fd")) == ["0", "1", "2", "3"])
        run.close()


def test_a_walled_world_ends_when_our_side_is_killed() -> None:
    script = """
import sys
from grader.box.linux import ForkBox
from grader.calls import Job
box = ForkBox()
run = box.start(Job("import time\\ndef f(): pass\\n", "exercise.py"))
run.loaded()
print(box._zygotes[-1]._process.pid, flush=True)
sys.stdin.read()
"""
    ours = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert ours.stdout is not None
    assert ours.stdin is not None
    with ours, ours.stdout, ours.stdin:
        keeper = int(ours.stdout.readline())
        pids = [keeper, *children(keeper), *[pid for child in children(keeper) for pid in children(child)]]
        assert len(pids) >= 2
        ours.kill()
    assert eventually(lambda: not any(map(exists, pids)))


# --- the zygote under attack ------------------------------------------------------------------------------------------


def test_a_run_survives_the_death_of_its_zygote(box: ForkBox) -> None:
    source = "import time\ntime.sleep(0.5)\n" + SOURCE
    runs = [box.start(job(Call("f", (n,)), source=source)) for n in range(3)]
    victims = [zygote_pid(box)]
    assert eventually(lambda: len(children(victims[0])) == 3)
    victims += children(victims[0])
    os.kill(victims[0], signal.SIGKILL)
    assert [run.answer(0) for run in runs] == [Answer(1), Answer(2), Answer(3)]
    assert eventually(lambda: not any(map(exists, victims)))
    for run in runs:
        run.close()


def test_answers_given_before_the_zygote_died_stay(box: ForkBox) -> None:
    source = "import time\nborn = time.monotonic_ns()\ndef f(x):\n    time.sleep(0.3 * x)\n    return born\n"
    run = box.start(job(Call("f", (0,)), Call("f", (1,)), source=source))
    first = value(run.answer(0))
    os.kill(zygote_pid(box), signal.SIGKILL)
    assert value(run.answer(1)) != first
    assert value(run.answer(0)) == first
    run.close()


def test_a_zygote_that_dies_twice_is_our_own_fault(box: ForkBox) -> None:
    run = box.start(STAY)
    killer = threading.Thread(target=_kill_each_zygote, args=(box, 2))
    killer.start()
    said = run.loaded()
    killer.join()
    assert isinstance(said, Ending)
    assert said.verdict == "internal"
    again = box.start(job(Call("f", (1,))))
    assert again.answer(0) == Answer(2)
    again.close()


def _kill_each_zygote(box: ForkBox, times: int) -> None:
    seen: set[int] = set()
    while len(seen) < times:
        with contextlib.suppress(linux.ZygoteLost, IndexError):  # between the death of one and the birth of the next
            pid = zygote_pid(box)
            if pid not in seen and eventually(lambda pid=pid: len(children(pid)) == 1):
                os.kill(pid, signal.SIGKILL)
                seen.add(pid)


def test_state_that_cannot_be_repeated_is_not_repeated(box: ForkBox) -> None:
    source = SOURCE + "import time\ndef slow():\n    time.sleep(5)\n"
    run = box.start(job(Call("f", (1,)), source=source))
    assert run.ask([Call("f", (2,))]) == [Answer(3)]
    os.kill(zygote_pid(box), signal.SIGKILL)
    (said,) = run.ask([Call("slow")])
    assert isinstance(said, Ending)
    assert said.verdict == "internal"
    assert run.answer(0) == Answer(2)
    run.close()


def test_a_program_that_kills_the_zygote_harms_itself_alone(bare: ForkBox) -> None:
    hostile = "import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(100)\n"
    runs = [bare.start(job(source=hostile)), bare.start(job(Call("f", (1,)))), bare.start(job(Call("f", (2,))))]
    said = runs[0].loaded()
    assert isinstance(said, Ending)
    assert [run.answer(0) for run in runs[1:]] == [Answer(2), Answer(3)]
    for run in runs:
        run.close()


def test_a_stopped_zygote_is_replaced_and_nobody_is_blamed(box: ForkBox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux, "_START_S", 0.3)
    first = box.start(job(Call("f", (1,))))
    assert first.answer(0) == Answer(2)
    stopped = zygote_pid(box)
    os.kill(stopped, signal.SIGSTOP)
    run = box.start(job(Call("f", (2,)), wall_s=0.5))
    assert run.answer(0) == Answer(3)
    assert not exists(stopped)
    first.close()
    run.close()


def test_a_zygote_that_cannot_start_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with ForkBox() as box:
        said = box.start(STAY).loaded()
    assert isinstance(said, Ending)
    assert said.verdict == "internal"


def test_a_child_that_cannot_be_confined_runs_nothing() -> None:
    class Confine:
        MAX_DESCRIPTORS = 64

        @staticmethod
        def mapped_bytes() -> int:
            return 0

    class Confinement:
        @staticmethod
        def apply(cpu_s: float, memory: int, slot: int, zygote: int) -> None:
            raise OSError("a layer is missing")

    class Inside:
        @staticmethod
        def serve(reader: int, writer: int) -> NoReturn:
            os._exit(0)

    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    channel, other_end = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            forking = zygote.Zygote(theirs, Inside, Confine, is_apart=False)
            forking.confinement = Confinement
            forking._fork(zygote.Request(7, 1.0, 1 << 20, channel.detach(), 0.0))
            os.wait()
        os._exit(0)
    theirs.close()
    channel.close()
    told = {message[:1]: message for message in iter(lambda: ours.recv(4096), b"")}
    os.waitpid(pid, 0)
    assert told[b"B"].endswith(b"OSError('a layer is missing')")
    assert zygote.NUMBER.unpack_from(told[b"B"], 1) == (7,)
    assert other_end.recv(10) == b""
    ours.close()
    other_end.close()


def test_a_child_that_cannot_be_forked_yet_is_forked_when_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    class Confine:
        MAX_DESCRIPTORS = 64

        @staticmethod
        def mapped_bytes() -> int:
            return 0

    refusals = [BlockingIOError(11, "no room"), BlockingIOError(11, "no room"), OSError(12, "no memory")]

    def refuse() -> int:
        raise refusals.pop(0)

    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            forking = zygote.Zygote(theirs, None, Confine, is_apart=False)
            monkeypatch.setattr(zygote.os, "fork", refuse)
            forking._fork(zygote.Request(7, 1.0, 1 << 20, os.dup(1), time.monotonic() + 60))
            forking._fork_those_that_wait()
            theirs.send(b"waits" if len(forking._waiting) == 1 else b"does not wait")
            forking._fork_those_that_wait()
        os._exit(0)
    theirs.close()
    told = list(iter(lambda: ours.recv(4096), b""))
    os.waitpid(pid, 0)
    ours.close()
    assert told[0] == b"waits"
    assert [message[:1] for message in told[1:]] == [b"B", b"E"]  # another fault is told at once


# --- several users ----------------------------------------------------------------------------------------------------


def test_threads_share_a_box(box: ForkBox) -> None:
    said: dict[int, Any] = {}

    def play(n: int) -> None:
        for k in range(10):
            run = box.start(job(Call("f", (n + k,))))
            said[n + k] = run.answer(0)
            run.close()

    threads = [threading.Thread(target=play, args=(100 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == {n: Answer(n + 1) for n in said}
    assert len(said) == 40


def test_hundreds_of_runs_may_be_ahead(box: ForkBox) -> None:
    runs = [box.start(job(Call("f", (n,)))) for n in range(300)]
    assert [run.answer(0) for run in runs] == [Answer(n + 1) for n in range(300)]
    for run in runs:
        run.close()


def test_a_fork_of_our_process_gets_a_zygote_of_its_own(bare: ForkBox) -> None:
    mine = zygote_pid(bare)
    pid = os.fork()
    if pid == 0:
        code = 1
        with contextlib.suppress(BaseException):
            run = bare.start(job(Call("f", (1,)), Call("pid")))
            if run.answer(0) == Answer(2) and value(run.answer(1))[1] not in (mine, os.getppid()):
                code = 0
            bare.close()
        os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    run = bare.start(job(Call("pid")))
    assert value(run.answer(0))[1] == mine
    run.close()


def test_loaded_is_told_before_the_calls_are_done(box: ForkBox) -> None:
    run = box.start(job(Call("stay"), source="import time\ndef stay():\n    time.sleep(100)\n"))
    assert isinstance(run.loaded(), Loaded)
    run.close()
