# expect: error; mistake: missing-function
# about: The function is defined inside main() and so not visible from outside.
def main():
    def mse(y_true, y_pred):
        return sum((a - b) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

    print(mse([1, 2, 3], [1, 2, 4]))


main()
