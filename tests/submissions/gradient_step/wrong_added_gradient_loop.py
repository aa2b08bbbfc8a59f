# expect: failed; mistake: added-gradient
# about: Uses w += lr*grad after an index loop.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss1 = 0
    grad = 0
    for i in range(n):
        e = w * x[i] - y[i]
        loss1 += e * e
        grad += 2 * e * x[i]
    loss1 = loss1 / n
    grad = grad / n
    w += lr * grad
    loss2 = 0
    for i in range(n):
        e = w * x[i] - y[i]
        loss2 += e * e
    loss2 = loss2 / n
    return loss1, grad, w, loss2
