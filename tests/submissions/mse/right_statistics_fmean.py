# expect: passed
# about: Uses statistics.fmean on a generator.
from statistics import fmean

def mse(y_true, y_pred):
    """Average of the squared differences (statistics does the averaging)."""
    return fmean((t - p) ** 2 for t, p in zip(y_true, y_pred))
