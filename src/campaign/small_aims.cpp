// Further aims over the optima of a small problem.
#include <algorithm>

#include "campaign/small_programme.h"

namespace entente::campaign {
namespace {

/// How far further aims may leave the optimum, relative to it, or to a hundredth of what is asked.
constexpr double kKept = 1e-9, kLeastShare = 1e-2;

}  // namespace

bool SmallProgramme::level(std::span<const double> asked, std::span<const double> time) {
  part_.clear();
  group_.clear();
  size_.assign(o_->places, 0.0);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const double part = o_->weight[i] > 0 ? time[i % o_->periods] : 0;
    part_.push_back(part);
    group_.push_back(i / o_->periods);
    size_[i / o_->periods] += part * asked[i] / units_;
  }
  return simplex_.level({part_, group_, size_});
}

bool SmallProgramme::minimise(std::span<const double> cost) {
  const double most = cost.empty() ? 0 : std::ranges::max(cost);
  unit_cost_.clear();
  for (std::size_t i = 0; i < arrival_.size(); ++i)
    if (arrival_[i] != kNoVariable)
      unit_cost_.push_back(most > 0 ? cost[i / o_->periods] / most : 0);
  return simplex_.minimise(unit_cost_);
}

double SmallProgramme::there(std::size_t slot, std::size_t t) const {
  double sum = 0;
  for (std::size_t i = slot * o_->periods; i <= slot * o_->periods + t; ++i)
    if (arrival_[i] != kNoVariable) sum += simplex_.value(arrival_[i]);
  return std::max(0.0, sum) * units_;
}

double SmallProgramme::lacking(std::size_t cell) const {
  if (costs_[cell] <= 0) return std::max(0.0, o_->net[cell]);
  return std::max(0.0, kinks_[cell] - simplex_.supply(cell)) * units_;
}

bool SmallProgramme::kept() {
  Claim claim = claim_;
  for (std::size_t i = 0; i < claim.there.size(); ++i)
    claim.there[i] = there(i / o_->periods, i % o_->periods);
  const double upper = bounds_of(*o_, claim, work_).upper;
  return upper - optimum_ <= kKept * std::max(optimum_, kLeastShare * required(*o_));
}

}  // namespace entente::campaign
