# expect: passed
# about: Chinese comments and Chinese names.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    损失列表 = []
    for 第几步 in range(steps):
        预测 = weight * x + bias
        误差 = 预测 - y_true
        损失列表.append(误差 ** 2)  # 更新之前的损失
        weight = weight - lr * 2 * 误差 * x
        bias = bias - lr * 2 * 误差
    return weight, bias, 损失列表
