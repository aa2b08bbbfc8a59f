# expect: passed
# about: Turns everything into float, maps a helper over the pairs, uses statistics.mean.
import statistics


def square_of_difference(a, b):
    return (float(a) - float(b)) ** 2


def mse(y_true, y_pred):
    return statistics.mean(map(square_of_difference, y_true, y_pred))
