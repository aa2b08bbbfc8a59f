# attack: Ends its own process with a signal at import.
# exercise: mse
# expect: error
# control: allclose; ends
import os
import signal

os.kill(os.getpid(), signal.SIGTERM)
