/// What every state feels towards every camp, kept while states move. Included by sources only.
///
/// Floor 1; part of solve.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "solve/landscape.h"

namespace entente::solve {

/// A move of one state; `change` of the energy.
struct Move {
  std::size_t state = 0;
  std::uint8_t to = 0;
  std::int64_t change = 0;
};

class Field {
 public:
  Field(const Landscape& landscape, Camps camps, int most)
      : landscape_(landscape), camps_(std::move(camps)), most_(static_cast<std::size_t>(most)) {
    make_canonical(camps_);
    rebuild();
  }

  [[nodiscard]] const Camps& camps() const { return camps_; }
  [[nodiscard]] std::size_t most() const { return most_; }

  /// Change of the energy when `state` goes to camp `to`.
  [[nodiscard]] std::int64_t change(std::size_t state, std::size_t to) const {
    const std::int64_t* const row = &felt_[state * most_];
    return 2 * (row[camps_[state]] - row[to]);
  }

  /// The first of the moves that lower the energy most, among those that `allowed` lets be.
  template <class Allowed>
  [[nodiscard]] std::optional<Move> best(const Allowed& allowed) const {
    std::optional<Move> found;
    for (std::size_t i = 0; i < camps_.size(); ++i)
      for (std::size_t c = 0; c < most_; ++c) {
        if (c == camps_[i]) continue;
        const std::int64_t by = change(i, c);
        if ((found && by >= found->change) || !allowed(i, c, by)) continue;
        found = Move{i, static_cast<std::uint8_t>(c), by};
      }
    return found;
  }

  void move(std::size_t state, std::uint8_t to) {
    const std::uint8_t from = camps_[state];
    for (std::size_t j = 0; j < camps_.size(); ++j) {
      const std::int64_t w = landscape_.weight(j, state);
      felt_[j * most_ + from] -= w;
      felt_[j * most_ + to] += w;
    }
    camps_[state] = to;
    const Camps before = camps_;
    make_canonical(camps_);
    if (before != camps_) rebuild();
  }

 private:
  void rebuild() {
    const std::size_t n = camps_.size();
    felt_.assign(n * most_, 0);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) felt_[i * most_ + camps_[j]] += landscape_.weight(i, j);
  }

  const Landscape& landscape_;
  Camps camps_;
  std::size_t most_;
  std::vector<std::int64_t> felt_;  ///< [state][camp]: sum of the weights towards its members.
};

/// The order of minima: energy, then camps.
[[nodiscard]] inline bool lower(const Minimum& a, const Minimum& b) {
  return a.energy != b.energy ? a.energy < b.energy : a.camps < b.camps;
}

}  // namespace entente::solve
