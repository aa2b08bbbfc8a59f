# expect: failed; mistake: divided-by-lr
# about: Divided by the learning rate.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -16
w_new = 161
loss_after = 99856
