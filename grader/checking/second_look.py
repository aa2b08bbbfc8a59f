"""A second look at answers, after the checks: no points for a constant, and some questions asked once more.

Checks that hold a submission against itself (lists like arrays, the order does not matter) cannot tell a function
that always gives the same answer from a right one. And a function whose answer hangs on how often it was called, on
what came before or on when, can be right for as long as the checks last. Which calls are made again, and in which
order, nobody can know beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from grader.calls import Answer, Call, Ending, Run
from grader.checking.session import Recording
from grader.diagnosis.values import agree, same
from grader.diagnosis.wording import is_large
from grader.model import CheckResult, Verdict

CONSTANT = "Your function gives the same answer whatever it is given, so this says nothing."
CHANGED = "Asked the same questions a second time, your function gives other answers."

_FEWEST, _MOST = 3, 6  # a call more or less costs 0.05 ms; a few spread over all checks miss little
_DIFFERENT = 3  # this many different right answers, and one answer to all of them


@dataclass(frozen=True)
class SecondLook:
    """The results after it; and, when a question had another answer the second time, the question and both answers."""

    checks: list[CheckResult]
    otherwise: tuple[Call, Answer, Answer] | None = None


def second_look(results: Sequence[CheckResult], recording: Recording, run: Run, outputs: int, seed: int) -> SecondLook:
    """Look again. outputs: how many values one call gives; seed: decides what is asked again."""
    if _is_constant(recording, run):
        return SecondLook(_without_points(results, recording, Verdict.FAILED, CONSTANT))
    if any(result.verdict is not Verdict.PASSED for result in results):
        return SecondLook(list(results))
    for call, first, again in _asked_again(recording, run, Random(seed)):
        if isinstance(again, Ending):
            return SecondLook(_without_points(results, recording, Verdict(again.verdict), again.message))
        if isinstance(first, Answer) and not _is_same(first, again, outputs):
            changed = _without_points(results, recording, Verdict.FAILED, CHANGED)
            return SecondLook(changed, (call, first, again))
    return SecondLook(list(results))


def _is_constant(recording: Recording, run: Run) -> bool:
    """Whether all calls have one answer while the right ones differ."""
    asked = _calls(recording)
    right = [answer.value for index in asked if isinstance(answer := recording.recorder.answers[index], Answer)]
    if len({repr(value) for value in right}) < _DIFFERENT:
        return False
    given = [run.answer(index) for index in asked]
    first = given[0]
    return (
        isinstance(first, Answer)
        and not is_large(first.value)
        and all(
            isinstance(answer, Answer) and answer.raised is None and same(answer.value, first.value) for answer in given
        )
    )


def _asked_again(
    recording: Recording, run: Run, random: Random
) -> Iterator[tuple[Call, Answer | Ending, Answer | Ending]]:
    asked = _calls(recording)
    chosen = random.sample(asked, min(random.randint(_FEWEST, _MOST), len(asked)))
    calls = [recording.calls[index] for index in chosen]
    for index, call, again in zip(chosen, calls, run.ask(calls), strict=True):
        yield call, run.answer(index), again


def _calls(recording: Recording) -> list[int]:
    return [index for index, call in enumerate(recording.calls) if not call.read]


def _is_same(first: Answer, again: Answer, outputs: int) -> bool:
    if first.raised is not None or again.raised is not None:
        return (first.raised and first.raised.type_name) == (again.raised and again.raised.type_name)
    return same(first.value, again.value) or agree(first.value, again.value, outputs)


def _without_points(
    results: Sequence[CheckResult], recording: Recording, verdict: Verdict, message: str
) -> list[CheckResult]:
    """Every check that passed by calling the function has shown nothing."""
    update = {"verdict": verdict, "message": message, "points": 0.0}
    return [result.model_copy(update=update) if _rests_on_calls(result, recording) else result for result in results]


def _rests_on_calls(result: CheckResult, recording: Recording) -> bool:
    first, stop = recording.spans[result.id]
    return result.verdict is Verdict.PASSED and any(not call.read for call in recording.calls[first:stop])
