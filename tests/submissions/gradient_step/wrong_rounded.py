# expect: failed; mistake: none
# about: Rounds all results to one decimal place.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = round(sum((w * x[i] - y[i]) ** 2 for i in range(n)) / n, 1)
    grad = round(sum(2 * (w * x[i] - y[i]) * x[i] for i in range(n)) / n, 1)
    w_new = round(w - lr * grad, 1)
    loss_after = round(sum((w_new * x[i] - y[i]) ** 2 for i in range(n)) / n, 1)
    return loss_before, grad, w_new, loss_after
