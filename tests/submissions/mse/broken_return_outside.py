# expect: error; mistake: syntax-error
# about: The return line is not indented at all, so it stands outside the function.
def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        total += (t - p) ** 2
return total / len(y_true)
