"""Runs the course's checks, which are real pytest items, against answers that came out of the box."""
