# expect: passed
# about: Returns tuples instead of arrays, from map with a lambda.

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    m2 = tuple(map(lambda a, g: a * beta1 + g * (1 - beta1), m, grad))
    v2 = tuple(map(lambda a, g: a * beta2 + g * g * (1 - beta2), v, grad))
    def move(a, p, q):
        up = p / (1 - pow(beta1, t))
        down = pow(q / (1 - pow(beta2, t)), 0.5) + eps
        return a * (1 - lr * weight_decay) - lr * up / down
    return tuple(map(move, w, m2, v2)), m2, v2
