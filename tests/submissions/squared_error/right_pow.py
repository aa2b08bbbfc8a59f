# expect: passed
# about: Uses pow and other parameter names.
def squared_error(p, y):
    return pow(p - y, 2)
