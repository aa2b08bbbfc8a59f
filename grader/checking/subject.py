"""What a check sees as `submission`: the learner's functions and answers, or the reference's.

The same object stands before the checks in three situations, with another `Caller` behind it each time: the
reference itself (`pytest checks/`), the reference with every call written down, and a learner's answers.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Protocol

from grader.calls import Answer, Call, Ending, Raised, Run
from grader.diagnosis.carried import Follower
from grader.diagnosis.chain import Chain
from grader.diagnosis.values import as_number, as_vector, copied, same, unpack
from grader.model import Exercise

_LONGEST_TEXT = 1_000


class Mismatch(AssertionError):
    """An answer of a kind that the check cannot go on with. The message is for the learner."""


class LearnerRaised(Exception):
    """The learner's code raised an exception in answer to a call."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(raised.text)
        self.raised = raised


class RunEnded(Exception):
    """The learner's process ended before it answered."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.message)
        self.ending = ending


class Caller(Protocol):
    def call(self, call: Call) -> Answer | Ending: ...
    def following(self, args: tuple[Any, ...], own: Any) -> tuple[Any, ...] | None: ...


class _Unknowing:
    """A caller that knows answers to calls and nothing of how they come about."""

    def following(self, args: tuple[Any, ...], own: Any) -> tuple[Any, ...] | None:
        raise TypeError("only the solution knows what follows: write solution.following(...)")


class Subject:
    """`submission` in a check.

    `submission.<function>(...)` gives the raw answer; `submission.outputs(...)` calls the exercise's function and
    gives its outputs by name; `submission.blanks()` gives the filled-in blanks. An exception of the learner's code
    ends the check.
    """

    def __init__(self, exercise: Exercise, caller: Caller) -> None:
        self._exercise = exercise
        self._caller = caller
        self._outputs = _named_tuple(exercise.outputs)
        self.notes: list[str] = []

    def __getattr__(self, name: str) -> Function:
        if name.startswith("_"):
            raise AttributeError(name)
        return Function(name, self._caller)

    def outputs(self, *args: Any) -> Any:
        """Call the exercise's function; its outputs as a named tuple, still unchecked one by one.

        Raises Mismatch when the answer does not have the right number of outputs.
        """
        value = Function(self._exercise.function or "", self._caller)(*args)
        names = self._exercise.outputs
        outputs = unpack(value, len(names))
        if outputs is None:
            raise Mismatch(f"Your function should return {len(names)} values: {', '.join(names)}.")
        return self._outputs(*outputs)

    def following(self, own: Sequence[Any], *args: Any) -> Any:
        """Of the solution: its outputs, each worked out from the learner's own earlier ones, as a named tuple.

        own: the learner's outputs for these arguments. So a gradient that is wrong does not make the step wrong that
        is taken with it. Raises Mismatch when nothing can be worked out from `own`.
        """
        outputs = self._caller.following(args, tuple(own))
        if outputs is None:
            raise Mismatch("Your earlier results are of a kind that the later ones cannot be worked out from.")
        return self._outputs(*outputs)

    def blanks(self) -> dict[str, Any]:
        """Every blank by name; None for one that the submission does not assign."""
        values = {}
        for name in self._exercise.outputs:
            answer = self._caller.call(Call(name, read=True))
            if isinstance(answer, Ending):
                raise RunEnded(answer)
            values[name] = None if answer.raised else answer.value
        return values

    def number(self, value: Any) -> float:
        """The value as a float. Raises Mismatch when it is not one real number."""
        number = as_number(value)
        if number is None:
            raise Mismatch("Here a number is needed.")
        return number

    def numbers(self, value: Any) -> list[float]:
        """The value as a list of floats. Raises Mismatch when it is not a list or a 1-D array of numbers."""
        vector = as_vector(value)
        if vector is None:
            raise Mismatch("Here a list of numbers is needed.")
        return [float(number) for number in vector]

    def text(self, value: Any) -> str:
        """The value as a text. Raises Mismatch when it is none, or one that fills pages."""
        if type(value) is not str or len(value) > _LONGEST_TEXT:
            raise Mismatch("Here a word in quotes is needed.")
        return value

    def note(self, text: str) -> None:
        """Tell the learner something about a check that passes."""
        if text not in self.notes:
            self.notes.append(text)


@cache
def _named_tuple(names: tuple[str, ...]) -> type[Any]:
    # Making one takes half a millisecond: once an exercise, not once a check.
    return namedtuple("Outputs", names)


class Function:
    """One function of the submission."""

    def __init__(self, name: str, caller: Caller) -> None:
        self._name = name
        self._caller = caller

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._answer(args, kwargs).value

    def leaves_unchanged(self, *args: Any) -> bool:
        """Call the function and say whether its arguments are the same afterwards."""
        return self._answer(args, {}).args_after is None

    def _answer(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Answer:
        answer = self._caller.call(Call(self._name, args, kwargs))
        if isinstance(answer, Ending):
            raise RunEnded(answer)
        if answer.raised is not None:
            raise LearnerRaised(answer.raised)
        return answer


class Reference:
    """Answers with the hidden solution, in this process: it is trusted code."""

    def __init__(self, exercise: Exercise, solution: str, carries: Sequence[str] = ()) -> None:
        self._exercise = exercise
        self._follower = Follower(solution, exercise.function or "", exercise.outputs, carries)
        self.chain = Chain(solution, exercise.outputs, (), exercise.givens) if exercise.kind == "blanks" else None
        self.module: dict[str, Any] = {"__name__": exercise.stem}
        exec(compile(solution, f"solutions/{exercise.path}", "exec"), self.module)

    def function(self, name: str) -> Callable[..., Any]:
        function: Callable[..., Any] = self.module[name]
        return function

    def call(self, call: Call) -> Answer:
        if call.read:
            return Answer(self.module.get(call.name))
        args = tuple(copied(arg) for arg in call.args)
        value = self.function(call.name)(*args, **call.kwargs)
        changed = not all(same(before, after) for before, after in zip(call.args, args, strict=True))
        return Answer(value, args_after=args if changed else None)

    def following(self, args: tuple[Any, ...], own: Any) -> tuple[Any, ...] | None:
        """The outputs, each from the learner's own earlier ones."""
        return self._follower.following(args, own)


class Recorder(_Unknowing):
    """Answers with the reference and writes every call down, with its answer."""

    def __init__(self, reference: Caller) -> None:
        self._reference = reference
        self.calls: list[Call] = []
        self.answers: list[Answer | Ending] = []

    def call(self, call: Call) -> Answer | Ending:
        answer = self._reference.call(call)
        self.calls.append(Call(call.name, copied(call.args), call.kwargs, call.read))
        self.answers.append(answer)
        return answer


class Remembered:
    """Answers what the recorder has heard already; anything else is asked of the reference.

    Checks ask the solution for the inputs they gave the submission, so its answer is mostly there.
    """

    def __init__(self, reference: Caller, recorder: Recorder, first: int) -> None:
        self._reference = reference
        self._recorder = recorder
        self._first = first

    def call(self, call: Call) -> Answer | Ending:
        for index in range(self._first, len(self._recorder.calls)):
            answer = self._recorder.answers[index]
            if isinstance(answer, Answer) and same_call(self._recorder.calls[index], call):
                return Answer(copied(answer.value), args_after=answer.args_after)
        return self._reference.call(call)

    def following(self, args: tuple[Any, ...], own: Any) -> tuple[Any, ...] | None:
        return self._reference.following(args, own)


class Replay(_Unknowing):
    """Answers with what the learner's process said to the calls that were sent ahead.

    A check whose calls depend on earlier answers asks something that was not foreseen; it is asked now.
    """

    def __init__(self, run: Run, calls: Sequence[Call], first: int) -> None:
        self._run = run
        self._calls = calls
        self._first = first
        self._next = 0

    def call(self, call: Call) -> Answer | Ending:
        index = self._next
        if index < len(self._calls) and same_call(self._calls[index], call):
            self._next += 1
            return self._run.answer(self._first + index)
        (answer,) = self._run.ask([call])
        return answer


def same_call(a: Call, b: Call) -> bool:
    return a.name == b.name and a.read == b.read and same(a.args, b.args) and same(dict(a.kwargs), dict(b.kwargs))
