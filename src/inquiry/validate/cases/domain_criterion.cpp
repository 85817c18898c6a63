#include <cmath>
#include <string>

#include "inquiry/validate/cases/list.h"
#include "solve/designs.h"
#include "solve/regret.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kPoints = 4096;

/// The part of the cube of n dimensions in which the coordinates sum to at most c: the sum over j
/// of (-1)^j C(n, j) (c - j)^n / n! where c > j.
double volume(int n, double c) {
  double sum = 0, choose = 1, factorial = 1;
  for (int j = 0; j <= n; ++j) {
    if (j > 0) choose *= -static_cast<double>(n - j + 1) / j;
    if (j > 0) factorial *= j;
    if (c > j) sum += choose * std::pow(c - j, n);
  }
  return sum / factorial;
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  std::vector<Check> checks;
  for (const int n : {2, 3, 6}) {
    std::vector<std::string> names;
    for (int j = 0; j < n; ++j) names.push_back("x" + std::to_string(j));
    const solve::Design design = solve::sobol_points(kPoints, {request.run.seed, names});
    const double threshold = 0.4 * n;
    std::vector<char> met;
    for (std::size_t i = 0; i < kPoints; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < design.factors; ++j) sum += design.at(i, j);
      met.push_back(sum <= threshold ? 1 : 0);
    }
    checks.push_back(
        near("share of futures below a linear threshold, " + std::to_string(n) + " factors",
             volume(n, threshold), solve::domain_criterion(met).value, 0.01));
  }
  return checks;
}

}  // namespace

const Case domain_criterion_case{
    "domain_criterion",
    "The share of futures in which a plan satisfices is a volume.",
    "domain criterion",
    "Starr (1963), Product design and decision theory; Herman et al. (2015), Journal of Water "
    "Resources Planning and Management 141; volume: Irwin (1927) and Hall (1927)",
    "derived",
    run};

}  // namespace entente::inquiry
