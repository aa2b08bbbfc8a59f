# expect: error
# about: Hands in library code.

import torch

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    p = torch.tensor(w, requires_grad=True)
    opt = torch.optim.AdamW([p], lr=lr, betas=(beta1, beta2), eps=eps)
    p.grad = torch.tensor(grad)
    opt.step()
    return p.detach().numpy(), m, v
