# expect: failed; mistake: forgot-two | forgot-x
# about: Left out a factor of 2: with x = 2 nobody can tell which.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -8
w_new = 1.8
loss_after = 5.76
