# expect: error
# about: Imports torch, which is not installed.
import torch

def train_with_bias(x, y_true, weight, bias, lr, steps):
    w = torch.tensor(float(weight), requires_grad=True)
    b = torch.tensor(float(bias), requires_grad=True)
    losses = []
    for _ in range(steps):
        loss = (w * x + b - y_true) ** 2
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return w.item(), b.item(), losses
