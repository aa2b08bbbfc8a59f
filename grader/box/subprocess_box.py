"""SubprocessBox: a fresh interpreter for each run, for systems without fork, or without a fork that can be trusted.

    caller --> SubprocessRun ==pipe==> worker ==pipe==> reader thread --> SubprocessRun

The same frames and the same distrust as in `linux.py`, without the zygote: a run costs the start of an interpreter
with numpy. Pipes cannot be waited for with a clock on every system, so a thread reads them and a condition is
waited for; another thread writes, because a process need not read what it is sent. How a process ended is known
from its exit status. Processes that leave their group survive where the system has no better word than "group".
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from types import TracebackType
from typing import Self

from grader.box import endings
from grader.box.frames import FrameError, Inbox
from grader.box.launch import start_interpreter
from grader.box.messages import reply_cap
from grader.box.runs import StreamRun
from grader.calls import Isolation, Job

ISOLATION = Isolation(
    "none",
    ("process", "job") if sys.platform == "win32" else ("process", "rlimits"),
    "The program runs in a process of its own, with the limits on time, memory and output that this system keeps. "
    "Its access to files and to the network is not confined.",
)

_READY_S = 60.0  # a cold start on a busy machine
_END_S = 0.5  # from the end of the pipe to the end of the process
_KILL_S = 5.0
_CHUNK = 1 << 18


class _Feed:
    """Between the thread that reads a pipe and the run that wants what was read. Holds `most` bytes at a time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: deque[tuple[float, bytes]] = deque()
        self._size = 0
        self._changed = threading.Condition()

    def put(self, data: bytes) -> None:
        """Add what was read, b"" for the end; waits while nobody takes what is there."""
        with self._changed:
            self._changed.wait_for(lambda: self._size <= self._most)
            self._size += len(data)
            self._held.append((time.monotonic(), data))
            self._changed.notify_all()

    def wait(self, patience: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._held), patience)

    def take(self) -> tuple[float, bytes]:
        """What was read first of what is there, and when."""
        with self._changed:
            when, data = self._held.popleft()
            self._size -= len(data)
            self._changed.notify_all()
            return when, data

    def drop(self) -> None:
        """Nobody takes any more: let the thread run to the end of its pipe."""
        with self._changed:
            self._most = sys.maxsize
            self._changed.notify_all()


class SubprocessRun(StreamRun):
    """One submission in a fresh interpreter."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._ready_at: float | None = None
        self._inbox = Inbox(reply_cap(job))
        self._feed = _Feed(self._ration)
        self._writers: list[threading.Thread] = []
        limits = str(max(1, int(job.limits.cpu_s * 1000))), str(job.limits.memory_mb)
        try:
            self._process = start_interpreter("worker.py", *limits, pipes=True)
        except OSError as fault:
            self._ending = endings.internal(fault)
            return
        threading.Thread(target=_read, args=(self._process, self._feed), daemon=True).start()
        self._send(self._first)

    # the stream

    def _send(self, data: bytes) -> None:
        writer = threading.Thread(target=_write, args=(self._process, data), daemon=True)
        self._writers.append(writer)
        writer.start()

    def _is_readable(self, patience: float) -> bool:
        return self._feed.wait(patience)

    def _receive(self) -> None:
        when, data = self._feed.take()
        if not data:
            self._hung_up()
        elif self._is_within_ration(len(data)):
            try:
                payloads = self._inbox.feed(data)
            except FrameError:
                self._finish(endings.FORGED)
                return
            if self._ready_at is None and payloads:
                # the first frame is still ours: it says that from now on learner code may run
                self._ready_at = when
                del payloads[0]
            self._accept(payloads)

    # the end

    def _started(self) -> float | None:
        until = time.monotonic() + _READY_S
        while self._ready_at is None and self._ending is None:
            if self._feed.wait(until - time.monotonic()):
                self._receive()
            else:
                self._finish(endings.internal("it did not start"))
        return self._ready_at if self._ending is None else None

    def _hung_up(self) -> None:
        """The pipe is closed: find out how the process ended."""
        try:
            code = self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._finish(endings.SILENT)
            return
        if self._ready_at is None:
            self._finish(endings.internal(f"its process ended with code {code} before it began"))
        else:
            self._finish(endings.of_exit(code, 0.0, self._job.limits))

    def _release(self) -> None:
        _kill_tree(self._process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_KILL_S)
        self._feed.drop()
        for writer in self._writers:
            writer.join(_END_S)
        if self._process.stdin is not None:
            self._process.stdin.close()


def _read(process: subprocess.Popen[bytes], feed: _Feed) -> None:
    """Read a process's pipe to its end."""
    stream = process.stdout
    assert stream is not None
    with stream:
        while True:
            try:
                data = os.read(stream.fileno(), _CHUNK)
            except OSError:
                data = b""
            feed.put(data)
            if not data:
                return


def _write(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Write all of it, or until the process has gone."""
    stream = process.stdin
    assert stream is not None
    rest = memoryview(data)
    with contextlib.suppress(OSError, ValueError):
        while rest:
            rest = rest[stream.write(rest) or 0 :]


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and what it started, as far as the system can tell."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()


class SubprocessBox:
    """A box that starts a fresh interpreter for each submission."""

    isolation = ISOLATION

    def __init__(self) -> None:
        self._runs: weakref.WeakSet[SubprocessRun] = weakref.WeakSet()

    def start(self, job: Job) -> SubprocessRun:
        run = SubprocessRun(job)
        self._runs.add(run)
        return run

    def close(self) -> None:
        """End every run."""
        for run in list(self._runs):
            run.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
