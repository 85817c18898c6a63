/// The periods of a battle up to its clock, the last one cut off there.
///
/// Floor 4; part of campaign.
#pragma once

#include <algorithm>
#include <cstddef>

#include "campaign/adjudication/win.h"

namespace entente::campaign::adjudication {

/// Days [begin, end) of the battle, in which strengths are those of period `index`.
struct Period {
  std::size_t index = 0;
  double begin = 0, end = 0;
};

/// For range-based loops: `for (const Period period : Periods(battle, until))`.
class Periods {
 public:
  Periods(const Battle& battle, double until) : battle_(&battle), until_(until) {}

  class Iterator {
   public:
    Iterator(const Periods& periods, std::size_t at) : periods_(&periods), at_(at) {}
    Period operator*() const { return periods_->period(at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Periods* periods_;
    std::size_t at_;
  };

  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const {
    std::size_t count = 0;
    while (count < battle_->days.size() && battle_->days[count] < until_) ++count;
    return {*this, count};
  }

 private:
  [[nodiscard]] Period period(std::size_t i) const {
    const bool last = i + 1 == battle_->days.size();
    const double next = last ? battle_->horizon : battle_->days[i + 1];
    return {i, static_cast<double>(battle_->days[i]), std::min(next, until_)};
  }

  const Battle* battle_;
  double until_;
};

}  // namespace entente::campaign::adjudication
