# expect: failed; mistake: none
# about: Rounds the answer to one digit after the point.
def mse(y_true, y_pred):
    s = sum((t - p) ** 2 for t, p in zip(y_true, y_pred))
    return round(s / len(y_true), 1)
