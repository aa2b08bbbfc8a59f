"""The process of one run, where children cannot be forked. Started as a script by `subprocess_box.py`.

    our side --pipe on 0--> worker --pipe on 1--> our side

A fresh interpreter that loads numpy, takes the two pipes off its standard streams so that nothing a learner prints
can reach them, confines itself as far as the system lets it, sends one empty frame to say that it is ready, and
from then on is a learner's process like any other (`inside.py`). Our side takes everything after the empty frame
for a claim.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
import time
from typing import Any

_READY = b"\0\0\0\0"


def main() -> None:
    numpy_home, cpu_ms, memory_mb = sys.argv[1:]
    reader, writer = _take_pipes()
    inside, confine = _prepare(numpy_home)
    gc.freeze()
    confine.common()
    confine.apply(int(cpu_ms) / 1000, confine.mapped_bytes() + (int(memory_mb) << 20), time.process_time())
    os.write(writer, _READY)
    inside.serve(reader, writer)


def _take_pipes() -> tuple[int, int]:
    """The pipes under new numbers; 0, 1 and 2 lead nowhere from here on."""
    reader, writer = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(reader, os.O_BINARY)
        msvcrt.setmode(writer, os.O_BINARY)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return reader, writer


def _prepare(numpy_home: str) -> tuple[Any, Any]:
    """Our module `prepare`, found by its path: this script does not run as a part of the package."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "prepare.py")
    spec = importlib.util.spec_from_file_location("prepare", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    modules: tuple[Any, Any] = module.prepare(numpy_home)
    return modules


if __name__ == "__main__":
    main()
