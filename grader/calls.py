"""What is asked of learner code, and what came back: the words shared by the box and the checks.

Plain records, no behaviour. An answer is a *claim* of the learner's process: every value in it has been
decoded to plain data (see `PLAIN`), and nothing more is known about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

# Plain data: None, bool, int, float, complex, str, bytes, list, tuple, dict, numpy.ndarray and numpy scalars of
# bool, integer, float and complex kind, all of exactly these types, plus `Opaque` for whatever has no plain form.
PLAIN = Any


@dataclass(frozen=True, slots=True)
class Opaque:
    """A returned value that has no plain form: only its type's name and a capped text of it travel."""

    type_name: str
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """Call the submission's function `name`, or, with `read` set, read its module-level name `name`."""

    name: str
    args: tuple[PLAIN, ...] = ()
    kwargs: Mapping[str, PLAIN] = field(default_factory=dict)
    read: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that left learner code. `line` counts in the submission's own source, from 1."""

    type_name: str
    text: str
    line: int | None = None
    source_line: str | None = None
    # the exception's class and its bases, most specific first: lets a reader of SyntaxError catch IndentationError
    bases: tuple[str, ...] = ()
    # for NameError, AttributeError, ImportError: the name that was not found
    missing_name: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A function or class at the top level of a submission. `parameters` is None when Python cannot tell."""

    name: str
    kind: Literal["function", "class"]
    line: int | None
    parameters: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What executing the submission's top level gave. `error` is None when it ran to its end."""

    error: Raised | None
    definitions: tuple[Definition, ...] = ()
    # every other public top-level name, with its value where that is plain and small
    names: Mapping[str, PLAIN] = field(default_factory=dict)
    printed: str = ""
    # hash of the syntax tree without docstrings and comments: equal for the untouched stub
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call gave: a value, or an exception."""

    value: PLAIN = None
    raised: Raised | None = None
    printed: str = ""
    # the call's arguments as they were afterwards; None when the learner's code left them as they were
    args_after: tuple[PLAIN, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a run gives no further answers. `verdict` is one of the words of `model.Verdict`.

    error: the process ended by itself (os._exit, sys.exit, a crash); timeout, memory, output: a limit was
    reached; blocked: a confinement layer ended it; internal: our own fault.
    """

    verdict: Literal["error", "timeout", "memory", "output", "blocked", "internal"]
    message: str
    signal: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use, all calls together."""

    cpu_s: float = 2.0
    wall_s: float = 6.0
    memory_mb: int = 512
    output_kb: int = 1024
    answer_mb: int = 16


@dataclass(frozen=True, slots=True)
class Job:
    """One submission to run: its source, the calls to answer in order, and its limits.

    `filename` is a neutral name for tracebacks (the exercise's), never the learner's path. `seed` fixes the
    child's random generators, so that grading is repeatable.
    """

    source: str
    filename: str
    calls: Sequence[Call] = ()
    limits: Limits = Limits()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Isolation:
    """What keeps learner code away from everything else on this machine, as found and not as hoped."""

    level: Literal["sealed", "confined", "partial", "none"]
    layers: tuple[str, ...] = ()
    note: str = ""
    # how many things were tried from inside, how many of them were refused, and the names of the others
    probes: int = 0
    blocked: int = 0
    open: tuple[str, ...] = ()
    kernel: str = ""
    landlock_abi: int | None = None


class Run(Protocol):
    """One submission being run. Answers stream in the order of the calls; after an `Ending` nothing follows."""

    def loaded(self) -> Loaded | Ending: ...

    def answer(self, index: int) -> Answer | Ending:
        """The answer to call `index` of the job; waits for it, never longer than the job's wall limit."""

    def ask(self, calls: Sequence[Call]) -> list[Answer | Ending]:
        """Send more calls to the same live process and wait for their answers, one for each call."""

    def close(self) -> None:
        """End the process and everything it started. Safe to call twice."""


class Box(Protocol):
    """Starts runs. The only seam between us and learner code."""

    @property
    def isolation(self) -> Isolation: ...

    def start(self, job: Job) -> Run: ...

    def close(self) -> None: ...
