#!/usr/bin/env python3
"""A slow, honest twin of promises, dilemmas and chain gangs: entrapment_twin.py [--write].

Windows in exact fractions from what the parties would do, commitments by trying many, crossovers by
walking down from defence to offence. Without arguments it compares entrapment.json with what it
computes; --write makes that file anew. twins_tests reads the file and holds the engine to it.
"""

from fractions import Fraction as F
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("entrapment.json")

# p0, cP, k, w, v, kappa. The first two are the worked example of the models.
CONTRACTS = [
    ("2/5", "1/10", "3/10", "1/10", "1", "1"), ("2/5", "1/10", "3/10", "1/5", "1", "1"),
    ("2/5", "1/10", "3/10", "1/10", "3/10", "1"), ("19/20", "0", "3/10", "1/4", "1/2", "1"),
    ("1/10", "2/5", "3/5", "1/2", "1/2", "3/2"), ("3/10", "1/10", "3/10", "0", "1/2", "1/2"),
]
# theta, r, d, A, E, pi.
DILEMMAS = [(.6, .5, .25, .8, .4, .1), (.84, .5, .3, .8, .4, .1), (.41, 1, .6, 2, .1, .02),
            (.2, .1, .1, .3, 1, .3), (1, .5, .5, .8, .4, .1)]
# 100 CINC of the year, National Material Capabilities 6.0: self, ally, attacker; perceived g.
POWERS = {
    1914: {"GBR": 13.790944, "FRA": 7.4748203, "germany": 15.820104, "russia": 11.080456,
           "austria_hungary": 6.8234459, "serbia": .18854915, "BEL": 1.1732684},
    1938: {"GBR": 7.7787034, "FRA": 4.5568597, "germany": 15.422215, "russia": 16.435921,
           "czechoslovakia": 1.3047683},
    1939: {"GBR": 9.968365, "FRA": 3.9596099, "germany": 17.79559, "russia": 13.81359,
           "POL": 1.8311104},
}
DECISIONS = [
    (1914, "FRA", ["russia", "serbia"], ["germany", "austria_hungary"], 1 / 1.5),
    (1914, "russia", ["FRA", "serbia"], ["germany", "austria_hungary"], 1 / 1.5),
    (1914, "germany", ["austria_hungary"], ["russia", "serbia"], 1 / 1.5),
    (1914, "GBR", ["FRA", "russia", "serbia", "BEL"], ["germany", "austria_hungary"], 1 / 1.5),
    (1938, "GBR", ["FRA", "czechoslovakia"], ["germany"], 2),
    (1938, "FRA", ["GBR", "czechoslovakia"], ["germany"], 2),
    (1938, "russia", ["GBR", "FRA", "czechoslovakia"], ["germany"], 2),
    (1939, "russia", ["GBR", "FRA", "POL"], ["germany"], 2),
    (1939, "FRA", ["GBR", "POL"], ["germany"], 2),
    (1939, "GBR", ["FRA", "POL"], ["germany"], 2),
]
COST, LOSS, SPOILS = .2, .5, 1


def window(p0, cost, crisis, gain, value, kappa):
    """Bounds from the decisions themselves; None where nothing bounds."""
    deters = 1 - p0 + cost - crisis  # The demand 1 - p0 - tau + cP just pays the crisis.
    emboldens = cost / gain - p0 if gain else None  # (p0 + tau) w just pays the war.
    tops = [value / kappa, 1 - p0]
    high = {False: min(tops + ([emboldens] if gain else [])), True: min(tops)}
    low = max(F(0), deters)
    return {"deters": float(deters), "emboldens": None if emboldens is None else float(emboldens),
            "low": float(low), "high": float(high[False]), "high_conditional": float(high[True]),
            "opens": low <= high[False], "opens_conditional": low <= high[True]}


def balanced(theta, returns, depends, alone, dragged, wars):
    """The commitment worth most of a hundred thousand."""
    def worth(c):
        left = (1 - theta) - returns * (1 - theta) * c
        return -left * alone * depends - dragged * c ** 2 * wars
    return max((i / 100_000 for i in range(100_001)), key=worth)


def over_waiting(me, ally, foe, g):
    """Expected value of joining now, less that of waiting, by its branches."""
    def stands(d, a):
        return g * d / (g * d + a)
    now = stands(me + ally, foe) * (1 - COST) + (1 - stands(me + ally, foe)) * (-COST - LOSS)
    spared = stands(ally, foe)
    later = stands(me, foe + SPOILS * ally)
    fallen = later * (1 - COST - LOSS) + (1 - later) * (-COST - LOSS)
    return now - (spared * 1 + (1 - spared) * fallen)


def crossover(me, ally, foe):
    """The highest g at which one joins, walking down in steps of a ten-thousandth part."""
    g = 20.0
    while g > 1 / 20:
        if over_waiting(me, ally, foe, g) > 0:
            return g
        g *= .9999
    return None


def decisions():
    for year, me, ally, foe, g in DECISIONS:
        power = POWERS[year]
        at = (power[me], sum(power[one] for one in ally), sum(power[one] for one in foe))
        turns = crossover(*at)
        yield {"year": year, "state": me, "self": at[0], "ally": round(at[1], 9),
               "attacker": round(at[2], 9), "perceived": g,
               "over_waiting": round(over_waiting(*at, g), 12),
               "crossover": None if turns is None else round(turns, 4)}


def vectors():
    return {
        "windows": [dict(zip(("p0", "cost", "crisis", "gain", "value", "kappa"),
                             (float(F(x)) for x in row))) | window(*map(F, row))
                    for row in CONTRACTS],
        "dilemmas": [{"of": row, "commitment": balanced(*row)} for row in DILEMMAS],
        "decisions": list(decisions()),
    }


if __name__ == "__main__":
    keep(FILE, by_line(vectors()))
