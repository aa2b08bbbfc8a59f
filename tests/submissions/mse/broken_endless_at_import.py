# expect: timeout
# about: A waiting loop at the end of the file never ends.
import time

def mse(y_true, y_pred):
    return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)

running = True
while running:
    # keep the window open
    time.sleep(0.5)
