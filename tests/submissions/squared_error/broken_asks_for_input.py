# expect: error
# about: Asks for the numbers with input.
def squared_error(pred, truth):
    pred = float(input("prediction: "))
    truth = float(input("truth: "))
    return (pred - truth) ** 2
