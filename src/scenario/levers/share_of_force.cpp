// What an honouring state sends to a theatre.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr std::string_view kOneOf[] = {"share", "by", "at_least"};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states", "Who sends.")), Shape::list},
    {required(name_of("theatres", "theatre", "Where to: contingencies.")), Shape::list},
    {name_of("elements", "element", "Which units.",
             "every element without a row of its own; with `by` all rows"),
     Shape::list},
    {share("share", "What they send of what may leave."), Shape::ranged},
    {between("by", "share", "How much more of it than now.", "", -1, 1), Shape::ranged},
    {share("at_least", "The least they send: who sends more goes on doing so."), Shape::ranged},
};

Uncertain at_least(const Uncertain& share, const Uncertain& least) {
  const Uncertain a = interval(share), b = interval(least);
  if (a.low >= b.high) return share;
  Uncertain more =
      assumption(std::max(a.value, b.value), std::max(a.low, b.low), std::max(a.high, b.high));
  return more.fixed() ? Uncertain::known(more.value) : more;
}

/// What becomes of a share that there is, or, where there is none, of nothing.
Uncertain moved(const Effect& effect, const Uncertain& share) {
  if (const auto set = number_of(effect, "share")) return *set;
  if (const auto by = number_of(effect, "by")) return within(sum(share, *by), 0, 1);
  return at_least(share, number_of(effect, "at_least", Uncertain::known(0)));
}

void apply(const Effect& effect, Pulling& pulling) {
  auto& rows = pulling.world().participations;
  const Symbol source = pulling.world().symbols.intern("a lever");
  const auto named = names_of(effect, pulling, "elements");
  // Without elements only the row of every element is set; a change moves those of single ones too.
  const bool all_rows = named.empty() && given(effect, "by");
  const auto elements = named.empty() ? std::vector<Symbol>{Symbol{}} : named;
  for (const Symbol theatre : theatres_of(effect, pulling, "theatres"))
    for (const Symbol state : symbols_of(states_of(effect, pulling, "states"))) {
      const auto theirs = [&](const world::Participation& row) {
        return row.theatre == theatre && row.state == state;
      };
      for (world::Participation& row : rows)
        if (all_rows && theirs(row) && row.element) row.share = moved(effect, row.share);
      for (const Symbol element : elements) {
        const auto row = std::ranges::find_if(
            rows, [&](const auto& one) { return theirs(one) && one.element == element; });
        if (row != rows.end())
          row->share = moved(effect, row->share);
        else
          rows.push_back({theatre, state, element, moved(effect, Uncertain::known(0)), source});
      }
    }
}

}  // namespace

extern const LeverKind share_of_force{
    .name = "share_of_force",
    .help = "Sends a larger or smaller share of forces to a theatre, or declares to send some.",
    .effect =
        "Share of what may leave that an honouring state sends; a state without a promise "
        "becomes an ad hoc partner.",
    .source = "shares: library/participation.csv",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
};

}  // namespace entente::scenario::levers
