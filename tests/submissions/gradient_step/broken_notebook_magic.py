# expect: error; mistake: syntax-error
# about: A notebook cell with %matplotlib and !pip lines.

!pip install numpy
%matplotlib inline
import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    e = w * x - y
    g = 2 * np.mean(e * x)
    return np.mean(e ** 2), g, w - lr * g, np.mean(((w - lr * g) * x - y) ** 2)
