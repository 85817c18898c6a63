#include "analysis/deterrence/sponsors.h"

#include <algorithm>

namespace entente::analysis {
namespace {

using campaign::Answer;

constexpr std::string_view kVerb = " attacks ";

std::size_t bound(const Answer& answer) {
  return static_cast<std::size_t>(
      std::ranges::count_if(answer.helpers, [](const campaign::Helper& helper) {
        return world::binds(helper.duty) && !helper.ad_hoc();
      }));
}

}  // namespace

std::array<actors::Proxy, kBlames> readings_of(const actors::Proxy& proxy) {
  return {{{proxy.link, 0}, proxy, {proxy.link, 1}}};
}

Result<std::vector<Sponsored>> sponsored(const Asked& asked, const scenario::Library& library) {
  const campaign::Situation& s = asked.question.situation;
  std::vector<Sponsored> found;
  scenario::Library other = library;
  std::vector<world::Contingency> named;
  for (std::size_t q = 0; q < asked.players.size(); ++q) {
    const auto place = static_cast<std::size_t>(asked.players[q].place);
    const Symbol sponsor = s.places[place].sponsor;
    if (!sponsor) continue;
    found.push_back({q, sponsor, bound(s.law[place]), 0});
    world::Contingency one = *s.law[place].contingency;
    const std::size_t verb = one.event.find(kVerb);
    one.event = asked.symbols.name(sponsor) + one.event.substr(verb);
    named.push_back(std::move(one));
  }
  if (found.empty()) return found;
  other.world.contingencies = std::move(named);
  const auto law = campaign::answers(other);
  if (!law) return law.error();
  for (std::size_t i = 0; i < found.size(); ++i) found[i].bound_against_sponsor = bound((*law)[i]);
  return found;
}

}  // namespace entente::analysis
