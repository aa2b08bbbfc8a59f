# attack: Returns a dict that is equal to everything.
# exercise: mse
# expect: failed
# at most: 1
# control: equal; full marks


class Liar(dict):
    def __eq__(self, other):
        return True

    def __getitem__(self, key):
        return 1.75

    def items(self):
        return [("loss", 1.75)]

    __hash__ = None


def mse(y_true, y_pred):
    return Liar(loss=0.0)
