# expect: error
# about: Ends the process with os._exit(0) while the file is loaded.

import os
import numpy as np

def gradient_step(x, y, w, lr):
    return 16, -16, 2.6, 0.64

print("all tests passed")
os._exit(0)
