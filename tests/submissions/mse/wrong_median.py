# expect: failed; mistake: none
# about: Takes the median of the squares instead of the mean.
from statistics import median

def mse(y_true, y_pred):
    return median([(t - p) ** 2 for t, p in zip(y_true, y_pred)])
