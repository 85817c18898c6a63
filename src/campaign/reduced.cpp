#include <algorithm>

#include "campaign/allocation.h"

namespace entente::campaign {
namespace {

/// Sums of caps may pass a limit by rounding alone.
constexpr double kRounding = 1 + 1e-12;

/// Takes slots out of a problem one pool after another.
class Reducing {
 public:
  explicit Reducing(const Problem& problem) : p_(problem), active_(problem.slots.size(), true) {}

  Problem run() {
    Problem rest = p_;  // Its net demand falls as pools are sent.
    bool changed = true;
    while (changed) {
      changed = false;
      for (std::size_t j = 0; j < active_.size(); ++j)
        if (active_[j] && !serves(rest, p_.slots[j])) active_[j] = false;
      for (const Limit& limit : p_.limits)
        if (any(limit) && free(limit)) {
          send(limit, rest);
          changed = true;
        }
    }
    return kept(std::move(rest));
  }

 private:
  static bool serves(const Problem& rest, const Slot& slot) {
    for (std::size_t t = slot.first; t < rest.periods; ++t) {
      const std::size_t at = slot.place * rest.periods + t;
      if (rest.net[at] > 0 && rest.weight[at] > 0 && slot.works[t] > 0) return true;
    }
    return false;
  }

  bool any(const Limit& limit) const {
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (active_[j]) return true;
    return false;
  }

  /// Whether all active slots of a pool can be filled at once in every period.
  bool free(const Limit& limit) const {
    for (std::size_t t = 0; t < p_.periods; ++t) {
      double all = 0, away = 0;
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        if (!active_[j]) continue;
        all += p_.slots[j].cap[t];
        if (!p_.slots[j].inside) away += p_.slots[j].cap[t];
      }
      if (away > limit.away[t] * kRounding || all > limit.all[t] * kRounding) return false;
    }
    return true;
  }

  void send(const Limit& limit, Problem& rest) {
    for (std::size_t j = limit.begin; j < limit.end; ++j) {
      if (!active_[j]) continue;
      active_[j] = false;
      const Slot& slot = p_.slots[j];
      for (std::size_t t = slot.first; t < p_.periods; ++t) {
        double& net = rest.net[slot.place * p_.periods + t];
        net = std::max(0.0, net - slot.cap[t] * slot.works[t]);
      }
    }
  }

  Problem kept(Problem rest) const {
    rest.slots.clear();
    rest.limits.clear();
    for (const Limit& limit : p_.limits) {
      Limit left = limit;
      left.begin = rest.slots.size();
      left.inside = false;
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        if (active_[j]) {
          left.inside = left.inside || p_.slots[j].inside;
          rest.slots.push_back(p_.slots[j]);
        }
      left.end = rest.slots.size();
      if (left.begin < left.end) rest.limits.push_back(std::move(left));
    }
    return rest;
  }

  const Problem& p_;
  std::vector<bool> active_;
};

}  // namespace

Problem reduced(const Problem& problem) { return Reducing(problem).run(); }

}  // namespace entente::campaign
