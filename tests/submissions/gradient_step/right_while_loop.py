# expect: passed
# about: Uses while loops with a counter, in the manner of someone who came from another language.

def gradient_step(x, y, w, lr):
    i = 0;
    sumLoss = 0.0;
    sumGrad = 0.0;
    while (i < len(x)):
        prediction = w * x[i];
        sumLoss += (prediction - y[i]) * (prediction - y[i]);
        sumGrad += 2.0 * (prediction - y[i]) * x[i];
        i += 1;
    lossBefore = sumLoss / len(x);
    grad = sumGrad / len(x);
    wNew = w - lr * grad;
    j = 0;
    sumLoss = 0.0;
    while (j < len(x)):
        sumLoss += (wNew * x[j] - y[j]) ** 2;
        j += 1;
    return (lossBefore, grad, wNew, sumLoss / len(x));
