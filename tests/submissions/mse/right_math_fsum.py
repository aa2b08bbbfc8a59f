# expect: passed
# about: Uses math.fsum for the sum and pow for the square.
import math

def mse(y_true, y_pred):
    n = len(y_true)
    # fsum is more exact than sum
    return math.fsum(math.pow(y_true[i] - y_pred[i], 2) for i in range(n)) / n
