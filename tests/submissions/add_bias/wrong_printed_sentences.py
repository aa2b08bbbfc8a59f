# expect: failed; mistake: printed-not-returned
# about: Prints weight, bias and losses on their own lines in a sentence, returns nothing.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for step in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    print("weight:", weight)
    print("bias:", bias)
    print("losses:", losses)
