"""How an interpreter becomes a place for learner code: loaded once, clean, and without a trace of our package.

Run by `zygote.py` and `worker.py` before anything else. Our own files are loaded by their path, under names that
are taken out of `sys.modules` again, so that learner code finds the standard library and numpy and nothing else.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import os
import sys
import warnings
from types import ModuleType
from typing import Any

_HERE = os.path.dirname(os.path.abspath(__file__))
_OURS = ("calls", "box.frames", "box.inside", "box.confine")
# What confinement on Linux is made of. Loaded first: a process that enters a namespace should still be small.
_WINDOWS = "box.windows"
_LINUX = ("box.syscalls", "box.roots", "box.landlock", "box.namespaces", "box.seccomp")
_MODULES = (
    "math cmath random statistics itertools functools operator dataclasses typing collections collections.abc enum"
    " abc contextlib fractions decimal numbers copy time datetime re string textwrap bisect heapq array json"
    " traceback types io numpy numpy.random numpy.linalg"
)


def prepare(numpy_home: str) -> tuple[Any, Any]:
    """Load what learner code and we need, then clean up; gives our modules `inside` and `confine`."""
    # Set up without site: no .pth file, no sitecustomize, no other package of ours has run or is on the path.
    sys.path.append(numpy_home)
    sys.dont_write_bytecode = True
    _add_exit()
    _preload()
    if sys.platform == "linux":
        load_layers()
    elif sys.platform == "win32":
        _load(_WINDOWS)
    *_, inside, confine = [_load(name) for name in _OURS]
    inside.take_over_randomness()
    for name in [name for name in sys.modules if name.split(".")[0] == "grader"]:
        del sys.modules[name]
    # Beside numpy other packages may be installed: none of them is part of the course.
    sys.path.remove(numpy_home)
    sys.path_importer_cache.pop(numpy_home, None)
    sys.modules["__main__"] = ModuleType("__main__")
    sys.argv[:] = sys.orig_argv[:] = [""]
    warnings.simplefilter("ignore")
    return inside, confine


def load_layers() -> Any:
    """Load what needs neither numpy nor our other modules; gives the module `namespaces`."""
    modules = [sys.modules.get(f"grader.{name}") or _load(name) for name in _LINUX]
    return modules[_LINUX.index("box.namespaces")]


def _preload() -> None:
    # `random` asks to be seeded anew in every forked child. We seed it ourselves, for repeatable grading, and
    # the question to the system for randomness is a sixth of the cost of a child.
    register = getattr(os, "register_at_fork", None)
    if register is not None:
        os.register_at_fork = lambda **hooks: None
    for name in _MODULES.split():
        importlib.import_module(name)
    if register is not None:
        os.register_at_fork = register


def _load(part: str) -> ModuleType:
    """A module of our package, by its path and under its full name."""
    name = f"grader.{part}"
    path = os.path.join(os.path.dirname(_HERE), *part.split(".")) + ".py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _add_exit() -> None:
    """`exit` and `quit`, which learners use and only `site` would have defined."""
    for name in ("exit", "quit"):
        setattr(builtins, name, sys.exit)
