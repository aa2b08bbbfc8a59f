"""Makes another process the first to be killed when memory runs out."""

# judge: victim


def attack(ground):
    with open(f"/proc/{ground['victim']}/oom_score_adj", "w") as file:
        file.write("1000")
