# expect: passed
# about: Collects the values in a dataclass and turns it into a tuple at the end.

from dataclasses import dataclass, astuple

@dataclass
class Result:
    loss_before: float = 0.0
    grad: float = 0.0
    w_new: float = 0.0
    loss_after: float = 0.0

def gradient_step(x, y, w, lr):
    r = Result()
    m = len(y)
    for i in range(m):
        r.loss_before += (w*x[i] - y[i])**2 / m
        r.grad += 2*(w*x[i] - y[i])*x[i] / m
    r.w_new = w - lr*r.grad
    for i in range(m):
        r.loss_after += (r.w_new*x[i] - y[i])**2 / m
    return astuple(r)
