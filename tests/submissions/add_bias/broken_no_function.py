# expect: error; mistake: missing-function
# about: Script code with fixed numbers, no function.
x, y_true = 2.0, 5.0
weight, bias = 0.5, 0.0
lr = 0.05
losses = []
for step in range(10):
    pred = weight * x + bias
    losses.append((pred - y_true) ** 2)
    weight, bias = weight - lr * 2 * (pred - y_true) * x, bias - lr * 2 * (pred - y_true)
print(weight, bias, losses)
