"""Opens a file in the folder that programs share memory through."""

# judge: leak


def attack(ground):
    with open("/dev/shm/" + ground["shared"]) as file:
        return file.read()
