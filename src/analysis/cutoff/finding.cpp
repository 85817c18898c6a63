#include <algorithm>

#include "analysis/cutoff/tables.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;

solve::Estimate in_percent(solve::Estimate one) {
  for (double* end : {&one.mean, &one.low, &one.high, &one.p05, &one.p95}) *end *= 100;
  return one;
}

/// "everything it supplies", or the services by name.
std::string what(const CutoffFindings& f) {
  if (f.asked.thrown.services.empty()) return "everything it supplies";
  std::string words;
  for (const Symbol one : f.asked.thrown.services)
    words += (words.empty() ? "" : " and ") + f.world.symbols.name(one);
  return words;
}

std::string usable_words(const CutoffFindings& f) {
  const std::size_t later = f.dependents.overall(true);
  const auto figure = in_percent(f.shares.estimate(later));
  const auto percent = [](double share) { return plain(100 * share); };
  std::string words =
      "the " + std::to_string(f.dependents.users()) + " states that depend on it can use " +
      percent(f.shares.mean(f.dependents.overall(false))) + " % of those forces on day 0 and " +
      plain(figure.mean) + " % on day " + std::to_string(Dependents::kRestoreDay) + " (";
  if (f.sampling.vary.facts)
    words += plain(figure.p05) + " to " + plain(figure.p95) + " over facts, ";
  return words + percent(f.worst[later]) + " to " + percent(f.best[later]) +
         " with every range at its end)";
}

std::string gap_words(const CutoffFindings& f) {
  if (f.question == nullptr || !f.gaps) return "";
  const Question& q = *f.question;
  const std::size_t set = largest_set(q);
  const Vary& vary = f.sampling.vary;
  const auto figure = [&](GapFigure one) { return f.gaps->heads.estimate(gap_column(set, one)); };
  const auto more = [&](GapFigure one) {
    return vary.anything() ? with_spread(figure(one), vary, {}, " points")
                           : plain(figure(one).mean) + " points";
  };
  return "; if " + q.situation.title(q.sets[set]) + " come" + (q.sets[set].size() > 1 ? "" : "s") +
         " due, the gap of the ledger grows from " + plain(figure(GapFigure::supplied).mean) +
         " % by " + more(GapFigure::thrown_more) + ", and by " + more(GapFigure::alone_more) +
         " if its forces stay away too";
}

std::string naive_words(const CutoffFindings& f) {
  std::string words = "Read naively (everything bought stops at once) " +
                      plain(100 * f.naive[f.dependents.overall(false)]) + " % would be left";
  if (f.question != nullptr && f.gaps)
    words +=
        " and the gap would grow by " +
        plain(f.gaps->heads.mean(gap_column(largest_set(*f.question), GapFigure::naive_more))) +
        " points";
  return words;
}

}  // namespace

std::string cutoff_finding(const CutoffFindings& f) {
  if (f.dependents.services().empty())
    return f.asked.patron + " supplies nothing" +
           (f.asked.thrown.services.empty() ? "" : " of " + what(f)) +
           " that the tables know of, so nothing stops where it withholds it.";
  return "If " + f.asked.patron + " withholds " + what(f) + ", " + usable_words(f) + gap_words(f) +
         ". " + naive_words(f) + ".";
}

}  // namespace entente::analysis
