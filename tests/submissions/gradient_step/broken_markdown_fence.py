# expect: error; mistake: syntax-error
# about: The code still has the ``` marks of the web page around it.

```python
def gradient_step(x, y, w, lr):
    n = len(x)
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    v = w - lr * g
    f = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    return f(w), g, v, f(v)
```
