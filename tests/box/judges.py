"""Judges: whether an attack worked, seen from outside. What the attack itself says is at most a claim.

A judge looks before the attack, while the learner's process still lives after it, and when the run is closed. What
it gives back is evidence in plain words; no evidence means that the attack failed.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import stat
import sys
import termios
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.box.linux import ForkBox
from grader.calls import Answer, Call, Ending, Job, Limits
from tests.box.ground import KEYS, SESSION, SHM, TMP, Attack, Ground, file_flags, libc

LIMITS = Limits(cpu_s=3.0, wall_s=4.0, memory_mb=64)
_PATIENCE_S = 1.5  # for what is being killed to be gone
_THREADS = 64
_FILES = 100
_DISK = 4 << 20

View = dict[str, str]


# --- processes, seen from outside -------------------------------------------------------------------------------------


def text_of(path: str | Path) -> str:
    """A file's content; empty when it is not there or not for us."""
    try:
        return Path(path).read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def link_of(path: str | Path) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""


def stat_of(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name: state, parent, group, ..., start time as the twentieth."""
    return text_of(f"/proc/{pid}/stat").rpartition(") ")[2].split()


def status_of(pid: int) -> dict[str, str]:
    lines = text_of(f"/proc/{pid}/status").splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def is_alive(pid: int) -> bool:
    fields = stat_of(pid)
    return bool(fields) and fields[0] not in "ZX"


def descendants(pid: int) -> list[int]:
    """Every live process below one, the newest last, by the numbers that processes have for us."""
    below: dict[int, list[tuple[int, int]]] = {}
    for name in os.listdir("/proc"):
        fields = stat_of(int(name)) if name.isdigit() else []
        if fields and fields[0] not in "ZX":
            below.setdefault(int(fields[1]), []).append((int(fields[19]), int(name)))
    found: list[tuple[int, int]] = []
    waiting = [pid]
    while waiting:
        mine = below.get(waiting.pop(), [])
        found += mine
        waiting += [number for _, number in mine]
    return [number for _, number in sorted(found)]


def zygote_of(box: ForkBox) -> int:
    """The newest zygote. In a world of its own, it is the child of the process that our side started."""
    box._zygotes[-1].await_ready()
    started = box._zygotes[-1]._process.pid
    return descendants(started)[0] if "namespaces" in box._layers else started


def child_of(box: ForkBox) -> int:
    """The process that runs learner code: the newest one below the zygote, while nothing has been called yet."""
    below = descendants(zygote_of(box))
    assert below, "no learner's process is there"
    return below[-1]


def marked(ground: Ground) -> list[int]:
    """Processes that carry the ground's token in their name or arguments, other than the victim."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) not in (os.getpid(), ground.victim.pid):
            said = text_of(f"/proc/{name}/comm") + text_of(f"/proc/{name}/cmdline")
            if ground.token in said and is_alive(int(name)):
                found.append(int(name))
    return found


# --- one attack on one ground -----------------------------------------------------------------------------------------


@dataclass
class Scene:
    """What a judge can look at."""

    ground: Ground
    zygote: int
    child: int
    before: View
    said: Answer | Ending | None = None
    after: View = field(default_factory=dict)

    @property
    def claim(self) -> Any:
        return self.said.value if isinstance(self.said, Answer) else None


@dataclass(frozen=True)
class Outcome:
    """`evidence` that the attack worked, if it did; `refused` names system calls of it that were turned down."""

    evidence: str
    refused: tuple[str, ...]
    said: Answer | Ending | None
    left: tuple[str, ...]

    @property
    def worked(self) -> bool:
        return bool(self.evidence)


class Judge:
    """Base of the judges; the first evidence counts."""

    def look(self, scene: Scene) -> View:
        """What is compared: seen before the attack and after it, while the learner's process lives."""
        return {}

    def start(self, scene: Scene) -> None:
        """The attack begins."""

    def alive(self, scene: Scene) -> str:
        """Evidence, while the learner's process lives if it has not ended itself."""
        return "; ".join(changes(scene.before, scene.after))

    def closed(self, scene: Scene) -> str:
        """Evidence after the run was closed."""
        return ""

    def refused(self, scene: Scene) -> tuple[str, ...]:
        return ()


def play(box: ForkBox, attack: Attack) -> Outcome:
    """Let one attack run on fresh ground, and have it judged."""
    judge = JUDGES[attack.judge]()
    with Ground(attack.needs) as ground:
        run = box.start(Job(attack.source, "exercise.py", (), LIMITS))
        try:
            run.loaded()
            scene = Scene(ground, zygote_of(box), child_of(box), {})
            scene.before = judge.look(scene)
            judge.start(scene)
            (scene.said,) = run.ask([Call("attack", (ground.facts,))])
            scene.after = judge.look(scene)
            evidence = judge.alive(scene)
            refused = judge.refused(scene)
            seen = _seen(scene)
        finally:
            run.close()
        gone = _all_gone(scene, seen)
        evidence = evidence or judge.closed(scene)
        return Outcome(evidence, refused, scene.said, () if gone else _clear_away(scene, seen))


def _seen(scene: Scene) -> dict[int, str]:
    """Every process of this run, with the time of its start: a number alone may be given out again."""
    pids = {scene.child, *descendants(scene.zygote), *descendants(scene.child), *marked(scene.ground)}
    return {pid: fields[19] for pid in pids if (fields := stat_of(pid))}


def _all_gone(scene: Scene, seen: dict[int, str]) -> bool:
    until = time.monotonic() + _PATIENCE_S
    while _left(scene, seen):
        if time.monotonic() > until:
            return False
        time.sleep(0.002)
    return True


def _left(scene: Scene, seen: dict[int, str]) -> list[int]:
    return [pid for pid, started in seen.items() if is_alive(pid) and stat_of(pid)[19:20] == [started]]


def _clear_away(scene: Scene, seen: dict[int, str]) -> tuple[str, ...]:
    """Kill what has outlived its run; tell what it was."""
    told = []
    for pid in _left(scene, seen):
        told.append(f"{pid} {text_of(f'/proc/{pid}/comm').strip()}")
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 9)
    return tuple(told)


def changes(before: View, after: View) -> list[str]:
    """What is different. A process that is gone has changed nothing."""
    if not after:
        return []
    keys = [*before, *(key for key in after if key not in before)]
    return [
        f"{key}: {before.get(key, 'nothing')[:200]} -> {after.get(key, 'nothing')[:200]}"
        for key in keys
        if before.get(key) != after.get(key)
    ]


# --- the judges -------------------------------------------------------------------------------------------------------


class Leak(Judge):
    """A secret of the ground is in what came back: the attack cannot have known it."""

    def alive(self, scene: Scene) -> str:
        said = repr(scene.said)
        return "; ".join(
            f"told the secret of the {of}" for of, secret in scene.ground.secrets.items() if secret in said
        )


class Changed(Judge):
    """A file or folder of ours is other than it was, or a new one is there."""

    def look(self, scene: Scene) -> View:
        paths = [scene.ground.folder, *scene.ground.folder.rglob("*")]
        for place in (TMP, SHM):
            paths += [path for path in place.glob(f"*{scene.ground.token}*") if path != scene.ground.folder]
        return {str(path): _file_view(path) for path in paths}


def _file_view(path: Path) -> str:
    try:
        found = path.lstat()
        view = f"mode {found.st_mode:o} owner {found.st_uid}:{found.st_gid} links {found.st_nlink}"
        view += f" size {found.st_size} number {found.st_ino} times {found.st_mtime_ns} {found.st_ctime_ns}"
        if not stat.S_ISLNK(found.st_mode):
            view += "".join(f" {name}={os.getxattr(path, name)!r}" for name in os.listxattr(path))
        if stat.S_ISREG(found.st_mode) and found.st_size < 1 << 20:
            with contextlib.suppress(OSError):
                view += f" flags {file_flags(path):x}"
            view += f" content {path.read_bytes()[:2000]!r}"
    except OSError as fault:
        return f"unreadable: {fault.strerror}"
    return view


class Locked(Judge):
    """The kernel's list of locks has one on our file."""

    def look(self, scene: Scene) -> View:
        number = f":{scene.ground.file.stat().st_ino} "
        return {"locks": " ".join(line for line in text_of("/proc/locks").splitlines() if number in line)}


class Heard(Judge):
    """A message arrived at a listener or terminal of ours, or one of ours was taken in by the learner's process."""

    def alive(self, scene: Scene) -> str:
        token = scene.ground.token.encode()
        return "; ".join(f"{place} gave {data[:80]!r}" for place, data in scene.ground.heard() if token in data)


class Victim(Judge):
    """The ground's process, or the zygote, has been touched."""

    def look(self, scene: Scene) -> View:
        view = {"victim's end": str(scene.ground.victim.poll()), "zygote's end": str(is_alive(scene.zygote))}
        for name, pid in (("victim's", scene.ground.victim.pid), ("zygote's", scene.zygote)):
            view |= {f"{name} {key}": value for key, value in _touched_view(pid).items()}
        return view

    def closed(self, scene: Scene) -> str:
        return "; ".join(changes(scene.before, self.look(scene)))  # a signal may have been on its way


def _touched_view(pid: int) -> View:
    fields = stat_of(pid)
    if not fields:
        return {}
    status = status_of(pid)
    view = {"stopped": str(fields[0] in "Tt"), "tracer": status.get("TracerPid", "")}
    view |= {"scheduling": _scheduling(pid), "cores": status.get("Cpus_allowed_list", "")}
    view |= {name: text_of(f"/proc/{pid}/{name}") for name in ("limits", "environ", "oom_score_adj")}
    view["disk priority"] = str(libc.syscall(_IOPRIO_GET, 1, pid))
    return view


def _scheduling(pid: int) -> str:
    """Priority, niceness, real-time priority and policy."""
    fields = stat_of(pid)
    return " ".join(fields[15:17] + fields[37:39])


_IOPRIO_GET = {"x86_64": 252, "aarch64": 31}.get(os.uname().machine, -1)


_POWERS = ("Uid", "Gid", "Groups", "Cap", "NoNewPrivs", "Seccomp", "TracerPid", "VmLck")


class Child(Judge):
    """The learner's own process is other than it was: it holds, sees, maps or may do something new."""

    def look(self, scene: Scene) -> View:
        pid = scene.child
        if not is_alive(pid):
            return {}
        view = {f"descriptor {name}": link for name, link in _links(f"/proc/{pid}/fd")}
        view |= {f"namespace {name}": link for name, link in _links(f"/proc/{pid}/ns")}
        view |= {name: link_of(f"/proc/{pid}/{name}") for name in ("root", "cwd", "exe")}
        view |= {name: text_of(f"/proc/{pid}/{name}") for name in ("limits", "personality", "cmdline", "mountinfo")}
        view |= {name: said for name, said in status_of(pid).items() if name.startswith(_POWERS)}
        view["scheduling"] = _scheduling(pid)
        view["writable code"] = str([line for line in text_of(f"/proc/{pid}/maps").splitlines() if " rwx" in line])
        return view | _kernel_objects(scene)


def _links(folder: str) -> Iterator[tuple[str, str]]:
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            yield name, link_of(f"{folder}/{name}")


def _kernel_objects(scene: Scene) -> View:
    """What is held by no process: System V objects under our keys."""
    return {f"System V object {number}": " ".join(line) for number, line in enumerate(_system_v(scene))}


def _system_v(scene: Scene) -> list[list[str]]:
    """Lines about objects under our keys, read from inside the child's own space of such objects when it has one."""
    space = f"/proc/{scene.child}/ns/ipc"
    if link_of(space) in ("", link_of("/proc/self/ns/ipc")):
        return _system_v_here(scene.ground.facts["key"])
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            if libc.setns(os.open(space, os.O_RDONLY), 0) == 0:
                os.write(theirs, json.dumps(_system_v_here(scene.ground.facts["key"])).encode())
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as answer:
        told = answer.read()
    os.waitpid(pid, 0)
    lines: list[list[str]] = json.loads(told or b"[]")
    return lines


def _system_v_here(key: int) -> list[list[str]]:
    found = []
    for kind in ("shm", "sem", "msg"):
        lines = [line.split() for line in text_of(f"/proc/sysvipc/{kind}").splitlines()[1:]]
        found += [[kind, *line] for line in lines if int(line[0]) - key in range(KEYS)]
    return found


class Keys(Judge):
    """The kernel holds a new key with the ground's token, or one more of the user of the learner's process.

    Names can be seen of our own user's keys only. Numbers can be seen of everybody's; our own user's change at any
    time, since keys that nobody needs are swept away later, but nobody else has keys for a learner's.
    """

    def look(self, scene: Scene) -> View:
        owner = status_of(scene.child).get("Uid", "").split()[:1]
        users = (line for line in text_of("/proc/key-users").splitlines() if line.partition(":")[0].split() == owner)
        count = "".join(users).split()[2:3]
        names = text_of("/proc/keys").count(scene.ground.token)
        return {"names": str(names), "keys": "0" if owner == [str(os.geteuid())] or not count else count[0]}


class Started(Judge):
    """A process was there, at any moment, that is not the learner's own; or that one runs another program."""

    def start(self, scene: Scene) -> None:
        self._known = {pid: link_of(f"/proc/{pid}/exe") for pid in descendants(scene.zygote)}
        self._found = ""
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, args=(scene,), daemon=True)
        self._watch.start()

    def _keep_watch(self, scene: Scene) -> None:
        while not self._over.is_set() and not self._found:
            self._found = self._news(scene)
            time.sleep(0.004)

    def _news(self, scene: Scene) -> str:
        for pid in {*descendants(scene.zygote), *descendants(scene.child)}:
            program = link_of(f"/proc/{pid}/exe")
            if program and program != self._known.get(pid):
                return f"{pid} ran {program}"
        return ""

    def alive(self, scene: Scene) -> str:
        self._over.set()
        self._watch.join()
        return self._found or self._news(scene)


class Survivor(Judge):
    """A process with the ground's token lives on when the run is over."""

    def alive(self, scene: Scene) -> str:
        return ""

    def closed(self, scene: Scene) -> str:
        return f"{pids} outlived the run" if (pids := marked(scene.ground)) else ""


class Memory(Judge):
    """All processes of the run together took more memory than the run may have, or the machine lost as much."""

    def start(self, scene: Scene) -> None:
        self._shared = _shared_memory()

    def alive(self, scene: Scene) -> str:
        taken = sum(_memory_of(pid) for pid in {scene.child, *descendants(scene.child)})
        lost = _shared_memory() - self._shared  # pages that nobody has mapped any more are in no process's account
        if lost > 4 * LIMITS.memory_mb << 20:
            return f"the machine lost {lost >> 20} MB"
        taken += sum(int(line[15]) for line in _system_v(scene) if line[0] == "shm")
        return f"took {taken >> 20} MB" if taken > LIMITS.memory_mb << 20 else ""


def _shared_memory() -> int:
    """Bytes of shared memory on this machine."""
    found = next(line for line in text_of("/proc/meminfo").splitlines() if line.startswith("Shmem:"))
    return int(found.split()[1]) << 10


def _memory_of(pid: int) -> int:
    """Bytes that a process takes: its own pages, and those of files and pipes that live in memory."""
    status = status_of(pid)
    taken = sum(int(status.get(name, "0 kB").split()[0]) << 10 for name in ("RssAnon", "RssShmem"))
    pipes = set()
    for name, link in _links(f"/proc/{pid}/fd"):
        if link.startswith("/memfd:"):
            taken += os.stat(f"/proc/{pid}/fd/{name}").st_blocks * 512
        elif link.startswith("pipe:") and link not in pipes:
            pipes.add(link)
            taken += _unread(f"/proc/{pid}/fd/{name}")
    return taken


def _unread(pipe: str) -> int:
    with contextlib.suppress(OSError):
        descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)
        finally:
            os.close(descriptor)
    return 0


class Disk(Judge):
    """More was written below our folder, or more files were made there, than could be by accident."""

    def alive(self, scene: Scene) -> str:
        sizes = [path.lstat().st_blocks * 512 for path in scene.ground.folder.rglob("*")]
        return f"{len(sizes)} files, {sum(sizes)} bytes" if len(sizes) > _FILES or sum(sizes) > _DISK else ""


class Threads(Judge):
    """The learner's process has more threads than computing needs."""

    def alive(self, scene: Scene) -> str:
        count = len(list(_links(f"/proc/{scene.child}/task")))
        return f"{count} threads" if count > _THREADS else ""


class Descriptors(Judge):
    """The learner's process holds more descriptors than it may."""

    def alive(self, scene: Scene) -> str:
        count = len(list(_links(f"/proc/{scene.child}/fd")))
        return f"{count} descriptors" if count > _THREADS else ""


class Syscall(Judge):
    """System calls that would leave no trace, made with arguments that can do no harm.

    The claim is a dict: the name of each call, and the error number it gave (0 for none). A number from the call
    itself (it found an argument wrong) shows that the call was reached. That a call was refused is believed only if
    the outside view says why: a filter is on the process, or it lacks the rights that our own process has.
    """

    def alive(self, scene: Scene) -> str:
        if not isinstance(scene.claim, dict):
            return ""
        reached = [name for name, number in scene.claim.items() if number not in _REFUSALS]
        return "reached " + ", ".join(reached) if reached else ""

    def refused(self, scene: Scene) -> tuple[str, ...]:
        if not isinstance(scene.claim, dict):
            return ()
        refused = tuple(name for name, number in scene.claim.items() if number in _REFUSALS)
        assert not refused or self._can_refuse(scene), f"refused for no reason to be seen from outside: {refused}"
        return refused

    def _can_refuse(self, scene: Scene) -> bool:
        theirs, ours = status_of(scene.child), status_of(os.getpid())
        return theirs.get("Seccomp") == "2" or theirs.get("CapEff") != ours["CapEff"]


_REFUSALS = (errno.EPERM, errno.EACCES, errno.ENOSYS)

JUDGES: dict[str, type[Judge]] = {
    "leak": Leak,
    "changed": Changed,
    "locked": Locked,
    "heard": Heard,
    "victim": Victim,
    "child": Child,
    "keys": Keys,
    "started": Started,
    "survivor": Survivor,
    "memory": Memory,
    "disk": Disk,
    "threads": Threads,
    "descriptors": Descriptors,
    "syscall": Syscall,
}


# --- what must not be left --------------------------------------------------------------------------------------------


def remains() -> list[str]:
    """Everything on this machine that carries a token of this session: files and processes."""
    found = [str(path) for place in (TMP, SHM) for path in place.glob(f"*{SESSION}*")]
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            said = text_of(f"/proc/{name}/comm") + text_of(f"/proc/{name}/cmdline")
            if SESSION in said:
                found.append(f"process {name}: {said[:200]}")
    return found
