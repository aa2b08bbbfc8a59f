# expect: passed
# about: No loop over updates: the error shrinks by the same factor each step (geometric series).
def train_with_bias(x, y_true, weight, bias, lr, steps):
    """Closed form.

    error_k = error_0 * q**k   with   q = 1 - 2*lr*(x*x + 1)
    sum of all errors = error_0 * (1 - q**n) / (1 - q)
    """
    e0 = weight * x + bias - y_true
    s = x * x + 1
    q = 1 - 2 * lr * s
    losses = [(e0 * q**k) ** 2 for k in range(steps)]
    moved = e0 * (1 - q**steps) / s
    return weight - x * moved, bias - moved, losses
