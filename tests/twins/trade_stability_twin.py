#!/usr/bin/env python3
"""A slow, honest twin of solve/trade_stability: trade_stability_twin.py [--write].

Judges small networks by the definitions of Jackson and Nei (2015) with trade: every coalition of a
leader and some of its allies against every state, whether all of it would join, every link added
and cut, in exact fractions. Without arguments it compares trade_stability.json with what it
computes; --write makes that file anew. twins_tests holds the engine to it.
"""

import itertools
import json
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("trade_stability.json")
RING = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]
SIX = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5)]
TRIANGLES = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]


def allies(links, i):
    return {a + b - i for a, b in links if i in (a, b)}


def utility(trade, links, i):
    """The k-th partner is worth value * decline^(k-1); each link costs."""
    degree = len(allies(links, i))
    return sum(trade["value"] * trade["decline"] ** k for k in range(degree)) \
        - trade["cost"] * degree


def vulnerable(case, links, i):
    strengths, trade = case["strengths"], case["trade"]
    without = frozenset(link for link in links if i not in link)
    others = [k for k in range(len(strengths)) if k != i]
    for size in range(1, len(others) + 1):
        for group in itertools.combinations(others, size):
            attack = set(group)
            if not any(attack - {j} <= allies(links, j) for j in attack):
                continue
            defence = {i} | (allies(links, i) - attack)
            if sum(strengths[k] for k in attack) <= case["gamma"] * sum(
                    strengths[k] for k in defence):
                continue
            spoils = trade["spoils"] / size if trade["split"] else trade["spoils"]
            gains = [utility(trade, without, k) + spoils - utility(trade, links, k) for k in attack]
            if min(gains) >= 0 and max(gains) > 0:
                return True
    return False


def judge(case):
    n, trade, links = len(case["strengths"]), case["trade"], frozenset(case["links"])

    def change(network, i):
        return utility(trade, network, i) - utility(trade, links, i)

    s1 = [i for i in range(n) if vulnerable(case, links, i)]
    s2 = s3 = 0
    for j, k in itertools.combinations(range(n), 2):
        if (j, k) not in links:
            more = links | {(j, k)}
            a, b = change(more, j), change(more, k)
            wanted = min(a, b) >= 0 and max(a, b) > 0
            s2 += wanted or any(vulnerable(case, more, i) for i in range(n))
        else:
            less = links - {(j, k)}
            s3 += any(change(less, end) > 0 and not vulnerable(case, less, end) for end in (j, k))
    return {"vulnerable": s1, "s2_broken": int(s2), "s3_broken": int(s3)}


def cases():
    shapes = [([1] * 6, SIX, (1, 1)), ([1] * 6, SIX, (3, 1)), ([1] * 6, SIX, (9, 10)),
              ([1] * 6, TRIANGLES, (1, 1)), ([1] * 6, TRIANGLES, (9, 10)),
              ([5, 4, 3, 2, 1], RING, (1, 1)), ([9, 2, 2, 2, 2], [(1, 2), (1, 3), (2, 3)], (3, 2)),
              ([4, 3, 2, 1], [], (1, 1)), ([2, 3, 5, 7], [(0, 3), (1, 2), (0, 1)], (3, 4))]
    trades = [(1, "1/2", "3/10", "1/10", False), (1, "1/2", "3/10", "1/5", True),
              (2, "1/4", "1/2", 3, False), (1, "3/4", "1/20", "1/2", True)]
    for strengths, links, (over, under) in shapes:
        for value, decline, cost, spoils, split in trades:
            yield {"strengths": strengths, "links": links, "over": over, "under": under,
                   "gamma": Fraction(over, under),
                   "trade": {"value": Fraction(value), "decline": Fraction(decline),
                             "cost": Fraction(cost), "spoils": Fraction(spoils), "split": split}}


def text():
    rows = []
    for case in cases():
        trade = {name: value if name == "split" else float(value)
                 for name, value in case["trade"].items()}
        row = {name: case[name] for name in ("strengths", "links", "over", "under")}
        rows.append(json.dumps(row | {"trade": trade} | judge(case)))
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
