"""Words and pictures: a Report in, text out. Pure: no I/O beyond its own templates, no clock.

Import the face you need (`text`, `html`, `svg`): this file is empty so that the terminal never waits for
HTML.
"""
