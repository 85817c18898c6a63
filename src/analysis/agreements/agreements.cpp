#include "analysis/agreements/agreements.h"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>

#include "base/name.h"
#include "history/store.h"
#include "treaty/judge.h"
#include "world/state_named.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;
using treaty::Agreement;
using treaty::Article;
using world::Duty;

constexpr card::Column kAgreements[] = {
    {"agreement", "", "Its id."},
    {"name", "", "Its name."},
    {"form", "", "treaty, executive, statute, memorandum or declaration."},
    {"rung", "0-5",
     "0 none, 1 cooperation, 2 consultation, 3 executive or partial defence, 4 ratified defence, "
     "5 with command or forces (assumption)."},
    {"signed", "", "Day of signature."},
    {"in_force", "", "First day in force."},
    {"ended", "", "Last day in force; empty while it runs."},
    {"parties", "", "Parties on the day."},
    {"owes", "", "The duties of its articles."},
};
constexpr card::Column kChanges[] = {
    {"day", "", "The day of the change."},
    {"agreement", "", "The agreement."},
    {"state", "", "The state, where the change is about one."},
    {"change", "",
     "signed, in force, joined, left, suspended, resumed, article added, article ended or ended."},
};
constexpr card::TableSpec kTables[] = {
    {"agreements", "In force on the day.", kAgreements},
    {"changes", "What changed since the earlier day.", kChanges},
};
constexpr card::Field kFields[] = {
    {.name = "state",
     .type = card::Type::name_of,
     .help = "Only agreements of this state.",
     .of = "state"},
    {.name = "between",
     .type = card::Type::text,
     .help = "Only agreements of both states, as S,S."},
    {.name = "on",
     .type = card::Type::date,
     .help = "The day; by default the one the library describes."},
    {.name = "since",
     .type = card::Type::date,
     .help = "Also list what changed between this day and the other."},
    history::kHistoryField,
    history::kDataField,
};

/// What was asked, with names looked up.
struct Asked {
  Date on;
  std::optional<Date> since;
  std::vector<Symbol> states;  ///< All of them must be parties.
};

Result<Asked> read(const Request& request) {
  const world::World& world = request.library.world;
  Faults faults;
  Asked asked{world.day, std::nullopt, {}};
  if (const auto text = card::argument(request.arguments, "on"); !text.empty())
    asked.on = parse_date(text).value_or(world.day);
  if (const auto text = card::argument(request.arguments, "since"); !text.empty())
    asked.since = parse_date(text);
  if (asked.since && *asked.since > asked.on)
    faults.push_back(
        {Code::order_of_dates,
         {"arguments", 0, 0},
         "--since " + to_text(*asked.since) + " lies after the day " + to_text(asked.on),
         ""});
  std::vector<std::string> names;
  if (const auto text = card::argument(request.arguments, "state"); !text.empty())
    names.push_back(text);
  if (const auto text = card::argument(request.arguments, "between"); !text.empty()) {
    std::istringstream parts(text);
    std::size_t found = 0;
    for (std::string one; std::getline(parts, one, ','); ++found) names.push_back(one);
    if (found != 2)
      faults.push_back({Code::bad_argument,
                        {"arguments", 0, 0},
                        "--between takes two states, not `" + text + "`",
                        "write --between USA,JPN"});
  }
  for (const std::string& name : names) {
    if (const auto state = world::state_named(world, name, asked.on))
      asked.states.push_back(*state);
    else
      faults.push_back(state.error().front());
  }
  if (!faults.empty()) return faults;
  return asked;
}

std::string owes(const Agreement& agreement, Date day) {
  std::vector<std::string> duties;
  for (const Article& article : agreement.articles) {
    if (article.duty == Duty::none || !article.spell.holds(day)) continue;
    const std::string text(word(article.duty));
    if (std::ranges::find(duties, text) == duties.end()) duties.push_back(text);
  }
  return duties.empty() ? "nothing" : join(duties, ", ");
}

/// Everybody an agreement ever speaks of, for filters that look at changes too.
bool concerns(const Agreement& agreement, const Asked& asked, const std::vector<Symbol>& parties,
              const world::World& world) {
  return std::ranges::all_of(asked.states, [&](Symbol state) {
    if (std::ranges::find(parties, state) != parties.end()) return true;
    return std::ranges::any_of(agreement.articles, [&](const Article& article) {
      return std::ranges::any_of(article.beneficiaries.states, [&](Symbol code) {
        return code == state || world.holder(code, asked.on) == state;
      });
    });
  });
}

class Changes {
 public:
  Changes(const Asked& asked, const world::World& world) : asked_(asked), world_(world) {}

  void of(const Agreement& agreement) {
    const Date open = kAlwaysAfter;
    add(agreement.signed_on, agreement, {}, "signed");
    if (agreement.in_force) add(*agreement.in_force, agreement, {}, "in force");
    if (agreement.ended) add_end(*agreement.ended, agreement, {}, "ended");
    for (const auto& party : agreement.parties) {
      if (!agreement.in_force || party.spell.from > *agreement.in_force)
        add(party.spell.from, agreement, party.state, "joined");
      if (party.spell.to != agreement.ended.value_or(open))
        add_end(party.spell.to, agreement, party.state, "left");
    }
    for (const auto& suspension : agreement.suspensions)
      for (const Symbol state : {suspension.a, suspension.b}) {
        add(suspension.spell.from, agreement, state, "suspended");
        add_end(suspension.spell.to, agreement, state, "resumed");
      }
    for (const Article& article : agreement.articles) {
      const std::string label = world_.symbols.name(article.label);
      if (agreement.in_force && article.spell.from > *agreement.in_force)
        add(article.spell.from, agreement, {}, "article added: " + label);
      if (article.spell.to != agreement.ended.value_or(open))
        add_end(article.spell.to, agreement, {}, "article ended: " + label);
    }
  }

  [[nodiscard]] std::vector<std::tuple<Date, std::string, std::string, std::string>> sorted() {
    std::ranges::sort(rows_);
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    return std::move(rows_);
  }

 private:
  void add(Date day, const Agreement& agreement, Symbol state, const std::string& change) {
    if (day <= *asked_.since || day > asked_.on) return;
    if (state && !asked_.states.empty() &&
        std::ranges::find(asked_.states, state) == asked_.states.end())
      return;
    rows_.emplace_back(day, world_.symbols.name(agreement.id), world_.symbols.name(state), change);
  }

  /// Something is gone on the day after its last day.
  void add_end(Date last, const Agreement& agreement, Symbol state, const std::string& change) {
    if (last != kAlwaysAfter && last != kAlwaysBefore)
      add(Date{last.days + 1}, agreement, state, change);
  }

  const Asked& asked_;
  const world::World& world_;
  std::vector<std::tuple<Date, std::string, std::string, std::string>> rows_;
};

Result<Record> run(const Request& request) {
  const auto read_asked = read(request);
  if (!read_asked) return read_asked.error();
  const Asked& asked = *read_asked;
  const world::World& world = request.library.world;
  const treaty::Law& law = request.library.law;

  Record record;
  auto& table = record.table(kTables[0]);
  Changes changes(asked, world);
  for (const Agreement& agreement : law.agreements) {
    const auto parties = parties_on(agreement, world, asked.on, request.library.readings, law);
    if (asked.since) {
      std::vector<Symbol> ever = parties;
      for (const auto& party : agreement.parties) ever.push_back(party.state);
      if (concerns(agreement, asked, ever, world)) changes.of(agreement);
    }
    const bool running = agreement.in_force && *agreement.in_force <= asked.on &&
                         (!agreement.ended || asked.on <= *agreement.ended);
    if (!running || !concerns(agreement, asked, parties, world)) continue;
    std::vector<std::string> names;
    for (const Symbol party : parties) names.push_back(world.symbols.name(party));
    std::ranges::sort(names);
    table.row({world.symbols.name(agreement.id), agreement.name, std::string(word(agreement.form)),
               static_cast<std::int64_t>(agreement.rung), to_text(agreement.signed_on),
               to_text(*agreement.in_force), agreement.ended ? to_text(*agreement.ended) : "",
               join(names, " "), owes(agreement, asked.on)});
  }
  const std::size_t in_force = table.rows.size();
  record.finding = std::to_string(in_force) +
                   (in_force == 1 ? " agreement is" : " agreements are") + " in force on " +
                   to_text(asked.on);
  record.params = {{"on", {Value(to_text(asked.on))}}};
  if (asked.since) {
    auto& rows = record.table(kTables[1]);
    for (const auto& [day, agreement, state, change] : changes.sorted())
      rows.row({to_text(day), agreement, state, change});
    record.finding +=
        "; " + std::to_string(rows.rows.size()) + " changes since " + to_text(*asked.since);
    record.params.push_back({"since", {Value(to_text(*asked.since))}});
  }
  record.finding += ".";
  return record;
}

}  // namespace

constinit const Analysis agreements{
    .card = {.name = "agreements",
             .question = "Which agreements are in force on a day, and what changed since another?",
             .source = "Dates of entry, exit and suspension as each agreement's file cites them",
             .fields = kFields,
             .tables = kTables},
    .run = run,
};

}  // namespace entente::analysis
