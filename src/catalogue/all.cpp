#include <algorithm>

#include "analysis/agreements/agreements.h"
#include "analysis/alignment/alignment.h"
#include "analysis/allies/allies.h"
#include "analysis/architecture/architecture.h"
#include "analysis/arsenal/arsenal.h"
#include "analysis/burden/burden.h"
#include "analysis/casus/casus.h"
#include "analysis/commerce/commerce.h"
#include "analysis/credibility/credibility.h"
#include "analysis/crisis/crisis.h"
#include "analysis/cutoff/cutoff.h"
#include "analysis/deterrence/deterrence.h"
#include "analysis/entrapment/entrapment.h"
#include "analysis/forecast/forecast.h"
#include "analysis/hedge/hedge.h"
#include "analysis/ledger/ledger.h"
#include "analysis/negotiate/negotiate.h"
#include "analysis/network/network.h"
#include "analysis/panel/panel.h"
#include "analysis/similarity/similarity.h"
#include "analysis/stability/stability.h"
#include "base/name.h"
#include "catalogue/catalogue.h"
#include "catalogue/verbs.h"
#include "inquiry/claims/claims.h"
#include "inquiry/debrief/debrief.h"
#include "inquiry/design/design.h"
#include "inquiry/diff/diff.h"
#include "inquiry/explore/explore.h"
#include "inquiry/goals/goals.h"
#include "inquiry/import/import.h"
#include "inquiry/study/study.h"
#include "inquiry/validate/validate.h"
#include "inquiry/why/why.h"

namespace entente::catalogue {

std::span<const Analysis* const> all() {
  // One name a line, sorted by the name on the card.
  // clang-format off
  static constexpr const Analysis* kAll[] = {
      &analysis::agreements,
      &analysis::alignment,
      &analysis::allies,
      &analysis::architecture,
      &analysis::arsenal,
      &analysis::burden,
      &analysis::casus,
      &check,
      &inquiry::claims,
      &analysis::commerce,
      &analysis::credibility,
      &analysis::crisis,
      &analysis::cutoff,
      &inquiry::debrief,
      &describe,
      &inquiry::design,
      &analysis::deterrence,
      &inquiry::diff,
      &analysis::entrapment,
      &inquiry::explore,
      &analysis::forecast,
      &inquiry::goals,
      &analysis::hedge,
      &inquiry::import,
      &analysis::ledger,
      &list,
      &analysis::negotiate,
      &analysis::network,
      &new_file,
      &analysis::panel,
      &analysis::similarity,
      &analysis::stability,
      &inquiry::study,
      &inquiry::validate,
      &version,
      &inquiry::why,
  };
  // clang-format on
  return kAll;
}

const Analysis* find(std::string_view name) { return find(all(), name); }

Result<card::Record> run(std::string_view name, const std::string& subject,
                         const card::Arguments& arguments, const Run& run,
                         const scenario::Library& library) {
  if (const Analysis* found = find(name)) {
    return catalogue::run(*found, subject, arguments, run, library);
  }
  std::vector<std::string> names;
  for (const Analysis* analysis : all()) names.emplace_back(analysis->card.name);
  return Error{Code::unknown_verb,
               {"arguments", 0, 0},
               "there is no analysis called `" + std::string(name) + "`",
               did_you_mean(name, names)};
}

}  // namespace entente::catalogue
