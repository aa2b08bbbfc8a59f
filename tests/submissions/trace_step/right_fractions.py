# expect: passed
# about: Wrote fractions.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -16
w_new = 13 / 5
loss_after = 16 / 25
