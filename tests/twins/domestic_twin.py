#!/usr/bin/env python3
"""A slow, honest twin of the room `domestic`: domestic_twin.py [--write].

Follows support day by day, with losses and fading worked out from their definitions, where the
engine takes a step at once. Without arguments it compares domestic.json with what it computes;
--write makes that file anew. twins_tests reads the file and holds the engine to it.
"""

import math
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("domestic.json")
DAYS_MONTH = 365.25 / 12
MOVERS = {"threat": .2, "casualties": .15, "tax": .08, "debt": .02, "social": .12,
          "information": .05, "information_half_life": 60, "rally": .1, "rally_half_life": 4,
          "vote": 4}


def share(value):
    return min(1.0, max(0.0, value))


def tens(count):
    """How often a count of casualties holds a factor of ten, counted from one."""
    return math.log(count) / math.log(10) if count > 1 else 0.0


def day_by_day(value, days, half_life):
    for _ in range(days):
        value *= math.exp(-math.log(2) / half_life)
    return value


def moved(start, steps):
    """Support after each step; a step is a dictionary of what happens in it."""
    settled, rally, campaign, casualties, found = start, 0.0, 0.0, 0, []
    for step in steps:
        now = {"days": 0, "threat_change": 0, "casualties": 0, "tax_change": 0, "reach": 0,
               "resilience": 0, "rally": 0} | step
        rally = day_by_day(rally, now["days"], MOVERS["rally_half_life"] * DAYS_MONTH)
        campaign = day_by_day(campaign, now["days"], MOVERS["information_half_life"])
        lost = MOVERS["casualties"] * (tens(casualties + now["casualties"]) - tens(casualties))
        casualties += now["casualties"]
        settled = share(settled + MOVERS["threat"] * now["threat_change"] - lost
                        - MOVERS["tax"] * now["tax_change"])
        rally = share(rally + MOVERS["rally"] * now["rally"])
        campaign = share(campaign + MOVERS["information"] * now["reach"] * (1 - now["resilience"]))
        found.append(round(share(settled + rally - campaign), 12))
    return found


def greatest_rise(support, gate, funding, most):
    """The last of many small rises that still passes."""
    loss = sum(MOVERS[name] * part for name, part in funding.items())
    parts, passed = 200_000, 0.0
    for i in range(parts + 1):
        rise = most * i / parts
        if support - loss * rise < gate - 1e-12:
            break
        passed = rise
    return passed


HISTORIES = [
    (.7, [{"casualties": 100}, {"days": 30, "casualties": 900}, {"days": 30, "casualties": 9000}]),
    (.5, [{"rally": 1, "threat_change": .5}, {"days": 30}, {"days": 90}, {"days": 240}]),
    (.6, [{"reach": .8, "resilience": .25}, {"days": 60}, {"days": 60, "reach": 1}]),
    (.55, [{"tax_change": 1.5}, {"days": 365, "tax_change": -.5, "threat_change": -.25}]),
    (.1, [{"casualties": 100000}, {"days": 200, "rally": 1}]),
    (.95, [{"threat_change": 1}, {"casualties": 3}, {"days": 10, "casualties": 4}]),
]
RISES = [(.61, .45, (1, 0, 0), 5), (.6, .45, (.5, .25, .25), 4), (.44, .4, (0, 1, 0), 5),
         (.44, .45, (1, 0, 0), 5), (.9, .45, (0, 0, 1), 2)]


def vectors():
    return {
        "histories": [{"start": start, "steps": steps, "support": moved(start, steps)}
                      for start, steps in HISTORIES],
        "rises": [{"support": support, "funding": funding, "most": most,
                   "rise": round(greatest_rise(
                       support, gate, dict(zip(("tax", "debt", "social"), funding)), most), 6)}
                  for support, gate, funding, most in RISES],
        "turnover": [{"support": s / 4,
                      "lost": round(1 - 1 / (1 + math.exp(-MOVERS["vote"] * (s / 4 - .5))), 12)}
                     for s in range(5)],
    }


if __name__ == "__main__":
    keep(FILE, by_line(vectors()))
