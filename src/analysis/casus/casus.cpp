#include "analysis/casus/casus.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/name.h"
#include "history/store.h"
#include "treaty/judge.h"

namespace entente::analysis {
namespace {

using card::Column;
using card::Record;
using card::Value;
using treaty::Conflict;
using treaty::Event;
using treaty::Fact;
using treaty::Judgement;
using treaty::Silence;
using treaty::Verdict;
using world::Duty;

constexpr Column kVerdicts[] = {
    {"state", "", "The state that owes something, or breaks a promise not to attack."},
    {"duty", "", "fight, assist, supply, share, host, consult, stay_out or not_attack."},
    {"agreement", "", "The agreement that says so."},
    {"article", "", "Its article, or the exception that replaced it."},
    {"discretion", "", "automatic, own_judgement, on_request or by_vote."},
    {"because", "",
     "What set the clause off, with severity against its threshold on the 0-7 ladder."},
};
constexpr Column kSilent[] = {
    {"state", "", "A state that owes no fight and no assistance under the agreement."},
    {"agreement", "", "The agreement; - for none at all."},
    {"article", "", "The article; empty where the agreement as a whole is silent."},
    {"because", "", "The first condition that failed: its code, then a sentence."},
};
constexpr Column kConflicts[] = {
    {"state", "", "The state whose duties cannot both be kept."},
    {"towards_a", "", "Whom it is bound to help."},
    {"agreement_a", "", "By which agreement."},
    {"towards_b", "", "Whom it owes something that stands against that."},
    {"agreement_b", "", "By which agreement."},
    {"because", "", "What the two duties are."},
};
constexpr card::TableSpec kTables[] = {
    {"verdicts", "What is owed.", kVerdicts},
    {"conflicts", "Duties that cannot both be kept.", kConflicts},
    {"silent", "Why the others are not bound, the nearest miss first.", kSilent},
};
constexpr card::View kViews[] = {
    {card::Mark::folded, "verdicts", "state", ""},
    {card::Mark::folded, "conflicts", "state", ""},
    {.mark = card::Mark::folded, .table = "silent", .x = "state", .most = 18},
};
constexpr card::Field kFields[] = {
    {.name = "given",
     .type = card::Type::text,
     .help =
         "A fact known before the event: `A at war with B since DATE`, `A attacked B at P on "
         "DATE`, "
         "`A comes to the assistance of B`, `A does not come to the assistance of B`, `A resists`.",
     .repeated = true},
    history::kHistoryField,
    history::kDataField,
};

card::Param names(const world::World& world, const std::vector<Symbol>& symbols) {
  std::vector<std::string> list;
  for (const Symbol symbol : symbols) list.push_back(world.symbols.name(symbol));
  return {std::move(list)};
}

card::Param text(std::string value) { return {Value(std::move(value))}; }

/// The event as it was understood, with every default filled in.
card::Params event_params(const Event& event, const world::World& world) {
  card::Params params{
      {"attackers", names(world, event.attackers)},
      {"targets", names(world, event.targets)},
      {"at", text(event.at ? world.symbols.name(event.at) : "")},
      {"by", text(world.symbols.name(event.means))},
      {"hitting", text(event.hitting ? std::string(word(*event.hitting)) : "")},
      {"on", text(to_text(event.on))},
      {"since", text(to_text(event.since))},
      {"provoked", {Value(event.provoked)}},
      {"killing", {Value(event.killed)}},
  };
  return params;
}

std::size_t count(const Judgement& judgement, Duty duty) {
  std::set<Symbol> states;
  for (const Verdict& verdict : judgement.verdicts)
    if (verdict.duty == duty) states.insert(verdict.state);
  return states.size();
}

/// Up to six names, then how many more.
std::string some(const Judgement& judgement, const world::World& world, Duty duty) {
  std::vector<std::string> list;
  for (const Verdict& verdict : judgement.verdicts)
    if (verdict.duty == duty &&
        std::ranges::find(list, world.symbols.name(verdict.state)) == list.end())
      list.push_back(world.symbols.name(verdict.state));
  const std::size_t all = list.size();
  if (all > 6) list.resize(5);
  return join(list, ", ") + (all > 6 ? " and " + std::to_string(all - 5) + " more" : "");
}

std::string states(std::size_t n) { return std::to_string(n) + (n == 1 ? " state" : " states"); }

std::string finding(const Judgement& judgement, const Event& event, const world::World& world) {
  constexpr std::array<std::pair<Duty, std::string_view>, 7> kParts{{
      {Duty::fight, "bound to fight"},
      {Duty::assist, "bound to assist"},
      {Duty::supply, "must supply"},
      {Duty::host, "must open bases"},
      {Duty::consult, "must consult"},
      {Duty::stay_out, "must stay out"},
      {Duty::not_attack, "broke a promise not to attack"},
  }};
  std::vector<std::string> parts;
  for (const auto& [duty, said] : kParts)
    if (const std::size_t n = count(judgement, duty); n > 0)
      parts.push_back(states(n) + " " + std::string(said) + " (" + some(judgement, world, duty) +
                      ")");
  std::string sentence = "If " + treaty::to_text(event, world) + ": ";
  sentence += parts.empty() ? "no state owes anything under any agreement" : join(parts, "; ");
  if (count(judgement, Duty::fight) + count(judgement, Duty::assist) == 0 && !parts.empty())
    sentence += "; nobody is bound to fight or to assist";
  if (!judgement.conflicts.empty()) {
    std::set<Symbol> torn;
    for (const Conflict& conflict : judgement.conflicts) torn.insert(conflict.state);
    sentence += "; " + states(torn.size()) + (torn.size() == 1 ? " has" : " have") +
                " duties that conflict";
  }
  return sentence + ".";
}

Record write(const Judgement& judgement, const Event& event, const world::World& world) {
  Record record;
  const auto name = [&](Symbol symbol) { return Value(world.symbols.name(symbol)); };
  record.finding = finding(judgement, event, world);
  record.params = {{"event", {event_params(event, world)}}};
  auto& verdicts = record.table(kTables[0]);
  for (const Verdict& v : judgement.verdicts)
    verdicts.row({name(v.state), std::string(word(v.duty)), name(v.agreement), name(v.article),
                  std::string(word(v.discretion)), v.because});
  auto& conflicts = record.table(kTables[1]);
  for (const Conflict& c : judgement.conflicts)
    conflicts.row({name(c.state), name(c.towards_a), name(c.agreement_a), name(c.towards_b),
                   name(c.agreement_b), c.because});
  auto& silent = record.table(kTables[2]);
  for (const Silence& s : judgement.silent)
    silent.row({name(s.state), s.agreement ? name(s.agreement) : Value(std::string("-")),
                name(s.article), s.because});
  record.notices = judgement.notices;
  return record;
}

Result<Record> run(const Request& request) {
  const world::World& world = request.library.world;
  const auto event = treaty::event_from(request.subject, world);
  Faults faults;
  if (!event) faults = event.error();
  std::vector<Fact> facts;
  if (const auto given = request.arguments.find("given"); given != request.arguments.end())
    for (const std::string& fact_text : given->second) {
      const auto fact = treaty::fact_from(fact_text, world, event ? event->on : world.day);
      if (fact)
        facts.push_back(*fact);
      else
        faults.insert(faults.end(), fact.error().begin(), fact.error().end());
    }
  if (!faults.empty()) return faults;
  return write(judge(request.library.law, world, *event, facts, request.library.readings), *event,
               world);
}

}  // namespace

constinit const Analysis casus{
    .card = {.name = "casus",
             .question =
                 "Who must do what if this happens, by which article, and why need the others not?",
             .source =
                 "Casus foederis by the texts of the agreements; obligation types after ATOP 5.1 "
                 "(Leeds, Ritter, Mitchell and Long 2002)",
             .subject = card::Subject::event,
             .subject_help = "\"RUS attacks EST at narva\"",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::analysis
