# expect: failed; mistake: forgot-x
# about: Loop version without the x in the gradient.

def gradient_step(x, y, w, lr):
    n = len(x)
    sq = 0.0
    g = 0.0
    for i in range(n):
        p = x[i] * w
        sq += (p - y[i]) ** 2
        g += 2 * (p - y[i])
    g = g / n
    w_new = w - lr * g
    sq2 = 0.0
    for i in range(n):
        sq2 += (x[i] * w_new - y[i]) ** 2
    return sq / n, g, w_new, sq2 / n
