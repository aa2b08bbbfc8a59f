"""Attaches a database of marks to one of its own."""

# judge: leak

import sqlite3


def attack(ground):
    own = sqlite3.connect(":memory:")
    own.execute("attach ? as theirs", (ground["marks.db"],))
    return str(own.execute("select * from theirs.notes").fetchall())
