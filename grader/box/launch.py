"""How our side starts a clean interpreter: the same for the zygote and for a process of one run.

The environment is made here from nothing, because a process's first environment stays readable in it for good.
`-S` leaves `site` out: then no .pth file puts this repository on the path, and numpy's folder is named instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

_HERE = Path(__file__).resolve().parent
# One BLAS thread: measured to cost nothing alone and to save a core's work when several runs go on at once.
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "LANG": "C.UTF-8",
}
# What a Windows process cannot do without.
_INHERITED = ("SYSTEMROOT", "PATH") if os.name == "nt" else ()


def numpy_home() -> str:
    """The folder that numpy lies in."""
    return str(Path(np.__file__).resolve().parent.parent)


def start_interpreter(
    script: str,
    *arguments: str,
    descriptor: int | None = None,
    pipes: bool = False,
) -> subprocess.Popen[bytes]:
    """Start one of our scripts in a session of its own, with a descriptor to inherit or with pipes on 0 and 1."""
    stream = subprocess.PIPE if pipes else subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-P", "-s", "-S", str(_HERE / script), numpy_home(), *arguments],
        env=_ENVIRONMENT | {name: os.environ[name] for name in _INHERITED if name in os.environ},
        cwd=os.path.abspath(os.sep),
        stdin=stream,
        stdout=stream,
        stderr=subprocess.DEVNULL,
        pass_fds=() if descriptor is None else (descriptor,),
        start_new_session=True,
        bufsize=0,
    )
