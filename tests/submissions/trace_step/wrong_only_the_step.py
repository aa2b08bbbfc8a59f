# expect: failed; mistake: returned-step
# about: Wrote down the step as the new weight.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -16
w_new = 1.6
loss_after = 7.84
