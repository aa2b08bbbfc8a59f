# expect: passed
# about: Chinese comments and Chinese variable names.
import numpy as np


def mse(y_true, y_pred):
    """均方误差：先求差，再平方，最后取平均。"""
    误差 = np.array(y_pred, dtype=float) - np.array(y_true, dtype=float)
    平方 = 误差 * 误差
    return 平方.mean()
