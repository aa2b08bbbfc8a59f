# expect: failed; mistake: hard-coded
# about: Returns the number of the example.

def cross_entropy(y_true, y_prob):
    return 0.645981
