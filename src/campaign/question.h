/// What is asked of a scenario: laid out, its sets, its premises, and what is sampled.
///
/// Floor 4; uses floors 0-3. Ledger, study and later deterrence read the same flags with the same
/// defaults, so that one run of each speaks of the same worlds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/run.h"
#include "belief/asked.h"
#include "campaign/numbers.h"

namespace entente::campaign {

/// Draws of honour in one world of facts.
inline constexpr int kDrawsPerWorld = 8;

/// The fields that any question about forces offers: assumptions of campaign, then of belief.
inline constexpr auto kFields = [] {
  std::array<card::Field, kAssumptions.size() + belief::kFieldCount> fields{};
  std::size_t at = 0;
  for (const auto& one : kAssumptions) fields[at++] = one.field;
  for (const card::Field& field : belief::kFields) fields[at++] = field;
  return fields;
}();

/// What is sampled.
struct Vary {
  bool honour = true, facts = true;

  [[nodiscard]] bool anything() const { return honour || facts; }
};

/// How often.
struct Sampling {
  Vary vary;
  std::uint64_t seed = 1;
  std::size_t draws = 1;

  /// Draws that share their facts: all of them where facts are not varied.
  [[nodiscard]] std::size_t per_world() const;
  [[nodiscard]] std::size_t worlds() const { return draws / per_world(); }
};

/// Draws where nobody says how many.
inline constexpr std::size_t kUsualDraws = 256;

/// Reads `--vary`, `--draws` and the seed. Where both facts and honour are varied the draws fill
/// whole worlds, at least two. `usual` draws are made where the user names no number.
[[nodiscard]] Sampling read_sampling(const card::Arguments& arguments, const Run& run,
                                     std::size_t usual = kUsualDraws);

struct Question {
  Situation situation;
  Premises premises;
  std::vector<std::vector<int>> sets;  ///< As the scenario lists them.
};

/// What is believed before a world is sampled, as asked; what the scenario assumes overrides it.
/// REQUIRES: names that `read_question` would pass.
[[nodiscard]] Premises read_premises(const scenario::Library& library,
                                     const card::Arguments& arguments);

/// Names of all assumptions that are numbers, which scenarios may narrow and studies may move.
[[nodiscard]] std::vector<std::string> known_assumptions();

/// Lays a scenario out and reads its premises. What the scenario assumes overrides the arguments.
/// Errors: those of `lay_out`; `missing_key` for a scenario without contingencies or one without
/// demand; `unknown_name` for a model, an uncertainty or an assumption that nothing has;
/// `too_large` for over 16 contingencies in a set.
[[nodiscard]] Result<Question> read_question(const scenario::Library& library,
                                             const card::Arguments& arguments);

/// The set with most contingencies, the first of equals.
[[nodiscard]] std::size_t largest_set(const Question& question);

}  // namespace entente::campaign
