#include "analysis/cutoff/moves.h"

#include <algorithm>
#include <map>

#include "base/threads.h"

namespace entente::analysis {
namespace {

using namespace campaign;

/// Streams that are moved together, and the one range that they all have, where there is one.
struct Group {
  std::vector<std::uint64_t> keys = {};
  std::vector<world::Uncertain> ranges = {};

  void add(const Knob& knob) {
    if (knob.range.fixed()) return;
    keys.push_back(knob.key);
    ranges.push_back(knob.range);
  }
  [[nodiscard]] bool one_number() const {
    return std::ranges::all_of(ranges, [&](const world::Uncertain& range) {
      return range.value == ranges.front().value && range.low == ranges.front().low &&
             range.high == ranges.front().high;
    });
  }
};

std::map<std::string, Group> groups_of(const Dependents& dependents, const world::World& world) {
  std::map<std::string, Group> groups;
  const auto name = [&](Symbol symbol) { return world.symbols.name(symbol); };
  for (const Service& one : dependents.services()) {
    groups["dependence of " + name(one.row->user)].add(one.share);
    groups["dependence on " + name(one.row->service)].add(one.share);
    groups["days until " + name(one.row->service) + " lapses"].add(one.lapse_days);
  }
  std::erase_if(groups, [](const auto& one) { return one.second.keys.empty(); });
  return groups;
}

}  // namespace

std::vector<card::Mover> usable_movers(const Dependents& dependents, const world::World& world,
                                       const Run& run) {
  std::vector<card::Mover> movers;
  std::vector<Group> groups;
  for (auto& [name, group] : groups_of(dependents, world)) {
    card::Mover mover{.name = name};
    if (name.starts_with("days") && group.one_number()) {
      mover.low = quantile(group.ranges.front(), card::kLowEnd);
      mover.high = quantile(group.ranges.front(), card::kHighEnd);
      mover.unit = "days";
    }
    std::ranges::sort(group.keys);
    movers.push_back(std::move(mover));
    groups.push_back(std::move(group));
  }
  on_threads(2 * movers.size(), run, [&](std::size_t task) {
    const bool high = task % 2 == 1;
    const Push push{groups[task / 2].keys, high ? card::kHighEnd : card::kLowEnd};
    card::Mover& mover = movers[task / 2];
    (high ? mover.at_high : mover.at_low) = dependents.pushed_row(push)[dependents.overall(true)];
  });
  card::put_most_first(movers);
  return movers;
}

std::vector<card::Mover> gap_movers(const GapSweep& sweep, const Run& run) {
  const Question& question = sweep.question;
  const Situation& s = question.situation;
  const std::vector<int>& set = question.sets[largest_set(question)];
  std::vector<bool> touched(s.elements.size(), false);
  for (const Service& one : sweep.services)
    if (one.hold >= 0)
      touched[static_cast<std::size_t>(s.holds[static_cast<std::size_t>(one.hold)].element)] = true;
  const auto more = [&](const Push& push) {
    const Numbers numbers = numbers_of(s, question.premises, sweep.symbols, {}, &push);
    const auto gap = [&](Numbers changed) {
      const auto world = shared_world(s, std::move(changed));
      return s.percent(shortfall(draw_in(*world, Honour::expected), set, touched));
    };
    return std::vector<double>{gap(thrown_world(s, numbers, sweep.services, sweep.thrown, {})) -
                               gap(supplied_world(numbers, sweep.services))};
  };
  std::vector<Factor> factors = factors_of(question);
  std::erase_if(factors, [&](const Factor& one) {  // What no service of the patron bears on.
    if (one.elements.empty()) return false;
    for (std::size_t k = 0; k < touched.size(); ++k)
      if (touched[k] && one.elements[k]) return false;
    return true;
  });
  return movers_of(at_both_ends(question, std::move(factors), more, run), 0);
}

}  // namespace entente::analysis
