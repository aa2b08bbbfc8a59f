"""Goes to a file by way of the process's own root folder."""

# judge: leak


def attack(ground):
    with open("/proc/self/root" + ground["file"]) as file:
        return file.read()
