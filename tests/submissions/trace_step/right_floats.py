# expect: passed
# about: The same numbers written with decimals.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2.0
loss_before = 16.0
grad = -16.0
w_new = 2.60
loss_after = 0.640
