/// How firm a promise may be: firm enough to deter, not so firm that the protégé starts a war.
///
/// Floor 2; part of actors. A patron's promise adds tau to the chance p0 that the protégé keeps the
/// prize. Source: models of this project, section 8, a reduced form of ours after Benson, Meirowitz
/// and Ramsay (2014), Journal of Conflict Resolution 58.
#pragma once

namespace entente::actors {

/// The contract, in prizes; chances in [0, 1].
struct Contract {
  double alone = 0;             ///< p0: that the protégé keeps the prize without the promise.
  double war_cost_protege = 0;  ///< cP >= 0.
  double crisis_cost = 0;       ///< k >= 0: what a crisis costs the challenger.
  double revision_gain = 0;     ///< w >= 0: what the protégé would win by a demand of its own.
  double value = 1;             ///< v > 0: of the protégé to the patron.
  double cost_firmness = 0;     ///< kappa >= 0: to the patron, for each unit of tau, in war.
};

/// Firmness is what a promise adds to the protégé's chance.
struct Window {
  double deters = 0;     ///< tau*: from here the challenger leaves it; below 0 without a promise.
  double credible = 0;   ///< v / kappa: up to here the patron would rather fight than not.
  double emboldens = 0;  ///< tau_E: beyond it the protégé starts a war; infinite where it gains 0.
  double low = 0;        ///< max(0, tau*).
  double high = 0;       ///< min(v / kappa, 1 - p0) and, unless conditional, tau_E.
  bool opens = false;    ///< low <= high: some firmness deters and does no harm.
};

/// The challenger's best demand that is accepted is x* = 1 - p0 - tau + cP; it begins a crisis
/// where x* > k, so tau* = 1 - p0 + cP - k. The protégé begins where (p0 + tau) w > cP, so
/// tau_E = cP / w - p0; under a promise that holds only if it is attacked this does not bind. A
/// chance cannot pass 1, so no firmness beyond 1 - p0 means anything. Edges belong to the window.
[[nodiscard]] Window window(const Contract& contract, bool conditional);

/// Whether a promise of this firmness lets the protégé begin: tau > tau_E, and not conditional.
[[nodiscard]] bool frees(const Window& window, double firmness, bool conditional);

}  // namespace entente::actors
