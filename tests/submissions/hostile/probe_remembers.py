# attack: Works out one answer for each length of the input and gives it again for every other.
# exercise: mse
# expect: failed
# at most: 5
# control: allclose; full marks
answers = {}


def mse(y_true, y_pred):
    key = (len(y_true), type(y_true).__name__)
    if key not in answers:
        answers[key] = sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)
    return answers[key]
