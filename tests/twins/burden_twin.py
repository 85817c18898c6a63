#!/usr/bin/env python3
"""A slow, honest twin of solve/public_good and solve/aggregation: burden_twin.py [--write].

Finds equilibria by letting each contributor in turn search its best gift by golden section, until
nobody moves, and what is efficient from Samuelson's rule by bisection. No closed form of the engine
is used. Without arguments it compares burden.json with what it computes; --write makes that file
anew. twins_tests holds the engine to it.
"""

import json
import math
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("burden.json")
GOLDEN = (math.sqrt(5) - 1) / 2


def level(technology, gifts, rho):
    if technology == "sum":
        return sum(gifts)
    share = 1 / len(gifts)
    if min(gifts) <= 0:
        return 0
    if rho == 0:
        return math.exp(sum(share * math.log(q / share) for q in gifts))
    return sum(share * (q / share) ** rho for q in gifts) ** (1 / rho)


def utility(one, gift, good):
    """ln U; the private part counts only where there is one."""
    income, shared, own = one
    if gift >= income or good <= 0 or (own > 0 and gift <= 0):
        return -math.inf
    private = own * math.log(gift) if own > 0 else 0
    return (1 - shared - own) * math.log(income - gift) + private + shared * math.log(good)


def best_gift(one, worth):
    """The gift in [0, income) with the largest `worth`, which has one peak."""
    low, high = 0.0, one[0]
    for _ in range(60):
        left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        if worth(left) < worth(right):
            low = left
        else:
            high = right
    gift = (low + high) / 2
    return 0.0 if worth(0.0) >= worth(gift) else gift


def nash(everyone, technology="sum", rho=1):
    gifts = [0.05 * one[0] for one in everyone]
    for _ in range(1000):
        moved = 0
        for i, one in enumerate(everyone):
            def worth(gift):
                return utility(one, gift, level(technology, gifts[:i] + [gift] + gifts[i + 1:], rho))
            gift = best_gift(one, worth)
            moved = max(moved, abs(gift - gifts[i]))
            gifts[i] = gift
        if moved < 5e-6:
            break
    return gifts


def lindahl(everyone):
    """Payments at the total for which the prices that all would pay for one more unit add up to 1.

    Purely public only: at a total Q whoever wants just that at its own price p has p Q = a I.
    """
    low, high = 0.0, sum(one[0] for one in everyone)
    for _ in range(200):
        total = (low + high) / 2
        willing = sum(a * (income - a * income) / ((1 - a) * total) for income, a, _ in everyone)
        low, high = (total, high) if willing > 1 else (low, total)
    return total


CASES = [
    [(100, 0.1, 0), (100, 0.1, 0)],
    [(100, 0.1, 0), (20, 0.1, 0)],
    [(100, 0.1, 0), (89, 0.1, 0)],
    [(100, 0.1, 0), (91, 0.1, 0)],
    [(100, 0.05, 0), (60, 0.2, 0), (30, 0.3, 0), (5, 0.1, 0)],
    [(100, 0.07, 0.03), (20, 0.07, 0.03)],
    [(100, 0.04, 0.06), (20, 0.09, 0.01), (10, 0.05, 0)],
]
MIXED = [(-2, CASES[0]), (-2, CASES[1]), (0.5, CASES[4]), (0, CASES[4]), (-0.5, CASES[4])]


def rounded(gifts):
    return [round(gift, 4) + 0.0 for gift in gifts]


def text():
    rows = []
    for everyone in CASES:
        row = {"everyone": everyone, "nash": rounded(nash(everyone))}
        if all(own == 0 for _, _, own in everyone):
            row["efficient"] = round(lindahl(everyone), 4)
        rows.append(row)
    mixed = [{"rho": rho, "everyone": everyone, "nash": rounded(nash(everyone, "ces", rho))}
             for rho, everyone in MIXED]
    lines = ",\n".join(json.dumps(row) for row in rows)
    more = ",\n".join(json.dumps(row) for row in mixed)
    return '{"sum": [\n' + lines + '\n],\n"ces": [\n' + more + "\n]}\n"


if __name__ == "__main__":
    keep(FILE, text())
