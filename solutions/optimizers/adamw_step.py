"""One step of AdamW, one thought a line."""

import numpy as np


def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.asarray(w, dtype=float)
    grad = np.asarray(grad, dtype=float)
    m = np.asarray(m, dtype=float)
    v = np.asarray(v, dtype=float)
    # Two running means: of the gradients, and of their squares. A part of the old mean makes room for the new number.
    m_kept = beta1 * m
    m_fresh = (1 - beta1) * grad
    m_new = m_kept + m_fresh
    squares = grad**2
    v_kept = beta2 * v
    v_fresh = (1 - beta2) * squares
    v_new = v_kept + v_fresh
    # Both began at 0, so after t steps only this share of them comes from gradients; the rest is still that 0.
    m_share = 1 - beta1**t
    v_share = 1 - beta2**t
    m_hat = m_new / m_share
    v_hat = v_new / v_share
    root = np.sqrt(v_hat)
    size = root + eps
    direction = m_hat / size
    step = lr * direction
    # The decay is no part of the gradient: it is a share of the weight as it came in.
    decay_rate = lr * weight_decay
    decay = decay_rate * w
    decayed = w - decay
    w_new = decayed - step
    # The next step corrects m and v by its own t, so they go back as they are.
    return w_new, m_new, v_new
