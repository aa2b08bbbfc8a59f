"""Endings in words, messages that are none, scripted runs, and the door to the boxes."""

from __future__ import annotations

import signal
from typing import Any

import numpy as np
import pytest

from grader.box import endings, open_box
from grader.box.fake import FakeBox, Script
from grader.box.frames import FrameError, encode
from grader.box.messages import read
from grader.calls import Answer, Call, Ending, Job, Limits, Loaded, Raised

LIMITS = Limits(cpu_s=1)
RAISED = ("ValueError", "text", 3, "x = 1", ["ValueError", "Exception"], None)


@pytest.mark.parametrize(
    ("code", "cpu_s", "verdict", "words"),
    [
        (0, 0.1, "error", "exit code 0"),
        (3, 5.0, "error", "exit code 3"),
        (-signal.SIGSEGV, 0.1, "error", "SIGSEGV"),
        (-signal.SIGKILL, 0.1, "error", "signal 9"),
        (-signal.SIGKILL, 1.2, "timeout", "more than 1 second."),
        (-signal.SIGXCPU, 0.1, "timeout", "computed"),
        (-signal.SIGPROF, 0.1, "timeout", "computed"),
        (-63, 0.1, "error", "signal 63"),
    ],
)
def test_how_a_process_ended_in_words(code: int, cpu_s: float, verdict: str, words: str) -> None:
    said = endings.of_exit(code, cpu_s, LIMITS)
    assert said.verdict == verdict
    assert words in said.message
    assert said.signal == (-code if code < 0 else None)


def test_messages_become_records() -> None:
    assert read(encode(("answer", 1.5, None, "hi", (1,)))) == Answer(1.5, None, "hi", (1,))
    raised = Raised("ValueError", "text", 3, "x = 1", ("ValueError", "Exception"), None)
    assert read(encode(("answer", None, RAISED, "", None))) == Answer(None, raised)
    assert isinstance(read(encode(("loaded", None, [("f", "function", 1, ["x"])], {"a": 1}, "", "0" * 64))), Loaded)
    assert read(encode(("ending", "memory"))) == endings.MEMORY


NO_MESSAGES: list[Any] = [
    None, (), [], ("answer",), ("answer", 1, None, "", None, None), (1, 2), ("verdict", "passed"), (np.ones(2),),
    ("answer", 1, None, 5, None), ("answer", 1, None, "", [1]), ("answer", 1, (1, 2), "", None),
    ("answer", 1, ("E", "", 0, None, [], None), "", None), ("answer", 1, ("E", "", True, None, [], None), "", None),
    ("answer", 1, ("E", "", None, None, [1], None), "", None), ("answer", 1, [*RAISED], "", None),
    ("answer", 1, (np.ones(2), *RAISED[1:]), "", None), ("ending", "internal"), ("ending", "passed"),
    ("ending", np.ones(2)), ("ending", "memory", "more"),
    ("loaded", None, [], {1: 2}, "", None), ("loaded", None, [], [], "", None), ("loaded", None, [], {}, "", "0"),
    ("loaded", None, [("f", "macro", 1, [])], {}, "", None), ("loaded", None, [("f",)], {}, "", None),
    ("loaded", None, [1], {}, "", None), ("loaded", None, [("f", np.ones(2), 1, [])], {}, "", None),
    ("loaded", None, [("f", "function", 10**9, [])], {}, "", None), ("loaded", None, [None] * 2000, {}, "", None),
]  # fmt: skip


@pytest.mark.parametrize("plain", NO_MESSAGES)
def test_anything_else_is_no_message(plain: Any) -> None:
    with pytest.raises(FrameError):
        read(encode(plain))


def test_long_texts_are_cut() -> None:
    said = read(encode(("answer", None, ("E", "x" * 100_000, None, None, [], None), "", None)))
    assert isinstance(said, Answer)
    assert said.raised is not None
    assert len(said.raised.text) < 10_000


def test_a_script_is_played() -> None:
    end = Ending("timeout", "It took too long.")
    box = FakeBox(Script(answers=[Answer(1), end], asked=lambda calls: [Answer(len(calls))]))
    job = Job("", "exercise.py", [Call("f")] * 4)
    run = box.start(job)
    assert run.loaded() == Loaded(None)
    assert [run.answer(index) for index in range(4)] == [Answer(1), end, end, end]
    assert run.ask([Call("f")]) == [end]
    assert box.jobs == [job]


def test_a_script_may_depend_on_the_job_and_answer_more() -> None:
    box = FakeBox(lambda job: Script(Loaded(None, printed=job.source), asked=lambda calls: [Answer(2)]))
    run = box.start(Job("hello", "exercise.py", [Call("f")]))
    assert run.loaded() == Loaded(None, printed="hello")
    said = run.answer(0)
    assert isinstance(said, Ending)
    assert said.verdict == "internal"
    box = FakeBox(Script(asked=lambda calls: [Answer(2)]))
    run = box.start(Job("", "exercise.py"))
    first, second = run.ask([Call("f"), Call("g")])
    assert first == Answer(2)
    assert isinstance(second, Ending)
    run.close()
    assert run.ask([Call("f")]) == [endings.CLOSED]


def test_a_box_of_no_kind() -> None:
    with pytest.raises(ValueError, match="no box of kind"):
        open_box("paper")  # type: ignore[arg-type]
