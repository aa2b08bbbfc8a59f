# expect: failed; mistake: first-only
# about: The return is inside the loop.

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    for i in range(len(w)):
        m_i = beta1 * m[i] + (1 - beta1) * grad[i]
        v_i = beta2 * v[i] + (1 - beta2) * grad[i] ** 2
        m_hat = m_i / (1 - beta1 ** t)
        v_hat = v_i / (1 - beta2 ** t)
        w_i = w[i] - lr * m_hat / (v_hat ** 0.5 + eps)
        return w_i, m_i, v_i
