#include "campaign/pressures.h"

#include <algorithm>

#include "actors/hedge/premises.h"
#include "base/stream.h"
#include "campaign/assumed.h"

namespace entente::campaign {
namespace {

using world::Uncertain;

constexpr double kLeastHazard = 0.01, kMostHazard = 100;

bool among(std::span<const Symbol> states, std::span<const Symbol> targets) {
  return std::ranges::any_of(
      targets, [&](Symbol target) { return std::ranges::find(states, target) != states.end(); });
}

bool bears(const scenario::Pressure& one, Symbol contingency, std::span<const Symbol> targets) {
  if (one.contingencies.empty() && one.states.empty()) return true;
  return std::ranges::find(one.contingencies, contingency) != one.contingencies.end() ||
         among(one.states, targets);
}

/// An assumption of hedging in a world; the same there and here.
double hedged(double actors::hedge::Premises::*which, const scenario::Plan& plan,
              const std::function<double(const Knob&)>& sample) {
  const auto one =
      std::ranges::find(actors::hedge::kPremises, which, &actors::hedge::Premise::value);
  const Uncertain* instead = lever_on(plan, one->field.name);
  const double value = instead == nullptr ? actors::hedge::Premises{}.*which : instead->value;
  return sample({range_of(one->field, value, plan), assumption_key(one->field.name)});
}

}  // namespace

std::vector<PressureCase> pressures_on(const scenario::Library& library, Symbol contingency,
                                       std::span<const Symbol> targets) {
  std::vector<PressureCase> found;
  for (std::size_t i = 0; i < library.plan.pressures.size(); ++i) {
    const scenario::Pressure& one = library.plan.pressures[i];
    if (!bears(one, contingency, targets)) continue;
    const std::string number = std::to_string(i);
    const auto knob = [&](const std::optional<Uncertain>& range, std::string_view what) {
      return Knob{range.value_or(Uncertain::known(0)), name_hash({"pressure", number, what})};
    };
    found.push_back({one.lever, knob(one.hazard, "hazard"), knob(one.conceded, "conceded"),
                     knob(one.cost, "cost"), knob(one.slip, "slip"), one.offer});
  }
  return found;
}

std::vector<UmbrellaCase> umbrellas_over(const scenario::Library& library,
                                         std::span<const Symbol> targets) {
  std::vector<UmbrellaCase> found;
  for (std::size_t i = 0; i < library.plan.umbrellas.size(); ++i) {
    const scenario::UmbrellaChange& one = library.plan.umbrellas[i];
    if (among(one.states, targets))
      found.push_back({one.guarantor, {one.by, name_hash({"umbrella", std::to_string(i)})}});
  }
  return found;
}

actors::Pressure together(std::span<const PressureCase> pressures,
                          const std::function<double(const Knob&)>& sample,
                          const scenario::Plan& plan) {
  actors::Pressure all;
  if (pressures.empty()) return all;
  for (const PressureCase& one : pressures) {
    all.hazard *= 1 + sample(one.hazard);
    all.conceded += sample(one.conceded);
    all.cost += sample(one.cost);
    all.slip += sample(one.slip);
    all.offer = all.offer || one.offer;
  }
  all.hazard = std::clamp(all.hazard, kLeastHazard, kMostHazard);
  all.conceded = std::clamp(all.conceded, 0.0, 1.0);
  all.reputation = hedged(&actors::hedge::Premises::reputation, plan, sample);
  all.sharpness = hedged(&actors::hedge::Premises::attack_sharpness, plan, sample);
  return all;
}

}  // namespace entente::campaign
