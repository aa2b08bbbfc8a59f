# expect: failed; mistake: last-only
# about: Types =+ for +=, which only assigns; the last square over n is returned.
def mse(y_true, y_pred):
    s = 0.
    for (a, b) in zip(y_true, y_pred):
        s =+ (a - b)**2
    return s/len(y_true)
