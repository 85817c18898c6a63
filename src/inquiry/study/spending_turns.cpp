#include <array>
#include <cmath>

#include "campaign/gaps.h"
#include "inquiry/study/turning.h"
#include "scenario/levers/lever.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;

/// Draws by which purchases are planned here: the difference is what counts, not its last digit.
constexpr std::size_t kPlanDraws = 8;
constexpr double kNothing = 1e-9;  // A move that is rounding.

/// One term with the ends of its range.
struct Term {
  std::string_view name;
  double StudyTerms::*value;
  double low, high;
};
constexpr std::array kTerms{
    Term{"kappa", &StudyTerms::kappa, scenario::kKappa.low, scenario::kKappa.high},
    Term{"lines_today", &StudyTerms::lines_today, 1, 17},
    Term{"lines_pooled", &StudyTerms::lines_pooled, 1, 6},
    Term{"money", &StudyTerms::money, 5, 100}};

/// By cell: its expected-honour gap less that of its baseline.
std::vector<double> differences(const std::vector<std::unique_ptr<Cell>>& cells,
                                const std::vector<int>& set) {
  std::vector<double> gaps, less;
  for (const auto& cell : cells) {
    const Question& q = cell->question;
    const auto world = shared_world(
        q.situation, numbers_of(q.situation, q.premises, cell->library.world.symbols, {}));
    gaps.push_back(q.situation.percent(shortfall(draw_in(*world, Honour::expected), set)));
  }
  for (std::size_t i = 0; i < cells.size(); ++i)
    less.push_back(
        cells[i]->baseline < 0 ? 0 : gaps[i] - gaps[static_cast<std::size_t>(cells[i]->baseline)]);
  return less;
}

/// Where a line from (a, at a) to (b, at b) passes 0, if it does.
std::optional<double> passes(double a, double at_a, double b, double at_b) {
  if (at_a == at_b || (at_a < 0) == (at_b < 0)) return std::nullopt;
  return a + (b - a) * at_a / (at_a - at_b);
}

}  // namespace

Result<std::vector<Turn>> what_terms_turn(const Making& making, const StudyTerms& terms,
                                          const std::vector<int>& set) {
  const Making few{making.study, making.library, making.arguments,
                   making.seed,  kPlanDraws,     making.run};
  const auto middle_cells = make_cells(few, terms);
  if (!middle_cells) return middle_cells.error();
  const std::vector<double> middle = differences(*middle_cells, set);
  std::vector<Turn> turns;
  for (const Term& term : kTerms) {
    if (term.value == &StudyTerms::money && terms.money <= 0) continue;
    std::array<std::vector<double>, 2> ends;
    for (const bool high : {false, true}) {
      StudyTerms moved = terms;
      moved.*term.value = high ? term.high : term.low;
      const auto cells = make_cells(few, moved);
      if (!cells) return cells.error();
      ends[high ? 1 : 0] = differences(*cells, set);
    }
    for (std::size_t i = 0; i < middle.size(); ++i) {
      if ((*middle_cells)[i]->baseline < 0 || std::abs(ends[1][i] - ends[0][i]) < kNothing)
        continue;
      Turn turn{i, std::string(term.name), middle[i], ends[0][i], ends[1][i], {}, {}};
      turn.value = passes(terms.*term.value, middle[i], term.low, ends[0][i]);
      if (!turn.value) turn.value = passes(terms.*term.value, middle[i], term.high, ends[1][i]);
      turns.push_back(std::move(turn));
    }
  }
  return turns;
}

}  // namespace entente::inquiry
