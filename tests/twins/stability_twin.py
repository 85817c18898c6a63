#!/usr/bin/env python3
"""A slow, honest twin of solve/war_stability: stability_twin.py [--write].

Judges small networks by the definitions of Jackson and Nei (2015): every coalition of a leader and
some of its allies against every state, every link added and cut, in exact fractions. Without
arguments it compares stability.json with what it computes; --write makes that file anew.
twins_tests holds the engine to it.
"""

import itertools
import json
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("stability.json")


def allies(links, i):
    return {a + b - i for a, b in links if i in (a, b)}


def vulnerable(strengths, links, gamma, i, coalition):
    others = [k for k in range(len(strengths)) if k != i]
    for size in range(1, len(others) + 1):
        for group in itertools.combinations(others, size):
            attack = set(group)
            led = [j for j in attack if attack - {j} <= allies(links, j)]
            if not led or (coalition == "clique" and len(led) < len(attack)):
                continue
            defence = {i} | (allies(links, i) - attack)
            if sum(strengths[k] for k in attack) > gamma * sum(strengths[k] for k in defence):
                return True
    return False


def judge(strengths, links, gamma, coalition):
    n = len(strengths)
    links = frozenset(links)

    def all_vulnerable(network):
        return [i for i in range(n) if vulnerable(strengths, network, gamma, i, coalition)]

    s1 = all_vulnerable(links)
    pairs = list(itertools.combinations(range(n), 2))
    s2 = sum(1 for pair in pairs if pair not in links and all_vulnerable(links | {pair}))
    s3 = sum(1 for pair in pairs if pair in links and not all(
        vulnerable(strengths, links - {pair}, gamma, end, coalition) for end in pair))
    return {"vulnerable": s1, "s2_broken": s2, "s3_broken": s3}


RING = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]
CASES = [
    ([1, 1, 1], [], (2, 1)), ([1, 1, 1], [], (1, 1)), ([3, 2], [], (3, 2)), ([3, 2], [], (14, 10)),
    ([4, 3, 2, 1], [(0, 3), (1, 2)], (1, 1)), ([5, 4, 3, 2, 1], RING, (1, 1)),
    ([5, 4, 3, 2, 1], RING, (3, 2)), ([9, 2, 2, 2, 2], [(0, 1), (0, 2), (0, 3), (0, 4)], (1, 1)),
    ([9, 2, 2, 2, 2], [(1, 2), (1, 3), (2, 3), (3, 4)], (3, 2)),
    ([2, 3, 5, 7, 11], [(0, 4), (1, 3), (2, 3), (2, 4)], (3, 4)),
    ([1, 1, 1, 1, 1], RING, (3, 1)), ([6, 6, 5, 5, 4, 4], [(0, 5), (1, 4), (2, 3)], (1, 1)),
]


def text():
    rows = []
    for strengths, links, (over, under) in CASES:
        for coalition in ("neighbours", "clique"):
            row = {"strengths": strengths, "links": links, "over": over, "under": under,
                   "coalition": coalition}
            rows.append(json.dumps(row | judge(strengths, links, Fraction(over, under), coalition)))
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
