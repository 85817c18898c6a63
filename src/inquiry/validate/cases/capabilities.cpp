#include "panel/capabilities.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "history/store.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

constexpr std::string_view kTables[] = {"nmc"};
/// Published values, by state and year.
struct Known {
  const char* figure;
  std::int64_t state, year;
  double cinc;
};
constexpr Known kKnown[] = {{"USA 1945", 2, 1945, 0.38386354},
                            {"USA 2012", 2, 2012, 0.13892639},
                            {"China 2012", 710, 2012, 0.2203252}};
constexpr double kTolerance = 1e-6;

std::vector<Check> idle(const std::string& needs) {
  std::vector<Check> checks{not_run("largest difference, all years", 0.0, kTolerance, needs)};
  for (const Known& one : kKnown)
    checks.push_back(not_run(one.figure, one.cinc, kTolerance, needs));
  return checks;
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  const auto store = history::Store::open_with(card::argument(request.arguments, "data"), kTables);
  if (!store) return idle("`entente import nmc` of version 6 or 7");
  const auto rows = store->read("nmc", {"ccode", "year", "milex", "milper", "irst", "pec", "tpop",
                                        "upop", "cinc", "version"});
  if (!rows) return idle("`entente import nmc` of version 6 or 7");
  // Versions stand side by side: each is a system of its own.
  std::map<std::string, std::vector<std::size_t>> versions;
  for (std::size_t i = 0; i < rows->rows; ++i) versions[rows->text("version")[i]].push_back(i);
  std::vector<Check> checks;
  for (const auto& [version, members] : versions) {
    std::vector<std::int64_t> years;
    std::array<std::vector<double>, 6> components;
    for (const std::size_t i : members) {
      years.push_back(rows->whole("year")[i]);
      for (std::size_t c = 0; c < components.size(); ++c)
        components[c].push_back(rows->number(panel::kComponents[c])[i]);
    }
    const std::vector<double> made = panel::index_of_capability(years, components);
    double worst = 0;
    for (std::size_t k = 0; k < members.size(); ++k) {
      const double published = rows->number("cinc")[members[k]];
      if (!std::isnan(published)) worst = std::max(worst, std::abs(made[k] - published));
      for (const Known& one : kKnown)
        if (rows->whole("ccode")[members[k]] == one.state && years[k] == one.year &&
            version.starts_with("6"))
          checks.push_back(near(one.figure, one.cinc, made[k], kTolerance));
    }
    checks.push_back(near("largest difference, version " + version, 0, worst, kTolerance));
  }
  for (Check& one : checks) one.inputs = store->inputs(kTables);
  return checks;
}

}  // namespace

const Case capabilities_case{
    "capabilities",
    "The Composite Index of National Capability from its six components.",
    "Singer et al. 1972",
    "Singer, Bremer and Stuckey (1972); National Material Capabilities, versions 6.0 and 7.0",
    "published",
    run};

}  // namespace entente::inquiry
