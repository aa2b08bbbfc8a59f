"""Frames of plain data: the only language the two sides of a box speak.

A frame is a 4-byte big-endian length and a payload of that many bytes. A payload is a 4-byte length, a small
JSON text of that length, and the raw bytes of its arrays one after the other. In the JSON every JSON scalar
stands for itself and a list is always tagged: ["l", 1, 2] is the list [1, 2], ["a", "f8", [3]] an array of
three floats whose 24 bytes come next in the raw part. The raw part is read strictly in order and must be used
up, so no two values can share bytes and a frame of n bytes never decodes to more than a small multiple of n.

Who trusts whom: nobody. `decode` takes its input for hostile and answers with exact builtin types or
`FrameError`. `Writer.lenient` runs beside learner code: whatever has no plain form becomes an `Opaque`
instead of an exception, and hardly any method of a learner's class is called except `repr`.
"""

from __future__ import annotations

import json
import math
import re
import struct
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from json.encoder import encode_basestring as _quote
from typing import Any, NoReturn

import numpy as np

from grader.calls import Opaque

MAX_HEADER = 1_000_000  # bytes of JSON in one frame
MAX_DEPTH = 20  # JSON lists in lists
MAX_PLAIN_DEPTH = 16  # containers in one value: leaves room for the message around it and for tags inside it
MAX_NODES = 40_000  # values inside containers; long lists of floats or ints travel as raw bytes
MAX_INT_BITS = 4096  # small enough that nobody downstream trips over Python's limit of 4300 digits
MAX_DIMS = 32
PACKED_IN_NODE = 4  # numbers of such lists that count as one value
SPARE_NODES = 2_000  # of the message around the values
MAX_PAIRS = 2_000  # in one dict
MAX_ALL_PAIRS = 10_000  # in all dicts of one frame
MAX_ALIKE = 32  # keys of one hash in one dict: each is compared with all the others, and tuples take their time
MAX_NAME = 80
MAX_REPR = 200
PACK_FROM = 8  # shorter lists of numbers stay in the JSON

_LENGTH = struct.Struct(">I")
_DOUBLE = struct.Struct(">d")
_CODES = ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
_DTYPES = {code: np.dtype(code) for code in _CODES}
_CODE_OF = {dtype: code for code, dtype in _DTYPES.items()}
_SMALLEST, _LARGEST = -(2**63), 2**64 - 1
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class FrameError(Exception):
    """The bytes are not a frame."""


class Refused(Exception):
    """A value has no plain form, or a plain form above the limits."""


# --- frames in a stream ------------------------------------------------------------------------------------


def frame(payload: bytes) -> bytes:
    """The payload with its length in front, ready to be sent."""
    return _LENGTH.pack(len(payload)) + payload


class Inbox:
    """Cuts a stream of bytes into payloads. A length above `cap` is refused before its bytes are awaited."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._bytes = bytearray()

    def __len__(self) -> int:
        """How many bytes wait for the rest of their frame."""
        return len(self._bytes)

    def feed(self, data: bytes) -> list[bytes]:
        """Take what was read from the stream; give every payload that is complete now."""
        held = self._bytes
        held += data
        payloads: list[bytes] = []
        start = 0
        while len(held) - start >= 4:
            (length,) = _LENGTH.unpack_from(held, start)
            if length > self._cap:
                raise FrameError(f"a frame of {length} bytes is above the limit")
            if len(held) - start - 4 < length:
                break
            with memoryview(held) as view:
                payloads.append(bytes(view[start + 4 : start + 4 + length]))
            start += 4 + length
        if start:
            del held[:start]
        return payloads


# --- encoding ----------------------------------------------------------------------------------------------


def encode(value: Any, room: int = 1 << 28) -> bytes:
    """The payload for a value. Raises Refused when it has no plain form or needs more than `room` bytes.

    This is the strict form, for what our own side sends: an object inside a container is refused, too.
    """
    writer = Writer(room, strict=True)
    return writer.payload(writer.node(value, 0))


class Writer:
    """Builds one payload: `node` and `lenient` give a value's JSON, `payload` joins that with the raw part.

    The JSON is written by hand: it is a few kinds of lists, and the standard encoder costs twice the time.
    """

    __slots__ = ("blobs", "nodes", "room", "strict", "text")

    def __init__(self, room: int, strict: bool = False) -> None:
        self.blobs: list[bytes] = []
        self.room = room
        self.nodes = 0
        self.text = 0
        self.strict = strict

    def payload(self, text: str) -> bytes:
        """The bytes for a JSON text made by this writer."""
        header = text.encode("utf-8")
        if len(header) > MAX_HEADER:
            raise Refused("too large")
        return b"".join((_LENGTH.pack(len(header)), header, *self.blobs))

    def lenient(self, value: Any) -> str:
        """The JSON of a learner's value; of an Opaque when it has no plain form or is too large."""
        before = self.mark()
        try:
            return self.node(value, 2)
        except MemoryError:
            raise
        except BaseException:  # noqa: BLE001 - whatever a learner's object does, it ends as an Opaque
            self.back_to(before)
            return _opaque_json(describe(value))

    def mark(self) -> tuple[int, int, int, int]:
        """A state of this writer to come back to."""
        return len(self.blobs), self.room, self.nodes, self.text

    def back_to(self, mark: tuple[int, int, int, int]) -> None:
        """Forget every value since the mark."""
        count, self.room, self.nodes, self.text = mark
        del self.blobs[count:]

    def node(self, value: Any, depth: int) -> str:
        """The JSON of one value inside `depth` containers."""
        return _WRITERS.get(type(value), _write_other)(self, value, depth)

    def blob(self, data: bytes) -> None:
        """Add bytes to the raw part."""
        self.blobs.append(data)

    def foreign(self, value: Any) -> str:
        """The JSON of something that has no plain form."""
        if self.strict:
            raise Refused(f"{type(value).__name__} is not plain data")
        return _opaque_json(describe(value))

    def spend(self, size: int) -> None:
        """Refuse when the raw part would outgrow its room; asked before the bytes are made."""
        if size > self.room:
            raise Refused("too large")
        self.room -= size

    def count(self, nodes: int) -> None:
        """Refuse when there are too many values."""
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise Refused("too large")

    def enter(self, count: int, depth: int) -> int:
        """Account for a container of `count` values; gives the depth inside it."""
        self.count(count)
        if depth >= MAX_PLAIN_DEPTH + 2:
            raise Refused("too deep")
        return depth + 1


def _write_none(writer: Writer, value: None, depth: int) -> str:
    return "null"


def _write_bool(writer: Writer, value: bool, depth: int) -> str:
    return "true" if value else "false"


def _write_float(writer: Writer, value: float, depth: int) -> str:
    if value - value == 0.0:
        return float.__repr__(value)
    return f'["f","{_DOUBLE.pack(value).hex()}"]'


def _write_int(writer: Writer, value: int, depth: int) -> str:
    if _SMALLEST <= value <= _LARGEST:
        return int.__repr__(value)
    if value.bit_length() > MAX_INT_BITS:
        raise Refused("too large")
    return f'["i","{value:x}"]'


def _write_str(writer: Writer, value: str, depth: int) -> str:
    writer.text += len(value)
    if writer.text > MAX_HEADER:
        raise Refused("too large")
    return _quote(value if value.isascii() else clean_text(value))


def _write_bytes(writer: Writer, value: bytes, depth: int) -> str:
    writer.spend(len(value))
    writer.blob(value)
    return f'["b",{len(value)}]'


def _write_complex(writer: Writer, value: complex, depth: int) -> str:
    return f'["c",{_write_float(writer, value.real, depth)},{_write_float(writer, value.imag, depth)}]'


def _write_list(writer: Writer, value: list[Any], depth: int) -> str:
    return _packed(writer, "L", value) or tagged("l", _items(writer, value, depth))


def _write_tuple(writer: Writer, value: tuple[Any, ...], depth: int) -> str:
    return _packed(writer, "T", value) or tagged("t", _items(writer, value, depth))


def tagged(tag: str, items: list[str]) -> str:
    """The JSON of a container whose items are written already."""
    return f'["{tag}",{",".join(items)}]' if items else f'["{tag}"]'


def _items(writer: Writer, items: list[Any] | tuple[Any, ...], depth: int) -> list[str]:
    inside = writer.enter(len(items), depth)
    node = writer.node
    return [node(item, inside) for item in items]


def _packed(writer: Writer, tag: str, items: list[Any] | tuple[Any, ...]) -> str | None:
    """A run of nothing but floats, or nothing but 64-bit ints, as raw bytes; None for anything else."""
    if len(items) < PACK_FROM:
        return None
    kinds = set(map(type, items))
    code = "d" if kinds == {float} else "q" if kinds == {int} else None
    if code is None:
        return None
    before = writer.mark()
    writer.spend(8 * len(items))
    writer.count(len(items) // PACKED_IN_NODE)
    try:
        data = array(code, items).tobytes()
    except OverflowError:
        writer.back_to(before)
        return None
    writer.blob(data)
    return f'["{tag}","{code}",{len(data) // 8}]'


def _write_dict(writer: Writer, value: dict[Any, Any], depth: int) -> str:
    inside = writer.enter(2 * len(value), depth)
    keys = [_plain_key(key) for key in value]
    if len(keys) > MAX_PAIRS or are_alike(keys) or len(set(keys)) != len(keys):
        raise Refused("too large, or keys that become equal")
    items: list[str] = []
    for key, item in zip(keys, list(value.values()), strict=True):
        items += (writer.node(key, inside), writer.node(item, inside))
    return tagged("d", items)


def _plain_key(key: Any) -> Any:
    """The key as exact builtin type. Only scalars and tuples of scalars are keys."""
    kind = type(key)
    if issubclass(kind, tuple):
        return tuple(map(_plain_key, tuple.__getitem__(key, slice(None))))
    if key is None or kind in _KEYS:
        return key
    for base, exact in _BASES:
        if issubclass(kind, base) and base in _KEYS:
            return exact(key)
    raise Refused("a key that is not plain")


def are_alike(keys: Sequence[Any]) -> bool:
    """Whether so many keys share one hash that a dict of them would be slow. Numbers can be chosen to do so."""
    return len(keys) > MAX_ALIKE and max(Counter(map(hash, keys)).values()) > MAX_ALIKE


def _write_array(writer: Writer, value: np.ndarray[Any, Any], depth: int) -> str:
    code = _CODE_OF.get(value.dtype)
    if code is None:  # another byte order or width, or no numbers at all
        code = _nearest_code(value.dtype)
        if code is None:
            return writer.foreign(value)
        value = value.astype(_DTYPES[code])
    shape = value.shape
    if len(shape) > MAX_DIMS or (not value.size and _rows_of_nothing(shape) > MAX_NODES):
        raise Refused("impossible dimensions")
    writer.spend(value.nbytes)
    writer.blob(value.tobytes())
    return f'["a","{code}",[{",".join(map(str, shape))}]]'


def _rows_of_nothing(shape: Sequence[int]) -> int:
    """How many lists an array without numbers becomes when somebody writes it out: it travels as no bytes at all."""
    return math.prod(max(dim, 1) for dim in shape)


def _nearest_code(dtype: np.dtype[Any]) -> str | None:
    """The code for numbers that are not exactly ours.

    Floats wider than 64 bits are of one kind of machine only: they travel as what every machine has.
    """
    code = f"{dtype.kind}{dtype.itemsize}"
    if code not in _DTYPES and dtype.kind in "fc":
        code = "f8" if dtype.kind == "f" else "c16"
    return code if code in _DTYPES else None


def _write_scalar(writer: Writer, value: Any, depth: int) -> str:
    data = value.tobytes()
    writer.spend(len(data))
    writer.blob(data)
    return f'["s","{_CODE_OF[value.dtype]}"]'


def _write_numpy(writer: Writer, value: Any, depth: int) -> str:
    """Subclasses of arrays, and numpy scalars under other names than ours."""
    if isinstance(value, np.ndarray):
        if any(base.__name__ == "MaskedArray" for base in type(value).__mro__):
            return writer.foreign(value)  # its hidden elements would come to light
        return _write_array(writer, np.asarray(value), depth)
    of_one = np.asarray(value)
    code = _nearest_code(of_one.dtype)
    if of_one.shape != () or code is None:
        return writer.foreign(value)
    return _write_scalar(writer, of_one.astype(_DTYPES[code])[()], depth)


def _write_opaque(writer: Writer, value: Opaque, depth: int) -> str:
    return _opaque_json(value)


def _opaque_json(value: Opaque) -> str:
    name, text = clean_text(value.type_name[:MAX_NAME]), clean_text(value.text[:MAX_REPR])
    return f'["o",{_quote(name)},{_quote(text)}]'


def _write_other(writer: Writer, value: Any, depth: int) -> str:
    """Every type that is not exactly one of ours: subclasses become their base, the rest is opaque."""
    kind = type(value)
    if issubclass(kind, np.ndarray) or (issubclass(kind, np.generic) and not issubclass(kind, str | bytes)):
        return _write_numpy(writer, value, depth)
    for base, exact in _BASES:
        if issubclass(kind, base):
            return writer.node(exact(value), depth)
    if issubclass(kind, Fraction | Decimal):
        try:
            return _write_float(writer, float(value), depth)
        except (OverflowError, ValueError):  # larger than any float, or a signalling NaN
            return writer.foreign(value)
    return writer.foreign(value)


# Base types, each with the way to an exact copy that runs none of the subclass's own methods. Bool is missing
# because it cannot be subclassed.
_BASES: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (float, float.__pos__),
    (int, int.__pos__),
    (str, str.__str__),
    (complex, complex.__pos__),
    (bytes, lambda value: bytes.__getitem__(value, slice(None))),
    (list, lambda value: list.__getitem__(value, slice(None))),
    (tuple, lambda value: tuple.__getitem__(value, slice(None))),
    (dict, lambda value: dict(dict.items(value))),
)
_KEYS: frozenset[type] = frozenset({bool, int, float, complex, str, bytes, *(dtype.type for dtype in _DTYPES.values())})
_WRITERS: dict[type, Callable[[Writer, Any, int], str]] = {
    type(None): _write_none,
    bool: _write_bool,
    float: _write_float,
    int: _write_int,
    str: _write_str,
    bytes: _write_bytes,
    complex: _write_complex,
    list: _write_list,
    tuple: _write_tuple,
    dict: _write_dict,
    np.ndarray: _write_array,
    Opaque: _write_opaque,
    **{dtype.type: _write_scalar for dtype in _DTYPES.values()},
}


# --- text made beside learner code -------------------------------------------------------------------------

_name_of = type.__dict__["__name__"].__get__


def type_name(kind: type) -> str:
    """A class's name, whatever its metaclass says."""
    return clean_text(str.__str__(_name_of(kind))[:MAX_NAME])


def clean_text(text: str) -> str:
    """The text with lone surrogates written out, so that it can be encoded everywhere."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def safe_text(render: Callable[[Any], Any], value: Any, cap: int) -> str:
    """`render(value)` (repr or str), capped; a placeholder when the object will not be rendered."""
    try:
        text = render(value)
        return clean_text(str.__str__(text)[:cap])
    except MemoryError:
        raise
    except BaseException:  # noqa: BLE001 - a hostile __repr__ may raise anything
        return "<no text>"


def describe(value: Any) -> Opaque:
    """What is told of a value that has no plain form."""
    kind = type(value)
    if kind in (list, tuple, dict, str, bytes, set, frozenset, bytearray) and len(value) > 100:
        return Opaque(type_name(kind), f"a {kind.__name__} of length {len(value)}")
    if kind is int:
        return Opaque("int", f"an integer of {value.bit_length()} bits")
    # an address differs from run to run and tells nobody anything
    return Opaque(type_name(kind), _ADDRESS.sub("", safe_text(repr, value, MAX_REPR)))


# --- decoding ----------------------------------------------------------------------------------------------


def decode(payload: bytes) -> Any:
    """The value of a payload, in exact builtin types. Anything malformed raises FrameError, nothing else."""
    try:
        return _Reader(payload).value()
    except FrameError:
        raise
    except _MALFORMED as fault:
        raise FrameError(f"not a frame: {type(fault).__name__}") from None


_MALFORMED = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    StopIteration,  # the scanner's word for an end that came too early
    struct.error,
)


def _refuse(what: Any) -> NoReturn:
    raise FrameError("JSON objects, NaN and Infinity have no place in a frame")


def _small_int(digits: str) -> int:
    if len(digits) > 21:
        raise FrameError("an integer of too many digits")
    return int(digits)


# Only the scanner: around it the standard decoder also looks for white space, of which a header has none.
_scan = json.JSONDecoder(object_pairs_hook=_refuse, parse_constant=_refuse, parse_int=_small_int).scan_once  # type: ignore[attr-defined]


class _Reader:
    """Reads one payload: `at` is how far the raw part has been used."""

    __slots__ = ("at", "nodes", "pairs", "payload", "tree")

    def __init__(self, payload: bytes) -> None:
        length: int = _LENGTH.unpack_from(payload)[0]
        if length > MAX_HEADER or 4 + length > len(payload):
            raise FrameError("a header of impossible length")
        text = str(payload[4 : 4 + length], "utf-8")
        self.tree, end = _scan(text, 0)
        if end != len(text):
            raise FrameError("text after the header")
        self.payload = payload
        self.at = 4 + length
        self.nodes = 0
        self.pairs = 0

    def value(self) -> Any:
        value = self.node(self.tree, 0)
        if self.at != len(self.payload):
            raise FrameError("bytes after the end")
        return value

    def node(self, tree: Any, depth: int) -> Any:
        kind = type(tree)
        if kind is list:
            if depth > MAX_DEPTH or type(tree[0]) is not str:
                raise FrameError("nested too deeply, or a list without tag")
            return _READERS[tree[0]](self, tree, depth + 1)
        if kind is float:
            if tree - tree != 0.0:
                raise FrameError("a number out of range")
        elif kind is int:
            if not _SMALLEST <= tree <= _LARGEST:
                raise FrameError("an integer out of range")
        elif kind is str and not tree.isascii():
            tree.encode("utf-8")  # a lone surrogate raises: it would only crash somebody later
        return tree

    def count(self, nodes: int) -> None:
        """Refuse more values than a writer would send; asked before they are made."""
        self.nodes += nodes
        if self.nodes > MAX_NODES + SPARE_NODES:
            raise FrameError("too many values")

    def take(self, size: int) -> int:
        """Use up the next `size` bytes of the raw part; gives where they start."""
        start = self.at
        if size > len(self.payload) - start:
            raise FrameError("fewer bytes than announced")
        self.at = start + size
        return start


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise FrameError("not a count")
    return value


def _read_list(reader: _Reader, tree: list[Any], depth: int) -> list[Any]:
    reader.count(len(tree) - 1)
    node = reader.node
    return [node(item, depth) for item in tree[1:]]


def _read_tuple(reader: _Reader, tree: list[Any], depth: int) -> tuple[Any, ...]:
    return tuple(_read_list(reader, tree, depth))


def _read_packed(reader: _Reader, tree: list[Any], depth: int) -> list[Any]:
    _, code, count = tree
    if code not in ("d", "q"):
        raise FrameError("unknown packing")
    start = reader.take(8 * _count(count))
    reader.count(count // PACKED_IN_NODE)
    numbers = array(code)
    numbers.frombytes(reader.payload[start : reader.at])
    return numbers.tolist()


def _read_packed_tuple(reader: _Reader, tree: list[Any], depth: int) -> tuple[Any, ...]:
    return tuple(_read_packed(reader, tree, depth))


def _read_dict(reader: _Reader, tree: list[Any], depth: int) -> dict[Any, Any]:
    count, odd = divmod(len(tree) - 1, 2)
    reader.pairs += count
    reader.count(2 * count)
    if odd or count > MAX_PAIRS or reader.pairs > MAX_ALL_PAIRS:
        raise FrameError("not a dict, or too large a one")
    items = [reader.node(item, depth) for item in tree[1:]]
    keys = items[::2]
    if are_alike(keys):
        raise FrameError("too many keys of one hash")
    value = dict(zip(keys, items[1::2], strict=True))
    if len(value) != count:
        raise FrameError("two equal keys")
    return value


def _read_float(reader: _Reader, tree: list[Any], depth: int) -> float:
    _, digits = tree
    if type(digits) is not str or len(digits) != 16:
        raise FrameError("not the bits of a float")
    (value,) = _DOUBLE.unpack(bytes.fromhex(digits))
    return float(value)


def _read_int(reader: _Reader, tree: list[Any], depth: int) -> int:
    _, digits = tree
    if type(digits) is not str or len(digits) > MAX_INT_BITS // 4 + 1 or not _HEX.fullmatch(digits):
        raise FrameError("not an integer")
    return int(digits, 16)


def _read_complex(reader: _Reader, tree: list[Any], depth: int) -> complex:
    real, imag = (reader.node(part, depth) for part in tree[1:])
    if type(real) is not float or type(imag) is not float:
        raise FrameError("not a complex number")
    return complex(real, imag)


def _read_bytes(reader: _Reader, tree: list[Any], depth: int) -> bytes:
    _, size = tree
    start = reader.take(_count(size))
    return reader.payload[start : reader.at]


def _read_array(reader: _Reader, tree: list[Any], depth: int) -> np.ndarray[Any, Any]:
    _, code, shape = tree
    if type(shape) is not list or len(shape) > MAX_DIMS:
        raise FrameError("not a shape")
    size = _DTYPES[code].itemsize
    for dim in shape:
        size *= _count(dim)
    if size == 0 and _rows_of_nothing(shape) > MAX_NODES:
        raise FrameError("an empty array of too many rows")
    return _from_bytes(tuple(shape), code, reader.payload, reader.take(size))


def _from_bytes(shape: tuple[int, ...], code: str, data: bytes, start: int) -> np.ndarray[Any, Any]:
    """A new array that owns its numbers. Bools are made as C makes them: a byte of 7 would be neither."""
    if code == "b1":
        return np.asarray(np.ndarray(shape, _DTYPES["u1"], data, start) != 0)
    return np.ndarray(shape, _DTYPES[code], data, start).copy()


def _read_scalar(reader: _Reader, tree: list[Any], depth: int) -> Any:
    _, code = tree
    return _from_bytes((), code, reader.payload, reader.take(_DTYPES[code].itemsize))[()]


def _read_opaque(reader: _Reader, tree: list[Any], depth: int) -> Opaque:
    _, name, text = (reader.node(part, depth) for part in tree)
    if type(name) is not str or type(text) is not str:
        raise FrameError("not a text")
    return Opaque(name[:MAX_NAME], text[:MAX_REPR])


_HEX = re.compile("-?[0-9a-f]+")
_READERS: dict[str, Callable[[_Reader, list[Any], int], Any]] = {
    "l": _read_list,
    "t": _read_tuple,
    "L": _read_packed,
    "T": _read_packed_tuple,
    "d": _read_dict,
    "f": _read_float,
    "i": _read_int,
    "c": _read_complex,
    "b": _read_bytes,
    "a": _read_array,
    "s": _read_scalar,
    "o": _read_opaque,
}
