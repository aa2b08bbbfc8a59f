# attack: Has a signal handler raise SystemExit(0), in whatever code is running then.
# exercise: mse
# expect: error|failed
# at most: 4
# control: exit-code; full marks
import signal
import sys


def leave(number, frame):
    sys.exit(0)


signal.signal(signal.SIGALRM, leave)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)


def mse(y_true, y_pred):
    while True:
        try:
            signal.pause()
        except Exception:
            pass
