# expect: failed; mistake: broadcast-outer
# about: Two nested loops compare every truth with every prediction.
def mse(y_true, y_pred):
    total = 0
    count = 0
    for t in y_true:
        for p in y_pred:
            total += (t - p) ** 2
            count += 1
    return total / count
