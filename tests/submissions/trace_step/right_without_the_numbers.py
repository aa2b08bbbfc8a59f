# expect: passed
# about: Deleted the line with the numbers and kept the answers.
pred = 2
loss_before = 16
grad = -16
w_new = 2.6
loss_after = 0.64
