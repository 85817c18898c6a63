#!/usr/bin/env python3
"""A slow, honest twin of belief: reliability_twin.py [--write].

Works out reliabilities and joint probabilities from the formulas of docs, with the standard library
only and by other means than the engine (sums over a fine grid instead of Gauss-Hermite nodes).
Without arguments it compares reliability.json with what it computes; --write makes that file anew.
twins_tests reads the file and holds the engine to it.
"""

import math
from pathlib import Path

from kept import by_line, keep
from statistics import NormalDist

FILE = Path(__file__).with_name("reliability.json")
NORMAL = NormalDist()

RATES = {
    "hierarchical": {"DEF": 0.41, "OFF": 0.74, "NEU": 0.78, "NAG": 0.37, "CON": 0.393},
    "berkemeier_fuhrmann": {"DEF": 42 / 102, "OFF": 31 / 42, "NEU": 35 / 45, "NAG": 18 / 49,
                            "CON": 24 / 61},
    "leeds_long_mitchell": dict.fromkeys(("DEF", "OFF", "NEU", "NAG", "CON"), 0.745),
}
TYPES = {"assist": "DEF", "supply": "DEF", "share": "DEF", "host": "DEF", "consult": "CON",
         "stay_out": "NEU", "not_attack": "NAG"}


def theta(case):
    """P(kept), from logits added one by one."""
    kind = TYPES.get(case["duty"], "DEF" if case["defensive"] else "OFF")
    rate = RATES[case["base_rate"]][kind]
    x = math.log(rate) - math.log1p(-rate)
    x += 0.5 * case["institution"] + 0.3 * case["tripwire"] + 0.5 * case["nuclear"]
    x -= min(1.4, 0.7 * (case["form"] != "treaty") + 1.0 * (case["duty"] == "consult"))
    if case["discretion"] in ("own_judgement", "by_vote") and case["institution"] < 3:
        x -= 0.3
    x += 0.8 * case["stake"] - 0.7 * case["policy_change"] - 0.8 * case["cinc_change"]
    return 1 / (1 + math.exp(-x))


def joint(thetas, rho, mu):
    """P(none kept), P(all kept) of the one-factor probit: trapezium rule over the factor."""
    step, none, every = 1 / 128, 0.0, 0.0
    for k in range(-10 * 128, 10 * 128 + 1):
        z = k * step
        weight = step * NORMAL.pdf(z)
        kept = [NORMAL.cdf((NORMAL.inv_cdf(t) + mu + math.sqrt(rho) * z) / math.sqrt(1 - rho))
                for t in thetas]
        every += weight * math.prod(kept)
        none += weight * math.prod(1 - p for p in kept)
    return none, every


def case(duty="fight", **others):
    plain = {"duty": duty, "defensive": True, "form": "treaty", "discretion": "automatic",
             "institution": 0, "nuclear": False, "tripwire": 0, "stake": 0, "policy_change": 0,
             "cinc_change": 0, "base_rate": "hierarchical"}
    assert not others.keys() - plain.keys()
    return plain | others


CASES = [
    case(), case(institution=1), case(institution=2), case(institution=3, nuclear=True),
    case(institution=3, nuclear=True, tripwire=1),
    case(institution=3, nuclear=True, tripwire=1, base_rate="leeds_long_mitchell"),
    case(institution=2, discretion="own_judgement", base_rate="berkemeier_fuhrmann"),
    case(institution=3, discretion="by_vote"), case(institution=1, discretion="by_vote"),
    case(institution=1, discretion="on_request"), case("assist", institution=1, form="executive"),
    case("supply", form="statute", discretion="own_judgement", stake=1),
    case("consult", institution=2), case("consult", form="declaration", discretion="on_request"),
    case("consult", form="memorandum", base_rate="berkemeier_fuhrmann"),
    case("share", form="memorandum"), case("host", institution=2, nuclear=True),
    case("stay_out"), case("stay_out", base_rate="berkemeier_fuhrmann", policy_change=1),
    case("not_attack"), case("not_attack", form="declaration", cinc_change=0.7),
    case(defensive=False, institution=1), case(institution=2, policy_change=0.5, cinc_change=1.2),
]
TOGETHER = [
    ([0.3, 0.54, 0.87], 0.0, 0.0), ([0.3, 0.54, 0.87], 0.3, 0.0), ([0.3, 0.54, 0.87], 0.7, 0.0),
    ([0.75] * 5, 0.3, -0.5), ([0.05, 0.95], 0.5, 0.25), ([0.84] * 30, 0.3, 0.0),
]


def vectors():
    made = {"reliability": [one | {"theta": round(theta(one), 12)} for one in CASES],
            "together": []}
    for thetas, rho, mu in TOGETHER:
        none, every = joint(thetas, rho, mu)
        made["together"].append({"thetas": thetas, "rho": rho, "mu": mu, "none": round(none, 12),
                                 "all": round(every, 12)})
    return made


if __name__ == "__main__":
    keep(FILE, by_line(vectors()))
