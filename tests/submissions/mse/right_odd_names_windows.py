# expect: passed
# about: Joke variable names, also for the parameters, and Windows line endings.
def mse(banana, apple):
    pudding = 0
    spoons = 0
    for b, a in zip(banana, apple):
        pudding = pudding + (b - a) ** 2
        spoons = spoons + 1
    return pudding / spoons
