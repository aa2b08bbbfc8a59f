# expect: failed; mistake: forgot-two + forgot-x
# about: The gradient is the bare error.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -4
w_new = 1.4
loss_after = 10.24
