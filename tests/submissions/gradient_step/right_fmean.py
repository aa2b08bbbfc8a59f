# expect: passed
# about: Uses statistics.fmean with generator expressions.

from statistics import fmean


def gradient_step(x, y, w, lr):
    before = fmean((w*a - b)**2 for a, b in zip(x, y))
    slope = fmean(2*(w*a - b)*a for a, b in zip(x, y))
    w2 = w - lr*slope
    after = fmean((w2*a - b)**2 for a, b in zip(x, y))
    return before, slope, w2, after
