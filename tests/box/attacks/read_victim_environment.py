"""Reads the environment of another process of the same user."""

# judge: leak


def attack(ground):
    with open(f"/proc/{ground['victim']}/environ", "rb") as file:
        return file.read()
