"""Milliseconds that each layer of confinement adds to a child, and what a box costs to open.

    python benchmarks/isolation.py [--runs 200]

From asking for a child to its end: fork, confine, load a small numpy file, one call, one answer, exit. The settings
take turns within one run, so that a busy machine is busy for all of them; read the differences and ratios. Not part
of that time: the start of a zygote and the probes, once for each box.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time

from rich.console import Console
from rich.table import Table

from grader.box.linux import LAYERS, ForkBox
from grader.calls import Answer, Call, Job

SOURCE = """import numpy as np

def mse(y_true, y_pred):
    return float(np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2))
"""
JOB = Job(SOURCE, "mse.py", [Call("mse", ([1.0, 2.0], [2.0, 3.0]))])
WARM = 20
SETTINGS: dict[str, tuple[str, ...]] = {
    "no layer": (),
    "+ rlimits": ("rlimits",),
    "+ Landlock": ("rlimits", "landlock"),
    "+ seccomp (confined)": ("rlimits", "landlock", "seccomp"),
    "seccomp alone": ("seccomp",),
    "namespaces and root alone": ("namespaces", "root"),
    "every layer (sealed)": tuple(name for name in LAYERS if name != "uid" or os.geteuid() == 0),
}


def child_ms(box: ForkBox) -> float:
    begun = time.perf_counter()
    run = box.start(JOB)
    assert run.answer(0) == Answer(1.0), run.answer(0)
    run.close()
    run._zygote.await_end(run._life, 5.0)
    return (time.perf_counter() - begun) * 1000


def fresh_ms() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", SOURCE], check=True, env={"OPENBLAS_NUM_THREADS": "1"})
    return (time.perf_counter() - begun) * 1000


def opening_ms(layers: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    with ForkBox(layers=layers) as box:
        assert box.isolation.probes
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    runs = parser.parse_args().runs
    boxes = {name: ForkBox(layers=layers) for name, layers in SETTINGS.items()}
    times: dict[str, list[float]] = {name: [] for name in boxes}
    for _ in range(runs + WARM):
        for name, box in boxes.items():
            times[name].append(child_ms(box))
    for box in boxes.values():
        box.close()
    bare = statistics.median(times["no layer"][WARM:])
    fresh = statistics.median(fresh_ms() for _ in range(10))
    table = Table(title=f"one child, {runs} runs each")
    for column in ("layers", "median ms", "p95 ms", "added ms", "of a fresh python with numpy"):
        table.add_column(column, justify="left" if column == "layers" else "right")
    for name, all_times in times.items():
        kept = sorted(all_times[WARM:])
        median = statistics.median(kept)
        cells = (
            f"{median:.2f}",
            f"{kept[int(0.95 * len(kept))]:.2f}",
            f"{median - bare:+.2f}",
            f"1/{fresh / median:.0f}",
        )
        table.add_row(name, *cells)
    Console().print(table)
    every = SETTINGS["every layer (sealed)"]
    opened = statistics.median(opening_ms(every) for _ in range(5))
    plain = statistics.median(opening_ms(()) for _ in range(5))
    print(
        f"opening a box and probing it: {opened:.0f} ms with every layer, {plain:.0f} ms with none; "
        f"a fresh python with numpy: {fresh:.0f} ms"
    )


if __name__ == "__main__":
    main()
