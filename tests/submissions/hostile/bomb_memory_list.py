# attack: Appends to lists until there is no memory left for anybody, and keeps what it has.
# exercise: mse
# expect: memory|error|timeout
# control: allclose; ends
kept = []


def mse(y_true, y_pred):
    size = 1 << 26
    while size > 16:
        try:
            kept.append(bytes(size))
        except MemoryError:
            size //= 2
    while True:
        kept.append([])
