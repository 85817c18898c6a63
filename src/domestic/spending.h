/// Guns against butter: who pays for a rise in defence spending, and how far it can go.
///
/// Floor 2; part of domestic. A rise is in per cent of GDP a year; it is paid by taxes, by debt and
/// by cuts in social spending, and each costs support. Source: models of this project, section 16.
#pragma once

#include "domestic/gates.h"
#include "domestic/movers.h"

namespace entente::domestic {

/// Shares of a rise by who pays. REQUIRES: none below 0, sum 1 within 1e-9.
struct Funding {
  double tax = 1, debt = 0, social = 0;
};

/// Support lost per per cent of GDP so funded, >= 0: k_tax tax + k_debt debt + k_social social.
[[nodiscard]] double backlash(const Funding& funding, const Movers& movers);

/// Support for a rise of `percent` of GDP (>= 0) when the rise for nothing would have `support`;
/// in [0, 1]. It never rises with the size of the rise.
[[nodiscard]] double support_for_rise(double support, double percent, const Funding& funding,
                                      const Movers& movers);

/// The greatest rise (per cent of GDP, in [0, most]) that passes the gate of `Decision::tax` where
/// any of it is taxed or cut from social spending, and of `Decision::budget` where all is borrowed.
/// 0 where even nothing passes. REQUIRES: most >= 0.
[[nodiscard]] double greatest_rise(double support, Regime regime, const Funding& funding,
                                   const Movers& movers, const Gates& gates, double most);

}  // namespace entente::domestic
