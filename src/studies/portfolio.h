/// How money becomes forces: what is bought, by whom, how much.
///
/// Floor 5; part of studies. Source: section 6 of the models of this project; cost of a unit over
/// the years of the study with the penalty of many production lines.
#pragma once

#include <string>
#include <vector>

#include "base/run.h"
#include "campaign/question.h"
#include "scenario/library.h"
#include "studies/study_file.h"

namespace entente::studies {

/// One state's share of what is bought of an element.
struct Purchase {
  Symbol state, element;
  world::Uncertain units;  ///< With what is not known of the cost.
  double money = 0;        ///< bn USD over all years.
};

/// What spending takes for granted.
struct SpendTerms {
  SpendHow how = SpendHow::none;
  double money = 0;  ///< bn USD a year.
  double years = 10;
  double kappa = 0.15;         ///< Unit cost x lines^kappa.
  double lines_today = 6;      ///< Types of an element where each goes on buying its own.
  double lines_pooled = 3;     ///< Most lines of an element where all buy together.
  double lines = 0;            ///< Given by the variant; 0: as its way of spending has it.
  std::vector<Symbol> states;  ///< Who spends; by name.
  Symbol hub;
};

struct Portfolio {
  std::vector<Purchase> purchases;    ///< By state, then element.
  double unspent = 0;                 ///< bn USD over all years that closed no gap.
  std::vector<std::string> left_out;  ///< States that have nothing to buy for, with the reason.
};

/// Spends. `library` holds the world in which it is spent, with a home pool of every spender and
/// element (`with_pools`), `question` is laid out from it. Greedy ways weigh the mean gap over
/// `draws` draws of honour at the facts of the tables, draws that no evaluation uses: steps of 5 %
/// of a state's money, or 2 % of the pool. Cost: a reduced programme a draw, element and step.
[[nodiscard]] Portfolio spend(const SpendTerms& terms, const scenario::Library& library,
                              const campaign::Question& question, std::uint64_t seed,
                              std::size_t draws, const Run& run);

/// Gives every state an empty home pool of each element where it has none. Indexes the world.
void with_pools(scenario::Library& library, const std::vector<Symbol>& states);

/// Puts purchases into the world. Indexes it.
void deliver(scenario::Library& library, const std::vector<Purchase>& purchases);

}  // namespace entente::studies
