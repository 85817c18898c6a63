#!/usr/bin/env python3
"""A slow, honest twin of solve/cooperative_game: goals_twin.py [--write].

Works values out in exact fractions another way than the engine does: by the dividends of Harsanyi,
and the value of Owen by trying every order. Without arguments it compares goals.json with what it
computes; --write makes that file anew. twins_tests holds the engine to it.
"""

import itertools
import json
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("goals.json")


def dividends(values):
    parts = [Fraction(v) for v in values]
    for i in range(len(values).bit_length() - 1):
        for s in range(len(values)):
            if s >> i & 1:
                parts[s] -= parts[s ^ 1 << i]
    return parts


def shared(values, players, share):
    """Sum over coalitions with all of `players` in of the dividend times share(size)."""
    need = sum(1 << i for i in players)
    return sum((part * share(bin(s).count("1")) for s, part in enumerate(dividends(values))
                if s & need == need), Fraction(0))


def owen(values, unions):
    n = len(unions)
    sums, orders = [Fraction(0)] * n, 0
    for order in itertools.permutations(range(n)):
        runs = [k for k, _ in itertools.groupby(order, key=lambda i: unions[i])]
        if len(runs) != len(set(runs)):
            continue
        orders += 1
        there = 0
        for i in order:
            sums[i] += Fraction(values[there | 1 << i]) - values[there]
            there |= 1 << i
    return [one / orders for one in sums]


def judge(values, unions):
    n = len(unions)
    half = Fraction(1, 2)
    return {
        "values": values, "unions": unions,
        "shapley": [float(shared(values, [i], lambda s: Fraction(1, s))) for i in range(n)],
        "banzhaf": [float(shared(values, [i], lambda s: half ** (s - 1))) for i in range(n)],
        "owen": [float(one) for one in owen(values, unions)],
        "interactions": [0.0 if i == j else
                         float(shared(values, [i, j], lambda s: Fraction(1, s - 1)))
                         for i in range(n) for j in range(n)],
    }


def voting(quota, weights):
    return [int(sum(w for i, w in enumerate(weights) if s >> i & 1) >= quota)
            for s in range(1 << len(weights))]


def airport(costs):
    return [max([c for i, c in enumerate(costs) if s >> i & 1], default=0)
            for s in range(1 << len(costs))]


def scattered(n, step):
    """Whole values without any order that a formula could lean on."""
    return [s * s * step % 37 - 11 for s in range(1 << n)]


CASES = [
    (voting(12, [4, 4, 4, 2, 2, 1]), [0, 0, 0, 1, 1, 2]),
    (voting(2, [1, 1, 1]), [0, 0, 1]),
    (airport([1, 2, 3]), [0, 1, 1]),
    (airport([2, 2, 5, 9]), [0, 1, 0, 1]),
    (scattered(4, 5), [0, 0, 1, 2]),
    (scattered(5, 7), [0, 1, 2, 3, 4]),
    (scattered(6, 11), [1, 0, 1, 0, 2, 2]),
]


def text():
    return "[\n" + ",\n".join(json.dumps(judge(v, u)) for v, u in CASES) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
