#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/negotiate/findings.h"
#include "base/threads.h"
#include "card/assumption.h"

namespace entente::analysis {

std::vector<Swing> swings_of(const NegotiateFindings& findings, const Run& run) {
  const auto& about = findings.about;
  std::vector<Swing> swings;
  // How a number is put into an assembly.
  std::vector<std::function<void(Assembly&, double)>> puts;
  const auto add = [&](std::string name, std::string unit, const scenario::Ranged& range,
                       const std::string& source, std::function<void(Assembly&, double)> put) {
    if (range.low == range.high) return;
    swings.push_back({std::move(name), std::move(unit), source, range, 0, 0});
    puts.push_back(std::move(put));
  };
  for (std::size_t a = 0; a < about.actors.size(); ++a) {
    const scenario::Negotiator& actor = about.actors[a];
    add("position of " + actor.name, about.unit, actor.position, actor.source,
        [a](Assembly& at, double value) {
          solve::Chooser& one = at.choosers[a];
          one.ideal = std::clamp(value, one.never_below, one.never_above);
        });
    add("salience of " + actor.name, "share", actor.salience, actor.source,
        [a, capability = actor.capability](Assembly& at, double value) {
          at.choosers[a].weight = capability * value;
        });
  }
  const std::string ours(card::kOurs);
  add("exponent of distance", "", {1, findings.base.rules.exponent, 2}, ours,
      [](Assembly& at, double value) { at.rules.exponent = value; });
  add("cost of a contest", "of all options", {0.02, findings.base.rules.contest_cost, 0.1}, ours,
      [](Assembly& at, double value) { at.rules.contest_cost = value; });
  on_threads(swings.size(), run, [&](std::size_t i) {
    const auto bargained = [&](double value) {
      Assembly moved = findings.base;
      puts[i](moved, value);
      return outcome_of(findings, moved, true).bargained;
    };
    swings[i].low = bargained(swings[i].range.low);
    swings[i].high = bargained(swings[i].range.high);
  });
  std::ranges::stable_sort(swings, [](const Swing& a, const Swing& b) {
    return std::abs(a.high - a.low) > std::abs(b.high - b.low);
  });
  return swings;
}

}  // namespace entente::analysis
