#include <algorithm>
#include <string>

#include "inquiry/validate/cases/list.h"
#include "solve/designs.h"
#include "solve/prim.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kPoints = 1000;

/// 1 where `least` is passed: the target says more than .9, not how much.
Check more_than(const std::string& figure, double least, double computed) {
  return {figure, least, computed, 0, computed > least};
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  const std::vector<std::string> names{"w", "x", "y", "z"};
  const solve::Design design = solve::latin_hypercube(kPoints, {request.run.seed, names});
  solve::PrimCases cases{names.size(), design.values, {}};
  for (std::size_t i = 0; i < kPoints; ++i) {
    const bool in = design.at(i, 0) > 0.2 && design.at(i, 0) < 0.7 && design.at(i, 2) > 0.6;
    cases.interest.push_back(in ? 1 : 0);
  }
  const solve::PrimSearch found = solve::prim(cases);
  return {
      more_than("coverage of a box planted in four dimensions, more than", 0.9, found.box.coverage),
      more_than("its density, more than", 0.9, found.box.density),
      near("lower end of its first side", 0.2, found.box.low[0], 0.05),
      near("upper end of its first side", 0.7, found.box.high[0], 0.05),
      near("lower end of its second side", 0.6, found.box.low[2], 0.05),
      same("quasi-p of both sides below .001", true,
           std::max(found.quasi_p[0], found.quasi_p[2]) < 1e-3)};
}

}  // namespace

const Case planted_box_case{"planted_box",
                            "The patient rule induction method recovers a box that was planted.",
                            "patient rule induction",
                            "Friedman and Fisher (1999), Statistics and Computing 9:123; quasi-p: "
                            "Bryant and Lempert (2010), "
                            "Technological Forecasting and Social Change 77:34",
                            "derived",
                            run};

}  // namespace entente::inquiry
