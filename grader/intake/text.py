"""The bytes of a .py file become source text, by Python's own rules (PEP 263) and a little more patience."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from grader.intake.problems import Unreadable


@dataclass(frozen=True, slots=True)
class Text:
    """Source with \\n line ends, and what is worth telling about how it was read."""

    source: str
    notes: tuple[str, ...] = ()


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COOKIE = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]{1,40})", re.ASCII)
_BLANK_OR_COMMENT = re.compile(r"^[ \t\f]*(?:#.*)?$")
# Python knows codecs that are no character sets (zip, escapes, punycode); some turn few bytes into gigabytes.
# tokenize.detect_encoding accepts every one of them, hence the own search for the cookie.
_CHARACTER_SETS = re.compile(
    r"utf-8(-sig)?|ascii|latin-?1|iso8859-\d+|cp\d+|koi8-[rtu]|mac-\w+|gbk|gb18030|gb2312|big5\w*|shift_jis\w*"
    r"|euc_\w+|johab|tis-620|kz1048|ptcp154"
)
_OTHER_FORMATS = (
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "a Word document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def python_text(data: bytes) -> Text:
    """The source text in `data`. Raises Unreadable."""
    _refuse_other_formats(data)
    source, encoding = _decoded(data)
    source = one_kind_of_line_end(source)
    if "\0" in source:
        line = source.count("\n", 0, source.index("\0")) + 1
        raise Unreadable(
            f"line {line} contains a null byte, so it is not plain text; save the file as UTF-8 and hand it in again"
        )
    if encoding in {"utf-8", "utf-8-sig"}:
        return Text(_with_cookie_renamed(source))
    return Text(_with_cookie_renamed(source), (_read_as(encoding),))


def _read_as(encoding: str) -> str:
    return f"The file was read as {encoding} text."


def one_kind_of_line_end(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_other_formats(data: bytes) -> None:
    start = data[:200].lstrip().lower()
    for signature, name in _OTHER_FORMATS:
        if start.startswith(signature.lower()):
            raise Unreadable(f"it is {name}, not Python text; hand in the .py file itself")
    if start.startswith(b"{") and b'"nbformat"' in data:
        raise Unreadable("it is a Jupyter notebook; rename it so that its name ends in .ipynb")


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, "utf-8" if encoding == "utf-8-sig" else encoding), encoding
    cookie = _cookie(data)
    if cookie is None:
        return _strictly(data, "utf-8", None), "utf-8"
    encoding = _character_set(cookie)
    return _strictly(data, encoding, cookie), encoding


def _strictly(data: bytes, encoding: str, declared: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding in {"utf-16", "utf-32"}:
            raise Unreadable(f"it is damaged {encoding.upper()} text; save it as UTF-8 and hand it in again") from None
        if declared and not _is_utf8(declared):
            raise Unreadable(
                f"line {_line_of(data, error)} contains a byte that is not {declared} text, though the file "
                f"says so; save the file as UTF-8 and hand it in again"
            ) from None
        raise Unreadable(
            f"line {_line_of(data, error)} contains a byte that is not UTF-8 text; "
            f"save the file as UTF-8 and hand it in again"
        ) from None


def _line_of(data: bytes, error: UnicodeDecodeError) -> int:
    # utf-8-sig counts from behind the mark; the mark holds no line end, but cuts the count three bytes short.
    offset = len(data) - len(error.object) + error.start
    return len(re.findall(rb"\r\n|\r|\n", data[:offset])) + 1


def _cookie(data: bytes) -> str | None:
    """The encoding that line 1 names, or line 2 after a line 1 without code."""
    lines = [line.decode("latin-1").rstrip("\r\n") for line in data[:4000].splitlines(keepends=True)[:2]]
    return next((match[1] for _, match in _cookies(lines)), None)


def _cookies(lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    found = []
    for number, line in enumerate(lines):
        if match := _COOKIE.match(line):
            found.append((number, match))
        if match or not _BLANK_OR_COMMENT.match(line):
            break
    return found


def _character_set(cookie: str) -> str:
    try:
        name = codecs.lookup(cookie).name
    except LookupError:
        name = ""
    if not _CHARACTER_SETS.fullmatch(name):
        raise Unreadable(
            f'it says that it is written in "{cookie}", which is not a known character set; '
            f"save the file as UTF-8 and hand it in again"
        )
    return name


def _is_utf8(cookie: str) -> bool:
    try:
        return codecs.lookup(cookie).name in {"utf-8", "utf-8-sig"}
    except LookupError:
        return False


def _with_cookie_renamed(source: str) -> str:
    """Whoever writes the source out again writes UTF-8, so its cookie must not say otherwise."""
    lines = source.split("\n", 2)
    for number, match in _cookies(lines[:2]):
        if not _is_utf8(match[1]):
            lines[number] = lines[number][: match.start(1)] + "utf-8" + lines[number][match.end(1) :]
    return "\n".join(lines)
