# expect: failed; mistake: last-only
# about: The loop overwrites its results.

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    for wi, gi, mi, vi in zip(w, grad, m, v):
        mi = beta1 * mi + (1 - beta1) * gi
        vi = beta2 * vi + (1 - beta2) * gi ** 2
        wi = wi - lr * weight_decay * wi - lr * (mi / (1 - beta1 ** t)) / ((vi / (1 - beta2 ** t)) ** 0.5 + eps)
    return wi, mi, vi
