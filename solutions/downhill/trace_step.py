"""One step of gradient descent on one point, blank by blank."""

w, x, y, lr = 1.0, 2.0, 6.0, 0.1

pred = w * x
error = pred - y
loss_before = error**2
# The gradient: a 2 from the square, the error itself, and x, because pred grows by x when w grows by 1.
grad_error = pred - y
slope = 2 * grad_error
grad = slope * x
step = lr * grad
w_new = w - step
new_pred = w_new * x
new_error = new_pred - y
loss_after = new_error**2
