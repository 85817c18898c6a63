#include "analysis/forecast/replay.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/forecast/ground.h"
#include "analysis/forecast/opportunities.h"

namespace entente::analysis {
namespace {

constexpr PastFigureText kTexts[kPastFigures] = {
    {"formed", "pairs", "Pacts of defence that formed, year by year."},
    {"lapsed", "pairs", "Pacts of defence that lapsed, year by year."},
    {"lower_ties", "pairs", "Pairs with a tie below a pact in the last year."},
    {"pacts", "pairs", "Pacts of defence in the last year."},
    {"transitivity", "share", "How often partners of partners are partners."},
    {"without_pact", "states", "States without a pact."},
    {"partners_median", "states", "Partners of a state: median."},
    {"partners_p90", "states", "Partners of a state: ninth decile."},
    {"partners_most", "states", "Partners of the state that has most."},
    {"open_triads", "triples", "Triples of states with two pacts."},
    {"triangles", "triples", "Triples of states with three."},
    {"two_apart", "pairs", "Pairs two pacts apart."},
    {"three_apart", "pairs", "Pairs three pacts apart."},
    {"further_apart", "pairs", "Pairs four pacts apart or more."},
    {"not_linked", "pairs", "Pairs that no chain of pacts links."},
};

double& at(std::vector<double>& figures, PastFigure which) {
  return figures[static_cast<std::size_t>(which)];
}

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return 0;
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double high = below + 1 < sorted.size() ? sorted[below + 1] : sorted[below];
  return sorted[below] + (place - static_cast<double>(below)) * (high - sorted[below]);
}

/// How the network looks at the end.
void add_shape(const solve::ValuedTies& ties, std::vector<double>& figures) {
  const solve::Shape shape = solve::shape_of(solve::partners(ties, kPactRung));
  std::vector<double> degrees;
  for (std::size_t d = 0; d < shape.degrees.size(); ++d)
    degrees.insert(degrees.end(), shape.degrees[d], static_cast<double>(d));
  const auto counted = [](const std::vector<std::size_t>& counts, std::size_t i) {
    return i < counts.size() ? static_cast<double>(counts[i]) : 0.0;
  };
  for (std::size_t i = 0; i < ties.size(); ++i)
    for (std::size_t j = i + 1; j < ties.size(); ++j)
      at(figures, PastFigure::lower) += ties.at(i, j) > 0 && ties.at(i, j) < kPactRung;
  at(figures, PastFigure::pacts) = std::accumulate(degrees.begin(), degrees.end(), 0.0) / 2;
  at(figures, PastFigure::transitivity) = shape.transitivity;
  at(figures, PastFigure::without) = counted(shape.degrees, 0);
  at(figures, PastFigure::median) = quantile(degrees, 0.5);
  at(figures, PastFigure::ninth_decile) = quantile(degrees, 0.9);
  at(figures, PastFigure::most) = degrees.empty() ? 0 : degrees.back();
  at(figures, PastFigure::open_triads) = counted(shape.triads, 2);
  at(figures, PastFigure::triangles) = counted(shape.triads, 3);
  at(figures, PastFigure::at_two) = counted(shape.geodesics, 2);
  at(figures, PastFigure::at_three) = counted(shape.geodesics, 3);
  for (std::size_t k = 4; k < shape.geodesics.size(); ++k)
    at(figures, PastFigure::further) += counted(shape.geodesics, k);
  at(figures, PastFigure::apart) = counted(shape.geodesics, 0);
}

}  // namespace

const PastFigureText& text_of(PastFigure figure) {
  return kTexts[static_cast<std::size_t>(figure)];
}

Replay::Replay(const Past& past, const actors::ForecastTerms& terms, std::uint64_t seed)
    : past_(past), terms_(terms), seed_(seed) {
  for (int year = past.first(); year <= past.last(); ++year) years_.push_back(laid_out(year));
}

Replay::Year Replay::laid_out(int year) const {
  const auto states = past_.members().in(year);
  const std::size_t n = states.size();
  Year made{{states.begin(), states.end()}, past_.rungs(year), std::vector<double>(n * n, 0.0)};
  const auto add = [&](double weight, bool about_mean, const auto& of) {
    std::vector<double> values(n * n, std::nan(""));
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) {
        const double value = of(i, j);
        values[i * n + j] = values[j * n + i] = value;
        if (std::isnan(value)) continue;
        sum += value;
        count += 1;
      }
    const double mean = count > 0 ? sum / count : 0;  // Stands for what is missing.
    for (std::size_t p = 0; p < n * n; ++p)
      made.worth[p] +=
          weight * ((std::isnan(values[p]) ? mean : values[p]) - (about_mean ? mean : 0));
  };
  const auto covariate = [&](double weight, bool about_mean, std::string_view statistic) {
    if (past_.has(statistic))
      add(weight, about_mean, [&](std::size_t i, std::size_t j) {
        return past_.of(statistic, year, states[i], states[j]);
      });
  };
  covariate(terms_.tie_democracy, false, "democracy");
  covariate(terms_.tie_regime, true, "regime");
  covariate(terms_.tie_asymmetry, true, "asymmetry");
  covariate(-terms_.tie_distance, true, "distance");
  if (!past_.has("rivalry")) return made;
  const auto rival = past_.rivals(year);
  const auto common = [&](std::size_t i, std::size_t j) {
    double count = 0;
    for (std::size_t k = 0; k < n; ++k) count += rival[i][k] != 0 && rival[j][k] != 0;
    return count;
  };
  double most = 1;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) most = std::max(most, common(i, j));
  add(terms_.tie_enemy / most, false, common);
  return made;
}

std::vector<std::string> Replay::left_out() const {
  std::vector<std::string> names;
  constexpr std::pair<std::string_view, std::string_view> kTerms[] = {
      {"democracy", "tie_democracy"},
      {"regime", "tie_regime"},
      {"asymmetry", "tie_asymmetry"},
      {"distance", "tie_distance"},
      {"rivalry", "tie_enemy"}};
  for (const auto& [statistic, term] : kTerms)
    if (!past_.has(statistic)) names.emplace_back(term);
  names.emplace_back("tie_trade");
  return names;
}

/// Ties of a year among the states of the next: those that come in bring their own.
solve::ValuedTies Replay::carried(const solve::ValuedTies& ties, int year) const {
  const Year& next = in(year + 1);
  solve::ValuedTies made(next.states.size());
  for (std::size_t i = 0; i < made.size(); ++i)
    for (std::size_t j = i + 1; j < made.size(); ++j) {
      const int a = past_.members().place(year, next.states[i]);
      const int b = past_.members().place(year, next.states[j]);
      const bool there = a >= 0 && b >= 0;
      made.set(i, j,
               there ? ties.at(static_cast<std::size_t>(a), static_cast<std::size_t>(b))
                     : next.rungs.at(i, j));
    }
  return made;
}

/// `before` as of the states of `year`, `after` as of those of the next.
void Replay::count(const solve::ValuedTies& before, const solve::ValuedTies& after, int year,
                   std::vector<double>& figures) const {
  const Year& next = in(year + 1);
  for (std::size_t i = 0; i < after.size(); ++i)
    for (std::size_t j = i + 1; j < after.size(); ++j) {
      const int a = past_.members().place(year, next.states[i]);
      const int b = past_.members().place(year, next.states[j]);
      if (a < 0 || b < 0) continue;
      const bool was =
          before.at(static_cast<std::size_t>(a), static_cast<std::size_t>(b)) >= kPactRung;
      const bool is = after.at(i, j) >= kPactRung;
      if (was == is) continue;
      at(figures, is ? PastFigure::formed : PastFigure::lapsed) += 1;
    }
}

std::vector<double> Replay::play(int from, int to, const TieRates& rates,
                                 std::size_t number) const {
  std::vector<double> figures(kPastFigures, 0.0);
  solve::ValuedTies ties = in(from).rungs;
  for (int year = from; year < to; ++year) {
    const Year& here = in(year);
    const solve::ValuedTies before = ties;
    solve::Formation formation{.worth = here.worth,
                               .closure = terms_.tie_closure,
                               .degree = terms_.tie_degree,
                               .keep = rates.keep,
                               .highest = kMostRungs,
                               .counts_from = kPactRung};
    for (double& one : formation.worth) one -= terms_.tie_cost;
    pass_year(ties, formation, rates.opportunities, [&](std::size_t i) {
      return Stream(seed_, number,
                    name_hash({"replay", std::to_string(year), std::to_string(here.states[i])}),
                    name_hash("forecast.ties"));
    });
    ties = carried(ties, year);
    count(before, ties, year, figures);
  }
  add_shape(ties, figures);
  return figures;
}

std::vector<double> Replay::observed(int from, int to) const {
  std::vector<double> figures(kPastFigures, 0.0);
  for (int year = from; year < to; ++year) count(in(year).rungs, in(year + 1).rungs, year, figures);
  add_shape(in(to).rungs, figures);
  return figures;
}

std::vector<double> Replay::unchanged(int from, int to) const {
  std::vector<double> figures(kPastFigures, 0.0);
  solve::ValuedTies ties = in(from).rungs;
  for (int year = from; year < to; ++year) ties = carried(ties, year);
  add_shape(ties, figures);
  return figures;
}

}  // namespace entente::analysis
