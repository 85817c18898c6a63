#include "analysis/allies/allies.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "history/store.h"
#include "treaty/judge.h"
#include "world/state_named.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;
using treaty::Agreement;
using world::Commitment;

constexpr card::Column kColumns[] = {
    {"state", "", "The other state."},
    {"status", "",
     "ally: one owes the other fight or assistance under a ratified treaty; partner: any other "
     "tie."},
    {"agreement", "", "An agreement that makes it so."},
    {"since", "", "The first day on which it bound the two."},
};
constexpr card::TableSpec kTables[] = {{"allies", "Allies first, then partners.", kColumns}};
constexpr card::Field kFields[] = {
    {.name = "on",
     .type = card::Type::date,
     .help = "The day; by default the one the library describes."},
    history::kHistoryField,
    history::kDataField,
};

/// A tie of one agreement between two states.
struct Tie {
  bool ally = false;
  Date since = kAlwaysAfter;
};
using Ties = std::map<std::pair<Symbol, Symbol>, Tie>;  // (state, agreement)

bool makes_ally(const Commitment& c) {
  return c.form == world::Form::treaty && c.defensive && world::binds(c.duty);
}

/// Ties by promises, in either direction.
void add_promises(const Request& request, Symbol state, Date day, Ties& ties) {
  for (const Commitment& c :
       commitments_on(request.library.law, request.library.world, day, request.library.readings)) {
    if (c.promisor != state && c.beneficiary != state) continue;
    Tie& tie = ties[{c.promisor == state ? c.beneficiary : c.promisor, c.agreement}];
    tie.ally = tie.ally || makes_ally(c);
    tie.since = std::min(tie.since, c.since);
  }
}

/// Ties by being party to the same agreement, also where it owes nothing.
void add_company(const Request& request, Symbol state, Date day, Ties& ties) {
  const world::World& world = request.library.world;
  const treaty::Law& law = request.library.law;
  for (const Agreement& agreement : law.agreements) {
    if (agreement.kept_apart || agreement.rung == 0) continue;
    if (standing(agreement, world, state, day, request.library.readings, law) !=
        treaty::Standing::in_force)
      continue;
    for (const Symbol other : parties_on(agreement, world, day, request.library.readings, law)) {
      if (other == state || ties.contains({other, agreement.id})) continue;
      ties[{other, agreement.id}].since = *agreement.in_force;
    }
  }
}

Result<Record> run(const Request& request) {
  const world::World& world = request.library.world;
  const std::string day_text = card::argument(request.arguments, "on");
  const Date day = day_text.empty() ? world.day : parse_date(day_text).value_or(world.day);
  const auto named = world::state_named(world, request.subject, day, {"arguments", 1, 2});
  if (!named) return named.error();
  const Symbol state = *named;
  Ties ties;
  add_promises(request, state, day, ties);
  add_company(request, state, day, ties);

  std::set<Symbol> allied, partners;
  for (const auto& [key, tie] : ties) (tie.ally ? allied : partners).insert(key.first);
  using Row = std::tuple<bool, std::string, std::string,
                         std::string>;  // (partner, state, agreement, since)
  std::vector<Row> rows;
  for (const auto& [key, tie] : ties) {
    if (!tie.ally && allied.contains(key.first))
      continue;  // Its ties as a partner go without saying.
    rows.emplace_back(!tie.ally, world.symbols.name(key.first), world.symbols.name(key.second),
                      to_text(tie.since));
  }
  std::ranges::sort(rows);

  Record record;
  std::erase_if(partners, [&](Symbol one) { return allied.contains(one); });
  record.finding = "On " + to_text(day) + " " + world.symbols.name(state) + " has " +
                   std::to_string(allied.size()) + " treaty allies and " +
                   std::to_string(partners.size()) + " partners.";
  record.params = {{"state", {Value(world.symbols.name(state))}}, {"on", {Value(to_text(day))}}};
  auto& table = record.table(kTables[0]);
  for (const auto& [partner, other, agreement, since] : rows)
    table.row({other, std::string(partner ? "partner" : "ally"), agreement, since});
  return record;
}

}  // namespace

constinit const Analysis allies{
    .card = {.name = "allies",
             .question = "Who is a treaty ally of this state, and who a partner?",
             .source = "Ally: a ratified defence duty in force, in either direction; suspended "
                       "legs do not count, "
                       "disputed membership does",
             .subject = card::Subject::state,
             .subject_help = "USA",
             .fields = kFields,
             .tables = kTables},
    .run = run,
};

}  // namespace entente::analysis
