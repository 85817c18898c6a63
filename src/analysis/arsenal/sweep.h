/// The arsenal over many draws: every figure as one number of a long row.
///
/// Floor 5; part of arsenal.
#pragma once

#include <string>
#include <vector>

#include "campaign/arsenal/firing.h"
#include "campaign/draws.h"

namespace entente::analysis {

/// One munition in one simultaneity set.
struct Magazine {
  std::size_t set = 0;
  int munition = 0;
  std::vector<int> uses;  ///< Indices in `Armoury::uses`.
  int buyer = -1;         ///< The stock with most output of those that may fire; -1: none.
  int largest = -1;       ///< The largest stock of those that may fire; -1: none.
  /// The first magazine with the same uses, whose figures are the same; itself where it is that.
  std::size_t like = 0;
  std::size_t first_move = 0;  ///< Of its moves.
};

/// Something that moves the day of exhaustion.
enum class Mover { stock, line, tie, surge, approval, ordered_before, ordered_now };

[[nodiscard]] std::string_view word(Mover mover);

struct ArsenalMove {
  std::size_t magazine = 0;
  Mover mover = Mover::stock;
  int which = -1;  ///< Index in stocks or ties; the buyer of an order.
};

/// What is asked, laid out.
struct ArsenalQuestion {
  const campaign::Question& question;
  const campaign::Armoury& armoury;
  const campaign::ArsenalPremises& premises;
  const Symbols& symbols;
  std::vector<Magazine> magazines;  ///< By set, then by munition.
  std::vector<ArsenalMove> moves;   ///< By magazine.

  /// As the table shows it: a holder, a tie, or nothing.
  [[nodiscard]] std::string name_of(const ArsenalMove& move) const;
};

/// Lists what there is to work out. Cost O(sets x munitions x holders).
[[nodiscard]] ArsenalQuestion arsenal_question(const campaign::Question& question,
                                               const campaign::Armoury& armoury,
                                               const campaign::ArsenalPremises& premises,
                                               const Symbols& symbols);

/// Where a figure stands in a row. The head of a row is had for every draw.
struct ArsenalColumns {
  std::size_t magazines = 0, moves = 0;

  static constexpr std::size_t kFigures = 6;  ///< Of a magazine.

  [[nodiscard]] std::size_t head() const { return kFigures * magazines; }
  [[nodiscard]] std::size_t size() const { return head() + moves; }
  /// The day of exhaustion, 0 where it lasts; and whether it runs out.
  [[nodiscard]] std::size_t day(std::size_t magazine) const { return kFigures * magazine; }
  [[nodiscard]] std::size_t runs_out(std::size_t magazine) const { return day(magazine) + 1; }
  [[nodiscard]] std::size_t lasts(std::size_t magazine) const { return day(magazine) + 2; }
  [[nodiscard]] std::size_t fired(std::size_t magazine) const { return day(magazine) + 3; }
  [[nodiscard]] std::size_t refill_now(std::size_t magazine) const { return day(magazine) + 4; }
  [[nodiscard]] std::size_t refill_full(std::size_t magazine) const { return day(magazine) + 5; }
  /// Days by which a move puts exhaustion off.
  [[nodiscard]] std::size_t moved(std::size_t move) const { return head() + move; }
};

/// What an order is worth: m USD.
inline constexpr double kOrder = 1000;

/// The row of one draw; only its head unless detailed.
[[nodiscard]] std::vector<double> arsenal_row(const ArsenalQuestion& question,
                                              const campaign::ArmouryNumbers& numbers,
                                              const campaign::Kept& kept, bool detailed);

/// All draws. Throws `Cancelled`.
[[nodiscard]] campaign::Drawn run_arsenal(const ArsenalQuestion& question,
                                          const campaign::Sampling& sampling, const Run& run);

}  // namespace entente::analysis
