#!/usr/bin/env python3
"""A slow, honest twin of the ledger: ledger_twin.py [--write [PROGRAM]].

Works out, from the files of library/ alone, what each reference contingency lacks when it comes
alone and every promise is kept; a partner that promised nothing sends the share of its likelihood.
One contingency needs no choice: everybody who comes sends all it may, as soon as it may. The engine
solves a linear programme for the same figures.
Without arguments it compares ledger.json with what it computes; --write makes that file anew. Who
has promised what is a question of law, answered by PROGRAM (entente) at --write and kept in the
file; without PROGRAM the answers in the file stay. twins_tests reads the file and holds the engine
to it.
"""

import csv
import json
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE / "ledger.json"
LIBRARY = HERE.parents[1] / "library"
BEGINS, HORIZON, WARNING = [0, 3, 10, 30, 60], 90, 5
SHARE_BY_DUTY = {"fight": 1.0, "assist": 0.5}
DUTIES = ["fight", "assist", "supply", "consult"]  # That may move forces, the strongest first.
AD_HOC = 0.2  # Likelihood of a partner that promised nothing.


def rows(name):
    with open(LIBRARY / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contingencies():
    found = [tomllib.loads(path.read_text("utf-8"))
             for path in sorted((LIBRARY / "contingencies").glob("*.toml"))]
    return {one["id"]: one for one in found}


def targets(event):
    """`A attacks B,C at place` -> {B, C}"""
    return set(event.split(" attacks ")[1].split(" ")[0].split(","))


class World:
    """The tables, by what they are asked for."""

    def __init__(self):
        self.elements = sorted(row["id"] for row in rows("elements.csv"))
        self.places = contingencies()
        self.home = {(row["state"], row["base"]) for row in rows("home_bases.csv")}
        self.near = {(row["theatre"], row["base"]): row["relation"]
                     for row in rows("theatre_bases.csv")}
        self.days = {(row["base"], row["theatre"], row["element"]): float(row["days"])
                     for row in rows("deployment.csv")}
        self.figures = {(row["state"], row["what"], row["where"]): float(row["value"])
                        for row in rows("figures/forces.csv")}
        self.waiting = rows("prepositioned.csv")
        self.shares = {(row["theatre"], row["state"], row["element"]): float(row["share"])
                       for row in rows("participation.csv")}
        self.curves = {}
        for row in rows("readiness.csv"):
            points = self.curves.setdefault((row["kind"], row["element"]), [])
            points.append((int(row["day"]), float(row["share"])))
        self.groups = {}
        for row in rows("group_members.csv"):
            if not row["from"] and not row["to"]:
                self.groups.setdefault(row["group"], set()).add(row["member"])
        self.begins = self.periods()
        ends = self.begins[1:] + [HORIZON]
        self.lengths = [(end - begin) / HORIZON for begin, end in zip(self.begins, ends)]

    def periods(self):
        """Periods begin on five days, and wherever demand or the host's forces change."""
        changes = {row["day"] for place in self.places.values()
                   for row in place["demand"] + place.get("host_supply", [])}
        return sorted(day for day in changes | set(BEGINS) if day < HORIZON)

    def net(self, place, element, day):
        """What is asked on a day beyond the host's own forces."""
        def holds(steps):
            before = [row for row in steps if row["element"] == element and row["day"] <= day]
            return max(before, key=lambda row: row["day"])["amount"] if before else 0.0
        return max(0.0, holds(place["demand"]) - holds(place.get("host_supply", [])))

    def value(self, element):
        """1 / (net demand averaged over time, summed over all contingencies)."""
        asked = sum(length * self.net(place, element, day) for place in self.places.values()
                    for day, length in zip(self.begins, self.lengths))
        return 1 / asked if asked > 0 else 0.0

    def ready(self, state, base, element, theatre, day):
        """Share usable so many days after the order: the most specific class that applies."""
        if (theatre, base) in self.near:
            curve = self.curves["forward", ""]
        elif state in self.groups["frontline_state"]:
            curve = self.curves["frontline", ""]
        elif element == "heavy_brigade" and state in self.groups["european_state"]:
            curve = self.curves["europe_heavy", ""]
        else:
            curve = self.curves["general", element]
        for (day_a, share_a), (day_b, share_b) in zip(curve, curve[1:]):
            if day_a <= day <= day_b:
                return share_a + (share_b - share_a) * (day - day_a) / (day_b - day_a)
        return curve[0][1] if day < curve[0][0] else curve[-1][1]

    def parts(self, state, base, element, theatre):
        """Units at a base by days to the theatre: those that find their equipment there, and the
        rest. Equipment in another theatre does not help."""
        units = self.figures[state, element, base]
        for row in self.waiting:
            if (row["owner"], row["from"], row["element"]) != (state, base, element):
                continue
            taken = min(units, float(row["sets"]))
            units -= taken
            days = float(row["days"]) if row["theatre"] == theatre else None
            yield taken, days if days is not None else self.days.get((base, theatre, element))
        yield units, self.days.get((base, theatre, element))

    def sent(self, state, element, theatre, duty):
        """Share of what may leave that a state sends; without a promise, what is to be expected."""
        default = SHARE_BY_DUTY.get(duty, 0.0)
        for_all = self.shares.get((theatre, state, ""), default)
        share = self.shares.get((theatre, state, element), for_all)
        return share if duty else share * AD_HOC

    def arrived(self, state, base, element, theatre, duty, day):
        """Units of one base in the theatre on a day."""
        inside = self.near.get((theatre, base)) == "inside"
        forward = (state, base) not in self.home
        tied = self.figures.get((state, element + "_home_defence", base), 0.0)
        free = 1.0 if inside and forward else 1.0 - tied
        share = self.sent(state, element, theatre, duty)
        total = 0.0
        for units, days in self.parts(state, base, element, theatre):
            if days is not None and day >= max(0.0, days - WARNING):
                ready = self.ready(state, base, element, theatre, max(0.0, day - days))
                total += units * ready * free * share
        return total

    def missing(self, name, element, duties):
        """Units short of an element by period."""
        place = self.places[name]
        theatre = place.get("theatre", name)
        comes = {state for at, state, _ in self.shares if at == theatre} | duties.keys()
        comes -= targets(place["event"])
        bases = [(state, base) for state, what, base in self.figures
                 if what == element and state in comes]
        return [max(0.0, self.net(place, element, day) -
                    sum(self.arrived(state, base, element, theatre, duties.get(state), day)
                        for state, base in bases))
                for day in self.begins]


def is_statute(agreement):
    path = LIBRARY / "agreements" / f"{agreement}.toml"
    return tomllib.loads(path.read_text("utf-8")).get("form") == "statute"


def bound(program, event):
    """States with a promise that may move forces, by the strongest of their duties."""
    done = subprocess.run([program, "casus", event, "--format", "json"], capture_output=True,
                          text=True, check=True)
    table = json.loads(done.stdout)["tables"]["verdicts"]
    names = [column["name"] for column in table["columns"]]
    duties = {}
    for row in (dict(zip(names, cells)) for cells in table["rows"]):
        duty = row["duty"]
        if duty not in DUTIES or (duty == "supply" and not is_statute(row["agreement"])):
            continue
        before = duties.get(row["state"], DUTIES[-1])
        duties[row["state"]] = min(before, duty, key=DUTIES.index)
    return dict(sorted(duties.items()))


def computed(duties):
    world = World()
    weights = {element: world.value(element) for element in world.elements}
    counted = sum(weight > 0 for weight in weights.values())
    made = {"bound": duties, "begins": world.begins, "gap_kept": {}, "missing": {}}
    for name, place in world.places.items():
        missing = {element: world.missing(name, element, duties[name])
                   for element in world.elements}
        paid = sum(weights[element] * length * units for element in world.elements
                   for length, units in zip(world.lengths, missing[element]))
        made["gap_kept"][name] = round(100 / counted * place.get("weight", 1) * paid, 12)
        made["missing"][name] = {element: [round(units, 12) for units in by_day]
                                 for element, by_day in missing.items() if any(by_day)}
    return made


def text(made):
    """One contingency a line."""
    def lines(table):
        return ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}"
                          for key, value in table.items())
    parts = [f' {json.dumps(key)}: ' + ("{\n" + lines(value) + "\n }" if isinstance(value, dict)
                                        else json.dumps(value)) for key, value in made.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(arguments):
    if arguments[:1] == ["--write"]:
        duties = ({name: bound(arguments[1], place["event"])
                   for name, place in contingencies().items()}
                  if len(arguments) > 1 else json.loads(FILE.read_text("utf-8"))["bound"])
        FILE.write_text(text(computed(duties)), "utf-8")
        return 0
    if FILE.read_text("utf-8") == text(computed(json.loads(FILE.read_text("utf-8"))["bound"])):
        return 0
    print(f"{FILE.name} is not what the twin computes; run {Path(__file__).name} --write PROGRAM")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
