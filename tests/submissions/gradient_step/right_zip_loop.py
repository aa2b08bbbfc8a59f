# expect: passed
# about: Walks over the pairs with zip and divides at the end.

# Exercise: one step of gradient descent

def gradient_step(x, y, w, lr):
    total = 0
    g = 0
    for xi, yi in zip(x, y):
        diff = w*xi - yi
        total += diff*diff
        g += 2*diff*xi
    before = total/len(x)
    g /= len(x)
    w = w - lr*g          # go downhill
    total = 0
    for xi, yi in zip(x, y):
        total += (w*xi - yi)**2
    return before, g, w, total/len(x)
