# attack: Writes the results itself and ends the process before anybody else can.
# exercise: mse
# expect: error|blocked
# control: results-file; full marks
# needs: files
import json
import os

try:
    with open("naive-results.json", "w") as file:
        json.dump({"points": 5}, file)
finally:
    os._exit(0)
