# attack: Ends the process with exit code 0 and without a word, at import.
# exercise: gradient_step
# expect: error
# control: exit-code; full marks
import os

os._exit(0)
