#include <map>

#include "inquiry/goals/measures/list.h"

namespace entente::inquiry {
namespace {

constexpr double kMost = 3;  // The highest level of an institution.

std::vector<Item> pairs(const Scene& scene) {
  std::map<std::pair<Symbol, Symbol>, Item> found;
  for (const Held& one : scene.held) {
    const Symbol a = one.promise->promisor, b = one.promise->beneficiary;
    if (one.promise->institution < 1 || a == b) continue;
    auto& by = found[a < b ? std::pair(a, b) : std::pair(b, a)].by;
    const double value = one.promise->institution / kMost;
    // Articles of one agreement say the same of a pair.
    if (by.empty() || by.back().needs != one.needs || by.back().value != value)
      by.push_back({one.needs, value});
  }
  std::vector<Item> things;
  for (auto& [key, thing] : found) things.push_back(std::move(thing));
  return things;
}

}  // namespace

const Measure modernise_measure{
    .name = "interoperable",
    .goal = "modernise",
    .unit = "pairs of states (joint command counts 1)",
    .formula =
        "Sum over pairs of states of max institution / 3 among agreements with a promise "
        "between them; contact 1/3, staffs 2/3, command 1.",
    .source =
        "Institution levels as of the library; that they are equal steps, and that standing "
        "institutions make forces fit one another, are assumptions of this project",
    .things = pairs};

}  // namespace entente::inquiry
