# expect: error
# about: Forgets the learning rate among the parameters.
import numpy as np

def neuron_step(X, y, w, b):
    return 0, w, 0, w, b
