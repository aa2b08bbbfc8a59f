# expect: failed; mistake: unchanged-stub
# about: Nothing has been filled in.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    # TODO: repeat the step, then return weight, losses
    raise NotImplementedError
