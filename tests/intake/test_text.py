from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.problems import Unreadable
from grader.intake.text import python_text


def clause(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        python_text(data)
    return caught.value.clause


def test_plain_utf8_is_kept_as_it_is() -> None:
    source = "# Größe 🎉\nx = 1\n\tif x:\n\f\n"
    assert python_text(source.encode()).source == source


def test_a_missing_final_newline_is_fine() -> None:
    assert python_text(b"x = 1").source == "x = 1"


def test_an_empty_file_is_an_empty_source() -> None:
    assert python_text(b"").source == ""


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_becomes_a_newline(end: str) -> None:
    assert python_text(f"x = 1{end}y = 2{end}".encode()).source == "x = 1\ny = 2\n"


def test_a_utf8_mark_is_taken_away() -> None:
    assert python_text(codecs.BOM_UTF8 + b"x = 1\n").source == "x = 1\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_text_with_a_wide_mark_is_read_and_told(encoding: str) -> None:
    text = python_text("ä = 1\r\n".encode(encoding))
    assert text.source == "ä = 1\n"
    assert encoding in text.notes[0]


def test_damaged_utf16_says_so() -> None:
    assert "damaged UTF-16 text" in clause(codecs.BOM_UTF16_LE + b"x\0\0\xd8")


def test_a_cookie_is_obeyed_and_renamed() -> None:
    text = python_text("# -*- coding: latin-1 -*-\nname = 'é'\n".encode("latin-1"))
    assert text.source == "# -*- coding: utf-8 -*-\nname = 'é'\n"
    assert "iso8859-1" in text.notes[0]


def test_a_cookie_counts_in_line_two_below_a_comment() -> None:
    assert "ж" in python_text("#!/usr/bin/python\n# coding=cp1251\n# ж\n".encode("cp1251")).source


def test_a_cookie_counts_behind_carriage_returns() -> None:
    assert "é" in python_text("#!python\r# coding: latin-1\r# é\r".encode("latin-1")).source


def test_a_cookie_below_code_does_not_count() -> None:
    assert "line 3 contains a byte that is not UTF-8" in clause(b"x = 1\n# coding: latin-1\n# \xe9\n")


def test_a_utf8_cookie_stays() -> None:
    assert python_text(b"# coding: UTF8\n").source == "# coding: UTF8\n"


@pytest.mark.parametrize("cookie", ["klingon", "zip", "rot13", "unicode_escape", "punycode", "idna", "utf-7"])
def test_a_cookie_that_is_no_character_set_is_refused(cookie: str) -> None:
    assert f'"{cookie}", which is not a known character set' in clause(f"# coding: {cookie}\n".encode())


def test_a_byte_that_breaks_the_cookies_promise_names_the_line_and_the_promise() -> None:
    assert "line 2 contains a byte that is not ascii text" in clause(b"# coding: ascii\n# \xe9\n")


def test_a_byte_that_is_not_utf8_names_its_line_and_what_to_do() -> None:
    assert clause(b"\n" * 11 + b"x = '\xff'\n") == (
        "line 12 contains a byte that is not UTF-8 text; save the file as UTF-8 and hand it in again"
    )


def test_lines_are_counted_behind_a_utf8_mark_and_any_line_end() -> None:
    assert clause(codecs.BOM_UTF8 + b"a\r\nb\rc\n\xff").startswith("line 4 ")


def test_a_null_byte_names_its_line() -> None:
    assert clause(b"x = 1\ny\0 = 2\n").startswith("line 2 contains a null byte")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04....", "a zip archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1\\ansi", "a rich text document"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b'{"cells": [], "nbformat": 4}', "a Jupyter notebook"),
    ],
)
def test_another_format_with_the_name_of_a_python_file_is_called_what_it_is(data: bytes, name: str) -> None:
    assert f"it is {name}" in clause(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with suppress(Unreadable):
        source = python_text(data).source
        assert "\r" not in source
        assert "\0" not in source
        source.encode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=200))
def test_utf8_text_comes_back_unchanged_unless_it_looks_like_another_format(source: str) -> None:
    if "coding" not in source and not source.lstrip().startswith(("{", "<", "%", "PK", "pk")):
        assert python_text(source.encode()).source == source
