# expect: failed; mistake: none
# about: Assigns with = instead of += in the loop, so only the last sample counts.

def gradient_step(x, y, w, lr):
    for xi, yi in zip(x, y):
        loss_before = (w * xi - yi) ** 2
        grad = 2 * (w * xi - yi) * xi
    w_new = w - lr * grad
    for xi, yi in zip(x, y):
        loss_after = (w_new * xi - yi) ** 2
    return loss_before, grad, w_new, loss_after
