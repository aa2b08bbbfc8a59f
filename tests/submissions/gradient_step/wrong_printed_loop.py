# expect: failed; mistake: printed-not-returned
# about: Prints each value with a label, and returns nothing.

def gradient_step(x, y, w, lr):
    s = 0
    g = 0
    for xi, yi in zip(x, y):
        s += (w * xi - yi) ** 2
        g += 2 * (w * xi - yi) * xi
    g = g / len(x)
    print("loss before:", s / len(x))
    print("gradient:", g)
    w = w - lr * g
    print("new weight:", w)
    s = 0
    for xi, yi in zip(x, y):
        s += (w * xi - yi) ** 2
    print("loss after:", s / len(x))
