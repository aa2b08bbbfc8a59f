# expect: error
# about: Ends Python.
import os
os._exit(0)
