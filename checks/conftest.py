"""Gives the checks their fixtures: `submission`, `solution` and `draw`.

With no option, `submission` is the reference solution: `pytest checks/` proves that the course can be solved.
"""

pytest_plugins = ["grader.checking.plugin"]
