# expect: failed; mistake: none
# about: The return stands inside the loop, so only the first sample is seen.

def gradient_step(x, y, w, lr):
    loss_before = 0
    grad = 0
    for i in range(len(x)):
        loss_before += (w * x[i] - y[i]) ** 2
        grad += 2 * (w * x[i] - y[i]) * x[i]
        w_new = w - lr * grad
        loss_after = (w_new * x[i] - y[i]) ** 2
        return loss_before, grad, w_new, loss_after
