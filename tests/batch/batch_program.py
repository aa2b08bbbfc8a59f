"""Run by tests as a program of its own, to be killed or interrupted: database, log, how many, workers."""

from __future__ import annotations

import sys
from pathlib import Path

from fake_grader import Factory, a_class

from grader.batch import Tally, grade_all
from grader.model import Report
from grader.store import ResultStore


def tell(report: Report, tally: Tally) -> None:
    print(report.origin, flush=True)


def run(database: str, log: str, number: str, workers: str) -> None:
    with ResultStore(Path(database)) as store:
        tally = grade_all(
            a_class(int(number), "sleep 0.025"),
            make_grader=Factory(Path(log)),
            store=store,
            workers=int(workers),
            on_report=tell,
        )
    print(f"end: {tally.done} of {tally.total}, {tally.reused} reused, interrupted: {tally.interrupted}", flush=True)


if __name__ == "__main__":
    run(*sys.argv[1:])
