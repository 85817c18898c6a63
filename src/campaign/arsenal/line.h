/// A production line: what it delivers on each day.
///
/// Floor 4; standard library only.
#pragma once

#include <limits>
#include <vector>

namespace entente::campaign {

/// Rounds a day unless said otherwise.
struct Line {
  double output = 0;       ///< At present, >= 0.
  double target = 0;       ///< Planned; no more than `output` means none.
  double target_days = 0;  ///< Until the plan is reached to 95 %.
  double lead_days = 0;    ///< From order to delivery: what is ordered fills a pipeline this long.
  /// Rounds that the scarcest component allows; infinite where it is not counted.
  double component = std::numeric_limits<double>::infinity();
};

/// What war makes of a line.
struct Surge {
  double factor = 1;        ///< Output with all shifts over that with the present ones, >= 1.
  double after_days = 0;    ///< Until further shifts begin.
  double lag_days = 1;      ///< Time constant of the growth, > 0.
  double headroom = 1;      ///< Of components that are not counted, over present output.
  double extra_rounds = 0;  ///< Ordered on day 0 on top of all plans.
};

/// Planned output on `day`: output + (target - output) (1 - exp(-3 day / target_days)), the
/// solution of cap' = (target - cap) / tau with tau a third of the days to the target.
[[nodiscard]] double planned_output(const Line& line, double day);

/// The most a line gives with every shift, when components bind: min(planned factor, components).
[[nodiscard]] double full_output(const Line& line, const Surge& surge, double day);

/// Rounds delivered in each of `days` days from day 0. A day gives no more than
///   min(planned x shifts, components),
/// where shifts grow from 1 to `factor` as 1 + (factor - 1) (1 - exp(-(t - after) / lag)) once
/// `after` (or the lead time, if shorter) has passed, and components are `component`, or `headroom`
/// times the planned output. Orders bind as well: more shifts bring forward what is in the
/// pipeline, so that up to day t no more is delivered than was planned up to t + lead_days; what is
/// ordered on day 0 counts from day lead_days. Cost O(days).
[[nodiscard]] std::vector<double> deliveries(const Line& line, const Surge& surge, int days);

}  // namespace entente::campaign
