"""Makes a temporary file and does not delete it."""

# judge: changed

import os
import tempfile


def attack(ground):
    tempfile.mkstemp(prefix=ground["token"], dir=os.path.dirname(ground["folder"]))
