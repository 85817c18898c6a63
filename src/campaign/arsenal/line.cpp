#include "campaign/arsenal/line.h"

#include <algorithm>
#include <cmath>

namespace entente::campaign {
namespace {

constexpr double kReached = 3;  // Time constants until 95 % of a plan: 1 - exp(-3).

bool grows(const Line& line) { return line.target > line.output && line.target_days > 0; }

/// Planned output added up from day 0.
double planned_until(const Line& line, double day) {
  if (!grows(line)) return line.output * day;
  const double tau = line.target_days / kReached;
  return line.target * day - (line.target - line.output) * tau * (1 - std::exp(-day / tau));
}

/// Rounds a day that components allow.
double components(const Line& line, const Surge& surge, double planned) {
  return std::isfinite(line.component) ? line.component : surge.headroom * planned;
}

}  // namespace

double planned_output(const Line& line, double day) {
  if (!grows(line)) return line.output;
  return line.target - (line.target - line.output) * std::exp(-kReached * day / line.target_days);
}

double full_output(const Line& line, const Surge& surge, double day) {
  const double planned = planned_output(line, day);
  return std::min(planned * surge.factor, components(line, surge, planned));
}

std::vector<double> deliveries(const Line& line, const Surge& surge, int days) {
  std::vector<double> all;
  all.reserve(static_cast<std::size_t>(std::max(0, days)));
  const double begin = std::min(surge.after_days, line.lead_days);
  double delivered = 0;
  for (int day = 0; day < days; ++day) {
    const double noon = day + 0.5, end = day + 1;
    const double planned = planned_output(line, noon);
    const double since = std::max(0.0, noon - begin);
    const double shifts = 1 + (surge.factor - 1) * (1 - std::exp(-since / surge.lag_days));
    double ordered = planned_until(line, end + line.lead_days);
    if (noon >= line.lead_days) ordered += surge.extra_rounds;
    const double most = std::min(planned * shifts, components(line, surge, planned));
    all.push_back(std::clamp(ordered - delivered, 0.0, std::max(0.0, most)));
    delivered += all.back();
  }
  return all;
}

}  // namespace entente::campaign
