# expect: error
# about: Loops over the numbers as if they were lists.
def squared_error(pred, truth):
    total = 0
    for i in range(len(pred)):
        total += (pred[i] - truth[i]) ** 2
    return total / len(pred)
