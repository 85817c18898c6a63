#include "analysis/forecast/past.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>

#include "analysis/forecast/ground.h"
#include "panel/variable.h"

namespace entente::analysis {
namespace {

constexpr std::string_view kNeeded[] = {"atop_directed", "system_year"};
constexpr double kDemocracy = 6;  // Of polity2: the usual least of a democracy.
constexpr double kRegimes = 20;   // From -10 to 10.
constexpr double kLeastKm = 50;   // Neighbours lie no nearer.
constexpr int kLastEver = 2100;

constexpr Covariate kCovariates[] = {
    {"asymmetry", "cinc", true,
     [](double a, double b) { return std::abs(std::log(std::max(a, 1e-7) / std::max(b, 1e-7))); }},
    {"democracy", "polity", true,
     [](double a, double b) {
       return std::isnan(a + b) ? a + b : a >= kDemocracy && b >= kDemocracy ? 1.0 : 0.0;
     }},
    {"distance", "distance", false,
     [](double km, double) { return std::log(std::max(km, kLeastKm)); }},
    {"regime", "polity", true, [](double a, double b) { return 1 - std::abs(a - b) / kRegimes; }},
    {"rivalry", "rivalry", false, [](double one, double) { return one; }},
};

}  // namespace

Past::Past(history::Store store, panel::AtopPromises promises, panel::Members members)
    : store_(std::move(store)), promises_(std::move(promises)), members_(std::move(members)) {}

Result<std::unique_ptr<Past>> Past::read(history::Store store, const Run& run) {
  auto promises = panel::AtopPromises::read(store, kPastFrom, kLastEver);
  if (!promises) return promises.error();
  auto members = panel::Members::read(store, kPastFrom, promises->last());
  if (!members) return members.error();
  std::unique_ptr<Past> past(
      new Past(std::move(store), std::move(promises).value(), std::move(members).value()));
  if (Faults faults = past->read_covariates(run); !faults.empty()) return faults;
  return past;
}

Faults Past::read_covariates(const Run& run) {
  panel::Sources sources(store_, members_, false, run);
  tables_.assign(std::begin(kNeeded), std::end(kNeeded));
  for (const Covariate& one : kCovariates) {
    const panel::Variable* variable = panel::find_variable(one.variable);
    const panel::Way& way = one.of_states ? variable->states : variable->pairs;
    if (!store_.missing(way.tables).empty()) {
      left_out_.emplace_back(one.statistic);
      continue;
    }
    auto cells = way.fill(sources);
    if (!cells) return cells.error();
    for (const std::string_view table : way.tables)
      if (std::ranges::find(tables_, table) == tables_.end()) tables_.push_back(table);
    read_.emplace_back(&one, std::move(cells).value());
  }
  return {};
}

solve::ValuedTies Past::pacts(int year) const {
  solve::ValuedTies ties = rungs(year);
  for (std::size_t i = 0; i < ties.size(); ++i)
    for (std::size_t j = i + 1; j < ties.size(); ++j)
      ties.set(i, j, ties.at(i, j) >= kPactRung ? 1 : 0);
  return ties;
}

solve::ValuedTies Past::rungs(int year) const {
  solve::ValuedTies ties(members_.in(year).size());
  for (const auto& row : promises_.in(year)) {
    const int from = members_.place(year, row.from), to = members_.place(year, row.to);
    if (from < 0 || to < 0 || from == to) continue;
    const panel::Promise& p = row.promise;
    const int rung = p.defence                                     ? kPactRung
                     : p.offence || p.neutrality || p.consultation ? 2
                     : p.nonaggression                             ? 1
                                                                   : 0;
    const auto i = static_cast<std::size_t>(from), j = static_cast<std::size_t>(to);
    if (rung > ties.at(i, j)) ties.set(i, j, rung);
  }
  return ties;
}

bool Past::has(std::string_view statistic) const {
  return std::ranges::any_of(read_,
                             [&](const auto& one) { return one.first->statistic == statistic; });
}

double Past::of(std::string_view statistic, int year, int a, int b) const {
  const auto found = std::ranges::find_if(
      read_, [&](const auto& one) { return one.first->statistic == statistic; });
  assert(found != read_.end());
  const auto& [covariate, cells] = *found;
  if (covariate->of_states)
    return covariate->of(cells[static_cast<std::size_t>(members_.state_row(year, a))],
                         cells[static_cast<std::size_t>(members_.state_row(year, b))]);
  const double value = cells[static_cast<std::size_t>(members_.pair_row(year, a, b, false))];
  return covariate->of(value, value);
}

std::vector<std::vector<char>> Past::rivals(int year) const {
  const auto states = members_.in(year);
  std::vector<std::vector<char>> rival(states.size(), std::vector<char>(states.size(), 0));
  if (!has("rivalry")) return rival;
  for (std::size_t i = 0; i < states.size(); ++i)
    for (std::size_t j = i + 1; j < states.size(); ++j)
      if (of("rivalry", year, states[i], states[j]) > 0) rival[i][j] = rival[j][i] = 1;
  return rival;
}

std::vector<std::string> Past::inputs() const { return store_.inputs(tables_); }

Result<PastFound> find_past(const ForecastAsked& asked, const Run& run) {
  PastFound found{nullptr, "--backtest or --calibrate, and imported alliances"};
  if (!asked.backtest && !asked.calibrate) return found;
  auto store = history::Store::open_with(asked.data, kNeeded);
  if (!store) {
    if (!asked.data.empty()) return store.error();
    found.needs = store.error().front().hint;
    return found;
  }
  auto past = Past::read(std::move(store).value(), run);
  if (!past) return past.error();
  found.past = std::move(past).value();
  const int first = found.past->first(), last = found.past->last();
  if (asked.split <= first || asked.split >= last)
    return Error{
        Code::bad_value,
        {"arguments", 0, 0},
        "no year of the imported alliances lies on either side of " + std::to_string(asked.split),
        "--split takes a year from " + std::to_string(first + 1) + " to " +
            std::to_string(last - 1)};
  return found;
}

}  // namespace entente::analysis
