# attack: Waits for a lock that it holds itself.
# exercise: mse
# expect: timeout
# control: allclose; hangs
import threading

lock = threading.Lock()
lock.acquire()


def mse(y_true, y_pred):
    lock.acquire()
    return 0.0
