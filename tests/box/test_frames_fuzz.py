"""Bytes that nobody has thought of: only FrameError comes out, and never much time or memory goes in."""

from __future__ import annotations

import json
import struct
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.box import frames
from grader.box.frames import FrameError, Inbox, encode, frame
from grader.box.messages import read
from grader.calls import Answer, Ending, Loaded

from .test_frames import payload

# Memory that reading may take. A byte of JSON becomes at most a small object, and is still there while the value is
# made of it; a raw byte is copied, or becomes a part of one of Python's floats.
PER_HEADER_BYTE = 40
PER_RAW_BYTE = 8
AND = 100_000
SECONDS = 1.0

MESSAGES = [
    ("answer", 1.5, None, "", None),
    ("answer", [1.0, (2, "é"), {"a": None}], None, "printed\n", ([1.0] * 9, b"raw")),
    ("answer", None, ("ValueError", "no", 3, "x = 1", ["ValueError", "Exception"], None), "", None),
    ("loaded", None, [("f", "function", 1, ["x"]), ("C", "class", 2, None)], {"lr": 0.1}, "", "0" * 64),
    ("ending", "memory"),
]


def read_or_refuse(data: bytes) -> Any:
    """The message; None for a FrameError. Anything else that escapes is a failure."""
    try:
        return read(data)
    except FrameError:
        return None


def measured(work: Callable[[], Any]) -> tuple[int, float]:
    """The most memory that was allocated at once, and the seconds it computed without being watched."""
    began = time.process_time()
    work()
    seconds = time.process_time() - began
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, seconds


def check_cost(data: bytes) -> None:
    header = min(struct.unpack(">I", data[:4])[0], frames.MAX_HEADER, len(data)) if len(data) >= 4 else len(data)
    peak, seconds = measured(lambda: read_or_refuse(data))
    assert peak < PER_HEADER_BYTE * header + PER_RAW_BYTE * (len(data) - header) + AND
    assert seconds < SECONDS


# JSON as a learner's process could forge it: real tags in wrong places, counts and shapes that lie.
numbers = st.one_of(
    st.integers(-2, 40), st.sampled_from([2**31, 2**62, 2**64 - 1, -(2**63), 10**20]), st.floats(allow_nan=False)
)
texts = st.one_of(
    st.sampled_from([*frames._READERS, *frames._CODES, "d", "q", "answer", "loaded", "ending", "7ff0000000000000"]),
    st.text(max_size=4),
    st.text("0123456789abcdef", min_size=16, max_size=16),
)
leaves = st.one_of(st.none(), st.booleans(), numbers, texts)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.builds(lambda tag, items: [tag, *items], st.sampled_from([*frames._READERS]), st.lists(inner, max_size=6)),
        st.builds(
            lambda code, shape: ["a", code, shape], st.sampled_from(frames._CODES), st.lists(numbers, max_size=4)
        ),
        st.dictionaries(st.text(max_size=2), inner, max_size=2),
    ),
    max_leaves=25,
)
fields = st.lists(trees, max_size=6)
forged = st.builds(
    lambda kind, items: ["t", kind, *items], st.sampled_from(["answer", "loaded", "ending", "x"]), fields
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(trees, forged), st.binary(max_size=64))
def test_any_json_as_header_is_a_message_or_a_frame_error(tree: Any, raw: bytes) -> None:
    data = payload(json.dumps(tree, separators=(",", ":")).encode(), raw)
    message = read_or_refuse(data)
    assert message is None or isinstance(message, Answer | Loaded | Ending)
    if isinstance(message, Loaded):
        assert all(type(name) is str for name in message.names)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MESSAGES), st.data())
def test_a_mutated_message_is_a_message_or_a_frame_error(message: Any, data: st.DataObject) -> None:
    mutant = bytearray(encode(message))
    for _ in range(data.draw(st.integers(1, 5))):
        first, last = sorted(data.draw(st.integers(0, len(mutant))) for _ in range(2))
        mutant[first : min(last, first + 8)] = data.draw(
            st.one_of(st.binary(max_size=4), st.sampled_from([b"null", b'"', b"[", b"]", b",9", b"\xff\xff\xff\xff"]))
        )
    answer = read_or_refuse(bytes(mutant))
    assert answer is None or isinstance(answer, Answer | Loaded | Ending)


@settings(max_examples=30, deadline=None)
@given(st.one_of(trees, st.lists(trees, max_size=3)), st.integers(1, 3_000))
def test_what_one_value_costs_grows_with_its_bytes_when_it_is_repeated(tree: Any, times: int) -> None:
    one = json.dumps(tree, separators=(",", ":"))
    check_cost(payload(f'["l",{",".join([one] * min(times, 100_000 // (len(one) + 1) + 1))}]'.encode()))


def repeated(item: str, size: int = 400_000) -> bytes:
    """A long header of nothing but one item."""
    return payload(f'["l"{f",{item}" * (size // (len(item) + 1))}]'.encode())


def keys_of_one_hash(common: list[Any], count: int = 2_000) -> bytes:
    keys = [["t", *common, ["i", f"{number * (2**61 - 1):x}"]] for number in range(count)]
    return payload(["t", "answer", ["d", *(part for key in keys for part in (key, 0))], None, "", None])


BOMBS = {
    "empty lists": repeated("[]"),
    "tagged lists": repeated('["l"]'),
    "dicts": repeated('["d"]'),
    "ones": repeated("1"),
    "integers": repeated("999"),
    "floats": repeated("1e1"),
    "texts": repeated('"ab"'),
    "big integers": repeated('["i","' + "f" * 1000 + '"]'),
    "complex": repeated('["c",1.0,1.0]'),
    "opaques": repeated('["o","",""]'),
    "empty arrays": repeated('["a","f8",[0]]'),
    "32 dimensions": repeated('["a","f8",[' + "1," * 31 + "0]]"),
    "brackets": payload(b"[" * 990_000),
    "wide text": payload(b'"' + "🎈".encode() + b"a" * 900_000 + b'"'),
    "packed list": payload(["t", "answer", ["L", "q", 150_000], None, "", None], bytes(range(200)) * 6_000),
    "packed list, far too long": payload(["L", "d", 2_000_000], bytes(16_000_000)),
    "array": payload(["t", "answer", ["a", "f8", [2_000_000]], None, "", None], bytes(16_000_000)),
    "array of bools": payload(["t", "answer", ["a", "b1", [16_000_000]], None, "", None], bytes(16_000_000)),
    "bytes": payload(["t", "answer", ["b", 16_000_000], None, "", None], bytes(16_000_000)),
    "keys of one hash": keys_of_one_hash([]),
    "long keys of one hash": keys_of_one_hash([1] * 9),
    "very long keys of one hash": keys_of_one_hash([1] * 150, 1_900),
    "long texts in keys of one hash": keys_of_one_hash(["a" * 300], 1_900),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_frame_costs_a_small_multiple_of_its_bytes(name: str) -> None:
    check_cost(BOMBS[name])


CAP = 200


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=40), st.binary(max_size=20).map(frame)), max_size=12), st.integers(1, 50))
def test_an_inbox_gives_payloads_or_a_frame_error_however_a_stream_is_cut(parts: list[bytes], size: int) -> None:
    stream = b"".join(parts)
    whole, pieces = Inbox(CAP), Inbox(CAP)
    try:
        expected = whole.feed(stream)
    except FrameError:
        expected = None
    got: list[bytes] = []
    try:
        for at in range(0, len(stream), size):
            got += pieces.feed(stream[at : at + size])
            assert len(pieces) <= CAP + 4
    except FrameError:
        assert expected is None
    else:
        assert got == expected
        assert len(pieces) == len(whole) == len(stream) - sum(len(item) + 4 for item in got)


def test_an_inbox_holds_no_more_than_it_was_sent() -> None:
    """A frame announced as large as allowed costs nothing until its bytes come."""
    chunk = bytes(1 << 14)

    def feed() -> None:
        inbox = Inbox(1 << 25)
        inbox.feed(struct.pack(">I", 1 << 25))
        for _ in range(64):
            inbox.feed(chunk)

    peak, seconds = measured(feed)
    assert peak < 3 * 64 * len(chunk)
    assert seconds < SECONDS
