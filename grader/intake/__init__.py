"""Folders, files and archives become Submissions.

Two doors: `read_file` for one file that somebody names, `find` for everything under some paths. Names that
learners chose (of files, folders, archive members) are text from here on: shown, compared and reported, never
used as a path.
"""

from grader.intake.batch import Found, Unmatched, find
from grader.intake.problems import IntakeError
from grader.intake.single import read_file

__all__ = ["Found", "IntakeError", "Unmatched", "find", "read_file"]
