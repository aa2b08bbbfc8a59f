# expect: error
# about: Uses a name that has no value.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1
pred = w * x
loss_before = (prediction - y) ** 2
