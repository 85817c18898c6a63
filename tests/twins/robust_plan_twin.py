#!/usr/bin/env python3
"""A slow, honest twin of solve/robust_plan: robust_plan_twin.py [--write].

Plans under doubt by plain recursion over every choice in every year, in exact fractions: begin any
of the programmes not begun yet, at most so many in progress, and abandon any in progress for good.
A year's loss is weighed at both ends of an interval (alpha-maxmin). The first rows are the toy of
the models of this project, V7.1. Without arguments it compares robust_plan.json with what it
computes; --write makes that file anew. twins_tests holds the engine to it.
"""

import itertools
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("robust_plan.json")


def subsets(things):
    things = sorted(things)
    return [frozenset(one) for size in range(len(things) + 1)
            for one in itertools.combinations(things, size)]


def value(case, abandoning):
    """The worth of the best plan from the first year on."""
    leads, on = case["leads"], case["builds_on"]
    spared, upkeep = case["spared"], case["upkeep"]
    discount, alpha = Fraction(case["discount"]), Fraction(case["alpha"])
    ends = [Fraction(end) for end in case["belief"]]
    loss, everything = Fraction(case["loss"]), range(len(leads))

    def lead(x, stand):
        if on[x] >= 0 and on[x] in stand:
            return max(1, leads[x] - leads[on[x]])
        return leads[x]

    def year(stand, running, t):
        left = loss * Fraction(case["weight"][t])
        for x in stand:
            left *= 1 - Fraction(spared[x])
        costs = sum(Fraction(case["costs"][x]) * (Fraction(upkeep) if x in stand else 1)
                    for x in stand | running)
        worths = [-left * (1 - belief) - costs for belief in ends]
        return alpha * min(worths) + (1 - alpha) * max(worths)

    @lru_cache(None)
    def best(t, stand, running, gone):
        if t == case["years"]:
            return Fraction(0)
        found = None
        going = dict(running)
        for dropped in subsets(going) if abandoning else [frozenset()]:
            kept = {x: left for x, left in going.items() if x not in dropped}
            free = [x for x in everything if x not in stand and x not in going and x not in gone]
            for begun in subsets(free):
                if begun and len(kept) + len(begun) > case["at_once"]:
                    continue
                now = kept | {x: lead(x, stand) for x in begun}
                after = frozenset((x, left - 1) for x, left in now.items() if left > 1)
                done = stand | {x for x, left in now.items() if left == 1}
                worth = year(stand, frozenset(now), t) + discount * best(
                    t + 1, frozenset(done), after, gone | dropped)
                if found is None or worth > found:
                    found = worth
        return found

    return best(0, frozenset(), frozenset(), frozenset())


def toy(belief, alpha="1"):
    return {"leads": [3], "builds_on": [-1], "costs": ["1"], "upkeep": "0", "spared": ["1"],
            "belief": belief, "alpha": alpha, "discount": "19/20", "loss": "1",
            "weight": ["1"] * 10, "years": 10, "at_once": 2}


def other(**changes):
    case = {"leads": [1, 3, 2], "builds_on": [-1, 0, -1], "costs": ["1/4", "1/10", "1/2"],
            "upkeep": "1/2", "spared": ["1/3", "3/4", "1/2"], "belief": ["3/10", "3/5"],
            "alpha": "7/10", "discount": "19/20", "loss": "3", "weight": ["1"] * 6, "years": 6,
            "at_once": 2}
    return case | changes


CASES = [toy(["2/5", "2/5"]), toy(["1/2", "1/2"]), toy(["3/10", "3/10"]),
         toy(["1/5", "3/5"], "7/10"), toy(["1/5", "3/5"], "1/2"),
         other(), other(at_once=1), other(alpha="1"), other(builds_on=[-1, -1, -1]),
         other(weight=["0", "0", "0", "2", "2", "2"]), other(belief=["9/10", "1"]),
         other(costs=["1/20", "1/20", "1/20"], at_once=3)]


def rows():
    made = []
    for case in CASES:
        worth = value(case, abandoning=False)
        assert worth == value(case, abandoning=True), "abandoning never pays"
        made.append({key: [float(Fraction(one)) for one in held] if isinstance(held, list) else
                     float(Fraction(held)) for key, held in case.items()} | {"value": float(worth)})
    return {"plans": made}


if __name__ == "__main__":
    keep(FILE, by_line(rows()))
