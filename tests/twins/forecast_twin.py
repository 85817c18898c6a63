#!/usr/bin/env python3
"""Slow twin of link formation and logistic regression: whole objectives subtracted, plain Newton."""

import math
from pathlib import Path

from kept import by_line, keep

FILE = Path(__file__).with_name("forecast.json")


def objective(x, model, i):
    """f_i(x), every sum written out."""
    n = len(x)
    joined = [[x[a][b] >= model["counts_from"] for b in range(n)] for a in range(n)]
    total = 0.0
    for j in range(n):
        if j == i or x[i][j] == 0:
            continue
        shared = sum(joined[i][k] and joined[j][k] for k in range(n) if k not in (i, j))
        degree = sum(joined[j][k] for k in range(n) if k not in (i, j))
        total += x[i][j] * (model["worth"][i][j] + model["closure"] * 2 * (1 - 0.5 ** shared)
                            + model["degree"] * math.sqrt(degree))
    return total


def moved(x, i, j, change):
    y = [row[:] for row in x]
    y[i][j] += change
    y[j][i] += change
    return y


def step_law(x, model, i):
    """[other, change, probability that it is tried, probability that it is done]."""
    options = []
    for j in range(len(x)):
        for change in (1, -1):
            if j == i or not 0 <= x[i][j] + change <= model["highest"]:
                continue
            y = moved(x, i, j, change)
            gain = objective(y, model, i) - objective(x, model, i)
            theirs = objective(y, model, j) - objective(x, model, j)
            consent = 1.0 if change < 0 else 1 / (1 + math.exp(-theirs))
            options.append((j, change, math.exp(gain - (model["keep"] if change < 0 else 0)),
                            consent))
    whole = 1 + sum(one[2] for one in options)
    return [[j, change, weight / whole, weight / whole * consent]
            for j, change, weight, consent in options]


def models():
    n = 6
    for seed in range(4):
        worth = [[-1.0 + 0.13 * ((7 * min(a, b) + 3 * max(a, b) + seed) % 11) for b in range(n)]
                 for a in range(n)]
        x = [[0] * n for _ in range(n)]
        for a in range(n):
            for b in range(a + 1, n):
                x[a][b] = x[b][a] = (a * 5 + b * 3 + seed) % 4
        yield x, {"worth": worth, "closure": 0.4 + 0.1 * seed, "degree": 0.05 * seed,
                  "keep": 1.0 + seed, "highest": 3, "counts_from": 2}


def newton(rows):
    """Coefficients and standard errors by Newton's method with Gauss-Jordan elimination."""
    k = len(rows[0][0])
    b = [0.0] * k
    for _ in range(50):
        gradient = [0.0] * k
        information = [[0.0] * k for _ in range(k)]
        for x, y, count in rows:
            p = 1 / (1 + math.exp(-sum(u * v for u, v in zip(b, x))))
            for c in range(k):
                gradient[c] += count * (y - p) * x[c]
                for d in range(k):
                    information[c][d] += count * p * (1 - p) * x[c] * x[d]
        inverse = inverted(information)
        b = [b[c] + sum(inverse[c][d] * gradient[d] for d in range(k)) for c in range(k)]
    return b, [math.sqrt(inverse[c][c]) for c in range(k)]


def inverted(matrix):
    k = len(matrix)
    m = [row[:] + [float(i == j) for j in range(k)] for i, row in enumerate(matrix)]
    for i in range(k):
        pivot = m[i][i]
        m[i] = [value / pivot for value in m[i]]
        for j in range(k):
            if j != i:
                factor = m[j][i]
                m[j] = [a - factor * b for a, b in zip(m[j], m[i])]
    return [row[k:] for row in m]


def regressions():
    # Dobson's beetles (Bliss 1935): log dose, died of so many.
    doses = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839]
    died, of = [6, 13, 18, 28, 52, 53, 61, 60], [59, 60, 62, 56, 63, 59, 62, 60]
    rows = []
    for dose, dead, all_ in zip(doses, died, of):
        rows += [([1.0, dose], 1, dead), ([1.0, dose], 0, all_ - dead)]
    yield rows
    yield [([1.0, (i % 7) / 3 - 1, (i * i % 5) / 2], (i * 3 + i * i // 4) % 3 == 0, 1)
           for i in range(40)]


def rounded(value):
    """Ten digits: what one machine's library of mathematics may do in the last is no figure."""
    return float(f"{value:.10g}")


def rows():
    steps, fits = [], []
    for x, model in models():
        for i in (0, 3):
            law = [[j, change, rounded(tried), rounded(done)]
                   for j, change, tried, done in step_law(x, model, i)]
            steps.append(model | {"ties": x, "actor": i, "law": law,
                                  "objective": rounded(objective(x, model, i)),
                                  "worth": [[rounded(v) for v in row] for row in model["worth"]]})
    for one in regressions():
        b, error = newton(one)
        fits.append({"x": [x for x, _, _ in one], "y": [int(y) for _, y, _ in one],
                     "count": [count for _, _, count in one],
                     "b": [rounded(v) for v in b], "error": [rounded(v) for v in error]})
    return {"steps": steps, "fits": fits}


if __name__ == "__main__":
    keep(FILE, by_line(rows()))
