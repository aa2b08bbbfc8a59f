# expect: failed; mistake: added-not-multiplied
# about: w + x for w * x; the rest follows.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 3
loss_before = 9
grad = -12
w_new = 2.2
loss_after = 2.56
