# expect: error
# about: Uses torch, which is not installed.
import torch

def neuron_step(X, y, w, b, lr):
    w = torch.tensor(w, requires_grad=True)
    loss = torch.nn.functional.binary_cross_entropy(torch.sigmoid(torch.tensor(X) @ w + b), torch.tensor(y))
    loss.backward()
    return loss.item(), w.grad, 0, w - lr * w.grad, b
