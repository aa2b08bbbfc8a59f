# expect: error; mistake: syntax-error
# about: Tabs and spaces are mixed in one block.

def gradient_step(x, y, w, lr):
    loss_before = 0
    grad = 0
    for i in range(len(x)):
        loss_before += (w * x[i] - y[i]) ** 2
	grad += 2 * (w * x[i] - y[i]) * x[i]
    loss_before /= len(x)
	grad /= len(x)
    w_new = w - lr * grad
    loss_after = 0
    for i in range(len(x)):
	loss_after += (w_new * x[i] - y[i]) ** 2
    loss_after /= len(x)
    return loss_before, grad, w_new, loss_after
