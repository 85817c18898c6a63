"""A slow twin reads the exported game and finds the odds that the record of the crisis holds."""

import json
import math
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "entente"


def read_efg(text):
    """The tree of a file as Gambit reads it: (kind, key, player, weights, children) or payoffs."""
    lines = [line for line in text.splitlines()[3:] if line]
    at = iter(lines)

    def node():
        line = next(at)
        inside = re.search(r"\{(.*?)\}", line).group(1)
        if line[0] == "t":
            number = int(re.match(r't "" (\d+)', line).group(1))
            return {"end": number, "worth": [float(word) for word in inside.split()]}
        words = re.findall(r'"(?:\\.|[^"])*"', inside)
        if line[0] == "c":
            chances = [float(word) for word in re.sub(r'"[^"]*"', "", inside).split()]
            return {"set": None, "p": chances, "next": [node() for _ in words]}
        player, known = map(int, re.match(r'p "" (\d+) (\d+)', line).groups())
        return {"set": known, "player": player - 1, "next": [node() for _ in words]}

    return node()


def logit(values, precision):
    most = max(values)
    shares = [math.exp(precision * (value - most)) for value in values]
    return [share / sum(shares) for share in shares]


def solve(tree, precision):
    """Play by information set: everybody answers what everybody did last, half the way each time."""
    play, sums = {}, {}

    def start(node):
        if "end" in node:
            return
        if node["set"] is not None:
            play.setdefault(node["set"], [1 / len(node["next"])] * len(node["next"]))
        for child in node["next"]:
            start(child)

    def walk(node, reach):
        if "end" in node:
            return node["worth"]
        shares = node["p"] if node["set"] is None else play[node["set"]]
        worths = [walk(child, reach * share) for child, share in zip(node["next"], shares)]
        if node["set"] is not None:
            held = sums.setdefault(node["set"], [0.0, [0.0] * len(worths)])
            held[0] += reach
            for move, worth in enumerate(worths):
                held[1][move] += reach * worth[node["player"]]
        return [sum(share * worth[i] for share, worth in zip(shares, worths))
                for i in range(len(worths[0]))]

    start(tree)
    for _ in range(400):
        sums.clear()
        walk(tree, 1.0)
        apart = 0.0
        for known, (reach, values) in sums.items():
            towards = logit([value / reach for value in values], precision)
            apart = max(apart, *(abs(a - b) for a, b in zip(towards, play[known])))
            play[known] = [b + (a - b) / 2 for a, b in zip(towards, play[known])]
        if apart < 1e-12:
            break
    ends = {}

    def count(node, reach):
        if "end" in node:
            ends[node["end"]] = ends.get(node["end"], 0) + reach
            return
        shares = node["p"] if node["set"] is None else play[node["set"]]
        for child, share in zip(node["next"], shares):
            count(child, reach * share)

    count(tree, 1.0)
    return walk(tree, 1.0), ends


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Crisis(unittest.TestCase):
    def compare(self, case):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "game.efg"
            done = subprocess.run([PROGRAM, "crisis", case, "--vary", "none", "--export", path,
                                   "--format", "json"], check=True, capture_output=True, text=True)
            self.assertNotIn(folder, done.stdout)
            text = path.read_text()
        self.assertTrue(text.startswith('EFG 2 R "'))
        worths, ends = solve(read_efg(text), 5)
        record = json.loads(done.stdout)["tables"]
        for worth, row in zip(worths, record["players"]["rows"]):
            self.assertAlmostEqual(worth, row[2], 9, f"{case}: {row[0]}")
        self.assertAlmostEqual(sum(ends.values()), 1, 9)

    def test_private_resolve_of_one(self):
        self.compare("scarborough")

    def test_private_resolve_of_two(self):
        self.compare("cuba_1962")

    def test_allies_of_both_sides(self):
        self.compare("yeonpyeong")


if __name__ == "__main__":
    unittest.main()
