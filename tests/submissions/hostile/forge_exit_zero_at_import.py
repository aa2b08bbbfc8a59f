# attack: Ends the run with exit code 0, which some take for success.
# exercise: mse
# expect: error
# control: exit-code; full marks
import sys

sys.exit(0)
