# expect: failed; mistake: step-times-weight
# about: closing parenthesis in the wrong place, so the Adam step is multiplied by w too
import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w, grad, m, v = map(np.array, (w, grad, m, v))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    step = lr * m_hat / (np.sqrt(v_hat) + eps)
    w = w * (1 - lr * weight_decay - step)
    return w, m, v
