"""The codec: what goes in comes out, and whatever else comes in is a FrameError."""

from __future__ import annotations

import collections
import enum
import fractions
import json
import math
import struct
import tracemalloc
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.box import frames
from grader.box.frames import FrameError, Inbox, Refused, Writer, decode, encode, frame
from grader.calls import Opaque

ROOM = 1 << 24


def lenient(value: Any, room: int = ROOM) -> Any:
    """What our side sees of a learner's value."""
    writer = Writer(room)
    return decode(writer.payload(writer.lenient(value)))


def payload(header: Any, raw: bytes = b"") -> bytes:
    """A payload with any JSON as its header."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack(">I", len(text)) + text + raw


def same(one: Any, two: Any) -> bool:
    """Equal in type and in every bit."""
    if type(one) is not type(two):
        return False
    if isinstance(one, float):
        return struct.pack("d", one) == struct.pack("d", two)
    if isinstance(one, complex):
        return same(one.real, two.real) and same(one.imag, two.imag)
    if isinstance(one, np.ndarray | np.generic):
        return one.dtype == two.dtype and one.shape == two.shape and one.tobytes() == two.tobytes()
    if isinstance(one, list | tuple):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, dict):
        return same(list(one), list(two)) and same(list(one.values()), list(two.values()))
    return bool(one == two)


DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
arrays = st.sampled_from(DTYPES).flatmap(lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, min_side=0)))
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(2**4000), 2**4000),
    st.floats(allow_nan=True, allow_infinity=True),
    st.complex_numbers(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.binary(),
)
keys = st.one_of(
    st.text("abc", max_size=3), st.integers(-5, 5), st.tuples(st.integers(0, 3), st.text("xy", max_size=2))
)
plain = st.recursive(
    scalars | arrays,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(keys, inner),
    max_leaves=20,
)


@settings(deadline=None, max_examples=150)
@given(plain)
def test_round_trip(value: Any) -> None:
    once = encode(value)
    assert same(decode(once), value)
    assert encode(decode(once)) == once


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400))
def test_random_bytes_are_a_frame_error_or_a_value(data: bytes) -> None:
    try_to_decode(data)
    try_to_decode(struct.pack(">I", len(data) // 2) + data)


@settings(deadline=None, max_examples=300)
@given(plain, st.data())
def test_mutated_bytes_are_a_frame_error_or_a_value(value: Any, data: st.DataObject) -> None:
    mutant = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(mutant) - 1))
        what = data.draw(st.sampled_from(["set", "delete", "insert", "cut"]))
        if what == "set":
            mutant[where] = data.draw(st.sampled_from(b'[]{}",:0129-.eEntfabsSudLToi\x00\xff'))
        elif what == "delete" and len(mutant) > 1:
            del mutant[where]
        elif what == "insert":
            mutant[where:where] = data.draw(st.binary(max_size=5))
        elif where:
            del mutant[where:]
    try_to_decode(bytes(mutant))


def try_to_decode(data: bytes) -> None:
    try:
        decode(data)
    except FrameError:
        return


HOSTILE = {
    "empty": b"",
    "cut header length": b"\0\0",
    "header longer than payload": struct.pack(">I", 50) + b"[]",
    "header length huge": b"\xff\xff\xff\xff[]",
    "no JSON": payload(b"hello"),
    "empty header": payload(b""),
    "bad UTF-8": payload(b'"\xff\xfe"'),
    "lone surrogate escaped": payload(b'"\\ud800"'),
    "two values": payload(b"1 2"),
    "white space after": payload(b"1 "),
    "object": payload({"a": 1}),
    "duplicate keys": payload(b'{"a":1,"a":2}'),
    "NaN": payload(b"NaN"),
    "Infinity": payload(b'["l",-Infinity]'),
    "float above all": payload(b"1e999"),
    "int of 5000 digits": payload(b"9" * 5000),
    "int of 20 digits": payload(b"99999999999999999999"),
    "int of a million digits": payload(b"1" * 999_000),
    "deep nesting": payload(b"[" * 500_000),
    "deep nesting, tagged": payload(b'["l",' * 100_000 + b"1" + b"]" * 100_000),
    "depth of 22": payload(b'["l",' * 22 + b"1" + b"]" * 22),
    "empty list": payload([]),
    "untagged list": payload([1, 2]),
    "unknown tag": payload(["x", 1]),
    "tag of wrong type": payload([["l"]]),
    "trailing bytes": payload(["l"], b"x"),
    "missing bytes": payload(["a", "f8", [3]], bytes(23)),
    "too many bytes": payload(["a", "f8", [3]], bytes(25)),
    "bytes used twice": payload(["l", ["a", "f8", [1]], ["a", "f8", [1]]], bytes(8)),
    "negative dimension": payload(["a", "f8", [-1]]),
    "two negative dimensions": payload(["a", "f8", [-2, -2]], bytes(32)),
    "huge dimension": payload(["a", "f8", [2**62]]),
    "product overflows to zero": payload(["a", "f8", [2**32, 2**32]]),
    "huge dimensions beside a zero": payload(["a", "f8", [0, 2**62]]),
    "many dimensions beside a zero": payload(["a", "f8", [0, *[2**30] * 30]]),
    "33 dimensions": payload(["a", "f8", [1] * 33], bytes(8)),
    "dimension no int": payload(["a", "f8", [1.0]], bytes(8)),
    "dimension a bool": payload(["a", "f8", [True]], bytes(8)),
    "shape no list": payload(["a", "f8", 3], bytes(24)),
    "object dtype": payload(["a", "O", [1]], bytes(8)),
    "unhashable dtype": payload(["a", ["f8"], [1]], bytes(8)),
    "string dtype": payload(["s", "U4"], bytes(16)),
    "scalar without dtype": payload(["s"]),
    "bytes of negative size": payload(["b", -1]),
    "bytes of huge size": payload(["b", 2**63]),
    "packed with unknown code": payload(["L", "u", 1], bytes(8)),
    "packed, negative": payload(["L", "d", -1]),
    "odd dict": payload(["d", 1]),
    "dict with equal keys": payload(["d", 1, 1, 1.0, 2]),
    "dict of keys of one hash": payload(
        ["d", *(part for k in range(40) for part in (["i", f"{k * (2**61 - 1):x}"], 0))]
    ),
    "more values than anybody sends": payload(["l", *[0] * (frames.MAX_NODES + frames.SPARE_NODES + 1)]),
    "a packed list as long as an answer": payload(["L", "d", 2_000_000], bytes(16_000_000)),
    "dict with unhashable key": payload(["d", ["l"], 1]),
    "dict too large": payload(["d", *range(2 * frames.MAX_PAIRS + 2)]),
    "float bits of wrong length": payload(["f", "00"]),
    "float bits no hex": payload(["f", "zzzzzzzzzzzzzzzz"]),
    "big int no hex": payload(["i", "0x_1"]),
    "big int too long": payload(["i", "f" * 2000]),
    "complex of ints": payload(["c", 1, 2]),
    "complex of three": payload(["c", 1.0, 2.0, 3.0]),
    "opaque of numbers": payload(["o", 1, 2]),
    "opaque without text": payload(["o", "a"]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_payloads_are_frame_errors(name: str) -> None:
    with pytest.raises(FrameError):
        decode(HOSTILE[name])


def test_allocation_is_bounded_by_the_frame() -> None:
    worst = [
        payload(b'["l"' + b',["l"]' * 150_000 + b"]"),
        payload(b'["l"' + b',["a","f8",[0]]' * 60_000 + b"]"),
        payload(["L", "q", 100_000], bytes(800_000)),
    ]
    for data in worst:
        tracemalloc.start()
        try_to_decode(data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 50 * len(data)


def test_arrays_come_out_writable_and_ours() -> None:
    data = encode([np.arange(6.0).reshape(2, 3), np.array([True]), np.zeros((0, 3))])
    for array in decode(data):
        assert array.flags.owndata
        assert array.flags.writeable
        assert array.dtype.isnative
        array[...] = 1
    assert same(decode(data)[0], np.arange(6.0).reshape(2, 3))


def test_other_memory_layouts_are_the_same_numbers() -> None:
    grid = np.arange(12.0).reshape(3, 4)
    for odd in (grid.T, grid[::2, ::-1], np.asfortranarray(grid), grid.astype(">f8"), np.broadcast_to(grid, (2, 3, 4))):
        assert same(decode(encode(odd)), np.array(odd, dtype="f8", order="C"))


def test_a_bool_array_holds_bools_whatever_its_bytes() -> None:
    decoded = decode(payload(["a", "b1", [3]], b"\x00\x07\xff"))
    assert decoded.tolist() == [False, True, True]
    assert decoded.view("u1").tolist() == [0, 1, 1]


def test_nan_keeps_its_bits() -> None:
    (odd_nan,) = struct.unpack(">d", bytes.fromhex("fff8000000000123"))
    assert same(decode(encode(odd_nan)), odd_nan)
    assert math.copysign(1, decode(encode(-0.0))) == -1


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_subclasses_become_their_base() -> None:
    class Liar(float):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = float.__hash__

        def __float__(self) -> float:
            return 99.0

    class Text(str):
        def __str__(self) -> str:
            return "other"

    class Rows(list[int]):
        def __iter__(self) -> Any:
            raise RuntimeError

    class Own(np.ndarray[Any, Any]):
        pass

    point = collections.namedtuple("point", "x y")(1, 2.0)
    color = enum.IntEnum("color", "RED").RED  # type: ignore[attr-defined]
    assert same(lenient(Liar(1.5)), 1.5)
    assert same(lenient(Text("a")), "a")
    assert same(lenient(Rows([1, 2])), [1, 2])
    assert same(lenient(point), (1, 2.0))
    assert same(lenient(color), 1)
    assert same(lenient(collections.Counter("aab")), {"a": 2, "b": 1})
    assert same(lenient(np.ones(2).view(Own)), np.ones(2))
    assert same(lenient(np.str_("a")), "a")
    assert same(lenient(np.longlong(3)), np.int64(3))
    assert same(lenient(np.longdouble(3)), np.float64(3))
    assert same(lenient(np.ones(2, np.clongdouble)), np.ones(2, np.complex128))
    assert same(lenient(np.asmatrix([[1.0, 2.0]])), np.array([[1.0, 2.0]]))
    assert same(lenient(fractions.Fraction(1, 4)), 0.25)
    assert same(lenient(Decimal("0.5")), 0.5)


def test_what_has_no_plain_form_is_opaque() -> None:
    cyclic: list[Any] = []
    cyclic.append(cyclic)
    deep: list[Any] = []
    for _ in range(frames.MAX_DEPTH):
        deep = [deep]
    values = [
        cyclic, deep, {1, 2}, object(), (n for n in ()), int, len, 2**5000, np.array([None]), np.array(["a"]),
        np.ma.array([1.0], mask=[True]), np.void(b"a"), list(map(str, range(60_000))), "x" * 2_000_000,
        {object(): 1}, fractions.Fraction(10**400), np.zeros(3, "M8[s]"),
    ]  # fmt: skip
    for value in values:
        decoded = lenient(value)
        assert type(decoded) is Opaque
        assert decoded.type_name == type(value).__name__
        assert len(decoded.text) <= frames.MAX_REPR
        with pytest.raises(Refused):
            encode(value)


def test_an_opaque_inside_a_container_leaves_the_rest() -> None:
    decoded = lenient((1.0, object(), [np.array([None])]))
    assert decoded[0] == 1.0
    assert decoded[1] == Opaque("object", "<object object>")
    assert type(decoded[2][0]) is Opaque


def test_a_refused_value_leaves_no_bytes_behind() -> None:
    writer = Writer(100)
    given = [writer.lenient([np.ones(5), np.ones(50)]), writer.lenient(np.arange(3.0))]
    decoded = decode(writer.payload(frames.tagged("l", given)))
    assert type(decoded[0]) is Opaque
    assert same(decoded[1], np.arange(3.0))


def test_hostile_objects_are_described_without_harm() -> None:
    class Hostile:
        def __repr__(self) -> str:
            raise KeyboardInterrupt

    class Meta(type):
        __name__ = property(lambda cls: 1 / 0)  # type: ignore[assignment]

    class Odd(metaclass=Meta):
        def __repr__(self) -> str:
            return "\ud800" * 10_000

    assert lenient(Hostile()) == Opaque("Hostile", "<no text>")
    assert lenient(Odd()).type_name == "Odd"
    lenient(Odd()).text.encode()


def test_text_never_holds_lone_surrogates() -> None:
    assert lenient("a\ud800é") == "a\\ud800é"
    assert lenient("🎈") == "🎈"


def test_more_numbers_in_lists_than_anybody_compares_are_opaque() -> None:
    most = frames.MAX_NODES * frames.PACKED_IN_NODE
    assert lenient([0.5] * 2_000_000) == Opaque("list", "a list of length 2000000")
    assert lenient([[0.5] * (most // 2), [0.5] * (most // 4)])[1][0] == 0.5
    assert type(lenient([[0.5] * most, [0.5] * most])) is Opaque


def test_keys_chosen_to_share_a_hash_are_opaque_and_never_slow() -> None:
    """Each look-up would compare the key with all others: 2,000 tuples of equal hash took two seconds."""
    alike = {(*[1] * 100, k * (2**61 - 1)): 0 for k in range(100)}
    assert type(lenient(alike)) is Opaque
    assert lenient({-1: 1, -2: 2, -1.5: 3}) == {-1: 1, -2: 2, -1.5: 3}
    assert len(lenient({str(number): number for number in range(frames.MAX_PAIRS)})) == frames.MAX_PAIRS


def test_huge_ints_do_not_cost_quadratic_time() -> None:
    assert lenient(1 << 100_000_000).text == "an integer of 100000001 bits"


def test_a_value_above_its_room_is_opaque() -> None:
    assert type(lenient(np.ones(100), room=799)) is Opaque
    assert type(lenient(np.ones(100), room=800)) is np.ndarray
    assert type(lenient(np.broadcast_to(1.0, (10**6, 10**6)))) is Opaque


def test_inbox_cuts_a_stream_anywhere() -> None:
    messages = [b"", b"a", bytes(1000)]
    stream = b"".join(map(frame, messages))
    for size in (1, 3, 7, 2000):
        inbox = Inbox(1000)
        got = [data for at in range(0, len(stream), size) for data in inbox.feed(stream[at : at + size])]
        assert got == messages
        assert not len(inbox)


def test_inbox_refuses_a_length_above_its_cap_at_once() -> None:
    with pytest.raises(FrameError):
        Inbox(1000).feed(b"\xff\xff\xff\xff")
