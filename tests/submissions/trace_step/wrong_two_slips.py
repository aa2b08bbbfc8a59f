# expect: failed; mistake: forgot-two | forgot-x
# about: Two slips at two places: the gradient without the 2, then added.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -8
w_new = 0.2
loss_after = 31.36
