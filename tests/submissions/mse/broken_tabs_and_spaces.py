# expect: error; mistake: syntax-error
# about: Mixes a tab with spaces in the same block.
def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        diff = t - p
	total += diff ** 2
    return total / len(y_true)
