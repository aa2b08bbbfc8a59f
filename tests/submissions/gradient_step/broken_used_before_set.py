# expect: error
# about: Adds to loss_before before it has a value.

def gradient_step(x, y, w, lr):
    for i in range(len(x)):
        loss_before += (w * x[i] - y[i]) ** 2
        grad += 2 * (w * x[i] - y[i]) * x[i]
    loss_before /= len(x)
    grad /= len(x)
    w_new = w - lr * grad
    for i in range(len(x)):
        loss_after += (w_new * x[i] - y[i]) ** 2
    return loss_before, grad, w_new, loss_after / len(x)
