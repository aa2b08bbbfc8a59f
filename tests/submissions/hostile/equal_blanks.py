# attack: Fills the blanks with things that are equal to every number and every word.
# exercise: trace_step
# expect: failed
# at most: 0
# control: equal; full marks


class Number(float):
    def __eq__(self, other):
        return True

    __hash__ = None


class Word(complex):
    def __eq__(self, other):
        return True

    __hash__ = None


pred, loss_before, grad, w_new, loss_after = Number(), Word(), Number("nan"), Word(), Number(7)
