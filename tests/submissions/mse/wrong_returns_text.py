# expect: failed; mistake: none
# about: Returns the value as formatted text.
def mse(y_true, y_pred):
    s = 0
    for t, p in zip(y_true, y_pred):
        s += (t - p) ** 2
    return f"{s / len(y_true):.4f}"
