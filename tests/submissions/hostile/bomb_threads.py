# attack: Starts up to a hundred threads that spin for ever.
# exercise: mse
# expect: timeout|failed|error|memory
# at most: 4
# control: allclose; hangs
import threading


def spin():
    while True:
        pass


def mse(y_true, y_pred):
    while threading.active_count() < 100:
        try:
            threading.Thread(target=spin).start()
        except RuntimeError:
            break
    return 0.0
