# attack: Returns a generator without an end.
# exercise: gradient_step
# expect: failed
# at most: 1
# control: items; hangs
import itertools


def gradient_step(x, y, w, lr):
    return (None for _ in itertools.repeat(None) if not x)
