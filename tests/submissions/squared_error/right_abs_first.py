# expect: passed
# about: Takes the distance with abs and squares that.
def squared_error(pred, truth):
    distance = abs(pred - truth)
    return distance ** 2
