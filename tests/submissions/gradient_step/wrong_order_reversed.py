# expect: failed; mistake: wrong-order
# about: Inserts every value at the front of a list, so the answer is backwards.

def gradient_step(x, y, w, lr):
    out = []
    pairs = list(zip(x, y))
    out.insert(0, sum((w*a - b)**2 for a, b in pairs) / len(pairs))
    out.insert(0, sum(2*(w*a - b)*a for a, b in pairs) / len(pairs))
    out.insert(0, w - lr*out[0])
    out.insert(0, sum((out[0]*a - b)**2 for a, b in pairs) / len(pairs))
    return out
