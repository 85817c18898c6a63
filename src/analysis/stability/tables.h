/// Tables and finding of a question of stability.
///
/// Floor 5; part of stability.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/stability/asked.h"
#include "card/mover.h"

namespace entente::analysis {

/// One network, looked at.
struct NetworkFindings {
  const AskedNetwork& network;
  solve::Stability stability;
  std::optional<solve::Stability> with_trade = {};
  std::vector<bool> alone = {};            ///< [state]: the strongest other state beats it alone.
  std::vector<double> vulnerable_in = {};  ///< [state]: share of worlds of strengths; may be empty.
  double count_p05 = 0, count_p95 = 0;     ///< Of vulnerable states over worlds.
  /// Of the count of vulnerable states, and of the mean ratio of the strongest attacks.
  std::vector<card::Mover> movers = {}, ratio_movers = {};
};

[[nodiscard]] std::span<const card::TableSpec> stability_tables();
[[nodiscard]] std::span<const card::View> stability_views();
void add_tables(card::Record& record, const StabilityAsked& asked,
                const std::vector<NetworkFindings>& findings);
[[nodiscard]] std::string stability_finding(const StabilityAsked& asked,
                                            const std::vector<NetworkFindings>& findings);

}  // namespace entente::analysis
