"""What the learner's process says, read by our side: decoded payloads become the records of `grader.calls`.

The child sends tuples of plain data: ("loaded", ...), ("answer", ...) and, when it ends itself, ("ending",
...). Whoever wrote them, they are claims: the type of every field is checked here, and anything else is a
FrameError.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, cast

from grader.box import endings
from grader.box.frames import FrameError, Refused, decode, encode, frame
from grader.calls import Answer, Call, Definition, Ending, Job, Loaded, Raised

_MAX_TEXT = 8_000
_MAX_ITEMS = 1_000
_FINGERPRINT = re.compile("[0-9a-f]{64}")
_OWN_ENDINGS: dict[str, Ending] = {ending.verdict: ending for ending in (endings.MEMORY, endings.OUTPUT)}


def job_payload(job: Job) -> bytes:
    """The first payload a child receives."""
    return encode(
        (
            job.source.encode("utf-8", "surrogatepass"),
            job.filename,
            job.limits.output_kb * 1024,
            job.limits.answer_mb << 20,
            job.seed,
            [_call_plain(call) for call in job.calls],
        )
    )


def calls_payload(calls: Sequence[Call]) -> bytes:
    """Every later payload: more calls."""
    return encode([_call_plain(call) for call in calls])


def _call_plain(call: Call) -> tuple[str, bool, bytes]:
    """A call with its arguments still encoded: the child decodes them afresh just before it calls."""
    try:
        return (call.name, call.read, encode((call.args, dict(call.kwargs))))
    except Refused as refusal:
        raise TypeError(f"an argument of {call.name}: {refusal}") from None


def job_frame(job: Job) -> bytes:
    """`job_payload` as it goes over the wire."""
    return frame(job_payload(job))


def reply_cap(job: Job) -> int:
    """The longest payload a child may send: one largest answer, its arguments, and the words around them."""
    return (2 * job.limits.answer_mb + 3) << 20


def read(payload: bytes) -> Loaded | Answer | Ending:
    """One message of the child. Raises FrameError for anything that is not one."""
    message = decode(payload)
    if type(message) is not tuple or not message or type(message[0]) is not str:
        raise FrameError("not a message")
    kind, *fields = message
    try:
        if kind == "answer":
            return _answer(*fields)
        if kind == "loaded":
            return _loaded(*fields)
        if kind == "ending":
            return _ending(*fields)
    except (TypeError, ValueError):
        raise FrameError("a message with too many or too few fields") from None
    raise FrameError("a message of unknown kind")


def _answer(value: Any, raised: Any, printed: Any, args_after: Any) -> Answer:
    if args_after is not None and type(args_after) is not tuple:
        raise FrameError("arguments that are no tuple")
    return Answer(value, _raised(raised), _text(printed), args_after)


def _loaded(error: Any, definitions: Any, names: Any, printed: Any, fingerprint: Any) -> Loaded:
    if fingerprint is not None and not _FINGERPRINT.fullmatch(_text(fingerprint)):
        raise FrameError("not a fingerprint")
    if type(names) is not dict or any(type(name) is not str for name in names):
        raise FrameError("not names")
    found = tuple(_definition(*_items(item, tuple)) for item in _items(definitions, list))
    return Loaded(_raised(error), found, names, _text(printed), fingerprint)


def _definition(name: Any, kind: Any, line: Any, parameters: Any) -> Definition:
    if type(kind) is not str or kind not in ("function", "class"):
        raise FrameError("not a kind of definition")
    listed = None if parameters is None else _texts(parameters)
    return Definition(_text(name), cast(Literal["function", "class"], kind), _line(line), listed)


def _ending(verdict: Any) -> Ending:
    if type(verdict) is not str or verdict not in _OWN_ENDINGS:
        raise FrameError("not an ending a child can tell of")
    return _OWN_ENDINGS[verdict]


def _raised(plain: Any) -> Raised | None:
    if plain is None:
        return None
    type_name, text, line, source_line, bases, missing_name = _items(plain, tuple)
    return Raised(
        _text(type_name),
        _text(text),
        _line(line),
        None if source_line is None else _text(source_line),
        _texts(bases),
        None if missing_name is None else _text(missing_name),
    )


def _text(value: Any) -> str:
    if type(value) is not str:
        raise FrameError("not a text")
    return value[:_MAX_TEXT]


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(item) for item in _items(value, list))


def _items(value: Any, kind: type[list[Any]] | type[tuple[Any, ...]]) -> Any:
    if type(value) is not kind or len(value) > _MAX_ITEMS:
        raise FrameError("not a short sequence")
    return value


def _line(value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 < value < 10**7:
        raise FrameError("not a line")
    return value
