# expect: passed
# about: Correct, with Arabic comments.

# التمرين: خطوة واحدة من الانحدار التدريجي
def gradient_step(x, y, w, lr):
    n = len(x)
    # الخسارة قبل الخطوة
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    # الميل
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    # الوزن الجديد
    w_new = w - lr * grad
    # الخسارة بعد الخطوة
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after
