# expect: passed
# about: Takes the absolute value first and then squares it, which changes nothing.
def mse(y_true, y_pred):
    distances = []
    for t, p in zip(y_true, y_pred):
        distances.append(abs(t - p))
    return sum(d ** 2 for d in distances) / len(distances)
