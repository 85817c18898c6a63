#include "campaign/crisis/law.h"

#include <algorithm>

#include "belief/reliability.h"
#include "treaty/judge.h"

namespace entente::campaign {
namespace {

using scenario::Library;
using treaty::Verdict;
using world::Commitment;

/// Believed reliability of the promise behind a verdict, with the assumptions as they stand.
std::optional<double> theta_of(const Verdict& verdict, const std::vector<Commitment>& commitments,
                               const Library& library) {
  const belief::Assumptions assumed;
  std::optional<double> most;
  for (const Commitment& one : commitments) {
    if (one.promisor != verdict.state || one.agreement != verdict.agreement ||
        one.article != verdict.article || !world::binds(one.duty))
      continue;
    const auto at = belief::circumstance_of(one, library.world.symbols, assumed);
    most = std::max(most.value_or(0), belief::reliability(one, at, assumed));
  }
  return most;
}

Bound ally_of(std::size_t player, const std::string& id, const treaty::Judgement& judged,
              const std::vector<Commitment>& commitments, const Library& library) {
  const Symbols& symbols = library.world.symbols;
  Bound found{player, false, "", "", "", "", "", {}};
  for (const Verdict& verdict : judged.verdicts) {
    if (symbols.name(verdict.state) != id || !world::binds(verdict.duty)) continue;
    const auto theta = theta_of(verdict, commitments, library);
    // Of several promises the most reliable counts, as in the ledger.
    if (found.owes && theta.value_or(0) <= found.theta.value_or(0)) continue;
    found = {player,
             true,
             std::string(word(verdict.duty)),
             symbols.name(verdict.agreement),
             symbols.name(verdict.article),
             std::string(word(verdict.discretion)),
             verdict.because,
             theta};
  }
  if (found.owes) return found;
  for (const treaty::Silence& one : judged.silent)
    if (symbols.name(one.state) == id) {
      found.because = one.because;
      if (one.agreement) found.agreement = symbols.name(one.agreement);
      if (one.article) found.article = symbols.name(one.article);
      return found;
    }
  found.because = "no agreement with a party to this is in force";
  return found;
}

}  // namespace

Result<std::vector<Trigger>> triggers_of(const scenario::CrisisCase& about,
                                         const Library& library) {
  Faults faults = unknown_players(about, library.world);
  std::vector<Trigger> triggers;
  for (const scenario::CrisisNode& node : about.nodes) {
    if (node.ask.empty()) continue;
    const auto event = treaty::event_from(node.ask, library.world);
    if (!event) {
      for (Error fault : event.error()) {
        fault.where = node.where;
        faults.push_back(std::move(fault));
      }
      continue;
    }
    std::vector<treaty::Fact> facts;
    for (const std::string& given : node.given) {
      const auto fact = treaty::fact_from(given, library.world, event->on);
      if (fact)
        facts.push_back(*fact);
      else
        for (Error fault : fact.error()) {
          fault.where = node.where;
          faults.push_back(std::move(fault));
        }
    }
    const auto judged = judge(library.law, library.world, *event, facts, library.readings);
    const auto commitments =
        treaty::commitments_on(library.law, library.world, event->on, library.readings);
    Trigger made{node.id, treaty::to_text(*event, library.world), {}};
    for (std::size_t i = 0; i < about.players.size(); ++i)
      if (about.players[i].ally)
        made.allies.push_back(ally_of(i, about.players[i].id, judged, commitments, library));
    triggers.push_back(std::move(made));
  }
  if (!faults.empty()) return faults;
  return triggers;
}

}  // namespace entente::campaign
