/// Configurations of states in at most k camps, numbered: canonical strings in their order.
///
/// Floor 1; part of solve. A string is canonical where no camp comes before the camps with lower
/// numbers (restricted growth strings). Source: Knuth, The art of computer programming 4A, 7.2.1.5.
#pragma once

#include <cstdint>
#include <vector>

#include "solve/landscape.h"

namespace entente::solve {

class GrowthStrings {
 public:
  GrowthStrings(std::size_t states, int camps)
      : states_(states), camps_(static_cast<std::size_t>(camps)) {
    ways_.assign(states + 1, std::vector<double>(camps_ + 2, 0));
    for (std::size_t m = 0; m <= camps_; ++m) ways_[0][m] = 1;
    for (std::size_t left = 1; left <= states; ++left)
      for (std::size_t m = 0; m <= camps_; ++m)
        ways_[left][m] =
            static_cast<double>(m) * ways_[left - 1][m] + (m < camps_ ? ways_[left - 1][m + 1] : 0);
  }

  /// Strings that end in `left` more states after `begun` camps.
  [[nodiscard]] double ways(std::size_t left, std::size_t begun) const {
    return ways_[left][begun];
  }

  [[nodiscard]] double count() const { return ways_[states_][0]; }

  /// The place of a canonical string. REQUIRES: count() below 2^53.
  [[nodiscard]] std::uint64_t number(const Camps& camps) const {
    std::uint64_t number = 0;
    std::size_t begun = 0;
    for (std::size_t i = 0; i < states_; ++i) {
      const auto same = static_cast<std::uint64_t>(ways_[states_ - i - 1][begun]);
      number += camps[i] * same;  // Camps begun before come first, each with as many ends.
      if (camps[i] == begun) ++begun;
    }
    return number;
  }

  /// The string at a place. REQUIRES: number < count() < 2^53.
  [[nodiscard]] Camps at(std::uint64_t number) const {
    Camps camps(states_, 0);
    std::size_t begun = 0;
    for (std::size_t i = 0; i < states_; ++i) {
      const auto same = static_cast<std::uint64_t>(ways_[states_ - i - 1][begun]);
      const std::uint64_t camp = begun == 0 ? 0 : std::min<std::uint64_t>(number / same, begun);
      number -= camp * same;
      camps[i] = static_cast<std::uint8_t>(camp);
      if (camp == begun) ++begun;
    }
    return camps;
  }

 private:
  std::size_t states_, camps_;
  std::vector<std::vector<double>> ways_;  ///< [states left][camps begun]
};

}  // namespace entente::solve
