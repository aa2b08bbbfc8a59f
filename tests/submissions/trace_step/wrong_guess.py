# expect: failed; mistake: none
# about: Guessed the gradient; the rest follows.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = 7.3
w_new = 0.27
loss_after = 29.8116
