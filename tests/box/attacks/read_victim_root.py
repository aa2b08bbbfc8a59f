"""Goes to a file by way of another process's root folder."""

# judge: leak


def attack(ground):
    with open(f"/proc/{ground['victim']}/root" + ground["file"]) as file:
        return file.read()
