# attack: Aborts the process at import.
# exercise: trace_step
# expect: error
# control: equal; ends
import os

pred, loss_before, grad, w_new, loss_after = 0.0, 0.0, 0.0, 0.0, 0.0
os.abort()
