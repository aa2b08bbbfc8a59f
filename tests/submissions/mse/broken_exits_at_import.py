# expect: error
# about: Calls sys.exit at the end of the file.
import sys

def mse(y_true, y_pred):
    n = len(y_true)
    return sum((y_true[i] - y_pred[i]) ** 2 for i in range(n)) / n

print("done")
sys.exit(0)
