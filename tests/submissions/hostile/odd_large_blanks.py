# attack: Fills every blank with a large array, which a report then shows beside each of the others.
# exercise: trace_step
# expect: failed
# at most: 0
# control: answers-kept; bloats
import numpy as np

pred = loss_before = grad = w_new = loss_after = np.arange(60_000.0) / 7
