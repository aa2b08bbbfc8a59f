# expect: error
# about: Asks for numbers with input() at import, but nobody is there to type.
def mse(y_true, y_pred):
    return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)

n = int(input("How many numbers? "))
y_true = [float(input("true: ")) for _ in range(n)]
y_pred = [float(input("pred: ")) for _ in range(n)]
print(mse(y_true, y_pred))
