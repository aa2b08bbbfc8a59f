# expect: failed; mistake: sum-not-mean + divided-by-lr
# about: Summed gradient, divided by lr.

def gradient_step(x, y, w, lr):
    loss_before = sum([(w * xi - yi) ** 2 for xi, yi in zip(x, y)]) / len(x)
    grad = sum([2 * (w * xi - yi) * xi for xi, yi in zip(x, y)])
    w_new = w - (grad / lr)
    loss_after = sum([(w_new * xi - yi) ** 2 for xi, yi in zip(x, y)]) / len(x)
    return loss_before, grad, w_new, loss_after
