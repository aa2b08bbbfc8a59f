"""Downhill: an auto-graded course on how networks learn.

This file stays light on purpose: the process that runs learner code imports from this package.
"""

__version__ = "0.1.0"
