# expect: passed
# about: Correct, with Japanese comments and some Japanese variable names.

import numpy as np

def gradient_step(x, y, w, lr):
    """勾配降下法を1ステップ実行する"""
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    誤差 = w * x - y            # 予測 − 正解
    loss_before = np.mean(誤差 ** 2)
    勾配 = np.mean(2 * 誤差 * x)
    w_new = w - lr * 勾配       # 坂を下る
    loss_after = np.mean((w_new * x - y) ** 2)
    return loss_before, 勾配, w_new, loss_after
