#!/usr/bin/env python3
"""A slow, honest twin of solve/collective_choice: negotiate_twin.py [--write].

The election is found by walking the chain until nothing changes, in plain loops over actors and
options; means and medians by sorting. Without arguments it compares negotiate.json with what it
computes; --write makes that file anew. twins_tests holds the engine to it.
"""

import random
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("negotiate.json")
VOTES = {"proportional": lambda d: d, "binary": lambda d: (d > 0) - (d < 0), "cubic": lambda d: d ** 3}
POWERS = {"linear": 1, "square": 2, "quartic": 4}


def beats(case, i, j):
    utility = lambda x, option: 1 - (abs(x - option) / case["range"]) ** case["exponent"]
    mine = yours = 0.0
    for weight, x in zip(case["weights"], case["ideals"]):
        gap = utility(x, case["options"][i]) - utility(x, case["options"][j])
        vote = weight * VOTES[case["vote"]](0 if abs(gap) < 1e-12 else gap)
        mine, yours = mine + max(vote, 0), yours + max(-vote, 0)
    if mine == yours == 0:
        return 0.5
    power = POWERS[case["victory"]]
    return mine ** power / (mine ** power + yours ** power)


def election(matrix):
    n = len(matrix)
    p = [1 / n] * n
    for _ in range(200000):
        q = [0.0] * n
        for j in range(n):
            leave = sum(matrix[i][j] for i in range(n) if i != j) / (n - 1)
            q[j] += p[j] * (1 - leave)
            for i in range(n):
                if i != j:
                    q[i] += p[j] * matrix[i][j] / (n - 1)
        if max(abs(a - b) for a, b in zip(p, q)) < 1e-16:
            break
        p = q
    return p


def median(case):
    half, below = sum(case["weights"]) / 2, 0.0
    for x, weight in sorted(zip(case["ideals"], case["weights"])):
        below += weight
        if below >= half:
            return x


def judge(case):
    n = len(case["options"])
    matrix = [[0.5 if i == j else beats(case, i, j) for j in range(n)] for i in range(n)]
    total = sum(case["weights"])
    return case | {"beats": matrix, "p": election(matrix), "median": median(case),
                   "mean": sum(w * x for w, x in zip(case["weights"], case["ideals"])) / total}


def cases():
    made = random.Random(1985)
    for vote in VOTES:
        for victory in POWERS:
            for exponent in (1, 1.5, 2):
                n = made.randrange(2, 7)
                ideals = [round(made.uniform(0, 10), 2) for _ in range(n)]
                yield {"range": 10, "exponent": exponent, "vote": vote, "victory": victory,
                       "weights": [round(made.uniform(0.1, 5), 2) for _ in range(n)],
                       "ideals": ideals,
                       "options": sorted({round(made.uniform(0, 10), 1) for _ in range(5)})}


if __name__ == "__main__":
    keep(FILE, by_line({"elections": [judge(case) for case in cases()]}))
