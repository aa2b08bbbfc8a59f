"""Submissions per second, where the time goes, and memory, against a fresh pytest process per submission.

    python benchmarks/throughput.py [--sizes 100 1000 5000] [--workers 1 2] [--baseline 25]

Every submission is different (a comment with a number). Times of whole commands include their start. Machines are
noisy: read the ratios, which come from one run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grader.calls import Job
from grader.course import find_root
from grader.grading import Grader
from grader.intake import read_file
from grader.model import Submission, Verdict

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "submissions" / "gradient_step"
EXERCISE = "gradient_step"


def corpus(kind: str) -> list[str]:
    """The corpus' submissions of one kind, without those that end at a limit."""
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob(f"{kind}_*.py"))]


def mixed(count: int) -> Iterator[str]:
    """Half right, half wrong, all different."""
    right, wrong = corpus("right"), corpus("wrong")
    for number in range(count):
        pool = right if number % 2 else wrong
        yield f"{pool[number // 2 % len(pool)]}\n# {number}\n"


def write_class(folder: Path, sources: Iterator[str]) -> None:
    folder.mkdir()
    for number, source in enumerate(sources):
        (folder / f"learner{number:05d}_{EXERCISE}.py").write_text(source, encoding="utf-8")


def read_class(folder: Path) -> list[Submission]:
    paths = sorted(folder.iterdir())
    return [read_file(path, exercise=EXERCISE, learner=path.stem, stems=[EXERCISE]) for path in paths]


def fresh_process_ms(folder: Path, sources: list[str]) -> float:
    """A fresh python and pytest for each submission: the median in milliseconds."""
    folder.mkdir()
    shutil.copy(HERE / "fresh_process_checks.py", folder / "test_checks.py")
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "-c", os.devnull]
    times = []
    for source in sources:
        (folder / f"{EXERCISE}.py").write_text(source, encoding="utf-8")
        started = time.perf_counter()
        subprocess.run([*command, "test_checks.py"], cwd=folder, env=environment, capture_output=True, check=False)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def command_s(folder: Path, out: Path, workers: int) -> tuple[float, float]:
    """The whole command `grader grade`: seconds, and the largest process's memory in MB."""
    command = [sys.executable, "-m", "grader", "grade", str(folder), "--out", str(out), "--workers", str(workers)]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--fresh"], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def one_by_one_ms(grader: Grader, submissions: list[Submission]) -> dict[str, float]:
    """Milliseconds a submission, several ahead, by verdict: the median over groups of one kind."""
    by_kind: dict[str, list[Submission]] = {"passing": [], "wrong": []}
    for submission, report in zip(submissions, grader.grade_many(submissions), strict=True):
        by_kind["passing" if report.verdict is Verdict.PASSED else "wrong"].append(submission)
    times = {}
    for kind, group in by_kind.items():
        started = time.perf_counter()
        for _ in grader.grade_many(group):
            pass
        times[kind] = (time.perf_counter() - started) * 1000 / len(group)
    return times


def split_ms(grader: Grader, submissions: list[Submission]) -> dict[str, float]:
    """Where the milliseconds of one submission go, each stage timed by itself, one after the other."""
    session, box = grader._session, grader._box
    stages: dict[str, list[float]] = {"reference and inputs": [], "process and load": [], "answers and checks": []}
    for submission in submissions:
        marks = [time.perf_counter()]
        recording = session.record(EXERCISE, grader._seed(submission))
        marks.append(time.perf_counter())
        run = box.start(Job(submission.source, f"{EXERCISE}.py", recording.calls, grader._limits))
        run.loaded()
        marks.append(time.perf_counter())
        session.judge(EXERCISE, recording, run)
        marks.append(time.perf_counter())
        run.close()
        for name, start, end in zip(stages, marks, marks[1:], strict=False):
            stages[name].append((end - start) * 1000)
    return {name: statistics.median(times) for name, times in stages.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--baseline", type=int, default=25, help="submissions for the fresh-process baseline")
    options = parser.parse_args()
    console = Console(width=100)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        baseline = fresh_process_ms(work / "fresh", list(mixed(options.baseline)))
        console.print(f"baseline: a fresh python and pytest for each submission: {baseline:.0f} ms (median)")
        console.print(_stages(work))
        console.print(_whole_commands(work, options.sizes, options.workers, baseline))


def _stages(work: Path) -> Table:
    table = Table("stage, one worker", "ms a submission", title="Where the time goes")
    write_class(work / "stages", mixed(300))
    submissions = read_class(work / "stages")
    with Grader(find_root(HERE), secret=b"benchmark") as grader:
        for kind, milliseconds in one_by_one_ms(grader, submissions).items():
            table.add_row(f"{kind}, everything, several ahead", f"{milliseconds:.2f}")
        for stage, milliseconds in split_ms(grader, submissions).items():
            table.add_row(f"  {stage} (one after the other)", f"{milliseconds:.2f}")
    return table


def _whole_commands(work: Path, sizes: list[int], workers: list[int], baseline: float) -> Table:
    columns = ("submissions", "workers", "seconds", "ms each", "each second", "times the baseline", "largest MB")
    table = Table(*columns, title="grader grade, the whole command")
    for size in sizes:
        write_class(work / str(size), mixed(size))
        for count in workers:
            seconds, megabytes = command_s(work / str(size), work / f"out-{size}-{count}", count)
            each = seconds * 1000 / size
            row = (size, count, f"{seconds:.1f}", f"{each:.2f}", f"{size / seconds:.0f}", f"{baseline / each:.0f}")
            table.add_row(*map(str, row), f"{megabytes:.0f}")
    return table


if __name__ == "__main__":
    main()
