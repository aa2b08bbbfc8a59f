# expect: passed
# about: Returns a list that was filled with append.

def gradient_step(x, y, w, lr):
    results = []
    N = len(x)

    loss = 0
    for i in range(N):
        loss += (w * x[i] - y[i]) ** 2
    results.append(loss / N)

    grad = 0
    for i in range(N):
        grad += (w * x[i] - y[i]) * x[i]
    grad = grad * 2 / N
    results.append(grad)

    w = w - lr * grad
    results.append(w)

    loss = 0
    for i in range(N):
        loss += (w * x[i] - y[i]) ** 2
    results.append(loss / N)

    return results
