#include <algorithm>

#include "analysis/arsenal/tables.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;

/// Magazines of the largest set that something is fired in, the first of equals.
std::vector<std::size_t> of_largest_set(const ArsenalFindings& f) {
  const ArsenalQuestion& q = f.question;
  std::size_t largest = 0;
  for (const Magazine& one : q.magazines)
    largest = std::max(largest, q.question.sets[one.set].size());
  std::vector<std::size_t> found;
  std::size_t set = q.question.sets.size();
  for (std::size_t i = 0; i < q.magazines.size(); ++i) {
    const std::size_t here = q.magazines[i].set;
    if (q.question.sets[here].size() != largest || (set < q.question.sets.size() && set != here))
      continue;
    set = here;
    found.push_back(i);
  }
  return found;
}

/// What a billion dollars of a munition puts off, by the kind of order; -1 where nobody makes it.
double gained(const ArsenalFindings& f, std::size_t magazine, Mover mover) {
  for (std::size_t m = 0; m < f.question.moves.size(); ++m)
    if (f.question.moves[m].magazine == magazine && f.question.moves[m].mover == mover)
      return f.drawn.details.mean(f.columns().moved(m));
  return -1;
}

/// The day of exhaustion over the draws in which there is one.
solve::Estimate day_of(const ArsenalFindings& f, std::size_t magazine) {
  const ArsenalColumns columns = f.columns();
  return f.drawn.heads.conditional(columns.day(magazine), columns.runs_out(magazine));
}

/// With the spread, or the interval; without either where nothing was sampled.
std::string days_of(const ArsenalFindings& f, std::size_t magazine) {
  const solve::Estimate day = day_of(f, magazine);
  if (!f.sampling.vary.anything()) return plain(day.mean) + " days";
  return with_spread(day, f.sampling.vary, kNotNegative, " days");
}

/// Those that run out in more than half of the draws, the soonest first.
std::vector<std::size_t> mostly_out(const ArsenalFindings& f, std::vector<std::size_t> found) {
  const ArsenalColumns columns = f.columns();
  std::erase_if(found,
                [&](std::size_t i) { return f.drawn.heads.mean(columns.runs_out(i)) <= 0.5; });
  std::ranges::stable_sort(found, {}, [&](std::size_t i) { return day_of(f, i).mean; });
  return found;
}

/// `, lrs_antiship first, after 6 days (...) against 12 by stocks over use; a billion ...`.
std::string first_out(const ArsenalFindings& f, std::size_t first) {
  const ArsenalQuestion& q = f.question;
  const auto munition = static_cast<std::size_t>(q.magazines[first].munition);
  std::string text = ", " + q.armoury.munitions[munition].name + " first, after " +
                     days_of(f, first) + " against " + plain(f.baseline[first]) +
                     " by stocks over use";
  const double before = gained(f, first, Mover::ordered_before);
  const double now = gained(f, first, Mover::ordered_now);
  if (before >= 0)
    text += "; a billion dollars of it in stock beforehand puts that off by " + plain(before) +
            " days, ordered on the first day by " + plain(now);
  return text;
}

}  // namespace

std::string arsenal_finding(const ArsenalFindings& f) {
  const ArsenalQuestion& q = f.question;
  const std::vector<std::size_t> found = of_largest_set(f);
  const auto& set = q.question.sets[q.magazines[found.front()].set];
  const std::vector<std::size_t> out = mostly_out(f, found);
  return "If " + q.question.situation.title(set) +
         (set.size() > 1 ? " come due at once, " : " comes due, ") + std::to_string(out.size()) +
         " of " + std::to_string(found.size()) + " munitions run out within " +
         std::to_string(q.premises.days) + " days" +
         (f.sampling.vary.anything() ? " in more than half of the draws" : "") +
         (out.empty() ? "" : first_out(f, out.front())) + ".";
}

}  // namespace entente::analysis
