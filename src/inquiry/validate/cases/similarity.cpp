#include "solve/similarity.h"

#include <cmath>

#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

using solve::Counting;
using solve::Disagreement;

std::vector<Check> run(const scenario::Request&, card::Record&) {
  constexpr int kA[] = {3, 3, 0, 0, 0, 0, 2, 1, 0, 0}, kB[] = {3, 0, 3, 0, 0, 0, 2, 0, 0, 0};
  solve::Portfolios ten(0, 3);
  for (int k = 0; k < 10; ++k) ten.add(kA[k], kB[k], 1);
  solve::Portfolios sparse(0, 1);  // 100 states, two disjoint pairs of ties.
  sparse.add(0, 0, 96, 96);
  sparse.add(1, 0, 2, 2);
  sparse.add(0, 1, 2, 2);
  const auto value = [](const std::optional<double>& found) { return found.value_or(NAN); };
  constexpr auto kOnce = Counting::once;
  constexpr auto kAbsolute = Disagreement::absolute, kSquared = Disagreement::squared;
  std::vector<Check> checks = {
      near("S", 0.533333, value(ten.s(kAbsolute, kOnce)), 1e-6),
      near("S, squared", 0.577778, value(ten.s(kSquared, kOnce)), 1e-6),
      near("tau-b", 0.348481, value(ten.tau_b()), 1e-6),
      near("pi, absolute", 0.414226, value(ten.pi(kAbsolute, kOnce)), 1e-6),
      near("kappa, absolute", 0.416667, value(ten.kappa(kAbsolute, kOnce)), 1e-6),
      near("pi, squared", 0.378069, value(ten.pi(kSquared, kOnce)), 1e-6),
      near("kappa, squared", 0.379085, value(ten.kappa(kSquared, kOnce)), 1e-6)};
  for (Check& one :
       citing("Haege 2011",
              {near("sparse ties, S", 0.92, value(sparse.s(kAbsolute, kOnce)), 1e-6),
               near("sparse ties, pi", -0.0204, value(sparse.pi(kAbsolute, kOnce)), 5e-5),
               near("sparse ties, kappa", -0.0204, value(sparse.kappa(kAbsolute, kOnce)), 5e-5),
               near("sparse ties, tau-b", -0.0204, value(sparse.tau_b()), 5e-5)}))
    checks.push_back(std::move(one));
  return checks;
}

}  // namespace

const Case similarity_case{
    "similarity",
    "Portfolios of ten ties, and of a hundred mostly empty ones, where S misleads.",
    "Signorino, Ritter 1999",
    "Signorino and Ritter (1999), International Studies Quarterly 43; Haege (2011), Political "
    "Analysis 19; figures computed independently",
    "derived",
    run};

}  // namespace entente::inquiry
