#!/usr/bin/env python3
"""A slow, honest twin of solve/landscape: landscape_twin.py [--write].

Works out every configuration of small landscapes by the definition (Axelrod and Bennett 1993): the
energy as a sum over ordered pairs, a minimum as one that no move improves, the basin by walking down
the steepest move from every configuration. Without arguments it compares landscape.json with what
it computes; --write makes that file anew. twins_tests holds the engine to it.
"""

import itertools
import json
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("landscape.json")


def canonical(camps):
    numbers = {}
    return tuple(numbers.setdefault(camp, len(numbers)) for camp in camps)


def energy(weights, camps):
    n = len(camps)
    return sum(weights[i][j] for i in range(n) for j in range(n) if camps[i] != camps[j])


def moves(weights, camps, most):
    """(change, state, camp) of every move, in the order in which equals are preferred."""
    now = energy(weights, camps)
    for state in range(len(camps)):
        for camp in range(most):
            if camp != camps[state]:
                after = camps[:state] + (camp,) + camps[state + 1:]
                yield energy(weights, after) - now, state, camp


def end_of(weights, camps, most):
    while True:
        options = list(moves(weights, camps, most))
        change = min(option[0] for option in options)
        if change >= 0:
            return camps
        _, state, camp = next(option for option in options if option[0] == change)
        camps = canonical(camps[:state] + (camp,) + camps[state + 1:])


def minima(weights, most, ties):
    n = len(weights)
    every = sorted({canonical(c) for c in itertools.product(range(most), repeat=n)})
    ends = [end_of(weights, camps, most) for camps in every]
    found = []
    for camps in every:
        change = min(option[0] for option in moves(weights, camps, most))
        if change > 0 or (change == 0 and ties == "weak"):
            found.append({"camps": list(camps), "energy": energy(weights, camps),
                          "basin": ends.count(camps)})
    return sorted(found, key=lambda one: (one["energy"], one["camps"]))


def symmetric(n, entry):
    return [[0 if i == j else entry(min(i, j), max(i, j)) for j in range(n)] for i in range(n)]


FIVE = [745, 532, 1149, 403, 1501]  # Great powers of 1936, hundredths; each against all.
CASES = [
    (symmetric(5, lambda i, j: -FIVE[i] * FIVE[j]), 2, "weak"),
    (symmetric(5, lambda i, j: -FIVE[i] * FIVE[j]), 3, "strict"),
    (symmetric(6, lambda i, j: (7 * i + 5 * j) % 11 - 5), 2, "weak"),
    (symmetric(6, lambda i, j: (3 * i + 4 * j) % 5 - 2), 2, "strict"),
    (symmetric(7, lambda i, j: (i * j + i + 2 * j) % 7 - 3), 2, "weak"),
    (symmetric(6, lambda i, j: (5 * i + 3 * j) % 7 - 3), 3, "weak"),
    (symmetric(5, lambda i, j: -1), 4, "weak"),
    (symmetric(4, lambda i, j: 0), 2, "weak"),
    (symmetric(4, lambda i, j: 0), 2, "strict"),
    (symmetric(1, lambda i, j: 0), 2, "weak"),
]


def text():
    rows = [json.dumps({"weights": w, "camps": k, "ties": t, "minima": minima(w, k, t)})
            for w, k, t in CASES]
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
