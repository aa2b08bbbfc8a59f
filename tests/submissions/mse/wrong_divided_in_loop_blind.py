# expect: failed; mistake: divided-in-loop
# about: divides by n inside the loop, so earlier squares are divided again and again
def mse(y_true, y_pred):
    result = 0
    for a, b in zip(y_true, y_pred):
        result = (result + (b - a) ** 2) / len(y_true)
    return result
