/// More than two camps: every configuration by growth strings, one state placed after another.
#include <algorithm>

#include "base/threads.h"
#include "solve/growth_strings.h"
#include "solve/landscape_field.h"
#include "solve/landscape_listed.h"

namespace entente::solve {
namespace {

using Next = std::vector<std::uint32_t>;

/// Places the states after `camps` in every way.
class Placing {
 public:
  Placing(const Landscape& landscape, const Sought& sought, const GrowthStrings& strings,
          Next& next)
      : landscape_(landscape),
        most_(static_cast<std::size_t>(sought.camps)),
        sought_(sought),
        strings_(strings),
        next_(next) {}

  Listed below(const Camps& prefix) {
    camps_.assign(landscape_.states, 0);
    felt_.assign(landscape_.states * most_, 0);
    std::size_t begun = 0;
    for (std::size_t i = 0; i < prefix.size(); ++i) {
      place(i, prefix[i], 1);
      begun = std::max<std::size_t>(begun, prefix[i] + 1U);
    }
    Camps first = camps_;
    std::fill(first.begin() + static_cast<std::ptrdiff_t>(prefix.size()), first.end(), 0);
    number_ = strings_.number(first);
    go_on(prefix.size(), begun);
    return std::move(listed_);
  }

 private:
  /// Adds (`sign` 1) or takes away (-1) what a state in a camp means to the others.
  void place(std::size_t state, std::size_t camp, std::int64_t sign) {
    camps_[state] = static_cast<std::uint8_t>(camp);
    for (std::size_t j = 0; j < landscape_.states; ++j)
      felt_[j * most_ + camp] += sign * landscape_.weight(j, state);
  }

  void go_on(std::size_t state, std::size_t begun) {
    if (state == landscape_.states) return look();
    for (std::size_t camp = 0; camp < std::min(begun + 1, most_); ++camp) {
      place(state, camp, 1);
      go_on(state + 1, std::max(begun, camp + 1));
      place(state, camp, -1);
    }
  }

  /// What moving a state gains its camp less what it costs: below 0 where it would go.
  [[nodiscard]] std::int64_t ease(std::size_t state, std::size_t camp) const {
    return felt_[state * most_ + camps_[state]] - felt_[state * most_ + camp];
  }

  [[nodiscard]] bool rests(std::int64_t least) const {
    for (std::size_t i = 0; i < camps_.size(); ++i)
      for (std::size_t c = 0; c < most_; ++c)
        if (c != camps_[i] && ease(i, c) < least) return false;
    return true;
  }

  void look() {
    if (!next_.empty()) next_[number_] = follower();
    if (rests(sought_.ties == Ties::weak ? 0 : 1))
      listed_.add({energy_now(), number_}, sought_.most_listed);
    ++number_;
  }

  [[nodiscard]] std::int64_t energy_now() const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < camps_.size(); ++i)
      for (std::size_t c = 0; c < most_; ++c)
        if (c != camps_[i]) sum += felt_[i * most_ + c];
    return sum;
  }

  [[nodiscard]] std::uint32_t follower() const {
    std::int64_t best = 0;
    std::size_t state = 0, to = 0;
    for (std::size_t i = 0; i < camps_.size(); ++i)
      for (std::size_t c = 0; c < most_; ++c)
        if (c != camps_[i] && ease(i, c) < best) best = ease(i, c), state = i, to = c;
    if (best == 0) return static_cast<std::uint32_t>(number_);
    Camps after = camps_;
    after[state] = static_cast<std::uint8_t>(to);
    make_canonical(after);
    return static_cast<std::uint32_t>(strings_.number(after));
  }

  const Landscape& landscape_;
  std::size_t most_;
  const Sought& sought_;
  const GrowthStrings& strings_;
  Next& next_;
  Camps camps_;
  std::vector<std::int64_t> felt_;  ///< [state][camp], of the states placed so far.
  std::uint64_t number_ = 0;
  Listed listed_;
};

struct Part {
  Camps prefix;
  Listed listed;
};

/// All beginnings of a length, in order.
std::vector<Part> parts_of(std::size_t length, std::size_t most) {
  std::vector<Part> parts(1);
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<Part> longer;
    for (const Part& part : parts) {
      std::size_t begun = 0;
      for (const std::uint8_t camp : part.prefix) begun = std::max<std::size_t>(begun, camp + 1U);
      for (std::size_t camp = 0; camp < std::min(begun + 1, most); ++camp) {
        longer.push_back(part);
        longer.back().prefix.push_back(static_cast<std::uint8_t>(camp));
      }
    }
    parts = std::move(longer);
  }
  return parts;
}

void count_basins(Minima& minima, const Landscape& landscape, const std::vector<Numbered>& kept,
                  const Sought& sought, const GrowthStrings& strings, Next& next) {
  std::vector<std::uint32_t> reached(next.size(), 0), path;
  for (std::uint32_t at = 0; at < next.size(); ++at) {
    std::uint32_t end = at;
    for (; next[end] != end; end = next[end]) path.push_back(end);
    for (const std::uint32_t one : path) next[one] = end;
    path.clear();
    ++reached[end];
  }
  for (std::size_t i = 0; i < kept.size(); ++i) minima.found[i].basin = reached[kept[i].number];
  minima.basins = true;
  if (sought.ties == Ties::weak) return;
  for (std::uint32_t end = 0; end < next.size(); ++end)
    if (reached[end] > 0 && !is_minimum(landscape, strings.at(end), sought.camps, Ties::strict))
      minima.restless += reached[end];
}

}  // namespace

Minima partition_minima(const Landscape& landscape, const Sought& sought, const Run& run) {
  const GrowthStrings strings(landscape.states, sought.camps);
  Next next;
  if (basins_countable(landscape.states, sought.camps))
    next.resize(static_cast<std::size_t>(strings.count()));
  std::vector<Part> parts =
      parts_of(std::min<std::size_t>(landscape.states, 6), static_cast<std::size_t>(sought.camps));
  const std::size_t whole = parts.size();
  Listed all;
  const std::size_t taken = in_order(
      parts, run,
      [&](Part& part) {
        part.listed = Placing(landscape, sought, strings, next).below(part.prefix);
      },
      [&](const Part& part) { all.add(part.listed, sought.most_listed); });
  if (taken != whole) throw Cancelled();

  Minima minima;
  minima.count = all.count;
  minima.checked = static_cast<std::uint64_t>(strings.count());
  std::sort(all.kept.begin(), all.kept.end());
  for (const Numbered& one : all.kept)
    minima.found.push_back({strings.at(one.number), one.energy, 0});
  if (!next.empty()) count_basins(minima, landscape, all.kept, sought, strings, next);
  return minima;
}

}  // namespace entente::solve
