# expect: failed; mistake: hard-coded
# about: Returns the number from the example whatever the input.
def mse(y_true, y_pred):
    # answer from the example
    return 0.375
