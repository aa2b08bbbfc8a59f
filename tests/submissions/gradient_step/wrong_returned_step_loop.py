# expect: failed; mistake: returned-step
# about: Takes lr*grad for the new weight and computes the loss after with it.

def gradient_step(x, y, w, lr):
    n = len(x)
    L = 0
    G = 0
    for i in range(n):
        L += (w * x[i] - y[i]) ** 2
        G += 2 * (w * x[i] - y[i]) * x[i]
    L /= n
    G /= n
    w_new = lr * G
    L2 = 0
    for i in range(n):
        L2 += (w_new * x[i] - y[i]) ** 2
    L2 /= n
    return L, G, w_new, L2
