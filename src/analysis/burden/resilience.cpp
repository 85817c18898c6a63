// The pledge of 2025 in its two parts: 3.5 % of GDP for defence, 1.5 % for what is counted beside
// it.
#include <algorithm>

#include "analysis/burden/tables.h"

namespace entente::analysis {

void add_resilience(card::Record& record, const BurdenFindings& findings) {
  card::Table& table = record.table(burden_table(BurdenTable::resilience));
  const BurdenAsked& asked = findings.burden.asked;
  if (std::ranges::find(asked.pledges, kCorePledge) == asked.pledges.end()) return;
  for (const Ally& one : asked.alliance.allies) {
    const double gdp = one.gdp.range.value, core = one.spending.range.value;
    const auto given = asked.resilience.find(one.name);
    const bool known = given != asked.resilience.end();
    const double least = known ? given->second : 0,
                 most = known ? given->second : kResiliencePledge;
    const auto lacks = [&](double due, double spent) {
      return gdp * std::max(0.0, due - spent) / 100;
    };
    table.row({one.name, core, lacks(kCorePledge, core), known ? card::Value(least) : card::Value(),
               lacks(kResiliencePledge, most), lacks(kResiliencePledge, least), core + least,
               core + most});
  }
}

}  // namespace entente::analysis
