# expect: failed; mistake: none
# about: Traced a step with other numbers than those handed out.
w, x, y, lr = 3.0, 1.0, 2.0, 0.1

pred = 3
loss_before = 1
grad = 2
w_new = 2.8
loss_after = 0.64
