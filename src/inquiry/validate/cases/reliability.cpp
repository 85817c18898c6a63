#include <algorithm>
#include <cmath>

#include "belief/base_rates.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// As the paper prints them, in whole per cent.
struct Printed {
  const char *type, *name;
  double per_cent;
};
constexpr Printed kPrinted[] = {{"all", "all, per cent", 50},
                                {"all_before_1945", "before 1945", 66},
                                {"all_from_1945", "from 1945", 22},
                                {"defence", "defence", 41},
                                {"offence", "offence", 74},
                                {"neutrality", "neutrality", 78},
                                {"non_aggression", "non-aggression", 37}};

std::vector<Check> run(const scenario::Request&, card::Record&) {
  std::vector<Check> checks;
  for (const Printed& row : kPrinted) {
    const auto found =
        std::ranges::find(belief::counts(), std::string_view(row.type), &belief::Count::type);
    if (found == belief::counts().end()) continue;
    checks.push_back(near(std::string(row.name) + ", " + std::to_string(found->kept) + " of " +
                              std::to_string(found->all),
                          row.per_cent, 100.0 * found->kept / found->all, 0.5));
  }
  const double weight = belief::mixture_weight(
      belief::share("all"), belief::share("all_before_1945"), belief::share("all_from_1945"));
  checks.push_back(near("weight before 1945", 92.0 / 146, weight, 1e-9));
  return checks;
}

}  // namespace

const Case reliability_case{
    "reliability",
    "How often alliance promises were kept in war: counts against printed per cents.",
    "Berkemeier, Fuhrmann 2018",
    "Berkemeier and Fuhrmann (2018), Research & Politics",
    "published",
    run};

}  // namespace entente::inquiry
