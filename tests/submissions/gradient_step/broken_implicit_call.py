# expect: error
# about: Writes 2(w*x - y) as on paper, so Python tries to call the number 2.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0
    grad = 0
    for a, b in zip(x, y):
        loss_before += (w*a - b)**2 / n
        grad += 2(w*a - b)*a / n
    w_new = w - lr*grad
    return loss_before, grad, w_new, sum((w_new*a - b)**2 for a, b in zip(x, y)) / n
