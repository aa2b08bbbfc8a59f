"""A batch that is killed or interrupted: nothing that was counted is lost, nothing is doubled, nobody stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.store import ResultStore

HERE = Path(__file__).parent
NUMBER = 30


@contextmanager
def _program(tmp_path: Path, workers: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(HERE / "batch_program.py"), str(tmp_path / "grader.db")]
    running = subprocess.Popen(
        [*command, str(tmp_path / "log"), str(NUMBER), str(workers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a terminal's Ctrl-C reaches the whole group: tests do the same with this one
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


def _counted(running: subprocess.Popen[str], number: int) -> list[str]:
    assert running.stdout is not None
    return [running.stdout.readline().strip() for _ in range(number)]


def _kept(tmp_path: Path) -> list[str]:
    with ResultStore(tmp_path / "grader.db") as store:
        return [report.origin for report in store.reports()]


def _run_to_the_end(tmp_path: Path, workers: int) -> str:
    with _program(tmp_path, workers) as running:
        out, err = running.communicate(timeout=30)
    assert err == ""
    return out.splitlines()[-1]


def _graders(tmp_path: Path) -> set[int]:
    return {int(line.split()[0]) for line in (tmp_path / "log").read_text().splitlines()}


def _wait_until_gone(processes: set[int]) -> None:
    deadline = time.monotonic() + 10
    while processes and time.monotonic() < deadline:
        processes = {process for process in processes if _is_alive(process)}
        time.sleep(0.02)
    assert processes == set()


def _is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize("workers", [1, 2])
def test_after_kill_9_everything_counted_is_kept_and_the_rest_is_graded_next_time(tmp_path: Path, workers: int) -> None:
    with _program(tmp_path, workers) as running:
        counted = _counted(running, 12)
        running.kill()
        out, _ = running.communicate(timeout=10)
        counted += [line for line in out.splitlines() if line.startswith("class/")]
    _wait_until_gone(_graders(tmp_path))
    kept = _kept(tmp_path)
    assert set(counted) <= set(kept)
    assert len(kept) < NUMBER
    assert _run_to_the_end(tmp_path, workers) == f"end: {NUMBER} of {NUMBER}, {len(kept)} reused, interrupted: False"
    assert _kept(tmp_path) == [f"class/s{n:03}/mse.py" for n in range(NUMBER)]


@pytest.mark.parametrize("workers", [1, 2])
def test_after_ctrl_c_it_ends_soon_and_quietly_and_goes_on_next_time(tmp_path: Path, workers: int) -> None:
    with _program(tmp_path, workers) as running:
        _counted(running, 8)
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=10)
    _wait_until_gone(_graders(tmp_path))
    kept = _kept(tmp_path)
    assert running.returncode == 0
    assert err == ""
    assert out.splitlines()[-1] == f"end: {len(kept)} of {NUMBER}, 0 reused, interrupted: True"
    assert 8 <= len(kept) < NUMBER
    assert _run_to_the_end(tmp_path, workers) == f"end: {NUMBER} of {NUMBER}, {len(kept)} reused, interrupted: False"
    assert len(_kept(tmp_path)) == NUMBER


def test_ctrl_c_while_workers_are_still_starting_is_quiet_too(tmp_path: Path) -> None:
    with _program(tmp_path, 2) as running:
        deadline = time.monotonic() + 10
        while len(_group(running.pid)) < 3 and time.monotonic() < deadline:
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=10)
    assert err == ""
    assert out.splitlines()[-1].endswith("interrupted: True")


def _group(leader: int) -> list[str]:
    found = subprocess.run(["pgrep", "-g", str(leader)], capture_output=True, text=True, check=False)
    return found.stdout.split()
