"""Where is the mistake? Repairs of the learner's program, tried in the box until one makes every answer right.

One child is given the repaired programs as texts and runs each the way it would run as a submission. What it answers is
a claim like any other and is compared on our side; a hostile program can at most point at a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.calls import Answer, Box, Call, Ending, Job, Limits, Run
from grader.diagnosis.repair import Hints, Repair, repairs
from grader.diagnosis.values import agree

Example = tuple[tuple[Any, ...], Any]
"""The arguments of a call, and the right answer."""

# A program's own limits would be too long to wait for a line.
_LIMITS = Limits(cpu_s=0.3, wall_s=1.0, output_kb=256, answer_mb=1)
_AT_ONCE = 40  # the likelier ones are tried first, and mostly one of them is it
_HARNESS = """
PROGRAMS = {programs!r}

def repaired(number, *arguments):
    names = {{"__name__": "repaired"}}
    exec(compile(PROGRAMS[number], "repaired.py", "exec", dont_inherit=True), names)
    return names[{function!r}](*arguments)
"""


def find_repair(
    box: Box,
    source: str,
    function: str,
    examples: Sequence[Example],
    outputs: int,
    hints: Hints,
) -> Repair | None:
    """The first single change of the program that makes all examples come out right; None when none does.

    outputs: how many values one call gives. hints: what is likely. At most `repair.MOST` changes are
    tried, for at most `_LIMITS`.
    """
    tried = repairs(source, hints)
    if not tried or not examples:
        return None
    # The program as it is comes along: one that is right when it is run afresh has its fault elsewhere.
    programs = [source, *(repair.source for repair in tried)]
    run = box.start(Job(_HARNESS.format(programs=programs, function=function), "repaired.py", limits=_LIMITS))
    try:
        if _is_right(run, 0, examples, outputs):
            return None
        for number in _right_once(run, len(programs), examples[0], outputs):
            if _is_right(run, number, examples[1:], outputs):
                return tried[number - 1]
    finally:
        run.close()
    return None


def _right_once(run: Run, count: int, example: Example, outputs: int) -> Iterator[int]:
    """The repairs that make the first example right, a few of them at a time."""
    arguments, truth = example
    for start in range(1, count, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count))
        answers = run.ask([Call("repaired", (number, *arguments)) for number in numbers])
        for number, answer in zip(numbers, answers, strict=True):
            if isinstance(answer, Ending):  # a repair that never ends takes all that follow with it
                return
            if _agrees(answer, truth, outputs):
                yield number


def _is_right(run: Run, number: int, examples: Sequence[Example], outputs: int) -> bool:
    answers = run.ask([Call("repaired", (number, *arguments)) for arguments, _ in examples])
    pairs = zip(answers, examples, strict=True)
    return all(isinstance(answer, Answer) and _agrees(answer, truth, outputs) for answer, (_, truth) in pairs)


def _agrees(answer: Answer, truth: Any, outputs: int) -> bool:
    return answer.raised is None and answer.args_after is None and agree(answer.value, truth, outputs)
