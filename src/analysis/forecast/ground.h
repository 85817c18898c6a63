/// The system of states on the day of the scenario: who is tied to whom, who guards whom.
///
/// Floor 5; part of forecast.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/forecast/asked.h"
#include "campaign/hedge/guarded.h"
#include "solve/link_formation.h"

namespace entente::analysis {

inline constexpr int kMostRungs = 5;    ///< Of a tie: ratified defence with common command.
inline constexpr int kPactRung = 4;     ///< A ratified pact of defence.
inline constexpr int kPromiseRung = 3;  ///< Below it there is no promise to help.

/// A state that makes ties.
struct TieMaker {
  Symbol state;
  std::string name;
  double spending = 0, gdp = 0;  ///< bn USD.
  double democracy = 0;          ///< Index in [0, 1]; the mean of all where nobody says.
};

/// A promise of an agreement as a rung of the tie of two makers.
struct AgreedRung {
  std::size_t from = 0, to = 0;  ///< Makers: promisor, beneficiary.
  Symbol agreement;
  int rung = 0;
};

/// Covariates of a pair, [i * n + j], symmetric; all but `enemy` about the mean over pairs.
struct PairFacts {
  std::vector<double> democracy, regime, trade, asymmetry, distance;
};

/// Everything that does not differ between worlds. Points into the request's library and into
/// `asked`, which must outlive it.
struct ForecastGround {
  const ForecastAsked& asked;
  campaign::HedgeGround hedge;
  std::vector<campaign::Guarded> guarded;
  std::vector<std::string> names;        ///< Of the guarded.
  std::vector<std::ptrdiff_t> maker_of;  ///< [guarded] -1: nobody knows its spending or product.
  std::vector<Symbol> guarantors;        ///< Each once, by name.
  std::vector<std::string> guarantor_names;
  std::vector<std::size_t> guarantor_of;  ///< [guarded] place in `guarantors`.
  std::size_t hub = 0;                    ///< Place in `guarantors`.
  std::vector<TieMaker> makers;           ///< By name.
  std::vector<AgreedRung> agreed;
  solve::ValuedTies ties;  ///< On the day.
  PairFacts pairs;
  std::vector<std::size_t> attackers;             ///< Makers that attack in a contingency.
  std::vector<std::vector<double>> km;            ///< [attacker][maker] between homelands.
  std::vector<std::vector<std::size_t>> targets;  ///< [player] guarded states it attacks.
};

/// The rung of a promise under an agreement of that rung: one to help has the agreement's own, or
/// where that says 0 what form and institution make of it; any other is worth less. Source: models
/// of this project, section 1 (derived index).
[[nodiscard]] int rung_of(const world::Commitment& promise, int agreement);

/// Errors: those of `hedge_ground` and `guarded_states`; `unknown_state` for a guarantor that
/// guards nobody.
[[nodiscard]] Result<ForecastGround> forecast_ground(const Request& request,
                                                     const ForecastAsked& asked);

}  // namespace entente::analysis
