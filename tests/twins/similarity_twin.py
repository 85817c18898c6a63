#!/usr/bin/env python3
"""A slow, honest twin of the measures of similarity in solve: similarity_twin.py [--write].

Goes through third states, and pairs of them, one by one, in exact fractions; the engine works on a
cross table. Without arguments it compares similarity.json with what it computes; --write makes that
file anew. twins_tests reads the file and holds the engine to it.
"""

import json
import math
from fractions import Fraction
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("similarity.json")


def delta(how, x, y, low, high):
    if how == "nominal":
        return Fraction(int(x != y))
    apart = Fraction(abs(x - y), high - low)
    return apart if how == "absolute" else apart * apart


def s(case, how, weights):
    if sum(weights) == 0:
        return None
    apart = sum(w * delta(how, x, y, *case["levels"])
                for x, y, w in zip(case["a"], case["b"], weights))
    return float(1 - 2 * apart / sum(weights))


def chance_corrected(case, how, weights, pooled):
    """1 - Do / De; chance pairs every tie with every other, by what each counts."""
    a, b = case["a"], case["b"]
    if pooled:
        first = second = list(zip(a + b, weights + weights))
    else:
        first, second = list(zip(a, weights)), list(zip(b, weights))
    total = sum(weights)
    if total == 0:
        return None
    expected = Fraction(sum(w * v * delta(how, x, y, *case["levels"])
                            for x, w in first for y, v in second))
    expected /= sum(w for _, w in first) * sum(v for _, v in second)
    if expected == 0:
        return None
    observed = Fraction(sum(w * delta(how, x, y, *case["levels"])
                            for x, y, w in zip(a, b, weights))) / total
    return float(1 - observed / expected)


def tau_b(case):
    a, b, score, free_a, free_b = case["a"], case["b"], 0, 0, 0
    for k in range(len(a)):
        for other in range(k):
            x, y = a[k] - a[other], b[k] - b[other]
            score += (x * y > 0) - (x * y < 0)
            free_a += x != 0
            free_b += y != 0
    return score / math.sqrt(free_a * free_b) if free_a * free_b else None


def measures(case):
    rows = [["tau_b", "", False, tau_b(case)]]
    for weighted in (False, True):
        weights = case["weights"] if weighted else [1] * len(case["a"])
        for how in ("nominal", "absolute", "squared"):
            if how != "nominal":
                rows.append(["s", how, weighted, s(case, how, weights)])
            rows.append(["pi", how, weighted, chance_corrected(case, how, weights, True)])
            rows.append(["kappa", how, weighted, chance_corrected(case, how, weights, False)])
    return rows


def cases():
    flat = [0] * 6
    yield {"levels": [0, 3], "a": [3, 3, 0, 0, 0, 0, 2, 1, 0, 0],
           "b": [3, 0, 3, 0, 0, 0, 2, 0, 0, 0], "weights": [1] * 10}
    yield {"levels": [0, 1], "a": [1, 1, 0, 0] + flat, "b": [0, 0, 1, 1] + flat,
           "weights": [9, 4, 3, 1, 1, 1, 0, 2, 5, 8]}
    yield {"levels": [0, 3], "a": flat, "b": flat, "weights": [1] * 6}
    yield {"levels": [0, 3], "a": [3, 0, 1, 2], "b": [0, 3, 2, 1], "weights": [0] * 4}
    yield {"levels": [-2, 4], "a": [-2, 4, 0, 1, 3, -1], "b": [-2, 3, 0, 2, 4, 0],
           "weights": [10, 20, 30, 40, 50, 60]}
    number = 1  # Numbers that look like chance, the same everywhere.
    for size in (5, 12, 40):
        case = {"levels": [0, 3], "a": [], "b": [], "weights": []}
        for _ in range(size):
            for name, most in (("a", 4), ("b", 4), ("weights", 100)):
                number = number * 6364136223846793005 + 1442695040888963407 & 2**64 - 1
                case[name].append((number >> 33) % most)
        yield case


def text():
    return "[\n" + ",\n".join(json.dumps({**case, "measures": measures(case)})
                              for case in cases()) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text())
