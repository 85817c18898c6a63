#include <algorithm>

#include "campaign/joint.h"
#include "campaign/outline.h"

namespace entente::campaign {
namespace {

/// Sums of caps may pass a limit by rounding alone.
constexpr double kRounding = 1 + 1e-12;

/// Takes slots out of an outline one pool after another.
class Reducing {
 public:
  explicit Reducing(Outline& outline) : o_(outline), active_(outline.slots.size(), 1) {}

  void run() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (std::size_t j = 0; j < active_.size(); ++j)
        if (active_[j] != 0 && !serves(o_.slots[j])) active_[j] = 0;
      for (const Outline::Limit& limit : o_.limits)
        if (!limit.chooses && any(limit) && free(limit)) {
          send(limit);
          changed = true;
        }
    }
    keep();
  }

 private:
  bool serves(const Outline::Slot& slot) const {
    for (std::size_t t = slot.first; t < o_.periods; ++t) {
      const std::size_t at = slot.place * o_.periods + t;
      if (o_.net[at] > 0 && o_.weight[at] > 0 && slot.works[t] > 0) return true;
    }
    return false;
  }

  bool any(const Outline::Limit& limit) const {
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (active_[j] != 0) return true;
    return false;
  }

  /// Whether all active slots of a pool can be filled at once in every period.
  bool free(const Outline::Limit& limit) const {
    for (std::size_t t = 0; t < o_.periods; ++t) {
      double all = 0, away = 0;
      for (std::size_t j = limit.begin; j < limit.end; ++j) {
        if (active_[j] == 0) continue;
        all += o_.slots[j].cap[t];
        if (!o_.slots[j].inside) away += o_.slots[j].cap[t];
      }
      if (away > limit.away[t] * kRounding || all > limit.all[t] * kRounding) return false;
    }
    return true;
  }

  /// Net demand falls by what is sent.
  void send(const Outline::Limit& limit) {
    for (std::size_t j = limit.begin; j < limit.end; ++j) {
      if (active_[j] == 0) continue;
      active_[j] = 0;
      const Outline::Slot& slot = o_.slots[j];
      for (std::size_t t = slot.first; t < o_.periods; ++t) {
        double& net = o_.net[slot.place * o_.periods + t];
        net = std::max(0.0, net - slot.cap[t] * slot.works[t]);
      }
    }
  }

  /// Moves what is left to the front.
  void keep() {
    std::size_t slots = 0, limits = 0;
    for (Outline::Limit limit : o_.limits) {
      const std::size_t begin = slots;
      limit.inside = false;
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        if (active_[j] != 0) {
          limit.inside = limit.inside || o_.slots[j].inside;
          o_.slots[slots++] = o_.slots[j];
        }
      limit.begin = begin;
      limit.end = slots;
      if (begin < slots) o_.limits[limits++] = limit;
    }
    o_.slots.resize(slots);
    o_.limits.resize(limits);
  }

  Outline& o_;
  std::vector<char> active_;
};

}  // namespace

void reduce(Outline& outline) { Reducing(outline).run(); }

namespace {

/// The outline that is left, as part of the problem it was made from.
Problem part_of(const Problem& problem, const Outline& outline) {
  Problem rest = problem;
  rest.net = outline.net;
  rest.slots.clear();
  rest.limits.clear();
  for (const Outline::Slot& slot : outline.slots) rest.slots.push_back(problem.slots[slot.source]);
  for (const Outline::Limit& left : outline.limits) {
    Limit& limit = rest.limits.emplace_back(problem.limits[left.source]);
    limit.begin = left.begin;
    limit.end = left.end;
    limit.inside = left.inside;
  }
  return rest;
}

}  // namespace

Problem reduced(const Problem& problem) {
  Outline outline = outline_of(problem);
  reduce(outline);
  return part_of(problem, outline);
}

Problem reduced_under_lift(const Problem& problem, const Lift& lift) {
  Outline outline = outline_of(problem);
  for (Outline::Limit& limit : outline.limits)
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (takes_lift(problem.slots[outline.slots[j].source], lift)) limit.chooses = true;
  reduce(outline);
  return part_of(problem, outline);
}

}  // namespace entente::campaign
