#include "inquiry/goals/moves.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "campaign/attackers.h"
#include "treaty/judge.h"

namespace entente::inquiry {
namespace {

using namespace campaign;

using Measures = std::vector<const Measure*>;

/// A coalition laid out once, to be looked at under many premises.
class Side {
 public:
  /// Errors: those of levers.
  [[nodiscard]] static Result<std::unique_ptr<const Side>> make(const Played& played,
                                                                Members members) {
    std::unique_ptr<Side> made(new Side(played, std::move(members)));
    if (played.players.kind == PlayerKind::levers) {
      auto library = library_with(played, made->members_);
      if (!library) return library.error();
      made->own_ = std::move(library).value();
      made->own_promises_ = treaty::commitments_on(made->own_.law, made->own_.world,
                                                   made->own_.world.day, made->own_.readings);
    }
    auto stage =
        Stage::make(made->library(), played.request.arguments, played.players, made->promises());
    if (!stage) return stage.error();
    made->stage_ = std::move(stage).value();
    if (played.players.kind != PlayerKind::levers) made->stage_->keep(made->members_);
    made->held_ = held_by(played.players, made->promises());
    return std::unique_ptr<const Side>(std::move(made));
  }

  [[nodiscard]] const Question& question() const { return stage_->question(); }
  [[nodiscard]] const Stage& stage() const { return *stage_; }
  [[nodiscard]] const Members& members() const { return members_; }

  /// Measures that are read off attacks and forces; 0 of the others. `fought` as of `Theatre`.
  void add_outcomes(std::vector<double>& sums, double sign, const Measures& measures,
                    const Push& push, Fought* fought, TradeKept& trade) const {
    if (std::ranges::none_of(measures, [](const Measure* one) { return one->outcome != nullptr; }))
      return;
    const Premises premises = held_at(question().premises, push);
    const Numbers numbers = numbers_under(premises);
    const auto world = shared_world(question().situation, numbers);
    const std::uint64_t seed = played_.sampling.seed;
    Theatre theatre(question(), stage_->attackers(), numbers, {Honour::expected, seed, 0, 1},
                    played_.request.run, fought);
    const std::size_t draws = played_.sampling.draws;
    for (std::size_t draw = 0; draw < draws; ++draw) {
      const auto hit = least_attackers(theatre, premises, stage_->attackers(), stage_->asked(),
                                       {seed, draw}, draw);
      for (std::size_t m = 0; m < measures.size(); ++m) {
        const Measure& one = *measures[m];
        if (one.outcome == nullptr || (draw > 0 && !one.by_stakes)) continue;
        const double share = one.by_stakes ? 1 / static_cast<double>(draws) : 1;
        sums[m] += sign * share * one.outcome({*stage_, *world, hit, trade});
      }
    }
  }

  /// Measures that count things; 0 of the others.
  void add_counts(std::vector<double>& sums, double sign, const Measures& measures,
                  const Push& push, const Members& members) const {
    const Numbers numbers = numbers_under(held_at(question().premises, push));
    const auto theta = thetas(*stage_, numbers, {}, &push);
    const Scene scene{*stage_, numbers, held_, theta, library().world.symbols.find(played_.hub)};
    for (std::size_t m = 0; m < measures.size(); ++m)
      if (measures[m]->things != nullptr)
        sums[m] += sign * sum_of(measures[m]->things(scene), members);
  }

 private:
  Side(const Played& played, Members members) : played_(played), members_(std::move(members)) {}

  [[nodiscard]] const scenario::Library& library() const {
    return played_.players.kind == PlayerKind::levers ? own_ : played_.request.library;
  }
  [[nodiscard]] const std::vector<world::Commitment>& promises() const {
    return played_.players.kind == PlayerKind::levers ? own_promises_ : played_.promises;
  }
  [[nodiscard]] Numbers numbers_under(const Premises& premises) const {
    return numbers_of(question().situation, premises, library().world.symbols, WorldId{});
  }

  const Played& played_;
  Members members_;
  scenario::Library own_ = {};  ///< Of levers alone.
  std::vector<world::Commitment> own_promises_;
  std::unique_ptr<Stage> stage_;
  std::vector<Held> held_;
};

/// Every assumption; of facts what a reader can tell apart: places that are asked for, forces by
/// kind, suppliers, and how reliable those are whose promises play.
std::vector<Factor> told_factors(const Side& with) {
  const Situation& s = with.question().situation;
  const Symbols& symbols = with.stage().library().world.symbols;
  std::set<std::string> told;
  for (const Triggered& one : with.stage().triggered())
    if (!one.needs.empty()) told.insert("reliability of " + symbols.name(one.promise.promisor));
  for (std::size_t c = 0; c < s.places.size(); ++c)
    if (with.stage().asked()[c] != 0)
      for (const char* words : {"weight of ", "demand of ", "host forces in ", "days to "})
        told.insert(words + s.places[c].name);
  for (const std::string& kind : s.element_names) told.insert("forces: " + kind);
  for (const std::string& supplier : s.suppliers) told.insert("dependence on " + supplier);
  std::vector<Factor> factors = factors_of(with.question());
  std::erase_if(factors,
                [&](const Factor& one) { return !one.assumption && !told.contains(one.name); });
  for (Factor& one : deciding_factors(with.question())) factors.push_back(std::move(one));
  return factors;
}

}  // namespace

Result<std::vector<GoalMovers>> goal_movers(const Played& played) {
  const Measures measures = played.measures();
  const std::size_t players = played.players.size();
  const auto all = Side::make(played, Members(players, 1));
  if (!all) return all.error();
  const auto none = Side::make(played, Members(players, 0));
  if (!none) return none.error();
  const Side &with = **all, &without = **none;
  std::vector<Factor> factors = told_factors(with);
  const bool levers = played.players.kind == PlayerKind::levers;
  // Of levers each coalition has a world of its own; else things are those of all, counted twice.
  const Side& beside = levers ? without : with;
  TradeKept trade(played.request.library, {});
  const auto added = [&](const Push& push) {
    std::vector<double> figures(measures.size(), 0);
    Fought fought;  // Coalitions of promises fight many of the same battles; levers may not.
    with.add_outcomes(figures, 1, measures, push, levers ? nullptr : &fought, trade);
    without.add_outcomes(figures, -1, measures, push, levers ? nullptr : &fought, trade);
    with.add_counts(figures, 1, measures, push, with.members());
    beside.add_counts(figures, -1, measures, push, without.members());
    return figures;
  };
  const auto ends = at_both_ends(with.question(), std::move(factors), added, played.request.run);
  std::vector<GoalMovers> movers;
  for (std::size_t m = 0; m < measures.size(); ++m)
    movers.push_back({measures[m], movers_of(ends, m)});
  return movers;
}

}  // namespace entente::inquiry
