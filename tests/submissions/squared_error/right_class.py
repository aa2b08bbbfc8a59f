# expect: passed
# about: A class with a method does the work.
class Loss:
    def __init__(self, truth):
        self.truth = truth

    def of(self, pred):
        error = pred - self.truth
        return error ** 2

def squared_error(pred, truth):
    return Loss(truth).of(pred)
