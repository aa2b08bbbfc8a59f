"""What runs in the learner's process: load one submission, answer calls, say what happened in plain data.

The process has one channel to our side (a socket or a pair of pipes) and nothing else that is ours. It
receives one frame with the job, executes the source in a module of its own, sends one "loaded" frame, then
one "answer" frame a call, and waits for more calls until our side hangs up. From the first line of learner
code on nothing in here is trusted: the learner can reach and change every object of this module. What is
sent is therefore a claim, limits are kept from outside, and the code below only cares for honest learners
and for honest mistakes.

Nothing is imported after this file is loaded: once confinement is on, a file may be out of reach.
"""

from __future__ import annotations

import hashlib
import inspect
import io
import linecache
import os
import random
import re
import sys
from _thread import allocate_lock
from collections.abc import Callable
from types import CodeType, FunctionType, ModuleType, TracebackType
from typing import Any, NoReturn, cast

import numpy as np

from grader.box.frames import (
    Inbox,
    Refused,
    Writer,
    clean_text,
    decode,
    encode,
    frame,
    safe_text,
    tagged,
    type_name,
)
from grader.calls import Opaque

KEPT_PRINTED = 4096
MAX_JOB = 1 << 28
_CHUNK = 1 << 14  # enough for most jobs; room for more would cost each child new pages
_MAX_TEXT = 500
_MAX_LINE = 200
_MAX_LISTED = 200  # definitions, names, parameters, bases
_SMALL = 16_384  # bytes of a module-level value that is worth telling
_ENDINGS = {verdict: encode(("ending", verdict)) for verdict in ("memory", "output")}

RawCall = tuple[str, bool, bytes]


# --- what a learner prints -------------------------------------------------------------------------------


class Printed(io.RawIOBase):
    """Where printed text goes: the first part of each call's is kept, all of it is counted."""

    def __init__(self) -> None:
        self.left = 0
        self.kept = bytearray()
        self.overflow: Callable[[], object] = int

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        """Stay open: a learner who closes sys.stdout loses nothing of what the next call prints."""

    def write(self, data: Any) -> int:
        with memoryview(data) as view, view.cast("B") as raw:
            size = raw.nbytes
            room = KEPT_PRINTED - len(self.kept)
            if room > 0:
                self.kept += raw[:room]
        self.left -= size
        if self.left < 0:
            self.overflow()
        return size


class Output:
    """Stands for sys.stdout and sys.stderr. Made once before the fork: making it costs as much as a call."""

    def __init__(self) -> None:
        self._raw = Printed()
        self._text = self._new_text()
        self._before = (sys.stdout, sys.stderr)

    def open(self, cap: int, overflow: Callable[[], object]) -> None:
        """From here on `cap` bytes may be printed; the next one calls `overflow`."""
        self._raw.left = cap
        self._raw.overflow = overflow

    def close(self) -> None:
        """Give sys.stdout and sys.stderr back, for a process that has other uses for them."""
        sys.stdout, sys.stderr = self._before

    def listen(self) -> None:
        """What is printed from here on belongs to what happens next, even if sys.stdout was bent before."""
        self.take()
        if sys.stdout is not self._text:
            self._before = (sys.stdout, sys.stderr)
        sys.stdout = sys.stderr = self._text

    def take(self) -> str:
        """The first part of what was printed since the last time."""
        try:
            self._text.flush()
        except ValueError:  # detached by the learner's code
            self._text = self._new_text()
        kept = self._raw.kept
        text = kept.decode("utf-8", "replace") if kept else ""
        kept.clear()
        return text

    def _new_text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(cast(Any, self._raw), "utf-8", "backslashreplace", "\n")


# --- exceptions ------------------------------------------------------------------------------------------

# Read through the base classes' own descriptors: a learner's exception class may define these names itself.
_traceback_of = BaseException.__dict__["__traceback__"].__get__
_mro_of = type.__dict__["__mro__"].__get__
_NAMED = ((NameError, "name"), (AttributeError, "name"), (ImportError, "name_from"), (ImportError, "name"))
_name_readers = [
    (kind, kind.__dict__[field].__get__) for kind, field in _NAMED if field in kind.__dict__
]  # name_from came with Python 3.12


def _innermost(fault: BaseException, filename: str) -> int | None:
    """The line of the learner's own file that was running when the exception came."""
    line = None
    step: TracebackType | None = _traceback_of(fault)
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _missing_name(fault: BaseException) -> str | None:
    """The name a NameError, AttributeError or ImportError is about."""
    for kind, read in _name_readers:
        if isinstance(fault, kind):
            name = read(fault)
            if isinstance(name, str):
                return clean_text(str.__str__(name)[:_MAX_LINE])
    return None


def _bases(kind: type) -> list[str]:
    return [type_name(base) for base in _mro_of(kind)[:-1][:_MAX_LISTED]]


def _missing(name: str) -> tuple[Any, ...]:
    """What is said when a call or a reading names something that the submission does not have."""
    text = f"there is no '{name}' at the top level of this file"
    return ("MissingName", text, None, None, ["MissingName", "AttributeError"], name)


# --- what a submission defines ---------------------------------------------------------------------------


# One lexeme: a string with its prefix, a comment, a word or number, a newline with the indentation after it, a
# continued line, or any other sign. Only for source that compiles.
_LEXEME = re.compile(
    r'''[A-Za-z]{0,3}(?:"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')'''
    r"|\#[^\n]*|\w+|\\\n|\n[ \t\f]*|[^\s\w]",
    re.DOTALL,
)


def fingerprint(source: str) -> str:
    """Hash of a program's lexemes: equal for programs that differ in comments, docstrings and spacing only.

    A statement that is nothing but a string, as a docstring is, does not count. A hash of the syntax tree would
    say the same, but making the tree costs more than loading and running a small submission.
    """
    kept: list[str] = []
    line = ["\n"]
    depth = 0
    for lexeme in _LEXEME.findall(source + "\n"):
        first = lexeme[0]
        if first == "\n":
            if depth == 0:
                if any(word[-1] not in "\"'" for word in line[1:]):
                    kept += line
                line = [lexeme]
        elif first != "#" and lexeme != "\\\n":
            line.append(lexeme)
            depth += (first in "([{") - (first in ")]}")
    return hashlib.blake2b("\0".join(kept).encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _definition_lines(code: CodeType, lines: list[str]) -> dict[str, int]:
    """Where each function and class at the top level starts: its def or class, not a decorator above it."""
    found: dict[str, int] = {}
    for const in code.co_consts:
        if type(const) is not CodeType:
            continue
        if const.co_name.startswith("<generic"):  # def f[T](...): Python 3.12 wraps it once more
            found |= _definition_lines(const, lines)
            continue
        line = const.co_firstlineno
        while line < len(lines) and lines[line - 1].lstrip().startswith("@"):
            line += 1
        found[const.co_name] = line
    return found


def _defined(lines: dict[str, int], filename: str, names: dict[str, Any]) -> list[Any]:
    """Functions and classes that are at the top level now and were written here, in source order."""
    found: list[Any] = []
    for name, value in list(names.items()):
        line = lines.get(name) or _own_line(value, filename)
        if line is not None and type(name) is str and callable(value) and len(found) < _MAX_LISTED:
            kind = "class" if isinstance(value, type) else "function"
            found.append((clean_text(name), kind, line, _parameters(value)))
    found.sort(key=lambda item: item[2])
    return found


def _own_line(value: Any, filename: str) -> int | None:
    """Where a function without a def, a lambda, was written in this file."""
    if type(value) is FunctionType and value.__code__.co_filename == filename:
        return value.__code__.co_firstlineno
    return None


def _parameters(value: Any) -> list[str] | None:
    if type(value) is FunctionType and "__wrapped__" not in value.__dict__:
        return _code_parameters(value.__code__)
    try:
        return [clean_text(name) for name in inspect.signature(value).parameters][:_MAX_LISTED]
    except MemoryError:
        raise
    except BaseException:  # noqa: BLE001 - a class may answer this question with any exception
        return None


def _code_parameters(code: CodeType) -> list[str]:
    """The parameters of a plain function, as inspect.signature lists them but without its cost."""
    names = code.co_varnames
    plain = code.co_argcount
    keyword = plain + code.co_kwonlyargcount
    has_rest = bool(code.co_flags & inspect.CO_VARARGS)
    listed = [*names[:plain], *names[keyword : keyword + has_rest], *names[plain:keyword]]
    if code.co_flags & inspect.CO_VARKEYWORDS:
        listed.append(names[keyword + has_rest])
    return [clean_text(name) for name in listed[:_MAX_LISTED]]


class Session:
    """One submission in this process. The results of its methods are payloads, ready to be sent."""

    def __init__(self, job: bytes, output: Output, overflow: Callable[[], object]) -> None:
        source, filename, output_cap, answer_cap, seed, calls = decode(job)
        self.calls: list[RawCall] = calls
        self._source: bytes = source
        self._filename: str = filename
        self._answer_cap: int = answer_cap
        self._output = output
        self._lines: list[str] = []
        self._module = ModuleType(_free_name(filename))
        _ENTROPY.begin(seed)
        if b"random" in source:  # costs every child fifty microseconds, and few submissions draw anything
            random.seed(seed)
            np.random.seed(seed & 0xFFFFFFFF)
        output.open(output_cap, overflow)

    def load(self) -> bytes:
        """Execute the submission's top level; the "loaded" payload."""
        names = self._module.__dict__
        names["__file__"] = self._filename
        sys.modules[self._module.__name__] = self._module
        error, code = None, None
        self._output.listen()
        try:
            code = self._compile()
            exec(code, names)
        except MemoryError:
            raise
        except BaseException as fault:  # noqa: BLE001 - also SystemExit: the process goes on
            error = self._raised(fault)
        if code is None:
            return self._loaded(error, [], None)
        found = _defined(_definition_lines(code, self._lines), self._filename, names)
        return self._loaded(error, found, fingerprint("\n".join(self._lines)))

    def answer(self, call: RawCall) -> bytes:
        """Make one call, or one reading; the "answer" payload."""
        name, read, payload = call
        names = self._module.__dict__
        if name not in names:
            return self._answer(None, _missing(name), "", None)
        if read:
            return self._answer(names[name], None, "", None)
        args, kwargs = decode(payload)
        value, raised = None, None
        self._output.listen()
        try:
            value = names[name](*args, **kwargs)
        except MemoryError:
            raise
        except BaseException as fault:  # noqa: BLE001 - also SystemExit: the process goes on
            raised = self._raised(fault)
        printed = self._output.take()
        changed = self._changed(args, kwargs, payload)
        return self._answer(value, raised, printed, (*args, *kwargs.values()) if changed else None)

    def close(self) -> None:
        """Take the submission out of this process again."""
        self._output.close()
        sys.modules.pop(self._module.__name__, None)
        linecache.cache.pop(self._filename, None)

    # loading

    def _compile(self) -> CodeType:
        source = self._source.decode("utf-8", "surrogatepass")
        self._lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = [line + "\n" for line in self._lines]
        # no time stamp: such an entry is never compared with the disk
        linecache.cache[self._filename] = (len(source), None, lines, self._filename)
        return compile(source, self._filename, "exec", dont_inherit=True)

    def _loaded(self, error: Any, found: list[Any], print_of_source: str | None) -> bytes:
        writer = Writer(self._answer_cap)
        names: list[str] = []
        defined = {name for name, *_ in found}
        for name, value in list(self._module.__dict__.items()):
            if _is_public_value(name, value) and name not in defined and len(names) < 2 * _MAX_LISTED:
                names += _small(name, value, writer)
        printed = self._output.take()
        node = writer.node
        told = (node(error, 1), node(found, 1), tagged("d", names), node(printed, 1), node(print_of_source, 1))
        try:
            return writer.payload(tagged("t", ['"loaded"', *told]))
        except Refused:  # names of absurd length or number: better told without them than not at all
            return encode(("loaded", error, [], {}, printed, print_of_source))

    # calling

    def _answer(self, value: Any, raised: Any, printed: str, args_after: Any) -> bytes:
        writer = Writer(self._answer_cap)
        given = writer.lenient(value)
        after = "null"
        if args_after is not None:
            writer.room = self._answer_cap
            after = writer.lenient(args_after)
            if after.startswith('["o"'):
                after = f'["t",{after}]'
        try:
            return writer.payload(f'["t","answer",{given},{writer.node(raised, 1)},{writer.node(printed, 1)},{after}]')
        except Refused:
            return self._answer(_too_large(value), raised, printed, None)

    def _changed(self, args: Any, kwargs: Any, payload: bytes) -> bool:
        """Whether the arguments are other than they were: their encoding is compared."""
        writer = Writer(MAX_JOB)
        try:
            return writer.payload(writer.node((args, kwargs), 0)) != payload
        except Refused:
            return True

    def _raised(self, fault: BaseException) -> tuple[Any, ...]:
        kind = type(fault)
        text = safe_text(str, fault, _MAX_TEXT)
        line = _innermost(fault, self._filename)
        if line is None and isinstance(fault, SyntaxError) and fault.filename == self._filename:
            line = fault.lineno if type(fault.lineno) is int and fault.lineno > 0 else None
            text = safe_text(str, fault.msg, _MAX_TEXT)
        source_line = None
        if line is not None and 0 < line <= len(self._lines):
            source_line = clean_text(self._lines[line - 1].strip()[:_MAX_LINE])
        return (type_name(kind), text, line, source_line, _bases(kind), _missing_name(fault))


def _free_name(filename: str) -> str:
    """The file's stem, unless a module of that name exists: a submission must not replace one."""
    name = filename.rsplit("/", 1)[-1].removesuffix(".py") or "submission"
    while name in sys.modules or name in sys.stdlib_module_names or name == "numpy":
        name += "_"
    return name


def _is_public_value(name: Any, value: Any) -> bool:
    if type(name) is not str or name.startswith("_"):
        return False
    return not callable(value) and not isinstance(value, ModuleType)


def _small(name: str, value: Any, writer: Writer) -> list[str]:
    """The JSON of a name and its value; nothing when the value is not plain or not small."""
    before = writer.mark()
    _, room, nodes, text = before
    json = writer.lenient(value)
    is_large = room - writer.room > _SMALL or writer.text - text > _SMALL or writer.nodes - nodes > 1_000
    if is_large or json.startswith('["o"'):
        writer.back_to(before)
        return []
    return [writer.node(name, 1), json]


def _too_large(value: Any) -> Opaque:
    kind = type_name(type(value))
    return Opaque(kind, f"a {kind} that is too large to be sent")


# --- randomness ------------------------------------------------------------------------------------------


class Entropy:
    """Stands for `os.urandom`: generators that are not seeded begin with it, and so are repeatable, too."""

    def __init__(self) -> None:
        self.begin(0)

    def begin(self, seed: int) -> None:
        """A stream of bytes of its own for this seed."""
        self._seed = seed
        self._drawn = 0

    def __call__(self, size: int) -> bytes:
        self._drawn += 1
        return hashlib.shake_256(b"%d %d" % (self._seed, self._drawn)).digest(size)


_ENTROPY = Entropy()


def take_over_randomness() -> None:
    """In a process for learner code: whatever asks the system for randomness is given the run's own."""
    os.urandom = _ENTROPY
    random._urandom = _ENTROPY  # type: ignore[attr-defined]  # what SystemRandom, secrets and numpy draw from
    seed = random.Random.seed

    def seeded(self: random.Random, a: Any = None, version: int = 2) -> None:
        seed(self, int.from_bytes(_ENTROPY(32)) if a is None else a, version)

    random.Random.seed = seeded  # type: ignore[method-assign]


# --- the process -----------------------------------------------------------------------------------------


class Channel:
    """Frames over a pair of descriptors, read and written by blocking calls."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader = reader
        self._writer = writer
        self._inbox = Inbox(MAX_JOB)
        self._waiting: list[bytes] = []
        self._lock = allocate_lock()

    def receive(self) -> bytes:
        """The next payload. Raises EOFError when the other side has hung up."""
        while not self._waiting:
            data = os.read(self._reader, _CHUNK)
            if not data:
                raise EOFError
            self._waiting = self._inbox.feed(data)
        return self._waiting.pop(0)

    def send(self, payload: bytes) -> None:
        with self._lock:
            self._write(frame(payload))

    def send_last(self, payload: bytes) -> None:
        """Send from wherever we are, maybe in the middle of a send, and end the process at once."""
        if self._lock.acquire(timeout=1):
            self._write(frame(payload))
        os._exit(0)

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._writer, view) :]


_OUTPUT = Output()


def serve(reader: int, writer: int) -> NoReturn:
    """Run one submission until our side hangs up. Never returns and never raises: the process ends here."""
    try:
        channel = Channel(reader, writer)
        _converse(channel)
    except EOFError:
        os._exit(0)
    finally:
        os._exit(1)


def _converse(channel: Channel) -> None:
    session = Session(channel.receive(), _OUTPUT, lambda: channel.send_last(_ENDINGS["output"]))
    try:
        channel.send(session.load())
        calls = session.calls
        while True:
            for call in calls:
                channel.send(session.answer(call))
            calls = decode(channel.receive())
    except MemoryError:
        channel.send_last(_ENDINGS["memory"])


_REHEARSAL = b'''"""A submission like any other."""
from __future__ import annotations
import math
import numpy as np

SCALE = 2.0


def predict(w, b, x):
    """Predict."""
    return w * x + b


def step(w, b, x, y, lr=0.1):
    error = predict(w, b, x) - y
    total = 0.0
    for i in range(len(x)):
        total += float(error[i]) ** 2
    print("loss", np.mean(error**2), total)
    return w - lr * SCALE * np.mean(error * x), b - lr * SCALE * error.mean(), np.sum(error), list(x)


def fails(x):
    x[0] = math.sqrt(4)
    return x.no_such_name
'''


def rehearse(times: int) -> None:
    """Run a small submission again and again, so that every child starts with warm code and caches."""
    x = np.array([1.0, 2.0, 3.0])
    calls = [
        ("step", False, encode(((1.0, 0.5, x, 2 * x), {"lr": 0.01}))),
        ("step", False, encode(((1, np.float64(0.5), x, x), {}))),
        ("fails", False, encode(((x,), {}))),
        ("SCALE", True, encode(((), {}))),
        ("nothing", False, encode(((), {}))),
    ]
    job = encode((_REHEARSAL, "rehearsal.py", 1 << 20, 1 << 20, 0, calls))
    for _ in range(times):
        session = Session(job, _OUTPUT, int)
        session.load()
        for call in session.calls:
            session.answer(call)
        session.close()
