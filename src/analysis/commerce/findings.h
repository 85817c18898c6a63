/// What was found out about trade under pressure, and its tables.
///
/// Floor 5; part of commerce.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "campaign/trade/disturbance.h"
#include "card/record.h"
#include "scenario/analysis.h"
#include "solve/sums.h"

namespace entente::analysis {

using campaign::CommerceGround;
using campaign::Disturbance;

/// Coercion of one state by another.
struct Coercion {
  std::string sender, target;
  bool allied = false;
  double share_target = 0, share_sender = 0;  ///< Of all trade of each, with the other.
  double naive_target = 0;                    ///< The same by GDP alone.
  double loss_target = 0, loss_sender = 0;    ///< % of GDP.
};

struct CommerceFindings {
  const CommerceGround& ground;
  actors::CommerceTerms terms;
  std::vector<Disturbance> plain;  ///< By closing.
  std::vector<solve::Sums> sums;   ///< By closing; columns of `row_of`.
  bool varied = false;
  std::vector<Coercion> coercions;         ///< In the order asked.
  std::vector<solve::Sums> coercion_sums;  ///< Losses of target and of sender.
  std::vector<std::pair<double, double>>
      swings;  ///< By term: price of the last closing at its ends.
};

/// Figures of a disturbance in a fixed order, for sums.
enum class CommerceColumn {
  lost,
  price,
  after_stocks,
  lng_lost,
  lng_price,
  detour,
  freight,
  insurance,
  holders
};
[[nodiscard]] std::vector<double> row_of(const Disturbance& found);

/// By gravity: trade of i and j in proportion to their GDP over distance to `trade_distance`, times
/// exp(alliance_trade) for each pair bound to defend one another. Errors: `unknown_state`,
/// `bad_argument` (no pair), `unknown_name` (a state without GDP or place).
[[nodiscard]] Result<std::vector<Coercion>> coercions_of(const scenario::Request& request,
                                                         const actors::CommerceTerms& terms);

[[nodiscard]] std::span<const card::TableSpec> commerce_tables();
[[nodiscard]] std::span<const card::View> commerce_views();
void add_tables(card::Record& record, const CommerceFindings& findings);
[[nodiscard]] std::string commerce_finding(const CommerceFindings& findings);

}  // namespace entente::analysis
