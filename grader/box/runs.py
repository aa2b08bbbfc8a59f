"""One run seen from our side: the order of messages, the clock, and the end, whatever carries the bytes.

A run sends its job at once and later batches of calls when asked; what comes back is cut into messages, checked to
be what is due next, and kept until the caller wants it. Everything that can go wrong is an `Ending`; after it
nothing more is read, and what was answered before stays.

The clock charges a run for the time its process works, as far as we can know: time in which nobody listened does
not count when an answer was lying there already.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import cast

from grader.box import endings
from grader.box.frames import FrameError, frame
from grader.box.messages import calls_payload, job_payload, read, reply_cap
from grader.calls import Answer, Call, Ending, Job, Loaded

_RATION = 4  # everything one batch of calls may send back, in largest answers


class StreamRun(ABC):
    """A `Run` over a stream of frames. Subclasses say how bytes travel and how a process is ended."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._first = frame(job_payload(job))
        self._expected = 1 + len(job.calls)  # messages until the process waits for us
        self._got: list[Loaded | Answer] = []
        self._skip = 0  # messages of a second try that the first one gave already
        self._can_retry = True
        self._ending: Ending | None = None
        self._taken = 0  # bytes received for the calls under way
        self._ration = _RATION * reply_cap(job)
        self._left = job.limits.wall_s
        self._since = time.monotonic()

    # what callers use

    def loaded(self) -> Loaded | Ending:
        return cast("Loaded | Ending", self._message(0))

    def answer(self, index: int) -> Answer | Ending:
        if not 0 <= index < len(self._job.calls):
            raise IndexError(f"the job has no call {index}")
        return cast("Answer | Ending", self._message(1 + index))

    def ask(self, calls: Sequence[Call]) -> list[Answer | Ending]:
        data = frame(calls_payload(calls))
        if not calls:
            return []
        self._message(self._expected - 1)
        first = self._expected
        if self._ending is None:
            self._send_more(data, len(calls))
            self._message(self._expected - 1)
        answers = cast("list[Answer | Ending]", self._got[first:])
        del self._got[first:]  # they are the caller's now
        self._expected = first
        return answers + [self._last_word()] * (len(calls) - len(answers))

    def close(self) -> None:
        if self._ending is None:
            self._finish(endings.CLOSED)

    # what subclasses provide

    @abstractmethod
    def _send(self, data: bytes) -> None:
        """Send, or begin to; never wait for the process to read."""

    @abstractmethod
    def _is_readable(self, patience: float) -> bool:
        """Wait that long for something to `_receive`."""

    @abstractmethod
    def _receive(self) -> None:
        """Take in what there is: `_accept` messages, or `_finish` when the stream has ended."""

    @abstractmethod
    def _started(self) -> float | None:
        """When the process began to work; None, and the run is finished, when it did not begin in time."""

    @abstractmethod
    def _release(self) -> None:
        """End the process and let go of the stream."""

    # messages

    def _message(self, position: int) -> Loaded | Answer | Ending:
        if len(self._got) <= position and self._ending is None:
            self._wait(position)
        return self._got[position] if len(self._got) > position else self._last_word()

    def _last_word(self) -> Ending:
        return self._ending or endings.LOST

    def _send_more(self, data: bytes, count: int) -> None:
        """Send a further batch of calls. Only now may anything more come back."""
        if self._is_readable(0):
            self._receive()
        if self._ending is None:
            self._can_retry = False  # what earlier batches left in the learner's module cannot be repeated
            self._taken = 0
            self._expected += count
            self._since = time.monotonic()
            self._send(data)

    def _accept(self, payloads: Iterable[bytes]) -> None:
        """Take in whole payloads; anything but the message that is due ends the run."""
        try:
            for payload in payloads:
                if self._ending is not None:
                    return
                self._accept_one(read(payload))
        except FrameError:
            self._finish(endings.FORGED)

    def _accept_one(self, message: Loaded | Answer | Ending) -> None:
        if isinstance(message, Ending):
            self._finish(message)
            return
        position = len(self._got) - self._skip
        if position >= self._expected or isinstance(message, Loaded) != (position == 0):
            raise FrameError("a message nobody asked for")
        if self._skip:
            self._skip -= 1
        else:
            self._got.append(message)

    def _is_within_ration(self, size: int) -> bool:
        """Count received bytes; more than the ration ends the run."""
        self._taken += size
        if self._taken > self._ration and self._ending is None:
            self._finish(endings.ANSWERS)
        return self._ending is None

    # the clock

    def _wait(self, position: int) -> None:
        """Read until a message is there or the run has ended."""
        if self._is_readable(0):
            self._since = time.monotonic()
        while len(self._got) <= position and self._ending is None:
            left = self._left - (time.monotonic() - self._since)
            if left <= 0:
                self._out_of_time()
            elif self._is_readable(left):
                self._receive()
        now = time.monotonic()
        self._left -= now - self._since
        self._since = now

    def _out_of_time(self) -> None:
        """The clock has run out. It only counts from the moment at which the process was there."""
        started = self._started()
        if started is None:
            return
        if started > self._since:
            self._since = started
        else:
            self._finish(endings.too_slow(self._job.limits))

    def _finish(self, ending: Ending) -> None:
        self._ending = ending
        self._release()
