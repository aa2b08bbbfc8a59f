"""The command as people run it: Ctrl-C, a terminal that watches, a reader that leaves early."""

from __future__ import annotations

import csv
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "cli_program.py"
NUMBER = 30


@pytest.fixture
def slow_class(tmp_path: Path) -> Path:
    (tmp_path / "class").mkdir()
    for number in range(NUMBER):
        (tmp_path / "class" / f"s{number:02}_mse.py").write_text(f"sleep 0.02\n# {number}")
    return tmp_path / "class"


def _command(tmp_path: Path, *arguments: object) -> list[str]:
    return [sys.executable, str(PROGRAM), str(tmp_path / "log"), *map(str, arguments)]


def _rows(out: Path) -> list[dict[str, str]]:
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_keeps_and_writes_what_is_done_and_says_how_to_go_on(
    tmp_path: Path, slow_class: Path, workers: int
) -> None:
    out = tmp_path / "out"
    command = _command(tmp_path, "grade", slow_class, "--out", out, "--workers", workers)
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert running.stderr is not None
    first = running.stderr.readline()
    assert re.fullmatch(rf"\d+ of {NUMBER} graded\n", first)
    os.killpg(running.pid, signal.SIGINT)
    stdout, stderr = running.communicate(timeout=20)
    assert running.returncode == 2
    done = len(_rows(out))
    assert 0 < done < NUMBER
    assert f"Stopped: {done} of {NUMBER} graded; run the same command again to go on." in stderr
    assert "raceback" not in stderr
    assert (out / "index.html").exists()
    assert f"{done} of {done} submissions passed" in stdout
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert f"{done} more known from before" in again.stderr
    assert len(_rows(out)) == NUMBER


def _watched(command: list[str], **environment: str) -> str:
    """What a terminal of 80 columns sees of stderr."""
    master, slave = pty.openpty()
    surroundings = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave, env=surroundings)
    os.close(slave)
    seen = b""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    assert running.wait(timeout=5) == 0
    return seen.decode()


def test_a_terminal_sees_a_bar_with_the_time_left(tmp_path: Path, slow_class: Path) -> None:
    seen = _watched(_command(tmp_path, "grade", slow_class, "--out", tmp_path / "out", "--workers", 1))
    assert re.search(rf"Grading.*{NUMBER}/{NUMBER}.*\d:\d\d.*left", seen)
    assert "of 30 graded\r\n" not in seen
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", seen)


def test_no_color_is_respected(tmp_path: Path, slow_class: Path) -> None:
    command = _command(tmp_path, "grade", slow_class, "--out", tmp_path / "out", "--workers", 1)
    seen = _watched(command, NO_COLOR="1")
    assert "Grading" in seen
    assert not re.search(r"\x1b\[[0-9;]*3[0-9][;m]", seen)


def test_a_dumb_terminal_gets_lines(tmp_path: Path, slow_class: Path) -> None:
    command = _command(tmp_path, "grade", slow_class, "--out", tmp_path / "out", "--workers", 1)
    seen = _watched(command, TERM="dumb")
    assert "30 of 30 graded\r\n" in seen
    assert "\x1b" not in seen


def test_a_reader_that_leaves_early_does_not_change_the_verdict(tmp_path: Path) -> None:
    (tmp_path / "mse.py").write_text("pass")
    reading, writing = os.pipe()
    os.close(reading)
    command = _command(tmp_path, "check", tmp_path / "mse.py")
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_terminal_without_unicode_gets_escapes_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "mse.py").write_text("pass")
    command = _command(tmp_path, "check", tmp_path / "mse.py")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Passed" in ended.stdout
