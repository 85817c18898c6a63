#include "analysis/forecast/ground.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/name.h"
#include "world/distance.h"

namespace entente::analysis {
namespace {

constexpr double kLeastKm = 300;    // A homeland is no point.
constexpr double kDemocracy = 0.5;  // The least of an electoral democracy, as the table says.

class Laying {
 public:
  explicit Laying(ForecastGround& ground)
      : g_(ground), world_(ground.hedge.library.world), symbols_(world_.symbols) {}

  Faults run() {
    guarded();
    if (Faults faults = hub(); !faults.empty()) return faults;
    makers();
    for (const campaign::Guarded& one : g_.guarded) g_.maker_of.push_back(maker(one.state));
    agreed();
    pairs();
    attackers();
    return {};
  }

 private:
  void guarded() {
    std::map<std::string, Symbol> found;
    for (const campaign::Guarded& one : g_.guarded) {
      g_.names.push_back(symbols_.name(one.state));
      found.emplace(symbols_.name(one.guarantor), one.guarantor);
    }
    for (const auto& [name, state] : found) {
      g_.guarantors.push_back(state);
      g_.guarantor_names.push_back(name);
    }
    for (const campaign::Guarded& one : g_.guarded)
      g_.guarantor_of.push_back(static_cast<std::size_t>(
          std::ranges::find(g_.guarantors, one.guarantor) - g_.guarantors.begin()));
  }

  Faults hub() {
    std::vector<std::size_t> wards(g_.guarantors.size(), 0);
    for (const std::size_t j : g_.guarantor_of) ++wards[j];
    g_.hub = static_cast<std::size_t>(std::ranges::max_element(wards) - wards.begin());
    if (g_.asked.guarantor.empty()) return {};
    const auto named =
        std::ranges::find(g_.guarantors, world_.resolve(g_.asked.guarantor, world_.day));
    if (named == g_.guarantors.end())
      return {{Code::unknown_state,
               {"arguments", 0, 0},
               "`" + g_.asked.guarantor + "` guards none of the protected states",
               "guarantors are " + join(g_.guarantor_names, ", ")}};
    g_.hub = static_cast<std::size_t>(named - g_.guarantors.begin());
    return {};
  }

  std::ptrdiff_t maker(Symbol state) const {
    const auto found = std::ranges::find(g_.makers, state, &TieMaker::state);
    return found == g_.makers.end() ? -1 : found - g_.makers.begin();
  }

  /// Figures are sorted by year: the last is the latest.
  void makers() {
    std::map<std::string, TieMaker> all;
    std::map<std::string, double> democracy;
    for (const world::Figure& one : world_.figures) {
      if (!one.where.empty()) continue;
      const std::string& name = symbols_.name(one.state);
      if (one.what == "electoral_democracy") democracy[name] = one.value;
      if (one.what != "military_spending" && one.what != "gdp_nominal") continue;
      TieMaker& made = all[name];
      made.state = one.state;
      made.name = name;
      (one.what == "gdp_nominal" ? made.gdp : made.spending) = one.value;
    }
    double sum = 0, count = 0;
    for (auto& [name, one] : all) {
      if (one.gdp <= 0 || one.spending <= 0 || world_.resolve(name, world_.day) != one.state)
        continue;
      const auto index = democracy.find(name);
      one.democracy = index == democracy.end() ? -1 : index->second;
      if (one.democracy >= 0) {
        sum += one.democracy;
        count += 1;
      }
      g_.makers.push_back(one);
    }
    for (TieMaker& one : g_.makers)
      if (one.democracy < 0) one.democracy = count > 0 ? sum / count : kDemocracy;
  }

  void agreed() {
    g_.ties = solve::ValuedTies(g_.makers.size());
    std::set<std::tuple<std::size_t, std::size_t, Symbol, int>> seen;
    for (const world::Commitment& promise : g_.hedge.commitments) {
      const std::ptrdiff_t from = maker(promise.promisor), to = maker(promise.beneficiary);
      const treaty::Agreement* agreement = g_.hedge.library.law.find(promise.agreement);
      const int rung = rung_of(promise, agreement == nullptr ? 0 : agreement->rung);
      if (from < 0 || to < 0 || from == to || rung == 0) continue;
      const auto i = static_cast<std::size_t>(from), j = static_cast<std::size_t>(to);
      if (!seen.insert({i, j, promise.agreement, rung}).second) continue;
      g_.agreed.push_back({i, j, promise.agreement, rung});
      if (rung > g_.ties.at(i, j)) g_.ties.set(i, j, rung);
    }
  }

  std::optional<world::PlaceOnDay> home(const TieMaker& one) const {
    return world_.homeland(one.state, world_.day);
  }

  double km(const TieMaker& a, const TieMaker& b) const {
    const auto from = home(a), to = home(b);
    if (!from || !to) return kLeastKm;
    return std::max(kLeastKm, world::great_circle_km(from->place->lat, from->place->lon,
                                                     to->place->lat, to->place->lon));
  }

  template <class Of>
  std::vector<double> over_pairs(const Of& of, bool about_mean) const {
    const std::size_t n = g_.makers.size();
    std::vector<double> values(n * n, 0.0);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) {
        values[i * n + j] = values[j * n + i] = of(g_.makers[i], g_.makers[j]);
        sum += values[i * n + j];
      }
    if (!about_mean || n < 2) return values;
    const double mean = sum / (static_cast<double>(n * (n - 1)) / 2);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (i != j) values[i * n + j] -= mean;
    return values;
  }

  void pairs() {
    using A = const TieMaker&;
    g_.pairs.democracy = over_pairs(
        [](A a, A b) { return a.democracy >= kDemocracy && b.democracy >= kDemocracy ? 1 : 0; },
        false);
    g_.pairs.regime =
        over_pairs([](A a, A b) { return 1 - std::abs(a.democracy - b.democracy); }, true);
    g_.pairs.distance = over_pairs([&](A a, A b) { return std::log(km(a, b)); }, true);
    g_.pairs.trade = over_pairs([&](A a, A b) { return std::log(a.gdp * b.gdp / km(a, b)); }, true);
    g_.pairs.asymmetry =
        over_pairs([](A a, A b) { return std::abs(std::log(a.spending / b.spending)); }, true);
  }

  void attackers() {
    if (!g_.hedge.question) return;
    const campaign::Situation& s = g_.hedge.question->situation;
    std::set<std::size_t> found;
    for (const campaign::Player& player : g_.hedge.players) {
      auto& targets = g_.targets.emplace_back();
      if (player.grey) continue;
      for (const Symbol one : s.law[static_cast<std::size_t>(player.place)].attackers)
        if (const std::ptrdiff_t at = maker(one); at >= 0)
          found.insert(static_cast<std::size_t>(at));
      for (const Symbol one : s.law[static_cast<std::size_t>(player.place)].targets)
        for (std::size_t i = 0; i < g_.guarded.size(); ++i)
          if (g_.guarded[i].state == one) targets.push_back(i);
    }
    for (const std::size_t a : found) {
      g_.attackers.push_back(a);
      auto& row = g_.km.emplace_back();
      for (const TieMaker& one : g_.makers) row.push_back(km(g_.makers[a], one));
    }
  }

  ForecastGround& g_;
  const world::World& world_;
  const Symbols& symbols_;
};

}  // namespace

int rung_of(const world::Commitment& promise, int agreement) {
  using world::Duty;
  if (promise.duty == Duty::none) return 0;
  if (world::binds(promise.duty)) {
    if (agreement > 0) return std::min(agreement, kMostRungs);
    if (promise.form != world::Form::treaty) return kPromiseRung;
    return promise.institution >= 3 ? kMostRungs : kPactRung;
  }
  return promise.duty == Duty::consult || promise.duty == Duty::supply ? 2 : 1;
}

Result<ForecastGround> forecast_ground(const Request& request, const ForecastAsked& asked) {
  auto hedge = campaign::hedge_ground(request, asked.hedge);
  if (!hedge) return hedge.error();
  auto guarded = campaign::guarded_states(*hedge);
  if (!guarded) return guarded.error();
  ForecastGround ground{.asked = asked,
                        .hedge = std::move(hedge).value(),
                        .guarded = std::move(guarded).value(),
                        .names = {},
                        .maker_of = {},
                        .guarantors = {},
                        .guarantor_names = {},
                        .guarantor_of = {},
                        .makers = {},
                        .agreed = {},
                        .ties = solve::ValuedTies(0),
                        .pairs = {},
                        .attackers = {},
                        .km = {},
                        .targets = {}};
  if (Faults faults = Laying(ground).run(); !faults.empty()) return faults;
  return ground;
}

}  // namespace entente::analysis
