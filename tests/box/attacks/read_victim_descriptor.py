"""Opens again what another process holds open."""

# judge: leak


def attack(ground):
    with open(f"/proc/{ground['victim']}/fd/{ground['victim_descriptor']}") as file:
        return file.read()
