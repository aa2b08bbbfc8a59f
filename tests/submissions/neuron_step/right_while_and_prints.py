# expect: passed
# about: A while loop with debug prints and a demo at the bottom.
import math


def neuron_step(X, y, w, b, lr):
    i, n = 0, len(X)
    loss = gb = 0
    gw = [0, 0]
    while i < n:
        z = w[0] * X[i][0] + w[1] * X[i][1] + b
        p = math.e ** z / (1 + math.e ** z) if z < 0 else 1 / (1 + math.e ** -z)
        q = min(1 - 1e-12, max(1e-12, p))
        if y[i] == 1:
            loss = loss - math.log(q) / n
        else:
            loss = loss - math.log(1 - q) / n
        for j in range(2):
            gw[j] = gw[j] + (p - y[i]) * X[i][j] / n
        gb = gb + (p - y[i]) / n
        i = i + 1
    print("loss", loss)
    return loss, gw, gb, [w[0] - lr * gw[0], w[1] - lr * gw[1]], b - lr * gb


if __name__ == "__main__":
    print(neuron_step([[0, 1]], [1], [0, 0], 0, 1))
