/// How much trade at sea goes on while contingencies close straits, as one figure.
///
/// Floor 4; part of campaign.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "campaign/trade/ground.h"

namespace entente::campaign {

/// One world of trade. Safe from several threads. The library must outlive it.
class TradeKept {
 public:
  /// Assumptions are those of their fields and of the scenario.
  TradeKept(const scenario::Library& library, const WorldId& id);

  /// % of what goes by sea in peace, the mean of oil and of goods in containers. Oil: what is
  /// delivered by flows of least cost, of what is delivered with nothing closed. Containers: of
  /// each contingency the closed strait that most passes counts, since ships pass several and some
  /// stand in for others; what stays open multiplies. 100 where nothing is closed. Cost: one linear
  /// programme the first time for each set of contingencies.
  [[nodiscard]] double under(const std::vector<std::string>& contingencies);

  /// The assumptions in this world.
  [[nodiscard]] const actors::CommerceTerms& terms() const { return terms_; }

 private:
  [[nodiscard]] double oil(const CommerceWorld& world);
  [[nodiscard]] double containers(const Closing& closing) const;

  CommerceGround ground_;
  WorldId id_;
  actors::CommerceTerms terms_;
  std::mutex mutex_;
  std::optional<double> usual_;  ///< Oil delivered with nothing closed.
  std::map<std::vector<std::string>, double> known_;
};

}  // namespace entente::campaign
