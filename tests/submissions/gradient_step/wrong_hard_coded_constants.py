# expect: failed; mistake: hard-coded
# about: Returns the four numbers of the printed example.

def gradient_step(x, y, w, lr):
    loss_before = 16
    grad = -16
    w_new = 2.6
    loss_after = 0.64
    return loss_before, grad, w_new, loss_after
