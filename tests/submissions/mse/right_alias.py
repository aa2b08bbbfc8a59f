# expect: passed
# about: Writes the function under another name first and then gives it the asked name.
def mean_squared_error(prediction, truth):
    n = len(prediction)
    acc = 0.0
    for k in range(n - 1, -1, -1):  # backwards, just because
        acc += (truth[k] - prediction[k]) ** 2
    return acc / n


mse = mean_squared_error  # the task wants this name
