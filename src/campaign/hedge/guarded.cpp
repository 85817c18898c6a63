#include "campaign/hedge/guarded.h"

#include <algorithm>
#include <map>

#include "base/name.h"
#include "belief/reliability.h"
#include "campaign/figures.h"
#include "treaty/judge.h"
#include "world/state_named.h"

namespace entente::campaign {
namespace {

using world::HedgeOption;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

Error fault(Code code, std::string message, std::string hint = "") {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

bool helps(world::Duty duty) { return world::binds(duty) || duty == world::Duty::supply; }

/// What a state spends on its forces, as the latest figure says; 0 where nobody says.
double spending(const world::World& world, Symbol state) {
  double value = 0;
  int year = 0;
  for (const world::Figure& figure : world.figures)
    if (figure.state == state && figure.what == "military_spending" && figure.year >= year) {
      value = figure.value;
      year = figure.year;
    }
  return value;
}

class States {
 public:
  explicit States(const HedgeGround& ground)
      : ground_(ground), world_(ground.library.world), symbols_(world_.symbols) {
    for (const HedgeOption& one : world_.hedge_options) {
      rows_[one.state].push_back(&one);
      for (const Symbol member : one.members) class_of_.emplace(member, one.state);
    }
  }

  Result<std::vector<Guarded>> all() {
    std::vector<std::string> names;
    for (const auto& [state, rows] : rows_)
      if (rows.front()->members.empty()) names.push_back(symbols_.name(state));
    for (const auto& [member, group] : class_of_)
      if (!rows_.contains(member)) names.push_back(symbols_.name(member));
    std::ranges::sort(names);
    std::vector<Guarded> found;
    for (const std::string& name : names) {
      const Symbol state = symbols_.find(name);
      if (world_.resolve(name, world_.day) != state) continue;
      auto one = of(state);
      if (one) found.push_back(std::move(one).value());
    }
    if (found.empty())
      return fault(Code::missing_key, "no state of this scenario has options and a guarantor",
                   "a scenario from nothing has none; name a base");
    return found;
  }

  Result<Guarded> named(const std::string& name) {
    const auto state = world::state_named(world_, name, world_.day);
    if (!state) return state.error();
    return of(*state);
  }

 private:
  Result<Guarded> of(Symbol state) {
    Guarded one;
    one.state = state;
    const auto own = rows_.find(state);
    if (own != rows_.end()) {
      one.options = own->second;
    } else if (const auto found = class_of_.find(state); found != class_of_.end()) {
      one.stood_for = found->second;
      one.options = rows_.at(found->second);
    } else {
      return fault(Code::unknown_name, symbols_.name(state) + " has no hedging options",
                   world_.hedge_options.empty()
                       ? "this scenario has no table of them; name a base"
                       : "add rows to hedge_options.csv, or name it a member of a class there");
    }
    if (auto bad = guarantor(one); !bad.empty()) return bad;
    for (const HedgeOption* row : one.options) one.closed.push_back(closed(one, *row));
    for (const world::Dependency& row : world_.dependencies)
      if (row.user == state && supplies(row.supplier, one.guarantor)) one.held.push_back(&row);
    for (std::size_t q = 0; q < ground_.players.size() && one.player < 0; ++q)
      if (attacked(ground_.players[q], state)) one.player = static_cast<int>(q);
    return one;
  }

  bool supplies(Symbol supplier, Symbol guarantor) const {
    const world::Group* group = world_.group(supplier);
    return supplier == guarantor ||
           (group != nullptr && world_.in_group(*group, guarantor, world_.day));
  }

  bool attacked(const Player& player, Symbol state) const {
    if (player.grey) return false;
    const Situation& s = ground_.question->situation;
    for (const OwnerCase& owner : s.owners)
      if (owner.state == state) return owner.roles[static_cast<std::size_t>(player.place)].target;
    return false;
  }

  /// Whether an option is none for this state, whatever its public thinks.
  std::string closed(const Guarded& one, const HedgeOption& row) const {
    const std::string& option = symbols_.name(row.option);
    if (one.stood_for && (option == "latency" || option == "arsenal") &&
        has_weapons(ground_.library, one.state))
      return "has nuclear weapons already";
    return row.available ? "" : row.note;
  }

  Faults guarantor(Guarded& one) {
    const std::string& name = symbols_.name(one.state);
    if (!ground_.asked.patron.empty()) {
      one.guarantor = world_.resolve(ground_.asked.patron, world_.day);
      if (!one.guarantor)
        return {fault(Code::unknown_state,
                      "the library has no state " + quoted(ground_.asked.patron),
                      did_you_mean(ground_.asked.patron, world_.names_of("state")))};
      if (one.guarantor == one.state)
        return {fault(Code::bad_value, name + " cannot be its own guarantor",
                      "name another state with --patron")};
    }
    const auto consults = [](world::Duty duty) { return duty == world::Duty::consult; };
    choose(one, helps, -1);
    // Where nobody owes help, a stronger state that owes consultation.
    if (!one.promise) choose(one, consults, spending(world_, one.state));
    if (one.guarantor) return {};
    return {fault(Code::bad_value,
                  "nobody has promised to fight for " + name + ", assist or supply it",
                  "there is no guarantor to doubt; name one with --patron")};
  }

  /// Of those that owe the state such a duty and spend more than `least`, the one that spends most,
  /// or the patron that was named; with its most reliable promise.
  template <class Owed>
  void choose(Guarded& one, const Owed& owed, double least) const {
    const bool named = !ground_.asked.patron.empty();
    double most = least;
    for (const world::Commitment& c : ground_.commitments) {
      if (c.beneficiary != one.state || c.promisor == one.state || !owed(c.duty)) continue;
      if (named && c.promisor != one.guarantor) continue;
      const double spent = spending(world_, c.promisor);
      if (!named && c.promisor != one.guarantor) {
        if (spent <= most) continue;
        one.promise.reset();
        one.promises.clear();
        one.guarantor = c.promisor;
        most = spent;
      }
      take(one, c);
      one.promises.push_back(c);
    }
    std::ranges::stable_sort(one.promises, {}, [&](const world::Commitment& c) {
      return std::string_view(symbols_.name(c.agreement));
    });
  }

  /// Keeps the promise if it is the more reliable one.
  void take(Guarded& one, const world::Commitment& c) const {
    const belief::Assumptions& a = ground_.premises.belief.assumptions;
    const auto theta = [&](const world::Commitment& promise) {
      return belief::reliability(promise, belief::circumstance_of(promise, symbols_, a), a);
    };
    if (!one.promise || theta(c) > theta(*one.promise)) one.promise = c;
  }

  const HedgeGround& ground_;
  const world::World& world_;
  const Symbols& symbols_;
  std::map<Symbol, std::vector<const HedgeOption*>> rows_;
  std::map<Symbol, Symbol> class_of_;
};

}  // namespace

Result<HedgeGround> hedge_ground(const scenario::Request& request, const HedgeAsked& asked) {
  const scenario::Library& library = request.library;
  HedgeGround ground{.library = library,
                     .asked = asked,
                     .premises = {},
                     .question = {},
                     .players = {},
                     .commitments = treaty::commitments_on(library.law, library.world,
                                                           library.world.day, library.readings)};
  if (library.world.contingencies.empty() || library.plan.sets.empty()) {
    ground.premises = campaign::read_premises(library, request.arguments);
    return ground;
  }
  auto question = read_question(library, request.arguments);
  if (!question) return question.error();
  ground.question = std::move(question).value();
  ground.premises = ground.question->premises;
  ground.players = players_of(*ground.question, library);
  return ground;
}

Result<std::vector<Guarded>> guarded_states(const HedgeGround& ground) {
  States states(ground);
  if (ground.asked.all()) return states.all();
  auto one = states.named(ground.asked.subject);
  if (!one) return one.error();
  return std::vector<Guarded>{std::move(one).value()};
}

Faults check_committed(const HedgeGround& ground, const Guarded& state) {
  const Symbols& symbols = ground.library.world.symbols;
  Faults faults;
  double sum = 0;
  std::vector<std::string> words;
  for (const BegunBefore& begun : ground.asked.begun) {
    const auto row = std::ranges::find_if(state.options, [&](const HedgeOption* one) {
      return symbols.name(one->option) == begun.option;
    });
    if (row == state.options.end()) {
      faults.push_back(fault(Code::unknown_name,
                             symbols.name(state.state) + " has no option " + quoted(begun.option)));
      continue;
    }
    sum += (*row)->cost.value;
    words.push_back(begun.option + " " + plain((*row)->cost.value));
  }
  if (sum > ground.asked.budget * (1 + 1e-12))
    faults.push_back(fault(Code::bad_value,
                           "the budget of " + plain(ground.asked.budget) +
                               " % of GDP is below what is already committed: " + plain(sum) +
                               " (" + join(words, ", ") + ")",
                           "raise --budget or leave one --begun out"));
  return faults;
}

}  // namespace entente::campaign
