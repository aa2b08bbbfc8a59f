# expect: error; mistake: syntax-error
# about: A print statement in the style of Python 2.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * x[i] - y[i]) ** 2 for i in range(n)) / n
    print "loss before", loss_before
    grad = sum(2 * (w * x[i] - y[i]) * x[i] for i in range(n)) / n
    w_new = w - lr * grad
    loss_after = sum((w_new * x[i] - y[i]) ** 2 for i in range(n)) / n
    return loss_before, grad, w_new, loss_after
