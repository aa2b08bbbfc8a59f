# attack: Switches the timers off, ignores every signal and goes on.
# exercise: mse
# expect: timeout
# control: allclose; hangs
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    signal.setitimer(timer, 0)


def mse(y_true, y_pred):
    while True:
        pass
