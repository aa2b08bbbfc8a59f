# expect: passed
# about: Uses np.dot for the sums of products.

from numpy import array, dot

def gradient_step(x, y, w, lr):
    x, y = array(x, float), array(y, float)
    N = x.size
    r = w*x - y
    loss_before = dot(r, r)/N
    grad = 2*dot(r, x)/N
    w_new = w - lr*grad
    r = w_new*x - y
    return loss_before, grad, w_new, dot(r, r)/N
