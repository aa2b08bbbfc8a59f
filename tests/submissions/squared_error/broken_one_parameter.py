# expect: error
# about: Takes the error itself.
def squared_error(error):
    return error ** 2
