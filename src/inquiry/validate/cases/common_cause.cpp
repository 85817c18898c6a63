#include "belief/common_cause.h"

#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

std::vector<Check> run(const scenario::Request&, card::Record&) {
  std::vector<Check> checks;
  struct Row {
    const char* rho;
    double value, none, all;
  };
  for (const Row& row : {Row{"0", 0, 0.00098, 0.2373}, Row{"0.1", 0.1, 0.0066, 0.3106},
                         Row{"0.3", 0.3, 0.0344, 0.4330}, Row{"0.5", 0.5, 0.0809, 0.5357}}) {
    const auto law = belief::beta_binomial_law(0.75, 5, row.value);
    const std::string name = std::string("Beta-binomial, rho ") + row.rho;
    checks.push_back(near(name + ", all fail", row.none, law.front(), 1e-4));
    checks.push_back(near(name + ", all hold", row.all, law.back(), 1e-4));
  }
  checks = citing("Skellam 1948", std::move(checks));
  constexpr double kThetas[] = {0.3, 0.54, 0.87};
  for (const Row& row : {Row{"0", 0, 0.0419, 0.1409}, Row{"0.3", 0.3, 0.075, 0.195},
                         Row{"0.7", 0.7, 0.117, 0.262}}) {
    const belief::CommonCause cause{belief::honour::find("common_factor_probit"), row.value, 0};
    const belief::Together found = belief::together(kThetas, cause);
    const std::string name = std::string("one-factor probit, rho ") + row.rho;
    checks.push_back(near(name + ", all fail", row.none, found.none, 3e-3));
    checks.push_back(near(name + ", all hold", row.all, found.all, 3e-3));
  }
  return checks;
}

}  // namespace

const Case common_cause_case{
    "common_cause",
    "What becomes of all promises of one promisor together, exact against independent figures.",
    "Vasicek 1987",
    "Skellam (1948), JRSS B 10 (Beta-binomial); Vasicek (1987) (one factor); figures computed "
    "independently, the probit ones by simulation",
    "derived",
    run};

}  // namespace entente::inquiry
