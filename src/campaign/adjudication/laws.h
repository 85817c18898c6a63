/// The published laws of attrition that judges are made of, as they stand in the literature.
///
/// Floor 4; part of campaign; pure functions of numbers, O(1) or O(days). Strengths are >= 0 in any
/// unit, rates > 0 a day.
#pragma once

namespace entente::campaign::adjudication {

/// Two strengths.
struct Two {
  double first = 0, second = 0;
};

/// Lanchester's square law to the end: dA/dt = -b D, dD/dt = -a A.
struct SquareEnd {
  Two left;         ///< sqrt(A^2 - b/a D^2) and 0, or the other way round.
  double days = 0;  ///< atanh(sqrt(b/a) D/A) / sqrt(ab); infinity where both end at once.
};
/// `a`: what a unit of the first destroys a day; `b`: of the second. Source: Lanchester (1916).
[[nodiscard]] SquareEnd square_law(double first, double second, double a, double b);

/// Strengths on day t <= end: A cosh(wt) - sqrt(b/a) D sinh(wt), w = sqrt(ab), and likewise.
[[nodiscard]] Two square_law_on(double first, double second, double a, double b, double day);

/// A fleet in one exchange of salvoes.
struct Fleet {
  double force = 0;          ///< Ships.
  double offence = 0;        ///< Well-aimed missiles a ship sends in a salvo.
  double defence = 0;        ///< Missiles of it that a ship stops.
  double staying_power = 1;  ///< Hits that put a ship out of action, > 0.
};
/// What is left of both after one exchange: each loses (offence of the other - own defence) /
/// staying power, within 0 and its force. Source: Hughes (1995), Naval Research Logistics 42.
[[nodiscard]] Two salvo_exchange(const Fleet& first, const Fleet& second);

/// The numbers of Epstein's adaptive model; rates as shares a day.
struct Epstein {
  double first_intensity = 0.02;  ///< What the attacker loses on the first day.
  double attacker_bears = 0.075;  ///< Losses the attacker seeks and bears, > 0.
  double defender_bears = 0.05;   ///< Losses above which the defender withdraws, < 1.
  double withdrawal_most = 20;    ///< km a day, > 0.
  double exchange_ratio = 1.5;    ///< Attackers lost for a defender lost, > 0.
};
/// The state at the begin of a day.
struct EpsteinDay {
  double attacker = 0, defender = 0;
  double withdrawal = 0;  ///< km a day, in force this day.
  double intensity = 0;   ///< alpha_g; what the attacker loses if nobody withdraws.
};
/// The next day. With alpha = intensity (1 - W / most): the attacker loses alpha of itself, the
/// defender alpha / ratio of the attacker; the intensity moves by (bears - it) / bears (bears -
/// alpha); the withdrawal stops where the defender's share of losses is at most what it bears, else
/// it grows by (most - W) / (1 - bears) (share - bears). Without aircraft. Source: Epstein (1985),
/// The Calculus of Conventional War; (1990), Conventional Force Reductions; in the form of the
/// models of this project, not yet compared with the books' appendices.
[[nodiscard]] EpsteinDay epstein_next(const EpsteinDay& day, const Epstein& numbers);

struct EpsteinEnd {
  EpsteinDay day;          ///< After the last day.
  double ground_lost = 0;  ///< km.
};
[[nodiscard]] EpsteinEnd epstein_run(double attacker, double defender, const Epstein& numbers,
                                     int days);

/// Deitchman's ambush law: dB/dt = -r R (guerrillas R aim at a force B in the open), dR/dt =
/// -a B R (it fires into an area).
struct Ambush {
  double invariant = 0;  ///< a/2 B^2 - r R; guerrillas win below 0.
  double guerrillas_left = 0, force_left = 0;
};
/// Source: Deitchman (1962), Operations Research 10.
[[nodiscard]] Ambush ambush(double force, double guerrillas, double area_rate, double aimed_rate);

}  // namespace entente::campaign::adjudication
