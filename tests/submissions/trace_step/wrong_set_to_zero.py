# expect: failed; mistake: none
# about: Set the gradient to 0, so that the rest is easy.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = 0
w_new = 1
loss_after = 16
