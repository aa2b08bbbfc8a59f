# expect: passed
# about: Wrote the error truth minus prediction, with the minus in front of the 2.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -2 * (6 - 2) * 2
w_new = 2.6
loss_after = 0.64
