"""Opens a file of the teacher's."""

# judge: leak


def attack(ground):
    with open(ground["file"]) as file:
        return file.read()
