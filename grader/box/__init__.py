"""The box: the only place that runs learner code, and the only one that starts processes.

`open_box()` gives the strongest box this machine has. Everything a box gives back is a claim of the learner's
process; see `grader.calls` for the words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from grader.box.roots import Exposed
from grader.calls import Box

__all__ = ["Exposed", "Kind", "open_box"]

Kind = Literal["fork", "subprocess"]


def open_box(kind: Kind | None = None, *, hidden: Iterable[Path] = (), data: Path | None = None) -> Box:
    """Open a box; without a kind, the best one for this system. Close it when no run is needed any more.

    hidden: paths that no learner code may ever read. data: a folder that it may read. Raises Exposed when something
    hidden lies where learner code may read.
    """
    if kind is None:
        kind = "fork" if sys.platform == "linux" else "subprocess"
    if kind == "fork":
        from grader.box.linux import ForkBox

        return ForkBox(hidden=hidden, data=data)
    if kind == "subprocess":
        from grader.box.subprocess_box import SubprocessBox

        return SubprocessBox()
    raise ValueError(f"no box of kind {kind!r}")
