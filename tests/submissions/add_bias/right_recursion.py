# expect: passed
# about: One step, then calls itself with one step less.
import sys
sys.setrecursionlimit(20000)

def train_with_bias(x, y_true, weight, bias, lr, steps):
    if steps == 0:
        return weight, bias, []
    err = weight * x + bias - y_true
    w, b, rest = train_with_bias(
        x, y_true, weight - 2 * lr * err * x, bias - 2 * lr * err, lr, steps - 1
    )
    return w, b, [err ** 2] + rest
