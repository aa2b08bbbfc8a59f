"""The command with fake parts as a program of its own, to be interrupted or watched: log, then arguments."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "batch")]

if __name__ == "__main__":
    from fake_parts import FakeParts

    from grader.cli import main

    main(sys.argv[2:], prog_name="grader", obj=FakeParts(Path(sys.argv[1])).parts())
