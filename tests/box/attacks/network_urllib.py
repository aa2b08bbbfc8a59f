"""Fetches a page."""

# judge: heard

from urllib.request import urlopen


def attack(ground):
    with urlopen(f"http://127.0.0.1:{ground['tcp']}/{ground['token']}", timeout=0.05) as page:
        return page.read()
