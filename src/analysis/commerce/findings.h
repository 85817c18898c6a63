/// What was found out about trade under pressure, and its tables.
///
/// Floor 5; part of commerce.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/commerce/ground.h"
#include "card/record.h"
#include "solve/sums.h"

namespace entente::analysis {

/// What one world of one closing comes to.
struct Disturbance {
  OilFlows usual, now;
  double lost = 0;                     ///< Million barrels a day more than usual.
  double price = 0, after_stocks = 0;  ///< Change of the price of oil, %.
  double lng_lost = 0, lng_price = 0;  ///< % of world trade; change of price, %.
  double detour = 0;                   ///< Days more a barrel that is delivered.
  double freight = 0, insurance = 0;   ///< USD a barrel.
  std::vector<double> short_share;     ///< By holder: of its imports, %.
  std::vector<double> gdp;        ///< By holder: % of GDP over a year, at that price after stocks.
  std::vector<double> days_left;  ///< By holder: until stocks are used up, at most `kNever`.
};

inline constexpr double kNever = 3650;

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

[[nodiscard]] Disturbance disturbance_of(const CommerceGround& ground, const CommerceWorld& world);

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
