#include "campaign/arsenal/wright.h"

#include <cmath>

namespace entente::campaign {

double learning_exponent(double progress_ratio) { return -std::log2(progress_ratio); }

double unit_cost(double first, double n, double exponent) { return first * std::pow(n, -exponent); }

double rounds_for(double budget, double cost, const Experience& experience, double exponent) {
  if (cost <= 0 || budget <= 0) return 0;
  const double own = experience.own, begin = own + experience.partners;
  if (own <= 0 || exponent <= 0) return budget / cost;
  if (exponent >= 1) exponent = 0.999;  // Half the cost with each doubling: no line learns faster.
  const double power = 1 - exponent;
  // cost * own^b * ((begin + N)^power - begin^power) / power = budget
  const double end = std::pow(begin, power) + budget * power / (cost * std::pow(own, exponent));
  return std::pow(end, 1 / power) - begin;
}

}  // namespace entente::campaign
