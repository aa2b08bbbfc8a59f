# expect: passed
# about: Weighted sums with einsum.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    g = np.array(grad, dtype=float)
    m_new = np.einsum("k,kn->n", [beta1, 1 - beta1], np.stack([np.array(m, dtype=float), g]))
    v_new = np.einsum("k,kn->n", [beta2, 1 - beta2], np.stack([np.array(v, dtype=float), np.einsum("n,n->n", g, g)]))
    c1, c2 = 1 - beta1 ** t, 1 - beta2 ** t
    w = np.array(w, dtype=float)
    return w - lr * (m_new / c1 / (np.sqrt(v_new / c2) + eps)), m_new, v_new
