/// Oil between regions of the sea as a flow of least cost.
///
/// Floor 4; part of campaign. Two kinds share ways and straits: oil under an embargo, which some
/// importers refuse, and all other, which everybody takes.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::campaign {

/// What there is in one world. Amounts in million barrels a day.
struct OilNet {
  struct Way {
    std::size_t from = 0, to = 0;  ///< Regions.
    double days = 0;               ///< One way.
    double most = -1;              ///< In both directions together; below 0: no limit of its own.
    std::vector<std::size_t> straits;  ///< That it leads through.
  };
  std::vector<Way> ways;               ///< As the corridors of the library.
  std::vector<double> exports, needs;  ///< By region, not below 0.
  /// By region, in [0, 1]: the share of its exports under an embargo, and that of its needs of
  /// those who refuse such oil. Empty: there is no embargo.
  std::vector<double> embargoed = {}, refusing = {};
  std::vector<double> straits;  ///< The most that passes each, in both directions together.
};

struct OilFlows {
  std::vector<double> ways;      ///< From `from` to `to`, net of what goes back.
  std::vector<double> straits;   ///< Through each.
  std::vector<double> unserved;  ///< By region.
  double delivered = 0, barrel_days = 0;

  [[nodiscard]] double lost() const;
};

/// As much as can be is delivered, then in the fewest barrel-days. `closed`: share of each strait
/// that nothing passes, in [0, 1]. Among several optima the one the solver finds from scratch.
/// Cost: one linear programme of 2 ways + 21 regions columns; with an embargo 4 ways + 23 regions.
[[nodiscard]] OilFlows least_cost_flows(const OilNet& net, const std::vector<double>& closed);

/// Regions that cannot be left by sea once a strait is shut, by region, of those that could.
[[nodiscard]] std::vector<std::size_t> cut_off(const OilNet& net, std::size_t strait,
                                               const std::vector<bool>& at_sea);

}  // namespace entente::campaign
