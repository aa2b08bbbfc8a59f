# attack: Returns a gradient too small to move anything, and so needs neither gradient nor step.
# exercise: gradient_step
# expect: failed
# at most: 4
# control: carried; full marks
import math


def gradient_step(x, y, w, lr):
    loss = sum((w * float(a) - float(b)) ** 2 for a, b in zip(x, y)) / len(x)
    return loss, 1e-300, math.nextafter(w, 9.0), loss
