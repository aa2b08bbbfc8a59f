"""Canaries: how well learner code is shut in here is tried out, never concluded from what was switched on.

When a box is opened a child like any other is given `canaries.py`, whose functions try to read, write, knock, kill
and map what learner code must not. The victims are our own: a folder, sockets on loopback, this process.
"""

from __future__ import annotations

import os
import platform
import secrets
import shutil
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from grader.box.syscalls import HERE
from grader.calls import Answer, Call, Ending, Isolation, Job, Limits, Loaded, Run

# Every probe by what it would reach. The names of the functions in canaries.py.
GROUPS = {
    "files": "read list_folder write create truncate_by_opening truncate change_mode change_times rename hard_link"
    " symbolic_link remove temporary_file environment_of_the_grader",
    "network": "tcp udp unix_socket abstract_socket netlink",
    "processes": "fork start_a_program signal_the_grader read_the_graders_memory trace limits_of_the_grader"
    " priority_of_the_grader handle_on_the_grader",
    "kernel": "memory_file shared_memory io_uring bpf perf page_faults keyring new_namespace mount lock_a_file"
    " code_in_memory",
    "limits": "be_root large_file memory_without_end time_without_end descriptors_without_end",
    "names": "guess_a_file_name walk_to_a_folder",
}
PROBES = {name: group for group, names in GROUPS.items() for name in names.split()}
_MILD = "names"  # telling that a file is there, and how large it is, and no more
_PLAINEST = frozenset({"read", "udp", "fork"})  # where all of these come through, nothing is shut in
_EVERYTHING = ("landlock", "seccomp", "root")  # the layers that `sealed` stands on

_SOURCE = (Path(__file__).parent / "canaries.py").read_text(encoding="utf-8")
_LIMITS = Limits(cpu_s=10.0, wall_s=30.0)


Level = Literal["sealed", "confined", "partial", "none"]


class Starts(Protocol):
    def start(self, job: Job) -> Run: ...


@dataclass(frozen=True)
class Findings:
    """Which probes came through, by name, and whether ordinary work goes on. `fault` when nothing could be tried."""

    open: tuple[str, ...]
    works: bool
    fault: str | None = None

    def level(self, layers: tuple[str, ...]) -> Level:
        reached = {PROBES[name] for name in self.open}
        if self.fault is not None:
            return "none"
        if reached <= {_MILD}:
            return "confined" if reached or not set(_EVERYTHING) <= set(layers) else "sealed"
        return "none" if set(self.open) >= _PLAINEST else "partial"

    def told(self, layers: tuple[str, ...], landlock_abi: int | None, missing: Mapping[str, str]) -> Isolation:
        """The words for reports and people."""
        return Isolation(
            level=self.level(layers),
            layers=layers,
            note=self._note(missing),
            probes=len(PROBES),
            blocked=0 if self.fault is not None else len(PROBES) - len(self.open),
            open=self.open,
            kernel=platform.release(),
            landlock_abi=landlock_abi,
        )

    def _note(self, missing: Mapping[str, str]) -> str:
        parts = [f"The layer {layer} is not offered here ({why})." for layer, why in missing.items()]
        if self.fault is not None:
            parts.append(f"The probes could not run: {self.fault}")
        elif not self.works:
            parts.append(
                "Parts of Python's own library cannot be loaded by learner code: are its files for all to read?"
            )
        return " ".join(parts)


def probe(box: Starts) -> Findings:
    """Try everything in one child of the box."""
    with _ground() as ground:
        plain = ground.plain()
        calls = [Call(name, (plain,)) for name in (*PROBES, "still_works")]
        run = box.start(Job(_SOURCE, "canaries.py", calls, _LIMITS))
        try:
            loaded = run.loaded()
            if not isinstance(loaded, Loaded) or loaded.error is not None:
                return Findings((), False, _fault(loaded))
            answers = [run.answer(index) for index in range(len(calls))]
        finally:
            run.close()
        *tried, works = answers
        came_through = tuple(name for name, answer in zip(PROBES, tried, strict=True) if ground.shows(name, answer))
        ended = next((answer for answer in answers if isinstance(answer, Ending)), None)
        return Findings(came_through, _is_done(works), ended.message if ended else None)


def _fault(loaded: Loaded | Ending) -> str:
    if isinstance(loaded, Ending):
        return loaded.message
    return loaded.error.text if loaded.error else ""


def _is_done(answer: Answer | Ending) -> bool:
    return isinstance(answer, Answer) and answer.raised is None


class _Ground:
    """Victims of our own: a folder with a secret and a file to spoil, and sockets that wait for a knock."""

    def __init__(self, folder: Path, sockets: Mapping[str, socket.socket], token: str) -> None:
        self.folder, self.sockets, self.token = folder, sockets, token
        self.secret = folder / f"secret-{token[:8]}"
        self.secret.write_text(token, encoding="ascii")
        self.victim = folder / "victim"
        self.victim.write_text("to be spoiled", encoding="ascii")

    def plain(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "folder": str(self.folder),
            "secret": str(self.secret),
            "victim": str(self.victim),
            "unix": str(self.folder / "socket"),
            "tcp": self.sockets["tcp"].getsockname()[1],
            "udp": self.sockets["udp"].getsockname()[1],
            "pid": os.getpid(),
            "numbers": HERE,
        }

    def shows(self, name: str, answer: Answer | Ending) -> bool:
        """Whether a probe came through."""
        claimed = _is_done(answer)
        if name == "read":
            return claimed and isinstance(answer, Answer) and answer.value == self.token
        return claimed


@contextmanager
def _ground() -> Iterator[_Ground]:
    folder = Path(tempfile.mkdtemp(prefix="grader-canaries-"))
    token = secrets.token_hex(16)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        sockets = {
            "tcp": stack.enter_context(socket.create_server(("127.0.0.1", 0))),
            "udp": stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
            "unix": stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)),
            "abstract": stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)),
        }
        sockets["udp"].bind(("127.0.0.1", 0))
        sockets["unix"].bind(str(folder / "socket"))
        sockets["abstract"].bind("\0" + token)
        yield _Ground(folder, sockets, token)
