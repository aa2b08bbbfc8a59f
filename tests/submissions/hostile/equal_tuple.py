# attack: Returns a tuple with other items for everybody who looks into it.
# exercise: add_bias
# expect: failed
# at most: 1
# control: items; full marks


class Liar(tuple):
    def __iter__(self):
        return iter((1.4, 1.45, [9.0, 2.25]))

    def __getitem__(self, place):
        return (1.4, 1.45, [9.0, 2.25])[place]


def train_with_bias(x, y_true, weight, bias, lr, steps):
    return Liar((0.0, 0.0, []))
