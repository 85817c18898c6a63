#!/usr/bin/env python3
"""A slow, honest twin of solve/connections: connections_twin.py [--write].

Enumerates every network of a few states in the connections model of Jackson and Wolinsky (1996),
in exact fractions, with distances by repeated squaring of reach. Without arguments it compares
connections.json with what it computes; --write makes that file anew. twins_tests holds the engine
to it.
"""

import itertools
import json
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("connections.json")


def utilities(n, links, delta, cost):
    far = [[0 if i == j else 1 if (min(i, j), max(i, j)) in links else None for j in range(n)]
           for i in range(n)]
    for k, i, j in itertools.product(range(n), repeat=3):  # Floyd and Warshall.
        if far[i][k] is not None and far[k][j] is not None:
            way = far[i][k] + far[k][j]
            if far[i][j] is None or way < far[i][j]:
                far[i][j] = way
    return [sum(delta ** d for d in far[i] if d) - cost * sum(i in link for link in links)
            for i in range(n)]


def stable(n, links, delta, cost):
    now = utilities(n, links, delta, cost)
    for i, j in itertools.combinations(range(n), 2):
        after = utilities(n, links ^ {(i, j)}, delta, cost)
        a, b = after[i] - now[i], after[j] - now[j]
        if (i, j) in links:
            if a > 0 or b > 0:
                return False
        elif (a > 0 and b >= 0) or (b > 0 and a >= 0):
            return False
    return True


def judge(n, delta, cost):
    pairs = list(itertools.combinations(range(n), 2))
    networks = [frozenset(chosen) for size in range(len(pairs) + 1)
                for chosen in itertools.combinations(pairs, size)]
    best = max(sum(utilities(n, links, delta, cost)) for links in networks)
    found = [links for links in networks if stable(n, links, delta, cost)]
    return {"stable": len(found), "links": sorted(len(links) for links in found),
            "best": float(best)}


CASES = [(4, "1/2", "1/5"), (4, "1/2", "3/10"), (4, "1/2", "9/10"), (3, "1/2", "1/4"),
         (5, "3/5", "1/2"), (4, "9/10", "1/20"), (5, "1/2", "3/10")]


def text():
    rows = [json.dumps({"n": n, "delta": float(Fraction(d)), "cost": float(Fraction(c))} |
                       judge(n, Fraction(d), Fraction(c))) for n, d, c in CASES]
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
