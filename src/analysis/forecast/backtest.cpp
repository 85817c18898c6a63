#include "analysis/forecast/backtest.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/forecast/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "solve/link_formation.h"

namespace entente::analysis {
namespace {

/// What the fit takes of the covariates of the past.
constexpr std::string_view kFitted[] = {"asymmetry", "democracy", "distance", "rivalry"};

class Fitting {
 public:
  Fitting(const Past& past, int split, const Run& run)
      : past_(past), members_(past.members()), split_(split), run_(run) {}

  Result<Backtest> run() {
    Backtest made;
    for (const std::string_view one : kFitted)
      if (past_.has(one))
        read_.emplace_back(one);
      else
        made.left_out.emplace_back(one);
    names_ = {"constant", "closure", "degree", "common_rivals"};
    if (!past_.has("rivalry")) names_.pop_back();
    names_.insert(names_.end(), read_.begin(), read_.end());
    for (Set& set : sets_) set.train.columns = names_.size();
    for (int year = past_.first(); year < past_.last(); ++year) {
      if (stopped(run_)) throw Cancelled();
      take(year);
    }
    made.first = past_.first();
    made.split = split_;
    made.last = past_.last();
    for (const std::string_view change : {"formation", "dissolution"})
      made.fits.push_back(fitted(std::string(change), sets_[change == "formation" ? 0 : 1]));
    return made;
  }

 private:
  struct Set {
    solve::Observed train;
    std::vector<double> x;
    std::vector<char> y;
  };

  /// Every pair of members of this year and the next.
  void take(int year) {
    const auto states = members_.in(year);
    const solve::ValuedTies now = past_.pacts(year), next = past_.pacts(year + 1);
    const solve::Neighbours graph = solve::partners(now, 1);
    const auto rival = past_.rivals(year);
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
    if (past_.has("rivalry")) {  // Those that both have, at most three counted.
      double common = 0;
      for (std::size_t k = 0; k < states.size(); ++k)
        common += rival[i][k] != 0 && rival[j][k] != 0;
      row[at++] = std::min(3.0, common);
    }
    for (const std::string& one : read_) row[at++] = past_.of(one, year, states[i], states[j]);
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

  const Past& past_;
  const panel::Members& members_;
  int split_;
  const Run& run_;
  std::vector<std::string> read_, names_;
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

Result<Backtest> backtest(const ForecastAsked& asked, const PastFound& found, const Run& run) {
  Backtest idle;
  idle.needs = asked.backtest ? found.needs : "--backtest, and imported alliances";
  if (!asked.backtest || found.past == nullptr) return idle;
  auto made = Fitting(*found.past, asked.split, run).run();
  if (!made) return made.error();
  Backtest tested = std::move(made).value();
  tested.inputs = found.past->inputs();
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
