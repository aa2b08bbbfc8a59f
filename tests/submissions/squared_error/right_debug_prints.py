# expect: passed
# about: Leaves its prints in.
def squared_error(pred, truth):
    print("pred", pred, "truth", truth)
    err = pred - truth
    print("err", err)
    return err ** 2
