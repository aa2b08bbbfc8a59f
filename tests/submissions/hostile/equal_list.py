# attack: Returns a list that is equal to everything and has as many items as it is asked for.
# exercise: gradient_step
# expect: failed
# at most: 0
# control: equal; full marks


class Liar(list):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 4

    def __iter__(self):
        return iter((16.0, -16.0, 2.6, 0.64))

    def __getitem__(self, place):
        return 2.6

    __hash__ = None


def gradient_step(x, y, w, lr):
    return Liar()
