/// A model of who decides to attack: what it expects in, what it gains out.
///
/// Floor 2; part of actors. One file a model, named in `all.cpp`. It attacks where the gain is
/// above 0. The attacker does not know who will keep its word: it weighs all outcomes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "actors/stakes.h"
#include "card/card.h"

namespace entente::actors {

/// One way the answer may turn out.
struct Outcome {
  double win = 0;     ///< Probability in [0, 1] that the attacker wins.
  double patron = 0;  ///< Share in [0, 1] of the patron's promise that is kept.
  double weight = 1;  ///< How likely it is beside the others; above 0.
};

/// What an attacker has before it.
struct Prospect {
  std::span<const Outcome> outcomes;  ///< Not empty.
  double win_unaided = 0;             ///< Probability of winning if nobody came to help.
  double umbrella = 0;                ///< Reliability of the nuclear promise, in [0, 1]; 0: none.
  bool pact = false;                  ///< The target has a defence pact.
  double chance = 0.5;  ///< In (0, 1): what decides where a model gives a probability only.
};

struct AggressorModel {
  card::Card card;
  bool sees_allies = true;  ///< Whether it takes account of who may come.
  /// Gain over leaving things as they are; attacks iff above 0. In units of the prize where the
  /// model is one of value, else of probability.
  double (*gain)(const Prospect&, const Stakes&) = nullptr;
};

/// The weights of all outcomes together.
[[nodiscard]] double weight_of(std::span<const Outcome> outcomes);

/// Value of an attack won with probability `win`: win V - (1 - win) L - C - C_patron patron
///   - N umbrella - U_status_quo.
[[nodiscard]] double value(double win, double patron, double umbrella, const Stakes& stakes);

/// The mean of that over all outcomes of a prospect.
[[nodiscard]] double expected_value(const Prospect& prospect, const Stakes& stakes);

namespace aggressor {

/// Every model, sorted by name.
[[nodiscard]] std::span<const AggressorModel* const> all();

/// A model by name, or null.
[[nodiscard]] const AggressorModel* find(std::string_view name);

/// The choice of a model, expected utility by default.
inline constexpr std::string_view kNames[] = {"empirical_hazard", "expected_utility",
                                              "ignores_allies", "loss_averse", "satisficer"};
inline constexpr card::Field kField{
    .name = "aggressor",
    .type = card::Type::choice,
    .help = "How whoever may attack decides.",
    .source = "Hirshleifer (1989); Kahneman and Tversky (1979); Simon (1955); Leeds (2003)",
    .fallback = "expected_utility",
    .choices = kNames};

}  // namespace aggressor
}  // namespace entente::actors
