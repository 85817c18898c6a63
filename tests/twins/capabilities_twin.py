#!/usr/bin/env python3
"""A slow, honest twin of the index of capability and of ranks: capabilities_twin.py [--write].

In exact fractions, state by state. Without arguments it compares capabilities.json with what it
computes; --write makes that file anew. twins_tests reads the file and holds the engine to it.
"""

import json
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("capabilities.json")


def index(world, state):
    """The mean share over the components that are known for the state and that somebody has."""
    shares = []
    for component in range(6):
        own = state["components"][component]
        if own is None:
            continue
        known = [other["components"][component] for other in world
                 if other["year"] == state["year"] and other["components"][component] is not None]
        total = sum(known)
        if total:  # Of what nobody has there are no shares.
            shares.append(Fraction(own) / total)
    return float(sum(shares) / len(shares)) if shares else None


def worlds():
    yield [{"year": 1900, "components": [10, 20, 30, 40, 50, 60]},
           {"year": 1900, "components": [30, 20, 10, 0, 50, 20]},
           {"year": 1901, "components": [1, 1, 1, 1, 1, 1]}]
    # Nothing known of one component, one state without any, one year with a component of zeros.
    yield [{"year": 1816, "components": [None, 5, 0, None, 7, 1]},
           {"year": 1816, "components": [4, None, 0, None, 3, 2]},
           {"year": 1816, "components": [None] * 6},
           {"year": 1817, "components": [4, 1, 0, 9, 3, 2]}]


def ranks(values):
    return [Fraction(sum(other < value for other in values) * 2
                     + sum(other == value for other in values) + 1, 2) for value in values]


def spearman(a, b):
    x, y = ranks(a), ranks(b)
    middle = Fraction(len(a) + 1, 2)
    xy = sum((p - middle) * (q - middle) for p, q in zip(x, y))
    xx, yy = (sum((p - middle) ** 2 for p in side) for side in (x, y))
    return float(xy) / float(xx * yy) ** 0.5 if xx and yy else 0.0


def series():
    yield [1, 2, 3, 4, 5], [5, 6, 7, 8, 7]
    yield [3, 1, 3, 2, 9, 9], [2, 2, 8, 1, 0, 5]
    yield [4, 4, 4], [1, 2, 3]


def computed():
    return {
        "worlds": [[dict(state, index=index(world, state)) for state in world]
                   for world in worlds()],
        "series": [{"a": a, "b": b, "spearman": spearman(a, b)} for a, b in series()],
    }


def text():
    both = computed()
    return "{\n" + ",\n".join(
        json.dumps(name) + ": [\n" + ",\n".join(json.dumps(one) for one in both[name]) + "\n]"
        for name in both) + "\n}\n"


if __name__ == "__main__":
    keep(FILE, text())
