/// How secure states are in variants of one scenario, over the same draws.
///
/// Floor 5; part of architecture.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "campaign/movers.h"
#include "campaign/theatre.h"
#include "solve/sums.h"

namespace entente::analysis {

/// One variant: its question, and what is changed in each of its worlds.
struct Variant {
  std::shared_ptr<const scenario::Library> library;
  std::shared_ptr<const campaign::Question> question;
  std::vector<campaign::Player> players;
  std::function<campaign::Numbers(campaign::Numbers, const campaign::WorldId&)> change;
  std::size_t against = 0;  ///< The variant it is compared with; itself for the first.
};

/// The states that a contingency above the threshold of armed attack targets, by name.
[[nodiscard]] std::vector<std::string> protected_states(const Variant& variant);

/// Columns of a variant: security of each protected state, then their mean; then the same less that
/// of the variant it is compared with.
struct SecurityColumns {
  std::size_t states = 0;

  [[nodiscard]] std::size_t of(std::size_t variant, std::size_t state) const {
    return variant * 2 * (states + 1) + state;
  }
  [[nodiscard]] std::size_t mean(std::size_t variant) const { return of(variant, states); }
  [[nodiscard]] std::size_t change(std::size_t variant, std::size_t state) const {
    return of(variant, states + 1 + state);
  }
  [[nodiscard]] std::size_t mean_change(std::size_t variant) const {
    return change(variant, states);
  }
  [[nodiscard]] std::size_t size(std::size_t variants) const { return variants * 2 * (states + 1); }
};

/// Sec_i = 1 - P(i is attacked and loses in any contingency): who attacks by the least equilibrium
/// of the opportunism game, who wins by the judge of the premises. Cost: one theatre a world and
/// variant. Throws `Cancelled`.
[[nodiscard]] solve::Sums security_of(const std::vector<Variant>& variants,
                                      const std::vector<std::string>& states,
                                      const campaign::Sampling& sampling, const Run& run);

/// What moves the change of mean security of a variant against the one it is compared with, which
/// asks the same question: factors at both ends (forces by kind, not by owner), facts as in the
/// tables, every state sending its probability's share, over as many draws of stakes as the record
/// has. Cost: two theatres at either end of each. Throws `Cancelled`.
[[nodiscard]] std::vector<card::Mover> security_movers(const std::vector<Variant>& variants,
                                                       const std::vector<std::string>& states,
                                                       std::size_t variant,
                                                       const campaign::Sampling& sampling,
                                                       const Run& run);

}  // namespace entente::analysis
