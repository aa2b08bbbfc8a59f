"""Imports the solution by its path."""

# judge: leak

import importlib.util


def attack(ground):
    spec = importlib.util.spec_from_file_location("solution", ground["solution.py"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SECRET
