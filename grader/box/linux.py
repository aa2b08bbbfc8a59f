"""ForkBox: runs submissions in children forked from a prepared process. Linux only.

    caller --start--> ForkBox --control--> zygote --fork--> child
                      ForkRun ==========channel=============/

Our side holds the checks and the expected values; it makes one socket pair for each run, hands one end to the
zygote as a bare descriptor and sends the job down the other end at once, so that several runs can be ahead of the
caller. What comes back is read with a cap on every length and one clock for the run (`runs.py`), and believed only
as a claim (`messages.py`). How a child really ended is told by the zygote (`zygote.py`), which no learner code can
speak for. If the zygote itself dies, another takes its place and the runs it held are begun again, once.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import select
import signal
import socket
import subprocess
import threading
import time
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from grader.box import endings, landlock
from grader.box import zygote as wire
from grader.box.frames import FrameError, Inbox
from grader.box.launch import numpy_home, start_interpreter
from grader.box.messages import reply_cap
from grader.box.probing import probe
from grader.box.roots import Exposed, Roots, python_roots
from grader.box.runs import StreamRun
from grader.calls import Ending, Isolation, Job

_CHILDREN_PER_ZYGOTE = 1000
_READY_AHEAD = 50  # children before its end that a zygote's successor is started
_READY_S = 60.0  # a cold start on a busy machine
_START_S = 5.0  # from asking for a child to the news that it runs
_END_S = 0.5  # from the end of a channel to the news of how the process ended
_KILL_S = 5.0
_CHUNK = 1 << 18


LAYERS = ("rlimits", "namespaces", "root", "uid", "landlock", "seccomp")
"""Everything that can be asked for, in the order of `confine.py`; `uid` is for root alone."""
_ANY_ABI = 1_000


class ZygoteLost(Exception):
    """The zygote died, does not start or does not answer."""


class _NotOffered(ZygoteLost):
    """The zygote started, and this place does not offer a layer of its plan."""


@dataclass(slots=True)
class _Life:
    """What the zygote has told about one child. `code` is its exit code, or minus a signal's number."""

    number: int
    pid: int = 0
    started: float | None = None
    code: int | None = None
    cpu_s: float = 0.0
    broken: str | None = None


class _Zygote:
    """Our end of the control socket, and what came over it. Several threads may use it."""

    def __init__(self, plan: str) -> None:
        self.served = 0
        self.dead = False
        self._ready = False
        self._fault: ZygoteLost = ZygoteLost("it did not start")
        self._lives: dict[int, _Life] = {}
        self._lock = threading.RLock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.setblocking(False)
        with theirs:
            self._process = start_interpreter("zygote.py", str(theirs.fileno()), descriptor=theirs.fileno())
        with contextlib.suppress(OSError):  # it has ended already; whoever waits for it will hear
            self._control.send(plan.encode())

    @property
    def idle(self) -> bool:
        return not self._lives

    def start(self, job: Job, channel: socket.socket) -> _Life:
        """Have a child forked that holds the channel."""
        self.await_ready()
        limits = job.limits
        with self._lock:
            self.served += 1
            life = _Life(self.served)
            self._lives[life.number] = life
            message = wire.START.pack(b"S", life.number, max(1, int(limits.cpu_s * 1000)), limits.memory_mb)
            self._send(message, [channel.fileno()])
        return life

    def kill(self, life: _Life) -> None:
        """Ask for a child's end; it comes a moment later."""
        if life.code is None and not self.dead:
            with contextlib.suppress(ZygoteLost), self._lock:
                self._send(wire.KILL.pack(b"K", life.number), [])

    def await_start(self, life: _Life, patience: float) -> bool:
        """Wait for the news that a child runs. Raises ZygoteLost when it can no longer come."""
        until = time.monotonic() + patience
        while life.started is None:
            left = until - time.monotonic()
            self._check()
            if left <= 0:
                return False
            self.news(left)
        return True

    def await_end(self, life: _Life, patience: float) -> bool:
        """Wait for the news that a child has ended. Raises ZygoteLost when it can no longer come."""
        until = time.monotonic() + patience
        self.news()
        while life.code is None:
            left = until - time.monotonic()
            self._check()
            if left <= 0:
                return False
            self.news(left)
        return True

    def news(self, patience: float = 0.0) -> None:
        """Take in what the zygote has told; wait for it if there is nothing yet."""
        if self.dead:
            return
        if patience > 0:
            # in small steps: another thread may take the news we wait for
            poller = select.poll()
            with contextlib.suppress(ValueError):  # another thread has just closed it
                poller.register(self._control, select.POLLIN)
                poller.poll(min(patience, 0.05) * 1000)
        with self._lock, contextlib.suppress(BlockingIOError):
            while not self.dead:
                try:
                    self._take_in(self._control.recv(wire.MESSAGE))
                except ConnectionError:
                    self.bury()

    def bury(self) -> None:
        """Give the zygote up: kill it and every child we know of."""
        with self._lock:
            if self.dead:
                return
            self.dead = True
            self._process.kill()
            self._process.wait()
            self._await_silence()
            self._control.close()
            for life in self._lives.values():
                if life.pid:
                    _kill(life.pid)
            self._lives.clear()

    def _await_silence(self) -> None:
        """The process we started may be the keeper of a zygote elsewhere, which ends a moment after it.

        Nobody but the zygote, and children that are not confined yet, holds the other end of the control socket.
        """
        until = time.monotonic() + _KILL_S
        with contextlib.suppress(OSError):
            while time.monotonic() < until:
                poller = select.poll()
                poller.register(self._control, select.POLLIN)
                poller.poll(50)
                with contextlib.suppress(BlockingIOError):
                    if not self._control.recv(wire.MESSAGE):
                        return

    def hang_up(self) -> None:
        """Let the zygote go: it kills what still lives and ends."""
        with self._lock:
            self.dead = True
            self._control.close()

    def is_gone(self, patience: float = 0.0) -> bool:
        """After `hang_up`: whether the process has ended."""
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill_hard(self) -> None:
        """After `hang_up`, when the process does not end."""
        self._process.kill()
        self._process.wait()

    def forget(self) -> None:
        """In a fork of our process: this zygote is another's. Let go of it without disturbing it."""
        self.dead = True
        self._control.close()
        self._process.returncode = 0

    # the control socket

    def await_ready(self) -> None:
        """Wait until children can be forked. Raises ZygoteLost."""
        until = time.monotonic() + _READY_S
        while not self._ready:
            self._check()
            left = until - time.monotonic()
            if left <= 0:
                self.bury()
            self.news(left)

    def _check(self) -> None:
        if self.dead:
            raise self._fault

    def _send(self, message: bytes, descriptors: list[int]) -> None:
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            self.news()  # a zygote that waits for us to read would never read us
            self._check()
            try:
                socket.send_fds(self._control, [message], descriptors)
                return
            except BlockingIOError:  # its queue is full: hundreds of runs ahead, or it has stopped
                poller = select.poll()
                poller.register(self._control, select.POLLIN | select.POLLOUT)
                poller.poll(50)
            except ConnectionError:
                break
        self.bury()
        self._check()

    def _take_in(self, message: bytes) -> None:
        kind = message[:1]
        if kind == b"":
            self.bury()
        elif kind == b"R":
            self._ready = True
            self._fault = ZygoteLost("its zygote ended")
        elif kind in (b"F", b"N"):
            text = message[1:].decode("utf-8", "replace")
            self._fault = _NotOffered(text) if kind == b"N" else ZygoteLost(text)
        else:
            self._take_in_life(kind, message)

    def _take_in_life(self, kind: bytes, message: bytes) -> None:
        (number,) = wire.NUMBER.unpack_from(message, 1)
        life = self._lives.get(number)
        if life is None:
            return
        if kind == b"S":
            _, _, life.pid, life.started = wire.STARTED.unpack(message)
        elif kind == b"B":
            life.broken = message[wire.BROKEN.size :].decode("utf-8", "replace")
        elif kind == b"E":
            _, _, status, life.cpu_s = wire.ENDED.unpack(message)
            life.code = os.waitstatus_to_exitcode(status)
            del self._lives[number]


def _kill(pid: int) -> None:
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


class ForkRun(StreamRun):
    """One submission in a forked child."""

    def __init__(self, box: ForkBox, job: Job) -> None:
        super().__init__(job)
        self._box = box
        self._tries = 0
        self._launch()

    def _launch(self) -> None:
        self._tries += 1
        self._inbox = Inbox(reply_cap(self._job))
        self._taken = 0
        self._skip = len(self._got)
        self._poller = select.poll()
        try:
            self._channel, theirs = socket.socketpair()
        except OSError as fault:
            self._ending = endings.internal(fault)
            return
        try:
            with theirs:
                self._zygote, self._life = self._box.fork(self._job, theirs)
        except (ZygoteLost, OSError) as fault:
            self._channel.close()
            self._ending = endings.internal(fault)
            return
        self._channel.setblocking(False)
        self._left = self._job.limits.wall_s
        self._since = time.monotonic()
        self._send(self._first)

    # the channel

    def _send(self, data: bytes | memoryview) -> None:
        """Send what the channel takes at once; the rest goes while we wait for answers."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._channel.send(rest) :]
        except BlockingIOError:
            pass
        except ConnectionError:  # the child is gone; reading will tell how
            rest = rest[:0]
        self._outgoing = rest
        self._poller.register(self._channel, select.POLLIN | (select.POLLOUT if rest else 0))

    def _is_readable(self, patience: float) -> bool:
        for _, event in self._poller.poll(patience * 1000):
            if event & select.POLLOUT:
                self._send(self._outgoing)
            return bool(event & ~select.POLLOUT)
        return False

    def _receive(self) -> None:
        try:
            data = self._channel.recv(_CHUNK)
        except BlockingIOError:
            return
        except ConnectionError:
            data = b""
        if not data:
            self._hung_up()
        elif self._is_within_ration(len(data)):
            try:
                payloads = self._inbox.feed(data)
            except FrameError:
                self._finish(endings.FORGED)
            else:
                self._accept(payloads)

    # the end

    def _started(self) -> float | None:
        try:
            if self._zygote.await_start(self._life, _START_S):
                return self._life.started
            self._zygote.bury()  # stopped, or stuck: nobody will hear from it
        except ZygoteLost:
            pass
        self._lost()
        return None

    def _hung_up(self) -> None:
        """The channel is closed: find out how the process ended."""
        life = self._life
        try:
            if self._zygote.await_end(life, _END_S):
                self._finish(self._told(life))
                return
            self._zygote.kill(life)
            if not self._zygote.await_end(life, _KILL_S):
                self._zygote.bury()
                self._lost()
                return
            self._finish(endings.SILENT)
        except ZygoteLost:
            self._lost()

    def _told(self, life: _Life) -> Ending:
        if life.broken is not None or life.code is None:
            return endings.internal(life.broken)
        return endings.of_exit(life.code, life.cpu_s, self._job.limits)

    def _lost(self) -> None:
        """The zygote has gone, and the child with it: begin again, or give up.

        Only a run that somebody waits for begins again, so a program that kills the zygote twice harms itself alone.
        """
        self._channel.close()
        if self._can_retry and self._tries == 1:
            self._launch()
        else:
            self._ending = endings.LOST

    def _release(self) -> None:
        self._channel.close()
        self._zygote.kill(self._life)


class ForkBox:
    """A box on Linux: one child of a prepared process for each submission. Any thread may call its methods.

    layers: what confines a child (`LAYERS`); None for everything that this place offers. landlock_abi: behave as on
    a kernel of that ABI at most. hidden: paths that no learner code may ever read; raises Exposed when one lies
    where it could. data: a folder of the course that learner code may read, as `data/` in its current folder.
    """

    def __init__(
        self,
        children_per_zygote: int = _CHILDREN_PER_ZYGOTE,
        *,
        layers: Sequence[str] | None = None,
        landlock_abi: int = _ANY_ABI,
        hidden: Iterable[Path] = (),
        data: Path | None = None,
    ) -> None:
        self._recycle = children_per_zygote
        self._layers = _every_layer() if layers is None else [name for name in LAYERS if name in layers]
        self._may_lack = layers is None
        self._missing: dict[str, str] = {}
        self._landlock_abi = landlock_abi
        self._roots = python_roots(numpy_home(), str(data.resolve()) if data else None)
        _assert_hidden(self._roots, hidden)
        self._isolation: Isolation | None = None
        self._lock = threading.RLock()
        self._closed = False
        self._runs: weakref.WeakSet[ForkRun] = weakref.WeakSet()
        self._open()

    @property
    def isolation(self) -> Isolation:
        """What canaries found that learner code can do here. They are sent when first asked for."""
        with self._lock:
            if self._isolation is None:
                found = probe(self)
                abi = min(landlock.abi(), self._landlock_abi) if "landlock" in self._layers else None
                self._isolation = found.told(("process", *self._layers), abi, self._missing)
            return self._isolation

    def start(self, job: Job) -> ForkRun:
        run = ForkRun(self, job)
        self._runs.add(run)
        return run

    def close(self) -> None:
        """End every run and the zygotes. Returns when all their processes are gone."""
        with self._lock:
            for run in list(self._runs):
                run.close()
            self._closed = True
            self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fork(self, job: Job, channel: socket.socket) -> tuple[_Zygote, _Life]:
        """A new child that holds the channel. A zygote may turn out to be dead; a second one may not."""
        with self._lock:
            has_lost_one = False
            while True:
                zygote = self._current()
                try:
                    return zygote, zygote.start(job, channel)
                except _NotOffered as missing:
                    self._do_without(missing)
                except ZygoteLost:
                    if has_lost_one:
                        raise
                    has_lost_one = True

    def _do_without(self, missing: _NotOffered) -> None:
        """Plan again with one layer less. Not after isolation has been told, and never with learner code as root."""
        layer, _, why = str(missing).partition(": ")
        if not self._may_lack or self._isolation is not None or layer == "uid":
            raise missing
        # A root folder of its own is made inside namespaces, and namespaces without one hide no file.
        dropped = {"namespaces", "root"} if layer in ("namespaces", "root") else {layer}
        self._layers = [name for name in self._layers if name not in dropped]
        self._missing[layer] = why
        for zygote in self._next:
            zygote.bury()
        self._next.clear()

    def _new_zygote(self) -> _Zygote:
        plan = {
            "layers": self._layers,
            "uid_offset": os.getpid(),
            "landlock_abi": self._landlock_abi,
            "roots": dataclasses.asdict(self._roots),
        }
        return _Zygote(json.dumps(plan))

    def _open(self) -> None:
        self._pid = os.getpid()
        self._zygotes = [self._new_zygote()]  # the last one forks; earlier ones wait for the end of their children
        self._next: list[_Zygote] = []
        self._finalizer = weakref.finalize(self, _end, self._pid, self._zygotes, self._next)

    def _current(self) -> _Zygote:
        """The zygote to fork from, with as many children behind it as is good for it."""
        if self._closed:
            raise ZygoteLost("the box is closed")
        if os.getpid() != self._pid:
            self._leave_to_parent()
        if len(self._zygotes) > 1:
            self._clear_away()
        last = self._zygotes[-1]
        if last.dead or last.served >= self._recycle:
            self._zygotes.append(self._next.pop() if self._next else self._new_zygote())
        elif last.served == self._recycle - _READY_AHEAD:
            self._next.append(self._new_zygote())
        return self._zygotes[-1]

    def _clear_away(self) -> None:
        """Let zygotes go that are done: their successor forks, and their children have ended."""
        for zygote in self._zygotes[:-1]:
            zygote.news()
            if zygote.idle and not zygote.dead:
                zygote.hang_up()
            if zygote.dead and zygote.is_gone():
                self._zygotes.remove(zygote)

    def _leave_to_parent(self) -> None:
        """This process is a fork of the one that opened the box: the zygotes are not ours to use or to end."""
        self._finalizer.detach()
        for zygote in (*self._zygotes, *self._next):
            zygote.forget()
        self._open()


def _every_layer() -> list[str]:
    return [name for name in LAYERS if name != "uid" or os.geteuid() == 0]


def _assert_hidden(roots: Roots, hidden: Iterable[Path]) -> None:
    for path in hidden:
        root = roots.reaches(str(path))
        if root is not None:
            raise Exposed(f"{path} lies in {root}, which learner code may read; move it to a folder of its own")


def _end(pid: int, zygotes: list[_Zygote], successors: list[_Zygote]) -> None:
    """Close a box: also when its owner forgot to, at the latest when Python ends."""
    if os.getpid() != pid:
        return
    every = [*zygotes, *successors]
    for zygote in every:
        zygote.hang_up()
    for zygote in every:
        if not zygote.is_gone(_KILL_S):
            zygote.kill_hard()
