#include "analysis/ledger/moves.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/ledger/threads.h"
#include "base/stream.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr double kLow = 0.05, kHigh = 0.95;
constexpr double kNothing = 1e-9;  // A move of the gap that is rounding.

/// Collects factors under their names.
class Factors {
 public:
  explicit Factors(const Question& question) : s_(question.situation) {}

  std::vector<Factor> run() {
    assumptions();
    forces();
    places();
    for (const Curve& curve : s_.curves)
      if (!curve.rows.empty())
        add("readiness: " + curve.name, curve.rows.front().second, element_of(curve));
    for (const HoldCase& hold : s_.holds) {
      add("dependence on " + s_.suppliers[static_cast<std::size_t>(hold.supplier)], hold.share,
          hold.element);
      add("days until withheld services lapse", hold.lapse_days, -1);
    }
    std::vector<Factor> all;
    for (auto& [name, factor] : factors_) {
      factor.name = name;
      std::ranges::sort(factor.keys);
      factor.keys.erase(std::unique(factor.keys.begin(), factor.keys.end()), factor.keys.end());
      if (std::ranges::find(factor.elements, false) == factor.elements.end())
        factor.elements.clear();
      all.push_back(std::move(factor));
    }
    return all;
  }

 private:
  /// Adds a number to a factor; `element` -1 touches all.
  void add(const std::string& name, const Knob& knob, int element) {
    if (knob.range.fixed()) return;
    add_key(name, knob.key, element);
  }
  void add_key(const std::string& name, std::uint64_t key, int element) {
    Factor& factor = factors_[name];
    factor.keys.push_back(key);
    factor.elements.resize(s_.elements.size(), false);
    for (std::size_t k = 0; k < s_.elements.size(); ++k)
      if (element < 0 || static_cast<std::size_t>(element) == k) factor.elements[k] = true;
  }

  void assumption(const card::Field& field) {
    const std::string name(field.name);
    add_key(name, assumption_key(name), -1);
    factors_[name].assumption = true;
  }

  void assumptions() {
    for (const auto& one : belief::kAssumptions)
      if (one.value != &belief::Assumptions::tripwire && one.value != &belief::Assumptions::w0 &&
          one.value != &belief::Assumptions::policy_change &&
          one.value != &belief::Assumptions::cinc_change)
        assumption(one.field);
    for (const auto& one : campaign::kAssumptions)
      if (one.value != &campaign::Assumptions::covered_below) assumption(one.field);
  }

  int element_of(const Curve& curve) const {
    for (std::size_t k = 0; k < s_.elements.size(); ++k)
      if (curve.name == "general." + s_.element_names[k]) return static_cast<int>(k);
    return -1;
  }

  void forces() {
    for (const PoolCase& pool : s_.pools) {
      const OwnerCase& owner = s_.owners[static_cast<std::size_t>(pool.owner)];
      const std::string& kind = s_.element_names[static_cast<std::size_t>(pool.element)];
      add("forces of " + owner.name, pool.amount, -1);
      add("forces: " + kind, pool.amount, pool.element);
      add("home defence of " + owner.name, pool.home_defence, -1);
      add("home defence: " + kind, pool.home_defence, pool.element);
      for (std::size_t c = 0; c < s_.places.size(); ++c)
        add("days to " + s_.places[c].name, pool.reach[c].days, -1);
    }
    for (const OwnerCase& owner : s_.owners)
      for (std::size_t c = 0; c < s_.places.size(); ++c) {
        const Role& role = owner.roles[c];
        if (role.helper == nullptr) continue;
        for (std::size_t k = 0; k < role.share.size(); ++k)
          if (role.share[k])
            add("share that " + owner.name + " sends", *role.share[k], static_cast<int>(k));
        add_key("reliability of " + owner.name, name_hash({"theta", owner.name, s_.places[c].name}),
                -1);
      }
  }

  void places() {
    for (const PlaceCase& place : s_.places) {
      add("weight of " + place.name, place.weight, -1);
      for (std::size_t k = 0; k < s_.elements.size(); ++k) {
        for (const auto& [day, knob] : place.demand[k].rows) {
          add("demand of " + place.name, knob, -1);
          add("demand: " + s_.element_names[k], knob, static_cast<int>(k));
        }
        for (const auto& [day, knob] : place.host[k].rows)
          add("host forces in " + place.name, knob, static_cast<int>(k));
      }
    }
  }

  const Situation& s_;
  std::map<std::string, Factor> factors_;
};

/// The expected-honour optimum by element.
std::vector<double> expected(const Question& q, const std::vector<int>& set, const Symbols& symbols,
                             const Push* push, const std::vector<bool>& elements) {
  const Numbers numbers = numbers_of(q.situation, q.premises, symbols, {}, push);
  const Kept kept = kept_in(q.situation, numbers, Honour::expected, 0, 0);
  std::vector<double> optimum(q.situation.elements.size(), 0.0);
  for (std::size_t k = 0; k < optimum.size(); ++k)
    if (elements.empty() || elements[k])
      optimum[k] =
          least_shortfall(problem_of(q.situation, numbers, kept, set, static_cast<int>(k)));
  return optimum;
}

double sum_over(const std::vector<double>& values, const std::vector<bool>& elements) {
  double sum = 0;
  for (std::size_t k = 0; k < values.size(); ++k)
    if (elements.empty() || elements[k]) sum += values[k];
  return sum;
}

/// The mean gap over draws of honour with a factor pushed.
double drawn_gap(const Question& q, const std::vector<int>& set, const Symbols& symbols,
                 const Push& push, std::uint64_t seed, std::size_t draws) {
  const Numbers numbers = numbers_of(q.situation, q.premises, symbols, {}, &push);
  double sum = 0;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    const Kept kept = kept_in(q.situation, numbers, Honour::drawn, seed, draw);
    for (std::size_t k = 0; k < q.situation.elements.size(); ++k)
      sum += least_shortfall(problem_of(q.situation, numbers, kept, set, static_cast<int>(k)));
  }
  return sum / static_cast<double>(draws);
}

}  // namespace

std::vector<Factor> factors_of(const Question& question) { return Factors(question).run(); }

std::vector<Move> what_moves(const Question& q, const std::vector<int>& set, const Symbols& symbols,
                             std::size_t drawn, std::size_t draws, const Run& run) {
  const double scale = 100.0 / std::max(1, q.situation.counted);
  std::vector<Move> moves;
  for (Factor& factor : factors_of(q)) moves.push_back({std::move(factor)});
  on_threads(moves.size(), run, [&](std::size_t i) {
    const Factor& factor = moves[i].factor;
    const Push low{factor.keys, kLow}, high{factor.keys, kHigh};
    moves[i].screened =
        scale * (sum_over(expected(q, set, symbols, &high, factor.elements), factor.elements) -
                 sum_over(expected(q, set, symbols, &low, factor.elements), factor.elements));
  });
  std::ranges::stable_sort(moves, [](const Move& a, const Move& b) {
    return std::abs(a.screened) > std::abs(b.screened);
  });
  std::erase_if(moves, [](const Move& one) { return std::abs(one.screened) < kNothing; });
  drawn = std::min(drawn, moves.size());
  on_threads(2 * drawn, run, [&](std::size_t i) {
    Move& move = moves[i / 2];
    const Push push{move.factor.keys, i % 2 == 0 ? kLow : kHigh};
    const double gap = scale * drawn_gap(q, set, symbols, push, run.seed, draws);
    (i % 2 == 0 ? move.low : move.high) = gap;
  });
  for (std::size_t i = 0; i < drawn; ++i) moves[i].drawn = true;
  return moves;
}

}  // namespace entente::analysis
