# expect: passed
# about: One step, then the rest by calling itself.
import sys
sys.setrecursionlimit(5000)

def train_weight(x, y_true, weight, lr, steps):
    if steps <= 0:
        return weight, []
    error = weight * x - y_true
    final, rest = train_weight(x, y_true, weight - lr * 2 * error * x, lr, steps - 1)
    return final, [error ** 2] + rest
