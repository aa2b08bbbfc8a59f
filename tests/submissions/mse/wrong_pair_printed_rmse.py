# expect: failed; mistake: printed-not-returned + root
# about: Prints the root of the mean and returns nothing.
import math

def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        total += (t - p) ** 2
    rmse = math.sqrt(total / len(y_true))
    print(f"{rmse}")
