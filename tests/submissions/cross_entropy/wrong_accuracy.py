# expect: failed; mistake: none
# about: Counts the wrong answers.

def cross_entropy(y_true, y_prob):
    wrong = 0
    for y, p in zip(y_true, y_prob):
        if (p > 0.5) != (y == 1):
            wrong += 1
    return wrong / len(y_true)
