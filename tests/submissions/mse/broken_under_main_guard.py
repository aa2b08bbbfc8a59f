# expect: error; mistake: missing-function
# about: The function is indented under the main guard, so an import never defines it.
import numpy as np

if __name__ == "__main__":
    def mse(y_true, y_pred):
        return np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2)

    print(mse([1, 2], [2, 2]))
