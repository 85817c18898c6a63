#include "campaign/trade/kept.h"

#include <algorithm>

#include "campaign/assumed.h"

namespace entente::campaign {

TradeKept::TradeKept(const scenario::Library& library, const WorldId& id)
    : ground_(commerce_ground(library)), id_(id) {
  assume_all(actors::kCommerceTerms, terms_, library.plan);
  terms_ = all_in(actors::kCommerceTerms, terms_, library.plan, id);
}

double TradeKept::under(const std::vector<std::string>& contingencies) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(contingencies);
  if (found != known_.end()) return found->second;
  std::vector<Symbol> ids;
  for (const std::string& name : contingencies)
    ids.push_back(ground_.library.world.symbols.find(name));
  const Closing closing = closing_of(ground_, ids);
  const double kept =
      closing.parts.empty()
          ? 100
          : 100 * (oil(commerce_world(ground_, closing, terms_, id_)) + containers(closing)) / 2;
  known_.emplace(contingencies, kept);
  return kept;
}

double TradeKept::oil(const CommerceWorld& world) {
  if (!usual_)
    usual_ = least_cost_flows(world.net, std::vector<double>(ground_.straits.size(), 0)).delivered;
  if (*usual_ <= 0) return 1;
  return std::min(1.0, least_cost_flows(world.net, world.closed).delivered / *usual_);
}

double TradeKept::containers(const Closing& closing) const {
  std::map<std::string, double> most;  // By contingency: the share that it keeps from passing.
  for (std::size_t p = 0; p < closing.parts.size(); ++p) {
    const auto& [strait, share] = closing.parts[p];
    if (ground_.containers[strait].value <= 0) continue;
    const std::string& name = ground_.straits[strait];
    const double passes =
        trade_number(ground_.containers[strait], "containers through " + name, id_) / 100;
    const double closed = trade_number(share, closing.of[p] + " closes " + name, id_);
    double& kept_back = most[closing.of[p]];
    kept_back = std::max(kept_back, std::clamp(passes * closed, 0.0, 1.0));
  }
  double open = 1;
  for (const auto& [contingency, kept_back] : most) open *= 1 - kept_back;
  return open;
}

}  // namespace entente::campaign
