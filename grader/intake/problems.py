"""What can go wrong between a path and a Submission, in words for the person who can mend it."""

from __future__ import annotations


class IntakeError(Exception):
    """Nothing can be graded: the message says what happened, where, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Unreadable(Exception):
    """One file cannot be read as Python text.

    `clause` goes on from "mse.py cannot be read: " and ends without a full stop.
    """

    def __init__(self, clause: str) -> None:
        super().__init__(clause)
        self.clause = clause

    def about(self, name: str) -> str:
        """The whole sentence, about a file called `name`."""
        return f"{name} cannot be read: {self.clause}."


def system_reason(error: OSError) -> str:
    """What the operating system says, as a clause: "Permission denied" becomes "permission denied"."""
    said = error.strerror or type(error).__name__
    return said[:1].lower() + said[1:]
