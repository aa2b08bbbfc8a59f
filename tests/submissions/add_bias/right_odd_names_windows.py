# expect: passed
# about: Odd one-letter and joke names, also for the parameters, Windows line endings.
def train_with_bias(cat, dog, fish, bird, speed, rounds):
    zoo = []
    for mouse in [None] * rounds:
        gap = fish * cat + bird - dog
        zoo.append(gap ** 2)
        fish, bird = fish - speed * 2 * gap * cat, bird - speed * 2 * gap
    return fish, bird, zoo
