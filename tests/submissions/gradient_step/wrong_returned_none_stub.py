# expect: failed; mistake: returned-none
# about: Hands in the empty frame with pass.

import numpy as np

def gradient_step(x, y, w, lr):
    """One step of gradient descent for the model w*x.

    Returns (loss_before, grad, w_new, loss_after).
    """
    # TODO
    pass
