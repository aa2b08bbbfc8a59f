# expect: failed; mistake: mean-before-square
# about: Compares the two averages and squares that single gap.
from statistics import fmean

def mse(y_true, y_pred):
    moyenne_vraie = fmean(y_true)
    moyenne_pred = fmean(y_pred)
    # carré de l'écart
    return (moyenne_vraie - moyenne_pred) ** 2
