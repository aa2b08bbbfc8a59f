"""The process that learners' processes are forked from. Linux only; started as a script by `linux.py`.

    our side --control--> zygote --fork--> child A, child B, ...
        \\________channel A__________________/         (one socket a child: the job goes in, claims come out)

It is exec'd with a clean environment, loads numpy once, and from then on only forks: a child costs a millisecond
or two instead of a fresh interpreter's hundred. Over the control socket it receives numbers and one end of a
child's channel, never a name, a path or a line of source: what it once held in memory, every later child could
read. Our side trusts it to report truly how children ended; it trusts our side; it takes nothing from a child but
its end. It leaves nothing behind: as a "subreaper" it inherits the orphans of its children and kills them, and it
ends with everything it started when our side goes away.

How learner code is confined is a plan that our side made (`confine.py`). The zygote carries it out whole or says
which part of it this place does not offer, and ends.

Messages, each one datagram: in comes the plan, then START(number, cpu milliseconds, memory MB) with a descriptor, or
KILL(number); out goes READY, NOT OFFERED(text), FAILED(text), STARTED(number, pid or 0, time), ENDED(number, status,
cpu seconds), BROKEN(number, text) when a child could not be confined. The pid is 0 where it is a number of the
zygote's own world and would name somebody else in ours.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import gc
import importlib.util
import itertools
import json
import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

START = struct.Struct("!cQII")
KILL = struct.Struct("!cQ")
STARTED = struct.Struct("!cQid")
ENDED = struct.Struct("!cQid")
BROKEN = struct.Struct("!cQ")
NUMBER = struct.Struct("!Q")  # in each of them, after the first byte
MESSAGE = 4096  # the longest of them
PLAN = 1 << 16  # the first message that comes in, as JSON

_CHANNEL = 3  # a child's only descriptor beyond 0, 1 and 2
_CONTROL = 4  # in a child, until it is confined
_REHEARSALS = 12
_SET_CHILD_SUBREAPER = 36
_SWEEP_S = 5.0
_FEW, _MANY = 200, 5_000
_PATIENCE_S = 3.0
_LOOK_AGAIN_MS = 20
_KILL = int(signal.SIGKILL)
_DESCRIPTOR = struct.Struct("i")
_ROOM_FOR_ONE = socket.CMSG_SPACE(_DESCRIPTOR.size)

_libc = ctypes.CDLL(None, use_errno=True)
_prctl = _libc.prctl


def main() -> None:
    """Prepare, say so, and fork until our side hangs up."""
    numpy_home, descriptor = sys.argv[1:]
    control = _move_away(int(descriptor))
    try:
        zygote = _zygote(control, numpy_home)
    except BaseException as fault:  # noqa: BLE001 - told to our side, which knows what to do
        kind, text = (b"N", str(fault)) if type(fault).__name__ == "NotOffered" else (b"F", repr(fault))
        control.send(kind + text.encode("utf-8", "replace")[: MESSAGE - 1])
        os._exit(1)
    control.send(b"R")
    try:
        zygote.run()
    finally:
        zygote.end_all()
        os._exit(0)


def _zygote(control: socket.socket, numpy_home: str) -> Zygote:
    """The zygote in its place, loaded, warm and with every layer at hand."""
    # Not as an argument, which every child could read: it holds the course's path.
    plan = json.loads(control.recv(PLAN))
    prepare = _prepare()
    is_apart = "namespaces" in plan["layers"]
    if is_apart:
        prepare.load_layers().enter()
    inside, confine = prepare.prepare(numpy_home)
    zygote = Zygote(control, inside, confine, is_apart)
    inside.rehearse(_REHEARSALS)
    zygote.confinement = confine.Confinement(plan)
    gc.collect()
    gc.freeze()  # what is here now stays; no child needs to look at it, and so to copy it
    return zygote


def _move_away(descriptor: int) -> socket.socket:
    """The control socket, out of the way of the number that channels have."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _CONTROL)
    os.close(descriptor)
    return socket.socket(fileno=moved)


def _prepare() -> Any:
    """Our module `prepare`, found by its path: this script does not run as a part of the package."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "prepare.py")
    spec = importlib.util.spec_from_file_location("prepare", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Request(NamedTuple):
    """What our side asks for: a child with these limits that holds this channel. Given up at `until`."""

    number: int
    cpu_s: float
    memory: int
    channel: int
    until: float


class Zygote:
    """Forks children, tells how they ended, and leaves no process behind."""

    confinement: Any

    def __init__(self, control: socket.socket, inside: Any, confine: Any, is_apart: bool) -> None:
        self._control = control
        self._inside = inside
        self._most_descriptors = confine.MAX_DESCRIPTORS
        self._is_apart = is_apart
        self._me = os.getpid()
        self._live: dict[int, int] = {}  # pid -> number
        self._pids: dict[int, int] = {}  # number -> pid
        self._waiting: list[Request] = []  # what could not be forked yet
        self._slots: dict[int, int] = {}  # pid -> a small number that no other living child has
        self._mapped = confine.mapped_bytes()
        self._loads = os.open("/proc/loadavg", os.O_RDONLY | os.O_CLOEXEC)
        if _prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "cannot become a subreaper")
        self._deaths = _watch_deaths()

    def run(self) -> None:
        poller = select.poll()
        poller.register(self._control, select.POLLIN)
        poller.register(self._deaths, select.POLLIN)
        while True:
            for descriptor, _ in poller.poll(_LOOK_AGAIN_MS if self._waiting else None):
                if descriptor == self._deaths:
                    os.read(self._deaths, 4096)
                    self._reap()
                elif not self._obey():
                    return
            if self._waiting:
                self._fork_those_that_wait()

    def end_all(self) -> None:
        """Kill every child and whatever it started."""
        for pid in list(self._live):
            _kill_group(pid)
        self._live.clear()
        self._sweep(0)

    # messages

    def _obey(self) -> bool:
        """Do what one message asks for; False when our side has gone away."""
        message, extra, _, _ = self._control.recvmsg(MESSAGE, _ROOM_FOR_ONE)
        if not message:
            return False
        if message[:1] == b"S":
            _, number, cpu_ms, memory_mb = START.unpack(message)
            (channel,) = _DESCRIPTOR.unpack(extra[0][2])
            until = time.monotonic() + _PATIENCE_S
            self._fork(Request(number, cpu_ms / 1000, memory_mb << 20, channel, until))
        else:
            _, number = KILL.unpack(message)
            pid = self._pids.get(number)
            if pid is not None:
                _kill_group(pid)
            for request in [request for request in self._waiting if request.number == number]:
                self._waiting.remove(request)
                self._give_up(request)
        return True

    # children

    def _fork(self, request: Request) -> None:
        slot = self._free_slot()
        try:
            pid = os.fork()
        except OSError as fault:
            # Somebody has used up the user's processes. When that run has ended there will be room.
            if fault.errno == errno.EAGAIN and time.monotonic() < request.until:
                self._waiting.append(request)
            else:
                self._control.send(BROKEN.pack(b"B", request.number) + repr(fault).encode())
                self._give_up(request)
            return
        if pid == 0:
            self._be_child(request, slot)
        os.close(request.channel)
        self._live[pid] = request.number
        self._pids[request.number] = pid
        self._slots[pid] = slot
        self._control.send(STARTED.pack(b"S", request.number, 0 if self._is_apart else pid, time.monotonic()))

    def _fork_those_that_wait(self) -> None:
        waiting, self._waiting = self._waiting, []
        for request in waiting:
            self._fork(request)

    def _give_up(self, request: Request) -> None:
        """Nothing will run: for our side, it has ended."""
        os.close(request.channel)
        self._control.send(ENDED.pack(b"E", request.number, 0, 0.0))

    def _free_slot(self) -> int:
        taken = set(self._slots.values())
        return next(slot for slot in itertools.count() if slot not in taken)

    def _be_child(self, request: Request, slot: int) -> NoReturn:
        try:
            os.setsid()
            os.dup2(request.channel, _CHANNEL, inheritable=False)
            self.confinement.apply(request.cpu_s, self._mapped + request.memory, slot, self._me)
        except BaseException as fault:  # noqa: BLE001 - fail closed: nothing of the learner's has been read
            # Only until confinement stands has a child the control socket: no learner can forge this message.
            text = repr(fault).encode("utf-8", "replace")[:1000]
            self._control.send(BROKEN.pack(b"B", request.number) + text)
            os._exit(1)
        os.closerange(_CHANNEL + 1, self._most_descriptors)
        self._inside.serve(_CHANNEL, _CHANNEL)
        os._exit(1)

    def _reap(self) -> None:
        """Collect every child that has ended, with its group and its orphans, and tell about it."""
        while True:
            try:
                found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            except ChildProcessError:
                return
            if found is None:
                return
            self._collect(found.si_pid)

    def _collect(self, pid: int) -> None:
        number = self._live.get(pid)
        if number is not None:
            _kill_group(pid)  # before the wait below: until then nobody else can have this number
        _, status, usage = os.wait4(pid, 0)
        if number is None:
            return  # an orphan that ended by itself
        del self._live[pid], self._pids[number], self._slots[pid]
        # Told before strays are looked for: whoever waits must not take our search for the learner's silence.
        self._control.send(ENDED.pack(b"E", number, status, usage.ru_utime + usage.ru_stime))
        self._sweep(pid)

    # orphans

    def _sweep(self, since: int) -> None:
        """Kill and collect every process below us that is not one of our children.

        `since` is a process number: strays are looked for among those given out after it. Killing one may
        hand us its own children, so this goes on until none is left.
        """
        patience = time.monotonic() + _SWEEP_S
        while time.monotonic() < patience:
            strays = self._strays(since)
            if not strays:
                return
            for pid in strays:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, _KILL)
            for pid in strays:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, 0)

    def _strays(self, since: int) -> list[int]:
        if not self._live and not self._has_children():
            return []
        return [pid for pid in self._candidates(since) if pid not in self._live and self._is_ours(pid)]

    def _has_children(self) -> bool:
        try:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return False
        return True

    def _candidates(self, since: int) -> Iterable[int]:
        """Process numbers that could be strays: those since the given one if they are few, else all."""
        last = int(os.pread(self._loads, 100, 0).rsplit(b" ", 1)[1])
        if since and 0 <= last - since <= _FEW:
            return range(since + 1, last + 1)
        try:
            return [int(name) for name in os.listdir("/proc") if name.isdigit()]
        except OSError:  # a root folder of our own; whoever is missed here ends with our world
            return range(max(2, last - _MANY), last + 1)

    def _is_ours(self, pid: int) -> bool:
        """Whether a process number is a child of ours, and not a thread of one."""
        try:
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return False
        return True


def _kill_group(pid: int) -> None:
    """Kill a child and its process group."""
    try:
        os.killpg(pid, _KILL)
    except ProcessLookupError:  # the child has not made its group yet
        os.kill(pid, _KILL)


def _watch_deaths() -> int:
    """A descriptor that can be read when a child has ended.

    SIGCHLD stays blocked, also in the children: nothing there waits for it, and undoing it costs each of them.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    mask = (ctypes.c_ulong * 16)(1 << (signal.SIGCHLD - 1))
    descriptor = int(_libc.signalfd(-1, mask, os.O_NONBLOCK | os.O_CLOEXEC))
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "cannot watch for the end of children")
    return descriptor


if __name__ == "__main__":
    main()
