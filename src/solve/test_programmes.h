/// Linear programmes for the tests of this room. Included by tests only.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "solve/linear_programme.h"

namespace entente::solve {

/// Pools send units to places; the weighted shortfall is least. No entry where effect is zero.
struct Transport {
  std::vector<double> supply, need, weight;
  std::vector<std::vector<double>> effect;  // Of a unit of pool i in place k.
};

inline Transport arbitrary_transport() {
  Transport t;
  const int pools = *rc::gen::inRange(1, 5), places = *rc::gen::inRange(1, 4);
  for (int i = 0; i < pools; ++i) {
    t.supply.push_back(*rc::gen::inRange(0, 8));
    t.effect.emplace_back();
    for (int k = 0; k < places; ++k) t.effect.back().push_back(*rc::gen::element(0.0, 0.5, 1.0));
  }
  for (int k = 0; k < places; ++k) {
    t.need.push_back(*rc::gen::inRange(0, 10));
    t.weight.push_back(*rc::gen::inRange(0, 4));
  }
  return t;
}

/// Rows: one a place (needs), then one a pool. Columns: the shortfalls, then what is sent.
inline LinearProgramme programme_of(const Transport& t) {
  LinearProgramme p;
  const int places = static_cast<int>(t.need.size());
  for (const double need : t.need) p.row(need, kInfinity);
  for (int k = 0; k < places; ++k) p.entry(k, p.column(t.weight[k], 0, kInfinity), 1);
  for (std::size_t i = 0; i < t.supply.size(); ++i) {
    const int pool = p.row(-kInfinity, t.supply[i]);
    for (int k = 0; k < places; ++k) {
      if (t.effect[i][k] == 0) continue;
      const int sent = p.column(0, 0, kInfinity);
      p.entry(pool, sent, 1);
      p.entry(k, sent, t.effect[i][k]);
    }
  }
  return p;
}

inline std::vector<double> values(const Simplex& simplex, const LinearProgramme& p) {
  std::vector<double> all;
  for (std::size_t j = 0; j < p.columns.size(); ++j)
    all.push_back(simplex.value(static_cast<int>(j)));
  return all;
}

inline double at(const std::vector<double>& cost, const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t j = 0; j < cost.size(); ++j) sum += cost[j] * values[j];
  return sum;
}

inline std::vector<double> costs(const LinearProgramme& p) {
  std::vector<double> all;
  for (const auto& column : p.columns) all.push_back(column.cost);
  return all;
}

inline std::vector<double> arbitrary_costs(const LinearProgramme& p) {
  std::vector<double> all;
  for (std::size_t j = 0; j < p.columns.size(); ++j) all.push_back(*rc::gen::inRange(0, 4));
  return all;
}

inline double worst_miss(const LinearProgramme& p, const std::vector<double>& x) {
  std::vector<double> activity(p.rows.size());
  for (const auto& entry : p.entries) activity[entry.row] += entry.value * x[entry.column];
  double worst = 0;
  for (std::size_t i = 0; i < activity.size(); ++i)
    worst = std::max({worst, p.rows[i].lower - activity[i], activity[i] - p.rows[i].upper});
  for (std::size_t j = 0; j < x.size(); ++j)
    worst = std::max({worst, p.columns[j].lower - x[j], x[j] - p.columns[j].upper});
  return worst;
}

/// 20 of a and 30 of b; place 1 needs (12, 18) with weight 3, place 2 (10, 15) with weight 2.
/// Rows: needs of place 1 for a, b, of place 2 for a, b, then supply of a, b.
inline LinearProgramme two_places() {
  LinearProgramme p;
  for (const double need : {12., 18., 10., 15.}) p.row(need, kInfinity);
  for (const double supply : {20., 30.}) p.row(-kInfinity, supply);
  for (int need = 0; need < 4; ++need) p.entry(need, p.column(need < 2 ? 3 : 2, 0, kInfinity), 1);
  for (int need = 0; need < 4; ++need) {
    const int sent = p.column(0, 0, kInfinity);
    p.entry(need, sent, 1);
    p.entry(4 + need % 2, sent, 1);
  }
  return p;
}

/// 30 pools, 3 places, 4 periods: what has come stays. Large enough for degenerate choices.
inline LinearProgramme phased(std::uint64_t seed) {
  const auto next = [&seed](int bound) {  // Linear congruence of Knuth's MMIX.
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((seed >> 33) % static_cast<unsigned>(bound));
  };
  constexpr int kPlaces = 3, kPeriods = 4;
  LinearProgramme p;
  for (int need = 0; need < kPlaces * kPeriods; ++need)
    p.entry(p.row(20 + next(60), kInfinity), p.column(1e-3 * (1 + next(5)), 0, kInfinity), 1);
  for (int pool = 0; pool < 30; ++pool) {
    const int units = 1 + next(12), first = static_cast<int>(p.rows.size());
    for (int t = 0; t < kPeriods; ++t) p.row(-kInfinity, units * (t + 1) / 4.0);
    for (int place = 0; place < kPlaces; ++place)
      for (int t = 0, effect = next(3); t < kPeriods; ++t) {
        const int sent = p.column(0, 0, units);
        p.entry(first + t, sent, 1);
        p.entry(place * kPeriods + t, sent, 0.6 + 0.2 * effect);
        if (t == 0) continue;
        const int stays = p.row(0, kInfinity);
        p.entry(stays, sent, 1);
        p.entry(stays, sent - 1, -1);
      }
  }
  return p;
}

}  // namespace entente::solve
