# attack: Puts a NUL and characters that XML forbids into names, texts and printed lines.
# exercise: mse
# expect: error
# control: page; shows it
# shown: \x00


def mse(y_true, y_pred):
    print("\x00\x01\ufffe\uffff")
    raise type("A\u0001\ufffeB", (Exception,), {})("\x00\x01\x7f\ufffe\uffff]]>")
