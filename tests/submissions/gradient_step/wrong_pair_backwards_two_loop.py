# expect: failed; mistake: error-backwards + forgot-two
# about: The delta rule (y - wx)*x without 2, but with a minus in the update.

def gradient_step(x, y, w, lr):
    n = len(x)
    lossBefore = 0
    grad = 0
    lossAfter = 0
    for i in range(n):
        delta = y[i] - w * x[i]
        lossBefore = lossBefore + delta ** 2
        grad = grad + delta * x[i]
    lossBefore = lossBefore / n
    grad = grad / n
    wNew = w - lr * grad
    for i in range(n):
        lossAfter = lossAfter + (y[i] - wNew * x[i]) ** 2
    lossAfter = lossAfter / n
    return lossBefore, grad, wNew, lossAfter
