"""Other help for a fault that was told before: first a smaller example, then a worked twin; never louder words.

Nothing here tells what is right for a learner's own numbers. A smaller example shows only what the learner's code
gives; a twin is worked out on numbers that no check uses.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from grader.calls import Answer, Call, Ending
from grader.diagnosis.edits import Switchboard
from grader.diagnosis.key import HelpSpec, Key
from grader.diagnosis.library import Args, Reference
from grader.diagnosis.mistakes import MAX_HEADLINE_WORDS, MAX_MESSAGE_WORDS
from grader.diagnosis.values import agree, copied, flatten
from grader.diagnosis.wording import inputs_text, told, yours_text
from grader.language import english, names_in, said
from grader.model import Attempt, Exercise, Finding, Help, Said, Verdict, Words
from grader.render.words import mistake_ids

SMALLER, TWIN = 2, 3
"""how often a fault is told until the help changes"""

MOST_WORDS = MAX_MESSAGE_WORDS - MAX_HEADLINE_WORDS
"""in the sentences of a twin and its question, so that with the headline nobody reads more than with a message"""

Ask = Callable[[Sequence[Call]], Sequence[Answer | Ending]]


_BY_HAND = said("Work it out by hand, one line at a time, and find the first line that differs.")
_WHICH_LINE = said("Which line of your code is the first to give another number than your paper?")
_SAME_STEPS = said("With your own numbers: at which of these steps does your code differ?")


# --- how often it was told ------------------------------------------------------------------------------------


def told_in_a_row(earlier: Sequence[Attempt], submission: str, found: Finding) -> int:
    """How many programs in a row, this one included, were told this fault.

    earlier: the same learner's attempts at the same exercise, oldest first. A program that is handed in again counts
    once. Without a name for the fault, findings of one level are taken for one: the learner is as stuck.
    """
    fault = _fault(found.level, mistake_ids(found))
    same = itertools.takewhile(
        lambda one: one.verdict is not Verdict.PASSED and _fault(one.level, one.mistakes) == fault, reversed(earlier)
    )
    return len({submission, *(one.submission for one in same)})


def _fault(level: str | None, mistakes: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(mistakes) or (level,)


# --- what the solution does, step by step ---------------------------------------------------------------------


def steps(solution: str, function: str, parameters: Sequence[str], args: Args) -> dict[str, Any]:
    """What the solution's names hold for these arguments: {error} at the end, {error_1} at first, {error_2} then.

    A parameter is what it was given, also when the solution assigns it again; error_1 of it is the first assignment.
    Raises whatever the solution raises.
    """
    held: dict[str, list[Any]] = {}
    last: dict[str, Any] = {}

    def pin(name: str, value: Any) -> Any:
        held.setdefault(name, []).append(copied(value))
        last[name] = value  # itself: a list may still grow
        return value

    module = Switchboard(solution, (), watched=function).load()
    with np.errstate(all="ignore"), module.pinned(pin):
        module[function](*copied(args))
    numbered = {f"{name}_{n}": value for name, values in held.items() for n, value in enumerate(values, start=1)}
    return numbered | last | dict(zip(parameters, args, strict=True))


def problems_with(spec: HelpSpec, exercise: Exercise, solution: str) -> list[str]:
    """What is found only by running the solution, with what to do: calls that it refuses, values that never come."""
    calls = [(f"help.small, call {n}", args) for n, args in enumerate(spec.small, start=1)] + [("help.twin", spec.twin)]
    found, held = [], {}
    for what, args in calls:
        try:
            held = steps(solution, exercise.function or "", exercise.parameters, tuple(args))
        except Exception as error:  # noqa: BLE001 - an author's code may raise anything; it is told like the rest
            found.append(f"{what}: the solution stops with {type(error).__name__} ({error}); correct the arguments")
    if found:
        return found
    missing = [name for template in spec.worked for name in names_in(template) if name not in held]
    if missing:
        return [f"help.worked names {missing[0]!r}, which the twin never reaches; correct the name"]
    words = words_of(worked_twin(spec, exercise.parameters, held))
    if words > MOST_WORDS:
        return [f"help.worked comes to {words} words with its numbers; say it in at most {MOST_WORDS}"]
    return []


def worked_twin(spec: HelpSpec, parameters: Sequence[str], values: Mapping[str, Any]) -> tuple[Said, ...]:
    """The twin's numbers, and every step. values: those of `steps`."""
    inputs = inputs_text(parameters, [values[name] for name in parameters])
    worked = (said(text, **{name: values[name] for name in sorted(names_in(text))}) for text in spec.worked)
    return (said("The same task with other numbers: {inputs}.", inputs=inputs), *worked)


def words_of(sentences: Sequence[Said]) -> int:
    """How many words a learner reads of a twin: its sentences and the question. Numbers and signs are none."""
    return sum(any(map(str.isalpha, word)) for word in english([*sentences, _SAME_STEPS]).split())


# --- the help itself ------------------------------------------------------------------------------------------


class OtherHelp:
    """Gives other help for one exercise. like: arguments as its checks draw them, for arrays where they have arrays."""

    def __init__(self, exercise: Exercise, key: Key, reference: Reference, like: Args) -> None:
        self._exercise = exercise
        self._key = key
        self._reference = reference
        self._like = like

    def given(self, found: Finding, times: int, ask: Ask) -> Help | None:
        """The help for a fault that is told for the `times`-th time; None when the usual words are to stay.

        `ask` calls the learner's code.
        """
        spec = self._key.help
        if spec is None or times < SMALLER or not self._is_calculation(found):
            return None
        return self._smaller(spec, ask) if times < TWIN else self._twin(spec)

    def _is_calculation(self, found: Finding) -> bool:
        """Whether working it out on paper helps: not with an exception, a missing return or a wrong order."""
        if found.mistake is None:
            return found.evidence.yours is not None
        return set(mistake_ids(found)) <= {mistake.id for mistake in self._key.mistakes}

    def _twin(self, spec: HelpSpec) -> Help:
        parameters = self._exercise.parameters
        values = steps(self._key.solution, self._exercise.function or "", parameters, self._as_drawn(spec.twin))
        return _help("twin", worked_twin(spec, parameters, values))

    def _smaller(self, spec: HelpSpec, ask: Ask) -> Help | None:
        """The first small call that the learner's own answer is wrong for."""
        for small in spec.small:
            args = self._as_drawn(small)
            (answer,) = ask([Call(self._exercise.function or "", copied(args))])
            if isinstance(answer, Answer) and self._is_wrong(args, answer):
                small_case = said(
                    "Take a smaller case: with {inputs} your function gives {yours}.",
                    inputs=inputs_text(self._exercise.parameters, args),
                    yours=self._outputs(answer.value),
                )
                return _help("smaller", (small_case, _BY_HAND))
        return None

    def _outputs(self, value: Any) -> str:
        names = self._exercise.outputs
        text = told(yours_text(names, value))
        return text if len(names) > 1 else f"{names[0]} = {text}"

    def _is_wrong(self, args: Args, answer: Answer) -> bool:
        """Whether the answer is a number of its own, and neither right nor right in another way of writing."""
        count = self._reference.outputs
        if answer.raised is not None or flatten(answer.value, count) is None:
            return False
        right = (self._reference.run(model, args) for model in ((), *self._conventions()))
        return not any(agree(answer.value, value, count) for value in right)

    def _conventions(self) -> Iterator[tuple[int, ...]]:
        for group in self._key.conventions:
            ways = [[n for n, mistake in enumerate(self._reference.mistakes) if mistake.id == name] for name in group]
            yield from (model for model in itertools.product(*ways) if self._reference.board.compatible(model))

    def _as_drawn(self, args: Sequence[Any]) -> Args:
        return tuple(_alike(arg, drawn) for arg, drawn in zip(args, self._like, strict=True))


def _help(kind: Literal["smaller", "twin"], lines: Sequence[Said]) -> Help:
    question = _WHICH_LINE if kind == "smaller" else _SAME_STEPS
    words = Words(headline=(), message=tuple(lines), question=(question,))
    return Help(kind=kind, lines=tuple(english([line]) for line in lines), question=english([question]), words=words)


def _alike(value: Any, drawn: Any) -> Any:
    """A value of a TOML file as the checks would hand it over: as an array, or as a number with a point."""
    if isinstance(drawn, np.ndarray):
        return np.asarray(value, dtype=drawn.dtype)
    return float(value) if isinstance(drawn, float) and isinstance(value, int) else value
