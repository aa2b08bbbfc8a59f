# expect: failed; mistake: none
# about: Returns a dictionary instead of a triple.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    out = {"weight": weight, "bias": bias, "losses": []}
    for _ in range(steps):
        e = out["weight"] * x + out["bias"] - y_true
        out["losses"].append(e ** 2)
        out["weight"] -= lr * 2 * e * x
        out["bias"] -= lr * 2 * e
    return out
