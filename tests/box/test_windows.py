"""The limits of a Windows job, as numbers. That Windows keeps them is not tested here."""

from __future__ import annotations

import ctypes
import sys

import pytest

from grader.box import endings, windows
from grader.calls import Limits


def test_the_structure_is_laid_out_as_windows_wants_it() -> None:
    assert ctypes.sizeof(windows._Basic) == 64
    assert ctypes.sizeof(windows._Extended) == 144
    assert windows._Extended.process_memory.offset == 112


def test_time_memory_and_processes_are_limited() -> None:
    wanted = windows.limits(2.5, 1 << 29)
    assert wanted.basic.process_time == 25_000_000
    assert wanted.basic.active_processes == 1
    assert wanted.process_memory == 1 << 29
    assert wanted.basic.flags == 0x2 | 0x8 | 0x100 | 0x400 | 0x2000


def test_a_process_out_of_time_is_called_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert endings.of_exit(1816, 2.0, Limits()).verdict == "timeout"
    monkeypatch.setattr(sys, "platform", "linux")
    assert endings.of_exit(24, 2.0, Limits()).verdict == "error"
