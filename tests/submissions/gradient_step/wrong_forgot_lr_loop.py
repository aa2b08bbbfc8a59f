# expect: failed; mistake: forgot-lr
# about: Comprehension version that leaves lr out of the update.

def average(l):
    return sum(l) / len(l)

def gradient_step(x, y, w, lr=0.1):
    loss_before = average([(w * x[i] - y[i]) ** 2 for i in range(len(x))])
    grad = average([2 * (w * x[i] - y[i]) * x[i] for i in range(len(x))])
    w_new = w
    w_new -= grad
    loss_after = average([(w_new * x[i] - y[i]) ** 2 for i in range(len(x))])
    return loss_before, grad, w_new, loss_after
