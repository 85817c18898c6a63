#include "analysis/forecast/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/forecast/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "base/threads.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

constexpr std::size_t kParameters = 2;
using Numbers = std::array<double, kParameters>;

/// A parameter, the moment that it moves most, and where it is sought, on the scale of its
/// logarithm.
struct Parameter {
  std::string_view name;
  PastFigure moment;
  double TieRates::*value;
  double least, most;
  bool rises;  ///< The moment, with the parameter.
};
constexpr std::array<Parameter, kParameters> kSought{{
    {"opportunities", PastFigure::formed, &TieRates::opportunities, 0.1, 40, true},
    {"tie_keep", PastFigure::lapsed, &TieRates::keep, 0.05, 20, false},

}};
constexpr int kHalvings = 7, kSteps = 4;
constexpr std::size_t kSearchPlays = 6, kStepPlays = 24, kPlays = 64;
constexpr double kStep = 0.08;     // Of a logarithm, for the slopes of moments.
constexpr double kLongest = 0.35;  // The longest step of a logarithm.
constexpr double kNormal90 = 1.6448536269514722;

TieRates rates_at(const Numbers& logs) {
  TieRates rates;
  for (std::size_t p = 0; p < kParameters; ++p) rates.*kSought[p].value = std::exp(logs[p]);
  return rates;
}

double clamped(std::size_t p, double log) {
  return std::clamp(log, std::log(kSought[p].least), std::log(kSought[p].most));
}

using Rows = std::vector<std::vector<double>>;

std::size_t place(std::size_t parameter) {
  return static_cast<std::size_t>(kSought[parameter].moment);
}

/// The moments of some plays: logarithms of one more than the mean, in which slopes change little.
Numbers moments_of(const Rows& rows) {
  Numbers made{};
  for (std::size_t m = 0; m < kParameters; ++m) {
    double mean = 0;
    for (const auto& row : rows) mean += row[place(m)] / static_cast<double>(rows.size());
    made[m] = std::log1p(mean);
  }
  return made;
}

using Square = std::array<Numbers, kParameters>;

/// The inverse by elimination with pivots; nothing where there is none.
std::optional<Square> inverse(Square a) {
  Square made{};
  for (std::size_t i = 0; i < kParameters; ++i) made[i][i] = 1;
  for (std::size_t c = 0; c < kParameters; ++c) {
    std::size_t pivot = c;
    for (std::size_t r = c; r < kParameters; ++r)
      if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
    if (std::abs(a[pivot][c]) < 1e-9) return std::nullopt;
    std::swap(a[c], a[pivot]);
    std::swap(made[c], made[pivot]);
    for (std::size_t r = 0; r < kParameters; ++r) {
      if (r == c) continue;
      const double factor = a[r][c] / a[c][c];
      for (std::size_t k = 0; k < kParameters; ++k) {
        a[r][k] -= factor * a[c][k];
        made[r][k] -= factor * made[c][k];
      }
    }
  }
  for (std::size_t r = 0; r < kParameters; ++r)
    for (std::size_t k = 0; k < kParameters; ++k) made[r][k] /= a[r][r];
  return made;
}

class Search {
 public:
  Search(const Replay& replay, int from, int to, const Run& run)
      : replay_(replay), from_(from), to_(to), run_(run), seen_(replay.observed(from, to)) {
    aims_ = moments_of({seen_});
  }

  [[nodiscard]] double observed(std::size_t parameter) const { return seen_[place(parameter)]; }

  /// By halving: for each value of the second parameter that of the first which matches its own
  /// moment; then steps of Newton for both.
  [[nodiscard]] Numbers run() const {
    Numbers found{};
    halve(found, 1, [&](double value) {
      found[1] = value;
      halve(found, 0, [&](double opportunities) {
        found[0] = opportunities;
        return moments_of(plays(found, 0, kSearchPlays))[0] > aims_[0];
      });
      return moments_of(plays(found, 0, kSearchPlays))[1] > aims_[1];
    });
    Numbers best = found;
    double least = off(found);
    for (int step = 0; step < kSteps; ++step) {
      const Numbers now = moments_of(plays(found, 0, kStepPlays));
      const auto turned = inverse(slopes(found, now, 0, kStepPlays));
      if (!turned) break;
      for (std::size_t p = 0; p < kParameters; ++p) {
        double change = 0;
        for (std::size_t m = 0; m < kParameters; ++m)
          change += (*turned)[p][m] * (aims_[m] - now[m]);
        found[p] = clamped(p, found[p] + std::clamp(change, -kLongest, kLongest));
      }
      const double miss = off(found);
      if (miss >= least) continue;
      least = miss;
      best = found;
    }
    return best;
  }

  /// Figures of plays, by number.
  [[nodiscard]] Rows plays(const Numbers& at, std::size_t first, std::size_t count) const {
    Rows rows(count);
    on_threads(count, run_,
               [&](std::size_t i) { rows[i] = replay_.play(from_, to_, rates_at(at), first + i); });
    return rows;
  }

  /// Standard errors of the logarithms: slopes turned round, times the covariance of the moments
  /// of one play, since the past is one.
  [[nodiscard]] Numbers errors(const Numbers& at, const Rows& rows) const {
    const auto turned = inverse(slopes(at, moments_of(rows), kSearchPlays, rows.size()));
    Numbers made{};
    for (std::size_t p = 0; p < kParameters; ++p) {
      if (!turned) {  // The moments say nothing.
        made[p] = std::log(kSought[p].most / kSought[p].least);
        continue;
      }
      // Of each play what the moments would have it change: the deviation of that is the error.
      double sum = 0, squares = 0;
      const auto n = static_cast<double>(rows.size());
      for (const auto& row : rows) {
        const Numbers one = moments_of({row});
        double change = 0;
        for (std::size_t m = 0; m < kParameters; ++m) change += (*turned)[p][m] * one[m];
        sum += change;
        squares += change * change;
      }
      made[p] = std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1)));
    }
    return made;
  }

 private:
  /// Sets a parameter where `more(value)` turns: whether the moment is larger than it should be.
  template <class More>
  static void halve(Numbers& found, std::size_t p, const More& more) {
    double low = std::log(kSought[p].least), high = std::log(kSought[p].most);
    for (int i = 0; i < kHalvings; ++i) {
      const double middle = (low + high) / 2;
      (more(middle) == kSought[p].rises ? high : low) = middle;
    }
    found[p] = (low + high) / 2;
  }

  /// How far all moments are from those of the past.
  [[nodiscard]] double off(const Numbers& at) const {
    const Numbers now = moments_of(plays(at, 0, kStepPlays));
    double sum = 0;
    for (std::size_t m = 0; m < kParameters; ++m) sum += std::abs(now[m] - aims_[m]);
    return sum;
  }

  /// [moment][parameter], by plays that share their random numbers with those of `now`.
  [[nodiscard]] Square slopes(const Numbers& at, const Numbers& now, std::size_t first,
                              std::size_t count) const {
    Square made{};
    for (std::size_t p = 0; p < kParameters; ++p) {
      Numbers moved = at;
      moved[p] += kStep;
      const Numbers there = moments_of(plays(moved, first, count));
      for (std::size_t m = 0; m < kParameters; ++m) made[m][p] = (there[m] - now[m]) / kStep;
    }
    return made;
  }

  const Replay& replay_;
  int from_, to_;
  const Run& run_;
  std::vector<double> seen_;
  Numbers aims_{};
};

std::vector<solve::Estimate> estimates(const Rows& rows) {
  solve::Sums sums(kPastFigures, rows.size(), 1);
  for (std::size_t i = 0; i < rows.size(); ++i) sums.add(i, rows[i]);
  std::vector<solve::Estimate> made;
  for (std::size_t f = 0; f < kPastFigures; ++f) made.push_back(sums.estimate(f));
  return made;
}

double deviation(const Rows& rows, std::size_t figure) {
  double mean = 0, squares = 0;
  const auto n = static_cast<double>(rows.size());
  for (const auto& row : rows) mean += row[figure] / n;
  for (const auto& row : rows) squares += (row[figure] - mean) * (row[figure] - mean);
  return std::sqrt(squares / (n - 1));
}

const card::TableSpec& spec(std::string_view name) {
  return *std::ranges::find(forecast_tables(), name, &card::TableSpec::name);
}

constexpr campaign::Vary kSpread{.honour = true, .facts = true};

}  // namespace

Calibration calibrate(const ForecastAsked& asked, const PastFound& found, const Run& run) {
  Calibration made;
  made.needs = asked.calibrate ? found.needs : "--calibrate, and imported alliances";
  if (!asked.calibrate || found.past == nullptr) return made;
  const Past& past = *found.past;
  const Replay replay(past, asked.terms, run.seed);
  made.first = past.first();
  made.split = asked.split;
  made.last = past.last();
  made.plays = kPlays;
  made.left_out = replay.left_out();
  made.inputs = past.inputs();
  const Search search(replay, past.first(), asked.split, run);
  const actors::ForecastTerms& t = asked.terms;
  Numbers assumed{};
  const TieRates given{t.opportunities, t.tie_keep};
  for (std::size_t p = 0; p < kParameters; ++p)
    assumed[p] = clamped(p, std::log(std::max(1e-9, given.*kSought[p].value)));
  const Numbers best = search.run();
  const Rows before = search.plays(assumed, kSearchPlays, kPlays);
  const Rows after = search.plays(best, kSearchPlays, kPlays);
  const Numbers error = search.errors(best, after);
  const auto assumed_gives = estimates(before), gives = estimates(after);
  for (std::size_t p = 0; p < kParameters; ++p) {
    const std::size_t moment = place(p);
    const double sd = deviation(after, moment), half = kNormal90 * error[p];
    const auto end = [&](double log) { return std::exp(clamped(p, log)); };
    made.parameters.push_back(
        {kSought[p].name,
         kSought[p].moment,
         given.*kSought[p].value,
         {std::exp(best[p]), end(best[p] - half), end(best[p] + half), true, 'C'},
         search.observed(p),
         assumed_gives[moment],
         gives[moment],
         sd > 0 ? (gives[moment].mean - search.observed(p)) / sd : 0});
  }
  const Search later(replay, asked.split, past.last(), run);
  made.start = replay.unchanged(asked.split, asked.split);
  made.observed = replay.observed(asked.split, past.last());
  made.unchanged = replay.unchanged(asked.split, past.last());
  made.assumed = estimates(later.plays(assumed, 0, kPlays));
  made.fitted = estimates(later.plays(best, 0, kPlays));
  return made;
}

void assume(const Calibration& found, actors::ForecastTerms& terms) {
  for (const Calibrated& one : found.parameters)
    for (const actors::ForecastTerm& term : actors::kForecastTerms)
      if (term.field.name == one.name) terms.*term.value = one.value.value;
}

void assume(const Calibration& found, scenario::Plan& plan) {
  for (const Calibrated& one : found.parameters) {
    std::erase_if(plan.assumed,
                  [&](const scenario::Assumed& other) { return other.name == one.name; });
    plan.assumed.push_back({std::string(one.name), one.value});
  }
}

void add_calibration(card::Record& record, const Calibration& found) {
  card::Table& parameters = record.table(spec("calibration"));
  for (const Calibrated& one : found.parameters) {
    std::vector<card::Value> row{std::string(one.name), std::string(text_of(one.moment).name),
                                 one.observed,          one.assumed,
                                 one.value.value,       one.value.low,
                                 one.value.high};
    put(row, one.assumed_gives, kSpread, campaign::kNotNegative);
    put(row, one.gives, kSpread, campaign::kNotNegative);
    row.emplace_back(one.t);
    row.emplace_back();
    parameters.row(std::move(row));
  }
  if (found.parameters.empty())
    for (const Parameter& one : kSought) {
      std::vector<card::Value> row(spec("calibration").columns.size());
      row.front() = std::string(one.name);
      row.back() = found.needs;
      parameters.row(std::move(row));
    }
  card::Table& fit = record.table(spec("fit"));
  for (std::size_t f = 0; f < found.fitted.size(); ++f) {
    const auto figure = static_cast<PastFigure>(f);
    const solve::Estimate& fitted = found.fitted[f];
    const double seen = found.observed[f];
    std::vector<card::Value> row{std::string(text_of(figure).name),
                                 std::string(text_of(figure).unit),
                                 std::string(text_of(figure).help),
                                 found.start[f],
                                 seen,
                                 found.unchanged[f]};
    put(row, found.assumed[f], kSpread, campaign::kNotNegative);
    put(row, fitted, kSpread, campaign::kNotNegative);
    row.emplace_back(fitted.p05 <= seen && seen <= fitted.p95);
    row.emplace_back(std::abs(fitted.mean - seen) < std::abs(found.unchanged[f] - seen));
    fit.row(std::move(row));
  }
  if (!found.parameters.empty())
    record.notices.push_back(
        "Calibration leaves out what no imported table says: " + join(found.left_out, ", ") +
        ". States that come in bring the pacts they have in their first year. Rungs below a pact "
        "are those that ATOP codes; the past is one play, which the intervals take into account.");
}

std::string calibration_finding(const Calibration& found) {
  if (found.parameters.empty()) return "";
  std::size_t within = 0, closer = 0;
  for (std::size_t f = 0; f < found.fitted.size(); ++f) {
    within += found.fitted[f].p05 <= found.observed[f] && found.observed[f] <= found.fitted[f].p95;
    closer += std::abs(found.fitted[f].mean - found.observed[f]) <
              std::abs(found.unchanged[f] - found.observed[f]);
  }
  const auto value = [](const Calibrated& one) {
    return fixed(one.value.value, 2) + " (" + fixed(one.value.low, 2) + " to " +
           fixed(one.value.high, 2) + ", assumed " + shortest(one.assumed) + ")";
  };
  const std::string all = std::to_string(found.fitted.size());
  return " Calibrated on pacts of " + std::to_string(found.first) + " to " +
         std::to_string(found.split) + ", a state may change a tie " + value(found.parameters[0]) +
         " times a year, and giving a rung up costs " + value(found.parameters[1]) +
         "; of the network of " + std::to_string(found.last) + " " + std::to_string(within) +
         " of " + all + " figures lie within the spread of what that gives, and " +
         std::to_string(closer) + " are nearer to it than to no change.";
}

}  // namespace entente::analysis
