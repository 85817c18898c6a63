#include "analysis/forecast/backtest.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/forecast/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "panel/portfolios.h"
#include "panel/variable.h"
#include "solve/link_formation.h"

namespace entente::analysis {
namespace {

using panel::Cells;

constexpr std::string_view kNeeded[] = {"atop_directed", "system_year"};
constexpr double kDemocracy = 6;  // Of polity2: the usual least of a democracy.
constexpr double kLeastKm = 50;   // Neighbours lie no nearer.

/// A statistic of a pair that comes from a variable of the panel.
struct Covariate {
  std::string_view statistic, variable;
  bool of_states = false;
  double (*of)(double a, double b) = nullptr;  ///< Of two states, or of the pair's cell in both.
};
constexpr Covariate kCovariates[] = {
    {"asymmetry", "cinc", true,
     [](double a, double b) { return std::abs(std::log(std::max(a, 1e-7) / std::max(b, 1e-7))); }},
    {"democracy", "polity", true,
     [](double a, double b) {
       return std::isnan(a + b) ? a + b : a >= kDemocracy && b >= kDemocracy ? 1.0 : 0.0;
     }},
    {"distance", "distance", false,
     [](double km, double) { return std::log(std::max(km, kLeastKm)); }},
    {"rivalry", "rivalry", false, [](double one, double) { return one; }},
};

class Fitting {
 public:
  Fitting(const history::Store& store, const panel::Members& members,
          const panel::AtopPromises& promises, int split, const Run& run)
      : members_(members),
        promises_(promises),
        sources_(store, members, false, run),
        split_(split),
        run_(run) {}

  Result<Backtest> run() {
    if (Faults faults = covariates(); !faults.empty()) return faults;
    names_ = {"constant", "closure", "degree", "common_rivals"};
    if (!has("rivalry")) names_.pop_back();
    for (const auto& [one, cells] : read_) names_.emplace_back(one->statistic);
    for (Set& set : sets_) set.train.columns = names_.size();
    for (int year = members_.first(); year < members_.last(); ++year) {
      if (stopped(run_)) throw Cancelled();
      take(year);
    }
    Backtest made;
    made.first = members_.first();
    made.split = split_;
    made.last = members_.last();
    made.left_out = left_out_;
    for (const std::string_view change : {"formation", "dissolution"})
      made.fits.push_back(fitted(std::string(change), sets_[change == "formation" ? 0 : 1]));
    return made;
  }

  [[nodiscard]] std::vector<std::string_view> tables() const { return tables_; }

 private:
  struct Set {
    solve::Observed train;
    std::vector<double> x;
    std::vector<char> y;
  };

  [[nodiscard]] bool has(std::string_view statistic) const {
    return std::ranges::any_of(read_,
                               [&](const auto& one) { return one.first->statistic == statistic; });
  }

  /// Those that the database has tables for.
  Faults covariates() {
    for (const Covariate& one : kCovariates) {
      const panel::Variable* variable = panel::find_variable(one.variable);
      const panel::Way& way = one.of_states ? variable->states : variable->pairs;
      if (!sources_.store().missing(way.tables).empty()) {
        left_out_.emplace_back(one.statistic);
        continue;
      }
      auto cells = way.fill(sources_);
      if (!cells) return cells.error();
      tables_.insert(tables_.end(), way.tables.begin(), way.tables.end());
      read_.emplace_back(&one, std::move(cells).value());
    }
    return {};
  }

  [[nodiscard]] solve::ValuedTies pacts(int year) const {
    const auto states = members_.in(year);
    solve::ValuedTies ties(states.size());
    for (const auto& row : promises_.in(year)) {
      const int i = members_.place(year, row.from), j = members_.place(year, row.to);
      if (i >= 0 && j >= 0 && i != j && row.promise.defence)
        ties.set(static_cast<std::size_t>(i), static_cast<std::size_t>(j), 1);
    }
    return ties;
  }

  [[nodiscard]] double cell(const Covariate& one, const Cells& cells, int year, int a,
                            int b) const {
    if (one.of_states)
      return one.of(cells[static_cast<std::size_t>(members_.state_row(year, a))],
                    cells[static_cast<std::size_t>(members_.state_row(year, b))]);
    const double value = cells[static_cast<std::size_t>(members_.pair_row(year, a, b, false))];
    return one.of(value, value);
  }

  /// Rivals that both have, at most three counted.
  [[nodiscard]] std::vector<std::vector<char>> rivals(int year) const {
    const auto states = members_.in(year);
    std::vector<std::vector<char>> rival(states.size(), std::vector<char>(states.size(), 0));
    for (const auto& [one, cells] : read_)
      if (one->statistic == "rivalry")
        for (std::size_t i = 0; i < states.size(); ++i)
          for (std::size_t j = i + 1; j < states.size(); ++j)
            if (cell(*one, cells, year, states[i], states[j]) > 0) rival[i][j] = rival[j][i] = 1;
    return rival;
  }

  /// Every pair of members of this year and the next.
  void take(int year) {
    const auto states = members_.in(year);
    const solve::ValuedTies now = pacts(year), next = pacts(year + 1);
    const solve::Neighbours graph = solve::partners(now, 1);
    const auto rival = rivals(year);
    std::vector<double> row(names_.size(), 1);
    for (std::size_t i = 0; i < states.size(); ++i)
      for (std::size_t j = i + 1; j < states.size(); ++j) {
        const int a = members_.place(year + 1, states[i]), b = members_.place(year + 1, states[j]);
        if (a < 0 || b < 0) continue;
        fill(row, year, i, j, graph, rival);
        const bool tied = now.at(i, j) > 0;
        const bool then = next.at(static_cast<std::size_t>(a), static_cast<std::size_t>(b)) > 0;
        Set& set = sets_[tied ? 1 : 0];
        if (year + 1 <= split_) {
          set.train.add(row, then != tied ? 1 : 0);
        } else {
          set.x.insert(set.x.end(), row.begin(), row.end());
          set.y.push_back(then != tied ? 1 : 0);
        }
      }
  }

  void fill(std::vector<double>& row, int year, std::size_t i, std::size_t j,
            const solve::Neighbours& graph, const std::vector<std::vector<char>>& rival) const {
    const auto states = members_.in(year);
    std::vector<std::size_t> shared;
    std::ranges::set_intersection(graph[i], graph[j], std::back_inserter(shared));
    std::size_t at = 1;
    row[at++] = 2 * (1 - std::exp2(-static_cast<double>(shared.size())));
    const auto beside = [&](std::size_t k, std::size_t other) {
      const bool partner = std::ranges::binary_search(graph[k], other);
      return std::sqrt(static_cast<double>(graph[k].size()) - (partner ? 1 : 0));
    };
    row[at++] = beside(i, j) + beside(j, i);
    if (has("rivalry")) {
      double common = 0;
      for (std::size_t k = 0; k < states.size(); ++k)
        common += rival[i][k] != 0 && rival[j][k] != 0;
      row[at++] = std::min(3.0, common);
    }
    for (const auto& [one, cells] : read_) {
      const double value = cell(*one, cells, year, states[i], states[j]);
      row[at++] = value;
    }
  }

  /// Missing values take the mean of what is known before the split, which then is 0: covariates
  /// from the panel are centred.
  void centre(Set& set) const {
    const std::size_t k = names_.size(), first = k - read_.size();
    for (std::size_t c = first; c < k; ++c) {
      double sum = 0, count = 0;
      for (std::size_t r = c; r < set.train.x.size(); r += k)
        if (!std::isnan(set.train.x[r])) {
          sum += set.train.x[r];
          count += 1;
        }
      const double mean = count > 0 ? sum / count : 0;
      for (std::vector<double>* all : {&set.train.x, &set.x})
        for (std::size_t r = c; r < all->size(); r += k)
          (*all)[r] = std::isnan((*all)[r]) ? 0 : (*all)[r] - mean;
    }
  }

  TieFit fitted(std::string change, Set& set) const {
    TieFit fit;
    fit.change = std::move(change);
    fit.statistics = names_;
    if (set.train.rows() == 0 || set.y.empty()) return fit;
    centre(set);
    fit.fit = fit_logistic(set.train);
    double ones = 0;
    for (const double one : set.train.ones) ones += one;
    const double rate = ones / static_cast<double>(set.train.rows());
    solve::Scoring model(kScoreFloor), never(kScoreFloor), usual(kScoreFloor);
    const std::size_t k = names_.size();
    for (std::size_t r = 0; r < set.y.size(); ++r) {
      const bool happened = set.y[r] != 0;
      model.add(solve::predicted(fit.fit.b, std::span(set.x).subspan(r * k, k)), happened);
      never.add(0, happened);
      usual.add(rate, happened);
      fit.happened += happened ? 1 : 0;
    }
    fit.pairs = set.y.size();
    fit.scores = {{fit.change, "fitted", model.mean()},
                  {fit.change, "no_change", never.mean()},
                  {fit.change, "base_rate", usual.mean()}};
    return fit;
  }

  const panel::Members& members_;
  const panel::AtopPromises& promises_;
  panel::Sources sources_;
  int split_;
  const Run& run_;
  std::vector<std::pair<const Covariate*, Cells>> read_;
  std::vector<std::string> names_, left_out_;
  std::vector<std::string_view> tables_;
  Set sets_[2];  ///< Pairs without a pact, and with one.
};

const card::TableSpec& spec(std::string_view name) {
  return *std::ranges::find(forecast_tables(), name, &card::TableSpec::name);
}

/// What the forecast itself takes for a statistic, on either side of a tie.
card::Value assumed(const ForecastAsked& asked, std::string_view statistic) {
  const actors::ForecastTerms& t = asked.terms;
  const std::pair<std::string_view, double> known[] = {
      {"closure", t.tie_closure},     {"degree", t.tie_degree},
      {"common_rivals", t.tie_enemy}, {"asymmetry", t.tie_asymmetry},
      {"democracy", t.tie_democracy}, {"distance", -t.tie_distance}};
  for (const auto& [name, value] : known)
    if (name == statistic) return value;
  return {};
}

}  // namespace

Result<Backtest> backtest(const ForecastAsked& asked, const Run& run) {
  Backtest idle;
  idle.needs = "--backtest, and imported alliances";
  if (!asked.backtest) return idle;
  const auto store = history::Store::open_with(asked.data, kNeeded);
  if (!store) {
    if (!asked.data.empty()) return store.error();
    idle.needs = store.error().front().hint;
    return idle;
  }
  auto promises = panel::AtopPromises::read(*store, kBacktestFrom, 2100);
  if (!promises) return promises.error();
  const int last = promises->last();
  if (asked.split <= kBacktestFrom || asked.split >= last)
    return Error{
        Code::bad_value,
        {"arguments", 0, 0},
        "no year of the imported alliances lies on either side of " + std::to_string(asked.split),
        "--split takes a year from " + std::to_string(kBacktestFrom + 1) + " to " +
            std::to_string(last - 1)};
  const auto members = panel::Members::read(*store, kBacktestFrom, last);
  if (!members) return members.error();
  Fitting fitting(*store, *members, *promises, asked.split, run);
  auto made = fitting.run();
  if (!made) return made.error();
  Backtest tested = std::move(made).value();
  std::vector<std::string_view> tables(std::begin(kNeeded), std::end(kNeeded));
  for (const std::string_view one : fitting.tables()) tables.push_back(one);
  tested.inputs = store->inputs(tables);
  return tested;
}

void add_backtest(card::Record& record, const Backtest& tested, const ForecastAsked& asked) {
  card::Table& scores = record.table(spec("scores"));
  for (const TieFit& fit : tested.fits)
    for (const TieScore& one : fit.scores) {
      const auto best = [&](double solve::Scores::*score) {
        return std::ranges::all_of(fit.scores, [&](const TieScore& other) {
          return one.scores.*score <= other.scores.*score;
        });
      };
      scores.row({one.change,
                  one.forecast,
                  one.scores.brier,
                  one.scores.log_score,
                  static_cast<std::int64_t>(fit.pairs),
                  static_cast<std::int64_t>(fit.happened),
                  best(&solve::Scores::brier),
                  best(&solve::Scores::log_score),
                  {}});
    }
  if (tested.fits.empty())
    for (const std::string change : {"formation", "dissolution"})
      scores.row({change, "fitted", {}, {}, {}, {}, {}, {}, tested.needs});
  card::Table& coefficients = record.table(spec("coefficients"));
  for (const TieFit& fit : tested.fits)
    for (std::size_t c = 0; c < fit.fit.b.size(); ++c)
      coefficients.row(
          {fit.change, fit.statistics[c], fit.fit.b[c], fit.fit.error[c],
           fit.change == "formation" ? assumed(asked, fit.statistics[c]) : card::Value{}});
  if (!tested.left_out.empty())
    record.notices.push_back("The back-test leaves out what no imported table says: " +
                             join(tested.left_out, ", ") + ".");
}

std::string backtest_finding(const Backtest& tested) {
  std::string text;
  for (const TieFit& fit : tested.fits) {
    if (fit.scores.empty()) continue;
    const auto part = [&](double solve::Scores::*score) {
      const double ours = fit.scores[0].scores.*score;
      const double naive = std::min(fit.scores[1].scores.*score, fit.scores[2].scores.*score);
      return significant(ours, 3) + (ours < naive ? ", better than " : ", not better than ") +
             significant(naive, 3);
    };
    text += " Out of sample (" + std::to_string(tested.split + 1) + " to " +
            std::to_string(tested.last) + ") the " + fit.change +
            " of pacts is forecast with a Brier score of " + part(&solve::Scores::brier) +
            " of the better naive forecast, and a log score of " + part(&solve::Scores::log_score) +
            ".";
  }
  return text;
}

}  // namespace entente::analysis
