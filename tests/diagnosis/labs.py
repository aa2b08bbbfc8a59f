"""The shipped function exercises, opened once for all tests of the diagnosis, and learners who live in this process."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from grader.calls import Answer, Call, Opaque, Raised
from grader.course import load, load_key
from grader.diagnosis.carried import Follower
from grader.diagnosis.engine import FunctionDiagnosis
from grader.diagnosis.key import Key
from grader.diagnosis.library import Library, Model, Reference, fresh_inputs, scaled
from grader.diagnosis.observed import HandedIn
from grader.diagnosis.values import agree, copied, same
from grader.model import Exercise, Finding
from grader.tables import open_library

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = (
    "squared_error",
    "mse",
    "gradient_step",
    "train_weight",
    "add_bias",
    "cross_entropy",
    "neuron_step",
    "train_and_gate",
    "backprop",
    "adam_step",
    "adamw_step",
)
HELD_OUT = 20
HELD_OUT_SEED = 424_242
# Values of exactly these types travel out of the box as they are.
_PLAIN = (type(None), bool, int, float, complex, str, bytes, np.ndarray, np.generic)


@cache
def course() -> Any:
    return load(ROOT)


@cache
def key(stem: str) -> Key:
    return load_key(ROOT, course().exercises[stem])


@dataclass(frozen=True, eq=False)
class Lab:
    """One function exercise with everything that diagnoses it."""

    exercise: Exercise
    key: Key
    learner: Reference
    """a switched reference of its own, to stand in for a learner"""
    reference: Reference
    library: Library
    draw_inputs: Callable[..., Any]
    diagnosis: FunctionDiagnosis
    follower: Follower
    held_out: tuple[tuple[Any, ...], ...]

    def diagnose(self, function: Callable[..., Any], seed: int = 1, source: str = "", **rest: Any) -> list[Finding]:
        return self.diagnosis.diagnose(
            asking({self.exercise.function: function}), seed, HandedIn(source, **rest)
        ).findings

    def making(self, model: Model) -> Callable[..., Any]:
        """A learner who makes exactly these mistakes."""
        return lambda *args: self.learner.run(model, args)

    def learner_function(self) -> Callable[..., Any]:
        """A learner who has it right."""
        return self.making(())

    def ids(self, model: Model) -> set[str]:
        return {self.reference.mistakes[index].id for index in model}

    def truth(self, args: tuple[Any, ...]) -> Any:
        return self.reference.truth(args)


@cache
def lab(stem: str) -> Lab:
    exercise, own = course().exercises[stem], key(stem)
    checks = checks_of(own.checks_path)
    draw_inputs = checks["draw_inputs"]
    learner, reference = (
        Reference(own.solution, exercise.function or "", len(exercise.outputs), own.mistakes) for _ in range(2)
    )
    library = open_library(exercise, reference, draw_inputs, checks.get("scaled_inputs", scaled))
    held_out = tuple(fresh_inputs(draw_inputs, HELD_OUT_SEED, HELD_OUT))
    diagnosis = FunctionDiagnosis(exercise, own, library)
    follower = Follower(own.solution, exercise.function or "", exercise.outputs, own.carries, own.mistakes)
    return Lab(exercise, own, learner, reference, library, draw_inputs, diagnosis, follower, held_out)


def checks_of(checks_path: str) -> dict[str, Any]:
    """What a check file defines, such as `draw_inputs`."""
    namespace: dict[str, Any] = {}
    exec(compile(Path(checks_path).read_text(encoding="utf-8"), checks_path, "exec"), namespace)
    return namespace


def asking(functions: Mapping[Any, Callable[..., Any]]) -> Callable[[Sequence[Call]], list[Any]]:
    """Answers calls as the box would: copies in, plain data out, exceptions told."""
    return lambda calls: [_answer(functions[call.name], call) for call in calls]


def _answer(function: Callable[..., Any], call: Call) -> Answer:
    args = copied(call.args)
    printed = io.StringIO()
    try:
        with quiet(), contextlib.redirect_stdout(printed):
            value = function(*args)
    except Exception as error:  # noqa: BLE001 - a learner's code may raise anything
        return Answer(raised=raised(error), printed=printed.getvalue())
    after = None if same(args, call.args) else args
    return Answer(plain(value), printed=printed.getvalue(), args_after=after)


def raised(error: Exception) -> Raised:
    line = error.__traceback__.tb_next.tb_lineno if error.__traceback__ and error.__traceback__.tb_next else None
    bases = tuple(kind.__name__ for kind in type(error).__mro__)
    return Raised(type(error).__name__, str(error), line, bases=bases)


@contextlib.contextmanager
def quiet() -> Any:
    """A learner's overflow is a warning in their process, never an error of this test run."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def plain(value: Any) -> Any:
    try:
        return _plain(value)
    except RecursionError:  # a list that holds itself has no plain form, in the box neither
        return Opaque(type(value).__name__, str(value)[:200])


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, _PLAIN) and getattr(value, "dtype", np.dtype(float)).kind in "biufc":
        return value
    return Opaque(type(value).__name__, str(value)[:200])


def is_convention(stem: str, name: str) -> bool:
    """Whether this alone is a way of writing: it is declared so that mistakes beside it are recognised."""
    return frozenset({name}) in key(stem).conventions


def mistakes_in(finding: Finding) -> tuple[str, ...]:
    """The ids a finding names, as a tuple whatever their number."""
    if finding.mistake is None:
        return ()
    return (finding.mistake,) if isinstance(finding.mistake, str) else finding.mistake


def right_everywhere(lab: Lab, function: Callable[..., Any]) -> bool:
    """Whether this function is as good as the solution on the held-out inputs."""
    with quiet():
        return all(agree(_value(function, args), lab.truth(args), lab.reference.outputs) for args in lab.held_out)


def _value(function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    try:
        return plain(function(*copied(args)))
    except Exception:  # noqa: BLE001 - a learner's code may raise anything
        return None
