"""What naming a mistake costs: per wrong submission, against what running and checking it costs anyway.

    python benchmarks/diagnosis.py [--exercises mse gradient_step ...] [--rounds 3]

The corpus' wrong submissions are graded in the real box. The first round fills the caches (tables, rivals); the others
are told. Machines are noisy: read the ratios, which come from one run.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from grader.course import find_root
from grader.diagnosis.engine import FunctionDiagnosis
from grader.diagnosis.library import Library
from grader.grading import Grader
from grader.intake import read_file
from grader.model import Submission, Verdict

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "submissions"


class Clock:
    """How long a method took, each time it was called; inner ones count for themselves too."""

    def __init__(self) -> None:
        self.times: list[float] = []

    @contextmanager
    def on(self, owner: type, name: str) -> Iterator[None]:
        method: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **kwargs: Any) -> Any:
            started = time.perf_counter()
            try:
                return method(*args, **kwargs)
            finally:
                self.times.append(time.perf_counter() - started)

        setattr(owner, name, timed)
        try:
            yield
        finally:
            setattr(owner, name, method)


def wrong_ones(exercise: str, stems: list[str]) -> list[Submission]:
    paths = sorted((CORPUS / exercise).glob("wrong_*.py"))
    return [read_file(path, exercise=exercise, learner=None, stems=stems) for path in paths]


def measure(grader: Grader, submissions: list[Submission], rounds: int) -> dict[str, list[float]]:
    """Milliseconds: the whole grading of each failing submission, its diagnosis, and every look-up in it."""
    whole: list[float] = []
    diagnosis, lookups = Clock(), Clock()
    for number in range(rounds + 1):
        if number == 1:
            whole, diagnosis.times, lookups.times = [], [], []
        with diagnosis.on(FunctionDiagnosis, "diagnose"), lookups.on(Library, "lookup"):
            for submission in submissions:
                started = time.perf_counter()
                verdict = grader.grade(submission).verdict
                if verdict is Verdict.FAILED:
                    whole.append(time.perf_counter() - started)
    timed = {"whole": whole, "diagnosis": diagnosis.times, "look-up": lookups.times}
    return {name: [1000 * seconds for seconds in times] for name, times in timed.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exercises", nargs="+", default=[path.name for path in sorted(CORPUS.iterdir())])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    table = Table("exercise", "wrong", "graded, median", "diagnosis, median", "90 %", "share", "look-up, median")
    with Grader(find_root(HERE), secret=b"the benchmark's secret, 32 bytes") as grader:
        stems = [stem for stem, exercise in grader.course.exercises.items() if exercise.kind == "function"]
        for exercise in (stem for stem in stems if stem in options.exercises):
            found = measure(grader, wrong_ones(exercise, stems), options.rounds)
            whole, diagnosis = statistics.median(found["whole"]), statistics.median(found["diagnosis"])
            table.add_row(
                exercise,
                f"{len(found['whole']) // options.rounds}",
                f"{whole:.1f} ms",
                f"{diagnosis:.2f} ms",
                f"{statistics.quantiles(found['diagnosis'], n=10)[-1]:.2f} ms",
                f"{diagnosis / whole:.0%}",
                f"{1000 * statistics.median(found['look-up']):.0f} µs",
            )
    Console().print(table)


if __name__ == "__main__":
    main()
