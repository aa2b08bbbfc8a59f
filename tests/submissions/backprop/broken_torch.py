# expect: error
# about: Imports torch and calls backward().

import torch

def backprop(X, y, W1, b1, W2, b2):
    W1 = torch.tensor(W1, requires_grad=True)
    loss = ((torch.sigmoid(torch.tensor(X) @ W1)) ** 2).mean()
    loss.backward()
    return loss, W1.grad
