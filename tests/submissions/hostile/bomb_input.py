# attack: Asks for a line on a keyboard that nobody sits at.
# exercise: mse
# expect: error
# control: allclose; hangs


def mse(y_true, y_pred):
    return float(input("The answer? "))
