"""Reads the kernel's list of keys."""

# judge: leak


def attack(ground):
    with open("/proc/keys") as file:
        return [line for line in file if ground["token"] in line]
