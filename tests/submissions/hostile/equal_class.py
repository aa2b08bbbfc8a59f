# attack: Returns a class whose metaclass makes it equal to everything.
# exercise: mse
# expect: failed
# at most: 1
# control: equal; full marks


class Meta(type):
    def __eq__(cls, other):
        return True

    def __instancecheck__(cls, other):
        return True

    def __getattribute__(cls, name):
        return True

    def __repr__(cls):
        return "1.75"

    __hash__ = None


class Answer(metaclass=Meta):
    pass


def mse(y_true, y_pred):
    return Answer
