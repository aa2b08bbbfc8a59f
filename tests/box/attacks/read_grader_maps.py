"""Reads which files the grader's own process has mapped."""

# judge: leak


def attack(ground):
    with open(f"/proc/{ground['grader']}/maps") as file:
        return [line for line in file if ground["token"] in line]
