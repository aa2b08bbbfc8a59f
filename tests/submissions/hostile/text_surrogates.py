# attack: Puts halves of characters into a text, which no file can hold.
# exercise: mse
# expect: failed
# at most: 1
# control: page; ends


def mse(y_true, y_pred):
    return "\ud800\udfff \ud83d" * 10
