"""From check results to a verdict and a score. Fails closed: only a check that ran and passed counts."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import CheckResult, Verdict

# The first of these that occurs among the checks is the verdict of the whole.
_ORDER = (
    Verdict.INTERNAL,
    Verdict.TIMEOUT,
    Verdict.MEMORY,
    Verdict.OUTPUT,
    Verdict.BLOCKED,
    Verdict.FAILED,
    Verdict.ERROR,
    Verdict.NOT_RUN,
)


def verdict(checks: Sequence[CheckResult]) -> Verdict:
    """`passed` only when there are checks and every one of them passed.

    `error` means that nothing worked: code that stops with an exception in some checks and passes others has failed.
    """
    found = {check.verdict for check in checks}
    if {Verdict.PASSED, Verdict.ERROR} <= found:
        found = found - {Verdict.ERROR} | {Verdict.FAILED}
    for candidate in _ORDER:
        if candidate in found:
            return candidate
    return Verdict.PASSED if checks else Verdict.NOT_RUN


def score(checks: Sequence[CheckResult]) -> tuple[float, float]:
    """Points reached and points possible, over the declared checks."""
    reached = sum(check.points for check in checks if check.verdict is Verdict.PASSED)
    return reached, sum(check.max_points for check in checks)
