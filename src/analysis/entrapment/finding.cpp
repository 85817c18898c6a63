// The sentence that answers the question, and what a reader must know.
#include <algorithm>

#include "analysis/entrapment/tables.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;

/// A share in per cent.
solve::Estimate percent(solve::Estimate e) {
  for (double* one : {&e.mean, &e.low, &e.high, &e.p05, &e.p95}) *one *= 100;
  return e;
}

/// How many promises have a figure, a share of worlds, of at least one half.
std::size_t mostly(const EntrapmentFindings& f, OfClause which) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < f.asked.clauses.size(); ++i)
    if (!f.asked.clauses[i].together() && f.sums.mean(f.columns().of(i, which)) >= 0.5) ++count;
  return count;
}

std::size_t promises(const EntrapmentAsked& asked) {
  return static_cast<std::size_t>(
      std::ranges::count_if(asked.clauses, [](const Clause& one) { return !one.together(); }));
}

/// The promise of one state, or of an agreement as a whole, that adds most as it is believed.
std::size_t firmest(const EntrapmentFindings& f) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < f.asked.clauses.size(); ++i)
    if (f.sums.mean(f.columns().of(i, OfClause::now)) >
        f.sums.mean(f.columns().of(best, OfClause::now)))
      best = i;
  return best;
}

/// A figure of a clause in points of a hundred, with its spread where facts vary.
std::string firmness(const EntrapmentFindings& f, std::size_t clause, OfClause which) {
  const solve::Estimate figure = percent(f.sums.estimate(f.columns().of(clause, which)));
  if (!f.asked.sampling.vary.facts) return plain(figure.mean) + " points";
  return with_spread(figure, f.asked.sampling.vary, {-100, 100}, " points");
}

/// Whether the clause has a window.
std::string has_window(const EntrapmentFindings& f, std::size_t clause) {
  const solve::Estimate opens = percent(f.sums.estimate(f.columns().of(clause, OfClause::opens)));
  if (!f.asked.sampling.vary.facts)
    return opens.mean > 0 ? "has such a window" : "has no such window";
  return "has such a window in " + with_interval(opens, {true, false}, {0, 100}) + " of the worlds";
}

/// Over how much a window is counted.
std::string where_open(const EntrapmentFindings& f) {
  return f.asked.sampling.vary.facts ? "open in at least half of the worlds for " : "open for ";
}

}  // namespace

std::string entrapment_finding(const EntrapmentFindings& f) {
  const std::size_t all = promises(f.asked), best = firmest(f);
  const Clause& one = f.asked.clauses[best];
  const auto number = [](std::size_t n) { return std::to_string(n); };
  const std::string who = one.together() ? "that of all promisors of " + one.agreement + " together"
                                         : "that of " + one.promisor + " under " + one.agreement;
  return "A window of firmness, where a promise deters and does not free the protégé to provoke, "
         "is " +
         where_open(f) + number(mostly(f, OfClause::opens)) + " of " + number(all) +
         " promises (for " + number(mostly(f, OfClause::opens_unconditional)) +
         " if all were unconditional), and the promisor's own forces reach it for " +
         number(mostly(f, OfClause::attains)) + ". The promise that adds most, " + who + " in " +
         f.contingency(one.place) + ", must add " + firmness(f, best, OfClause::from) +
         " of the chance to keep the prize before it deters, adds " +
         firmness(f, best, OfClause::now) + " as it is believed, and " + has_window(f, best) + ".";
}

void add_notices(card::Record& record, const EntrapmentFindings& f) {
  record.notices.emplace_back(
      "Firmness is what a promise adds to the chance that the protégé keeps the prize, with "
      "others coming as likely as believed; none of it is a forecast. What the protégé would win "
      "by a war of its own, and what it is worth to its patron, nobody has measured: see "
      "`assumptions`.");
  record.notices.emplace_back(
      "Which clause is conditional was read off the articles by judging events (`clauses`), under "
      "the readings of the scenario; on the blow struck back the default reading "
      "self_defence_triggers_ally = text counts it as an attack.");
  record.notices.emplace_back(
      "Gates of publics (`domestic`) stand beside the reliabilities and do not lower them: they "
      "are other evidence about the same doubt.");
  if (!f.asked.sampling.vary.facts && f.asked.sampling.vary.honour)
    record.notices.emplace_back(
        "No honour is drawn here: promises enter by their reliability, so --vary honour varies "
        "nothing.");
}

}  // namespace entente::analysis
