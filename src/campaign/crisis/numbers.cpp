#include "campaign/crisis/numbers.h"

#include "base/stream.h"

namespace entente::campaign {

using Kind = CrisisNumber::Kind;

double* CrisisNumber::in(CrisisWorld& world) const {
  switch (kind) {
    case Kind::stake:
      return &world.seats[at].stake;
    case Kind::strength:
      return &world.seats[at].strength;
    case Kind::democracy:
      return &world.seats[at].democracy;
    case Kind::firm:
      return &world.firm[at];
    case Kind::firm_cost:
      return &world.firm_cost[at];
    case Kind::chance:
      return &world.chance[at][move];
    case Kind::share:
      return &world.shares[at];
    case Kind::term:
      return &(world.terms.*actors::kCrisisTerms[at].value);
  }
  return nullptr;
}

std::vector<CrisisNumber> crisis_numbers(const scenario::CrisisCase& about,
                                         const actors::CrisisTerms& terms,
                                         const scenario::Plan& plan) {
  std::vector<CrisisNumber> numbers;
  const auto add = [&](Kind kind, std::string name, std::string unit, scenario::Ranged range,
                       std::size_t at, std::size_t move, const std::string& source) {
    if (range.low == range.high) return;
    CrisisNumber one;
    one.name = std::move(name);
    one.unit = std::move(unit);
    one.range = range;
    one.kind = kind;
    one.at = at;
    one.move = move;
    one.source = source;
    numbers.push_back(std::move(one));
  };
  for (std::size_t i = 0; i < about.players.size(); ++i) {
    const scenario::CrisisPlayer& one = about.players[i];
    add(Kind::stake, "stake of " + one.id, "prize", one.stake, i, 0, about.source);
    add(Kind::strength, "strength of " + one.id, "of the case", one.strength, i, 0, about.source);
    add(Kind::democracy, "democracy of " + one.id, "index", one.democracy, i, 0, about.source);
    if (!one.firm) continue;
    add(Kind::firm, one.id + " is firm", "probability", *one.firm, i, 0, about.source);
    add(Kind::firm_cost, "cost of war to a firm " + one.id, "times", one.firm_cost, i, 0,
        about.source);
  }
  for (std::size_t n = 0; n < about.nodes.size(); ++n)
    for (std::size_t m = 0; m < about.nodes[n].moves.size(); ++m)
      if (const auto& move = about.nodes[n].moves[m]; move.chance)
        add(Kind::chance,
            (move.covert ? "laid to " + about.nodes[n].mover + " at " : "success at ") +
                about.nodes[n].id + ": " + move.name,
            "probability", *move.chance, n, m, about.source);
  for (std::size_t e = 0; e < about.ends.size(); ++e)
    add(Kind::share, "share of the challenger at " + about.ends[e].id, "share", about.ends[e].share,
        e, 0, about.source);
  for (std::size_t t = 0; t < actors::kCrisisTerms.size(); ++t) {
    const auto& [field, value] = actors::kCrisisTerms[t];
    const world::Uncertain range = range_of(field, terms.*value, plan);
    add(Kind::term, std::string(field.name), std::string(field.unit),
        {range.low, range.value, range.high}, t, 0, std::string(field.source));
  }
  return numbers;
}

CrisisWorld plain_world(const scenario::CrisisCase& about, const actors::CrisisTerms& terms) {
  CrisisWorld made;
  made.terms = terms;
  for (const scenario::CrisisPlayer& one : about.players) {
    actors::CrisisSeat seat;
    seat.camp = static_cast<actors::CrisisCamp>(one.side);
    seat.stake = one.stake.value;
    seat.strength = one.strength.value;
    seat.democracy = one.democracy.value;
    made.seats.push_back(seat);
    made.firm.push_back(one.firm ? one.firm->value : 0);
    made.firm_cost.push_back(one.firm_cost.value);
  }
  for (const scenario::CrisisNode& node : about.nodes) {
    auto& chances = made.chance.emplace_back();
    for (const auto& move : node.moves) chances.push_back(move.chance ? move.chance->value : 1);
  }
  for (const scenario::CrisisEnd& end : about.ends) made.shares.push_back(end.share.value);
  return made;
}

CrisisWorld drawn_world(CrisisWorld plain, const std::vector<CrisisNumber>& numbers,
                        const WorldId& id) {
  for (const CrisisNumber& one : numbers) {
    world::Uncertain range;
    range.value = one.range.value;
    range.low = one.range.low;
    range.high = one.range.high;
    range.assumption = true;
    const std::uint64_t key =
        one.kind == Kind::term ? assumption_key(one.name) : name_hash("crisis: " + one.name);
    *one.in(plain) = value_in({range, key}, id);
  }
  return plain;
}

}  // namespace entente::campaign
