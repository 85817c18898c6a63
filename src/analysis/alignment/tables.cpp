
#include "analysis/alignment/findings.h"
#include "base/name.h"
#include "solve/share.h"

namespace entente::analysis {
namespace {

using card::Value;
using solve::Minimum;

constexpr card::Column kMinima[] = {
    {"camp_a", "", "The camp of the first state of the case."},
    {"camp_b", "", "The other camp; empty where all are in one."},
    {"energy", "size^2",
     "Sum over ordered pairs apart of size, size and propensity; lower is better."},
    {"energy_p05", "size^2", "5 % of worlds of sizes lie below; empty where sizes are not varied."},
    {"energy_p95", "size^2", "5 % lie above."},
    {"depth", "size^2", "The least rise of energy by which one state can leave it."},
    {"basin", "count", "Configurations from which steepest descent ends here."},
    {"basin_lo", "count", "90 % interval where the basin is sampled; empty where it is counted."},
    {"basin_hi", "count", "Its upper end."},
    {"stable_in", "share",
     "Worlds of sizes in which no state would leave it; empty where not varied."},
};
constexpr card::Column kStates[] = {
    {"minimum", "", "Its number in `minima`, from 1."},
    {"state", "", "Who."},
    {"camp", "", "a, b, ..."},
    {"frustration", "size", "Sum of size and propensity of the states in other camps."},
    {"if_it_moved", "size", "Its least frustration in another camp."},
};
constexpr card::Column kFit[] = {
    {"configuration", "", "A minimum by its number in `minima`, or the naive baseline."},
    {"errors", "count", "States in another camp than in the end, whichever camp is called which."},
    {"wrong", "", "Which."},
    {"size_right", "share", "Size of the states that are right."},
    {"chance", "probability", "Of a split drawn evenly to be as good, times the number of minima."},
};
constexpr auto kMoves = card::mover_columns(
    "size^2", "Depth of the lowest minimum with it at its low end; below 0 it is none.");
constexpr card::TableSpec kTables[] = {
    {"minima", "Configurations that no state would leave, the lowest first.", kMinima},
    {"states", "Each state in the lowest minima.", kStates},
    {"fit", "Minima held against what came; empty where the case does not say.", kFit},
    {"moves", "What the depth of the lowest minimum hangs on, the most first.", kMoves},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "minima", .most = 12},
    {.mark = card::Mark::leading, .table = "states", .x = "minimum", .most = 40},
    {.mark = card::Mark::table, .table = "fit", .most = 12},
    {.mark = card::Mark::table, .table = "moves", .most = 5},
};

void put_basin(std::vector<Value>& row, const AlignmentFindings& f, const Minimum& one) {
  if (!f.minima.basins) {
    row.insert(row.end(), {Value(), Value(), Value()});
  } else if (f.drawn == 0) {
    row.insert(row.end(), {static_cast<std::int64_t>(one.basin), Value(), Value()});
  } else {
    const double all = solve::configurations(f.asked.landscape.states, f.asked.sought.camps);
    const double hits = static_cast<double>(one.basin), draws = static_cast<double>(f.drawn);
    const solve::Share share = solve::share_of(hits, draws);
    row.insert(row.end(), {share.value * all, share.low * all, share.high * all});
  }
}

/// What each camp would mean to each state: [state][camp], sum of size and propensity.
std::vector<std::vector<double>> felt(const AlignmentAsked& asked, const Minimum& one) {
  const std::size_t n = one.camps.size();
  std::vector<std::vector<double>> sums(
      n, std::vector<double>(static_cast<std::size_t>(asked.sought.camps), 0));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      sums[i][one.camps[j]] +=
          value(asked.about.sizes.sizes[j]) * value(asked.about.propensities[i][j]);
  return sums;
}

double depth(const AlignmentAsked& asked, const Minimum& one) {
  const std::size_t n = one.camps.size(), k = static_cast<std::size_t>(asked.sought.camps);
  std::int64_t least = INT64_MAX;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<std::int64_t> towards(k, 0);
    for (std::size_t j = 0; j < n; ++j) towards[one.camps[j]] += asked.landscape.weight(i, j);
    for (std::size_t c = 0; c < k; ++c)
      if (c != one.camps[i]) least = std::min(least, 2 * (towards[one.camps[i]] - towards[c]));
  }
  return static_cast<double>(least) / asked.per_one;
}

void add_minima(card::Record& record, const AlignmentFindings& f) {
  card::Table& table = record.table(kTables[0]);
  const auto camps = static_cast<std::size_t>(f.asked.sought.camps);
  for (std::size_t c = 2; c < camps; ++c)  // Beyond the two that every case has.
    table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(c),
                         {std::string("camp_") + static_cast<char>('a' + c), "",
                          "A further camp; empty where there are fewer."});
  for (std::size_t m = 0; m < f.minima.found.size(); ++m) {
    const Minimum& one = f.minima.found[m];
    const bool told = m < f.firm.size();
    std::vector<Value> row;
    for (std::size_t c = 0; c < camps; ++c) row.emplace_back(members(f.asked, one.camps, c));
    row.emplace_back(static_cast<double>(one.energy) / f.asked.per_one);
    row.push_back(told ? Value(f.firm[m].energy_p05) : Value());
    row.push_back(told ? Value(f.firm[m].energy_p95) : Value());
    row.emplace_back(depth(f.asked, one));
    put_basin(row, f, one);
    row.push_back(told ? Value(f.firm[m].stable_in) : Value());
    table.row(std::move(row));
  }
}

void add_states(card::Record& record, const AlignmentFindings& f) {
  card::Table& table = record.table(kTables[1]);
  for (std::size_t m = 0; m < std::min(kToldMinima, f.minima.found.size()); ++m) {
    const Minimum& one = f.minima.found[m];
    const auto sums = felt(f.asked, one);
    for (std::size_t i = 0; i < one.camps.size(); ++i) {
      double all = 0, best = -1e300;
      for (const double sum : sums[i]) all += sum;
      for (std::size_t c = 0; c < sums[i].size(); ++c)
        if (c != one.camps[i]) best = std::max(best, sums[i][c]);
      table.row({static_cast<std::int64_t>(m + 1), f.asked.about.sizes.names[i],
                 std::string(1, static_cast<char>('a' + one.camps[i])), all - sums[i][one.camps[i]],
                 all - best});
    }
  }
}

void add_fit(card::Record& record, const AlignmentFindings& f) {
  card::Table& table = record.table(kTables[2]);
  for (std::size_t m = 0; m < std::min(kToldMinima, f.minima.found.size()); ++m) {
    const auto fit = fit_of(f, m);
    if (!fit) return;
    table.row({std::to_string(m + 1), static_cast<std::int64_t>(fit->wrong.size()),
               join(fit->wrong, ", "), fit->size_right, fit->chance});
  }
  if (const auto fit = f.minima.found.empty() ? std::nullopt : fit_of(f, 0))
    table.row({std::string("baseline: all in one camp"), static_cast<std::int64_t>(fit->baseline),
               Value(), Value(), Value()});
}

}  // namespace

std::span<const card::TableSpec> alignment_tables() { return kTables; }
std::span<const card::View> alignment_views() { return kViews; }

void add_tables(card::Record& record, const AlignmentFindings& findings) {
  add_minima(record, findings);
  add_states(record, findings);
  add_fit(record, findings);
  card::add_movers(record.table(kTables[3]), findings.movers);
}

}  // namespace entente::analysis
