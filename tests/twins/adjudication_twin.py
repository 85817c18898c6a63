#!/usr/bin/env python3
"""A slow, honest twin of the judges of campaign: adjudication_twin.py [--write].

Fights every battle anew for a grid of points at which the two sides give up and counts who gave up
first; Lanchester's equations in strengths by Runge and Kutta with short steps, instead of losses in
logarithms and one path for all points. Without arguments it compares adjudication.json with what it
computes; --write makes that file anew. twins_tests reads the file and holds the engine to it.
"""

import json
import math
from pathlib import Path

from kept import keep

FILE = Path(__file__).with_name("adjudication.json")
POINTS = 60  # Points on either axis of the grid.

DEFAULTS = {
    "contest_m": 1, "defence_advantage": 1.3, "logistic_slope": 2.5, "force_employment": 0,
    "attacker_breaks": 0.3, "defender_breaks": 0.4, "break_scatter": 0.5, "lanchester_p": 0.5,
    "lanchester_q": 0.5, "loss_rate": 0.02, "first_intensity": 0.02, "attacker_bears": 0.075,
    "defender_bears": 0.05, "withdrawal_most": 20, "exchange_ratio": 1.5, "ground_km": 100,
    "salvo_offence": 4, "salvo_defence": 3, "staying_power": 2, "salvo_days": 5,
    "guerrilla_ratio": 10,
}
TABLE = [(0.5, 0.05), (2 / 3, 0.2), (1, 0.4), (1.5, 0.6), (2, 0.8), (3, 0.95)]


def until(battle):
    return min(battle["clock"] or battle["horizon"], battle["horizon"])


def on(battle, side, day):
    """Strength on a day: that of the last period begun."""
    begun = [i for i, first in enumerate(battle["days"]) if first <= day]
    return battle[side][begun[-1]]


def mean(battle, side):
    ends = battle["days"][1:] + [battle["horizon"]]
    days = [max(0, min(end, until(battle)) - first) for first, end in zip(battle["days"], ends)]
    return sum(x * d for x, d in zip(battle[side], days)) / until(battle)


def share_won(path, points_of):
    """Of the grid: path yields (attacker lost, defender lost, ground) after each step."""
    steps = list(path)

    def first(lost, point):
        return next((i for i, step in enumerate(steps) if step[lost] >= point), math.inf)

    attacker = [first(0, point) for point in points_of("attacker_breaks")]
    defender = [first(1, point) for point in points_of("defender_breaks")]
    ground = [first(2, point) for point in points_of("ground_km")]
    won = 0
    for d in defender:
        for g in ground:
            done = min(d, g)
            won += sum(done < a for a in attacker) if done < math.inf else 0
    return won / POINTS**3


def lanchester_path(battle, n):
    """What is left of what has been sent, by the equations in strengths."""
    p, q, c, phi = n["lanchester_p"], n["lanchester_q"], n["loss_rate"], n["defence_advantage"]
    h, left = 0.05, (1.0, 1.0)
    for i in range(round(until(battle) / h)):
        sent_a, sent_d = on(battle, "attacker", i * h), on(battle, "defender", i * h)

        def slope(x):
            a, d = max(x[0], 1e-12), max(x[1] * sent_d / sent_a, 1e-12)  # Attackers sent: 1.
            return (-phi * c * d**p * a**q, -c * a**p * d**q * sent_a / sent_d)

        def moved(x, by, k):
            return (x[0] + by * k[0], x[1] + by * k[1])

        k1 = slope(left)
        k2 = slope(moved(left, h / 2, k1))
        k3 = slope(moved(left, h / 2, k2))
        k4 = slope(moved(left, h, k3))
        left = tuple(max(0, x + h / 6 * (a + 2 * b + 2 * g + d))
                     for x, a, b, g, d in zip(left, k1, k2, k3, k4))
        yield 1 - left[0], 1 - left[1], 0


def epstein_path(battle, n):
    left_a, left_d, w, alpha_g, ground = 1.0, 1.0, 0.0, n["first_intensity"], 0.0
    bears_a, bears_d, most = n["attacker_bears"], n["defender_bears"], n["withdrawal_most"]
    for day in range(math.ceil(until(battle))):
        ground += w * min(1, until(battle) - day)
        alpha = alpha_g * (1 - w / most)
        lost = alpha / n["exchange_ratio"] * left_a * on(battle, "attacker", day)
        share = min(1, lost / (left_d * on(battle, "defender", day)))
        left_a, left_d = left_a * (1 - alpha), left_d * (1 - share)
        alpha_g += (bears_a - alpha_g) / bears_a * (bears_a - alpha)
        w = 0 if share <= bears_d else w + (most - w) / (1 - bears_d) * (share - bears_d)
        yield 1 - left_a, 1 - left_d, ground
        if left_a <= 0 or left_d <= 0:
            return


def salvo_path(battle, n):
    a, d, day = 1.0, 1.0, 0.0
    while day < until(battle) and a > 0 and d > 0:
        ships_a = a * on(battle, "attacker_naval", day)
        ships_d = d * on(battle, "defender_naval", day)
        hits_d = max(0, n["salvo_offence"] * ships_a - n["salvo_defence"] * ships_d)
        hits_a = max(0, n["salvo_offence"] * ships_d - n["salvo_defence"] * ships_a)
        a *= max(0, 1 - hits_a / n["staying_power"] / ships_a)
        d *= max(0, 1 - hits_d / n["staying_power"] / ships_d)
        yield 1 - a, 1 - d, 0
        day += n["salvo_days"]


def threshold(ratio):
    if ratio <= TABLE[0][0]:
        return TABLE[0][1]
    for (r0, p0), (r1, p1) in zip(TABLE, TABLE[1:]):
        if ratio <= r1:
            return p0 + (p1 - p0) * math.log(ratio / r0) / math.log(r1 / r0)
    return TABLE[-1][1]


def wins(battle, changed):
    """By judge."""
    n = DEFAULTS | changed
    a, d = mean(battle, "attacker"), mean(battle, "defender")

    def points_of(name):
        return [n[name] * (1 + n["break_scatter"] * ((2 * i + 1) / POINTS - 1))
                for i in range(POINTS)]

    odds = a / (d * n["defence_advantage"])
    said = {"contest": odds**n["contest_m"] / (odds**n["contest_m"] + 1)}
    if battle["irregular"]:
        ratios = points_of("guerrilla_ratio")
        said["guerrilla"] = sum(d / a < k for k in ratios) / POINTS
    else:
        said["threshold"] = threshold(a / d)
        effort = math.log(odds * (1 - n["force_employment"]))
        said["logistic"] = 1 / (1 + math.exp(-n["logistic_slope"] * effort))
        said["lanchester"] = share_won(lanchester_path(battle, n), points_of)
        said["epstein"] = share_won(epstein_path(battle, n), points_of)
        if "attacker_naval" in battle:
            said["salvo"] = share_won(salvo_path(battle, n), points_of)
    said["ensemble"] = sum(said.values()) / len(said)
    return {judge: round(p, 9) for judge, p in said.items()}


def battle(attacker, defender, clock=0, **others):
    return {"days": [0, 3, 10, 30, 60], "horizon": 90, "clock": clock, "irregular": False,
            "attacker": attacker, "defender": defender} | others


LEVEL = battle([2] * 5, [1] * 5)
GROWING = battle([2, 2.2, 2.5, 2.5, 2.5], [0.8, 1, 1.6, 2.2, 2.6])
AT_SEA = GROWING | {"attacker_naval": [1, 1, 1.2, 1.2, 1.2], "defender_naval": [0.7, 0.8, 1, 1, 1]}
CASES = [
    (LEVEL, {}),
    (LEVEL, {"lanchester_p": 1, "lanchester_q": 0, "contest_m": 2}),
    (LEVEL, {"lanchester_p": 1, "lanchester_q": 1, "force_employment": 0.2}),
    (LEVEL, {"lanchester_p": 0.2, "lanchester_q": 0.9, "attacker_bears": 0.04}),
    (GROWING, {}),
    (GROWING | {"clock": 12.5}, {"loss_rate": 0.04, "ground_km": 30}),
    (GROWING, {"lanchester_p": 0.9, "loss_rate": 0.005, "attacker_breaks": 0.5,
               "exchange_ratio": 1, "ground_km": 20}),
    (AT_SEA, {}),
    (AT_SEA, {"salvo_offence": 3.5, "staying_power": 4, "salvo_days": 7}),
    (battle([1] * 5, [9] * 5, irregular=True), {}),
    (battle([1, 1, 2, 2, 2], [8, 9, 11, 15, 20], irregular=True), {"guerrilla_ratio": 7}),
]


def vectors():
    return [{"battle": fought, "numbers": changed, "wins": wins(fought, changed)}
            for fought, changed in CASES]


def text(made):
    """One vector a line."""
    return "[\n" + ",\n".join("  " + json.dumps(row) for row in made) + "\n]\n"


if __name__ == "__main__":
    keep(FILE, text(vectors()))
