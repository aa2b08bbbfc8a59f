"""Folders on disk -> Course. The only reader of exercises/, solutions/ and the mistakes in checks/."""

from grader.course.load import find_root, load, load_key
from grader.course.problems import CourseError

__all__ = ["CourseError", "find_root", "load", "load_key"]
