# expect: passed
# about: Prints a lot for debugging, but returns the right value.
import numpy as np

def mse(y_true, y_pred):
    print("y_true =", y_true)
    print("y_pred =", y_pred)
    diff = np.array(y_true) - np.array(y_pred)
    print("diff", diff)
    sq = diff ** 2
    print("squares", sq, "-> mean", np.mean(sq))
    #return sum(sq)      <- that was wrong
    return np.mean(sq)
