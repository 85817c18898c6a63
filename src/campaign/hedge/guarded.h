/// A protected state: its guarantor by law, its options, and what a world of facts makes of them.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actors/hedge/ladder.h"
#include "campaign/hedge/asked.h"
#include "campaign/theatre.h"

namespace entente::campaign {

/// Everything that does not differ between worlds.
struct Guarded {
  Symbol state, guarantor;
  Symbol stood_for;  ///< The class whose rows stand for the state; empty: it has its own.
  std::optional<world::Commitment> promise;  ///< The most reliable one; none: it promised nothing.
  std::vector<world::Commitment> promises;   ///< All of that kind, by agreement.
  std::vector<const world::HedgeOption*> options;  ///< By rung.
  std::vector<std::string> closed;  ///< [option] why it is none, whatever opinion says; or empty.
  std::vector<const world::Dependency*> held;  ///< What the guarantor supplies.
  int player = -1;                             ///< The contingency that attacks it; -1: none does.
};

/// What a world of facts and assumptions makes of it.
struct HedgeCase {
  actors::hedge::Ladder ladder;
  std::vector<double> opinion, needed;  ///< [option] support with the threat of the day; its gate.
  double theta = 0, n0 = 8;             ///< Belief about the guarantor.
  std::vector<double> thetas;           ///< [promise] reliability without doubt.
  double mu = 0, ad_hoc = 0;            ///< Doubt in probits; reliability of who promised nothing.
  double budget = 0;
  solve::Programmes open = 0;
  double trade_at_risk = 0;  ///< % of trade at sea while the attack closes straits.
  double trade_cost = 0;     ///< % of GDP of that, which `war_cost` holds already; 0: not counted.
};

/// Facts and law, laid out once for all states.
struct HedgeGround {
  const scenario::Library& library;
  const HedgeAsked& asked;
  Premises premises;
  std::optional<Question> question;  ///< None: the scenario has no contingency.
  std::vector<Player> players;
  std::vector<world::Commitment> commitments;  ///< In force on the day.
};

/// Errors: those of `read_question`.
[[nodiscard]] Result<HedgeGround> hedge_ground(const scenario::Request& request,
                                               const HedgeAsked& asked);

/// The states that are asked about. Errors: `unknown_state`, `not_alive`, `unknown_name` (a state
/// without options, a guarantor that is none), `bad_value` (a state that guards itself, or to which
/// nobody promised anything), `missing_key` (a library without the table).
[[nodiscard]] Result<std::vector<Guarded>> guarded_states(const HedgeGround& ground);

/// Takes the budget below what was begun for a fault (`bad_value`), and options begun that the
/// state does not have (`unknown_name`).
[[nodiscard]] Faults check_committed(const HedgeGround& ground, const Guarded& state);

/// The case in a world; without number with the facts of the tables. Cost: where a contingency
/// gives the strengths, two allocations.
[[nodiscard]] HedgeCase case_in(const HedgeGround& ground, const Guarded& state, const WorldId& id,
                                const Run& run);

/// The problem of a case at these points, with limits and what was begun before.
[[nodiscard]] solve::PlanProblem plan_problem(const HedgeGround& ground, const Guarded& state,
                                              const HedgeCase& one,
                                              std::span<const actors::hedge::Point> points);

/// An assumption of hedging in a world.
[[nodiscard]] world::Uncertain premise_range(const HedgeGround& ground,
                                             const actors::hedge::Premise& premise);

}  // namespace entente::campaign
