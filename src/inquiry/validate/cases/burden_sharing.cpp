#include "inquiry/validate/cases/list.h"
#include "solve/public_good.h"

namespace entente::inquiry {
namespace {

constexpr double kTaste = 0.1;

solve::Provision given(double richer, double poorer) {
  const std::vector<solve::Contributor> both{{richer, kTaste, 0}, {poorer, kTaste, 0}};
  return solve::voluntary(both);
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const std::vector<solve::Contributor> uneven{{100, kTaste, 0}, {20, kTaste, 0}};
  const double corner = (1 - kTaste) * 100;
  const auto givers = [](double poorer) {
    return static_cast<std::int64_t>(given(100, poorer).givers());
  };
  return {
      near("gift of the first of two alike", 5.26316, given(100, 100).gifts[0], 5e-6),
      near("gift of the second", 5.26316, given(100, 100).gifts[1], 5e-6),
      near("gift of the richer, 100 and 20", 10, given(100, 20).gifts[0], 1e-12),
      near("gift of the poorer", 0, given(100, 20).gifts[1], 0),
      same("givers where the poorer has (1 - a) of the richer", std::int64_t{1}, givers(corner)),
      same("givers where it has a little more", std::int64_t{2}, givers(corner * 1.000001)),
      near("efficient total of 100 and 20", 12, solve::lindahl(uneven).total, 1e-12),
  };
}

}  // namespace

const Case burden_sharing_case{
    "burden_sharing",
    "The smaller ally gives too little, and below a share of the larger's income nothing.",
    "Olson, Zeckhauser 1966",
    "Olson and Zeckhauser (1966), Review of Economics and Statistics 48: 266-279 (propositions; "
    "the figures worked out by hand for U = y^.9 Q^.1)",
    "derived",
    run};

}  // namespace entente::inquiry
