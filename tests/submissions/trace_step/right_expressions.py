# expect: passed
# about: Let Python do the arithmetic, blank by blank.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = w * x
loss_before = (pred - y) ** 2
grad = 2 * (pred - y) * x
w_new = w - lr * grad
loss_after = (w_new * x - y) ** 2
