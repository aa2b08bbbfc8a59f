# expect: error
# about: Hands in library code.

import torch

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    p = torch.tensor(w, requires_grad=True)
    opt = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps)
    p.grad = torch.tensor(grad)
    opt.step()
    return p.detach().numpy(), m, v
