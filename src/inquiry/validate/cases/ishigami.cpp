#include <cmath>
#include <string>

#include "inquiry/validate/cases/list.h"
#include "solve/designs.h"
#include "solve/sobol_indices.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kPoints = 1U << 14U;

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  const double pi = std::acos(-1.0), a = 7, b = 0.1;
  const std::vector<std::string> names{"x1", "x2", "x3"};
  const solve::Design design = solve::saltelli_design(kPoints, true, {request.run.seed, names});
  std::vector<double> answers;
  for (std::size_t i = 0; i < design.rows(); ++i) {
    const auto x = [&](std::size_t j) { return pi * (2 * design.at(i, j) - 1); };
    answers.push_back(std::sin(x(0)) + a * std::pow(std::sin(x(1)), 2) +
                      b * std::pow(x(2), 4) * std::sin(x(0)));
  }
  const solve::SobolIndices found = solve::sobol_indices(
      answers, 3, true, 0, Stream(request.run.seed, 0, "ishigami", "bootstrap"));
  const double variance = a * a / 8 + b * std::pow(pi, 4) / 5 + b * b * std::pow(pi, 8) / 18 + 0.5;
  std::vector<Check> checks{near("variance in closed form", 13.8446, variance, 5e-5),
                            near("variance over the points", 13.8446, found.variance, 0.1)};
  const double first[] = {0.3139, 0.4424, 0}, total[] = {0.5576, 0.4424, 0.2437};
  for (std::size_t i = 0; i < 3; ++i) {
    checks.push_back(
        near("first-order index of " + names[i], first[i], found.first[i].value, 0.01));
    checks.push_back(near("total index of " + names[i], total[i], found.total[i].value, 0.01));
  }
  checks.push_back(near("second-order index of x1 and x3", 0.2437, found.second[1].value, 0.01));
  return checks;
}

}  // namespace

const Case ishigami_case{"ishigami",
                         "Sobol' indices of a function whose indices are known in closed form.",
                         "Ishigami and Homma 1990",
                         "Ishigami and Homma (1990), First International Symposium on Uncertainty "
                         "Modeling and Analysis; "
                         "indices: Sobol' and Levitan (1999); estimators: Saltelli et al. (2010)",
                         "published",
                         run};

}  // namespace entente::inquiry
