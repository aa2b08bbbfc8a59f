"""Why a run ended, as a verdict and one plain sentence for the learner."""

from __future__ import annotations

import signal
import sys

from grader.calls import Ending, Limits

OUTPUT = Ending("output", "Your program printed more than is allowed.")
ANSWERS = Ending("output", "Your program's results are larger than is allowed.")
MEMORY = Ending("memory", "Your program asked for more memory than is allowed.")
FORGED = Ending("error", "Your program disturbed the grader's channel.")
SILENT = Ending("error", "Your program closed the grader's channel.")
CLOSED = Ending("internal", "The run was closed before this was answered.")
LOST = Ending("internal", "The grader's own process ended. This is not your program's fault.")

_OUT_OF_CPU = {getattr(signal, name, None) for name in ("SIGPROF", "SIGXCPU")} - {None}
_BAD_CALL = getattr(signal, "SIGSYS", None)
_OUT_OF_QUOTA = 1816  # how Windows ends a process whose time is up
_KILLED = getattr(signal, "SIGKILL", None)


def internal(what: object) -> Ending:
    """A fault of ours."""
    return Ending("internal", f"The grader could not run your program: {what}")


def too_slow(limits: Limits) -> Ending:
    """The wall clock ran out."""
    return Ending(
        "timeout",
        f"Your program was stopped after {_seconds(limits.wall_s)}. Does something in it wait or never end?",
    )


def of_exit(code: int, cpu_s: float, limits: Limits) -> Ending:
    """The ending of a process that nobody asked to end. `code` is an exit code, or minus a signal's number."""
    if code == _OUT_OF_QUOTA and sys.platform == "win32":
        return Ending("timeout", _computed(limits))
    if code >= 0:
        return Ending("error", f"Your program ended the process (exit code {code}).")
    number = -code
    if number in _OUT_OF_CPU or (number == _KILLED and cpu_s >= limits.cpu_s):
        return Ending("timeout", _computed(limits), number)
    if number == _BAD_CALL:
        return Ending("blocked", "Your program called the system in a way that is not allowed while grading.", number)
    return Ending("error", f"Your program crashed ({_signal_name(number)}).", number)


def _computed(limits: Limits) -> str:
    return f"Your program computed for more than {_seconds(limits.cpu_s)}. Is there a loop that never ends?"


def _seconds(count: float) -> str:
    return "1 second" if count == 1 else f"{count:g} seconds"


def _signal_name(number: int) -> str:
    try:
        return f"signal {number}, {signal.Signals(number).name}"
    except ValueError:
        return f"signal {number}"
