"""Reads the arguments of another process."""

# judge: leak


def attack(ground):
    with open(f"/proc/{ground['victim']}/cmdline", "rb") as file:
        return file.read()
