# expect: failed; mistake: none
# about: Divides with // instead of /.

def gradient_step(x, y, w, lr):
    n = len(x)
    s1 = 0
    g = 0
    for i in range(n):
        s1 += (w * x[i] - y[i]) ** 2
        g += 2 * (w * x[i] - y[i]) * x[i]
    loss_before = s1 // n
    grad = g // n
    w_new = w - lr * grad
    s2 = 0
    for i in range(n):
        s2 += (w_new * x[i] - y[i]) ** 2
    return loss_before, grad, w_new, s2 // n
