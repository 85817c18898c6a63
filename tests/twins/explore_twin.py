#!/usr/bin/env python3
"""A slow, honest twin of what `explore` computes with: explore_twin.py [--write].

Sobol's sequence from its recurrence and the direction numbers of Joe and Kuo, indices and elementary
effects by their definitions in exact fractions, boxes by trying every peel, regret by hand. Without
arguments it compares explore.json with what it computes; --write makes that file anew. twins_tests
holds the engine to it.
"""

from fractions import Fraction
from math import comb
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("explore.json")

# Degree, coefficients and first direction numbers of dimensions 2 to 8 (new-joe-kuo-6).
JOE_KUO = [(1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]),
           (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17])]
BITS = 8


def directions(dimension):
    if dimension == 0:
        return [1 << (BITS - 1 - i) for i in range(BITS)]
    degree, coefficients, m = JOE_KUO[dimension - 1]
    m = list(m)
    for i in range(len(m), BITS):
        new = m[i - degree] ^ (m[i - degree] << degree)
        for j in range(1, degree):
            if coefficients >> (degree - 1 - j) & 1:
                new ^= m[i - j] << j
        m.append(new)
    return [m[i] << (BITS - 1 - i) for i in range(BITS)]


def sobol(n, dimensions):
    """Points in the order of the Gray code, in 256ths."""
    points = []
    for i in range(n):
        gray = i ^ (i >> 1)
        point = []
        for d in range(dimensions):
            x = 0
            for bit, v in enumerate(directions(d)):
                if gray >> bit & 1:
                    x ^= v
            point.append(x)
        points.append(point)
    return points


def numbers(n, start):
    """Numbers that look drawn, in 64ths from 0 to 8."""
    found, x = [], start
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2**31
        found.append(Fraction(x >> 16 & 511, 64))
    return found


def mean(values):
    values = list(values)
    return sum(values, Fraction(0)) / len(values)


def indices(k, blocks, second, start):
    width = (2 * k if second else k) + 2
    y = numbers(width * blocks, start)
    rows = [y[i * width:(i + 1) * width] for i in range(blocks)]
    middle = mean([row[0] for row in rows] + [row[-1] for row in rows])
    rows = [[one - middle for one in row] for row in rows]
    a, b = [row[0] for row in rows], [row[-1] for row in rows]
    variance = mean(x * x for x in a + b)
    ab = [[row[1 + i] for row in rows] for i in range(k)]
    first = [mean(b[n] * (ab[i][n] - a[n]) for n in range(blocks)) / variance for i in range(k)]
    total = [mean((a[n] - ab[i][n]) ** 2 for n in range(blocks)) / (2 * variance)
             for i in range(k)]
    pairs = []
    if second:
        ba = [[row[1 + k + i] for row in rows] for i in range(k)]
        for i in range(k):
            for j in range(i + 1, k):
                closed = mean(ba[i][n] * ab[j][n] - a[n] * b[n] for n in range(blocks)) / variance
                pairs.append(closed - first[i] - first[j])
    return {"factors": k, "second": second, "answers": [float(one) for one in y],
            "mean": float(middle), "variance": float(variance),
            "first": [float(one) for one in first], "total": [float(one) for one in total],
            "pairs": [float(one) for one in pairs]}


def effects(k, trajectories, start):
    """Trajectories of thirds; the answer is a product and a square."""
    draws = [int(one * 64) for one in numbers(3 * k * trajectories, start)]
    rows, found = [], [[] for _ in range(k)]
    for r in range(trajectories):
        own = draws[3 * k * r:3 * k * (r + 1)]
        at = [Fraction(one % 2, 3) for one in own[:k]]
        order = sorted(range(k), key=lambda j: (own[k + j], j))
        rows.append(list(at))
        for j in order:
            before = answer(at)
            at[j] += Fraction(2, 3)
            found[j].append((answer(at) - before) / Fraction(2, 3))
            rows.append(list(at))
    mu = [mean(one) for one in found]
    star = [mean(abs(x) for x in one) for one in found]
    squares = [sum((x - m) ** 2 for x in one) / (len(one) - 1) for one, m in zip(found, mu)]
    return {"factors": k, "rows": [float(x) for row in rows for x in row],
            "answers": [float(answer(row)) for row in rows], "mu": [float(x) for x in mu],
            "mu_star": [float(x) for x in star], "variance": [float(x) for x in squares]}


def answer(x):
    return x[0] * x[1] - 2 * x[1] + x[-1] ** 2


def inside(case, box):
    return all(low <= x <= high for x, (low, high) in zip(case, box))


def judge(cases, hits, box):
    """Hits inside, and cases inside."""
    found = [hit for case, hit in zip(cases, hits) if inside(case, box)]
    return sum(found), len(found)


def peels(cases, box, share):
    """Every smaller box, in the order in which equals are preferred."""
    for j in range(len(box)):
        x = sorted(case[j] for case in cases if inside(case, box))
        if x[0] == x[-1]:
            continue
        gone = min(max(1, int(share * len(x))), len(x) - 1)
        low = x[gone] if x[gone] != x[0] else min(one for one in x if one != x[0])
        high = x[-1 - gone] if x[-1 - gone] != x[-1] else max(one for one in x if one != x[-1])
        yield box[:j] + [(low, box[j][1])] + box[j + 1:]
        yield box[:j] + [(box[j][0], high)] + box[j + 1:]


def boxes(n, k, start, rule):
    x = numbers(n * k, start)
    cases = [x[i * k:(i + 1) * k] for i in range(n)]
    hits = [1 if rule(case) else 0 for case in cases]
    box = [(min(c[j] for c in cases), max(c[j] for c in cases)) for j in range(k)]
    steps = [box]
    while 0 < judge(cases, hits, steps[-1])[0] < judge(cases, hits, steps[-1])[1]:
        best = None
        for one in peels(cases, steps[-1], 0.05):
            hit, held = judge(cases, hits, one)
            if held < 0.05 * n:
                continue
            key = (Fraction(hit, held), held)
            if best is None or key > best[0]:
                best = (key, one)
        if best is None:
            break
        steps.append(best[1])
    told = [judge(cases, hits, one) for one in steps]
    everything = sum(hits)
    hit, held = told[-1]
    rate = Fraction(everything, n)
    tail = sum(comb(held, i) * rate**i * (1 - rate) ** (held - i) for i in range(hit, held + 1))
    return {"factors": k, "values": [float(one) for one in x], "interest": hits,
            "hits": [one for one, _ in told], "held": [one for _, one in told],
            "low": [float(a) for a, _ in steps[-1]], "high": [float(b) for _, b in steps[-1]],
            "tail": float(tail)}


def regret(plans, futures, start):
    x = numbers(plans * futures, start)
    losses = [x[i * futures:(i + 1) * futures] for i in range(plans)]
    least = [min(one[f] for one in losses) for f in range(futures)]
    lost = [sorted(one[f] - least[f] for f in range(futures)) for one in losses]
    at = Fraction(9, 10) * (futures - 1)
    below = int(at)
    above = min(below + 1, futures - 1)
    beaten = []
    for one in losses:
        beaten.append(any(all(o <= m for o, m in zip(other, one)) and other != one
                          for other in losses))
    return {"losses": [[float(v) for v in one] for one in losses],
            "mean": [float(mean(one)) for one in lost], "most": [float(one[-1]) for one in lost],
            "p90": [float(one[below] + (at - below) * (one[above] - one[below])) for one in lost],
            "beaten": beaten}


def rows():
    return {
        "sobol": [{"points": point} for point in sobol(32, 8)],
        "indices": [indices(2, 3, True, 1), indices(3, 8, True, 2), indices(4, 16, False, 3),
                    indices(1, 5, True, 4)],
        "effects": [effects(3, 4, 5), effects(5, 10, 6)],
        "boxes": [boxes(60, 3, 7, lambda c: c[0] > 3 and c[1] < 6),
                  boxes(100, 4, 8, lambda c: c[2] + c[3] > 11),
                  boxes(40, 2, 9, lambda c: int(c[0] * 64) % 3 == 0)],
        "regret": [regret(3, 5, 10), regret(5, 11, 11), regret(2, 1, 12)],
    }


if __name__ == "__main__":
    keep(FILE, by_line(rows()))
