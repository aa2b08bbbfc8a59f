# attack: Fills a blank that asks for a word with an array, which can be compared but not decided on.
# exercise: exploding_loss
# expect: failed
# at most: 1
# control: equal; ends
import numpy as np

cause = np.array(["code", "data"]) == np.array(["code", "dat"])
first_dial = np.array([0.5, 1.5])
lr = 0.75
first_loss = 40.1
