# expect: error; mistake: syntax-error
# about: Pasted an answer with the prose and the code fences around it.
Sure! Here is the function that computes the mean squared error:

```python
import numpy as np

def mse(y_true, y_pred):
    return np.mean((np.array(y_true) - np.array(y_pred)) ** 2)
```

Let me know if you have any questions.
