# expect: passed
# about: Left the working in comments.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = 2
loss_before = 16
grad = -16  # 2 * -4 * 2
w_new = 2.6
loss_after = 0.64
