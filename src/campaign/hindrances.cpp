#include "campaign/hindrances.h"

#include <algorithm>

#include "base/name.h"
#include "base/stream.h"

namespace entente::campaign {

bool denied(const scenario::Library& library, const world::Pool& pool, Symbol theatre) {
  return std::ranges::any_of(library.plan.denials, [&](const scenario::Denial& one) {
    return one.host != pool.owner && (!one.theatre || one.theatre == theatre) &&
           std::ranges::any_of(library.world.home_bases, [&](const world::HomeBase& home) {
             return home.state == one.host && home.base == pool.base;
           });
  });
}

std::vector<DisruptionCase> disruptions_of(const scenario::Library& library,
                                           const std::vector<OwnerCase>& owners,
                                           const std::vector<Answer>& law) {
  std::vector<DisruptionCase> all;
  for (const scenario::Disruption& one : library.plan.disruptions) {
    const auto hit = [&](Symbol state) {
      return std::ranges::find(one.states, state) != one.states.end();
    };
    DisruptionCase made;
    for (const OwnerCase& owner : owners) made.owners.push_back(hit(owner.state));
    for (const Answer& answer : law)
      made.places.push_back(std::ranges::any_of(answer.targets, hit));
    std::vector<std::string> hit_states;
    for (const Symbol state : one.states) hit_states.push_back(library.world.symbols.name(state));
    const std::string names = join(hit_states, ",");
    made.share = {one.share, name_hash({"disruption", names})};
    made.days = {one.days, name_hash({"disruption_days", names})};
    all.push_back(std::move(made));
  }
  return all;
}

double working(const std::vector<DisruptionCase>& disruptions,
               const std::vector<std::pair<double, double>>& taken,
               const std::vector<bool> DisruptionCase::*hit, std::size_t whom, double day,
               double end) {
  double left = 1;
  for (std::size_t i = 0; i < disruptions.size(); ++i)
    if ((disruptions[i].*hit)[whom])
      left *= 1 - taken[i].first * std::clamp((taken[i].second - day) / (end - day), 0.0, 1.0);
  return left;
}

}  // namespace entente::campaign
