# expect: passed
# about: Arabic comments.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []  # قائمة الخسائر
    for _ in range(steps):
        pred = weight * x + bias  # التنبؤ
        error = pred - y_true
        losses.append(error ** 2)
        # نحدّث الوزن والانحياز من نفس التنبؤ
        weight = weight - lr * 2 * error * x
        bias = bias - lr * 2 * error
    return weight, bias, losses
