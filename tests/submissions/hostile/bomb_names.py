# attack: Fills its top level with names, values and functions without number.
# exercise: trace_step
# expect: failed|error
# at most: 0
# control: equal; ends
for number in range(3000):
    globals()[f"n{number}"] = "x" * 5000
    globals()["f" * 500 + str(number)] = lambda: number
pred = [[0.5] * 10] * 1000
loss_before = {number: "\x1b[2J" for number in range(5000)}
grad = globals()
w_new = sorted
