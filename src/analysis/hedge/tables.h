/// The tables of the record on hedging, and its finding.
///
/// Floor 5; part of hedge.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/hedge/sweep.h"
#include "card/record.h"

namespace entente::analysis {

struct HedgeFindings {
  const HedgeGround& ground;
  campaign::Vary vary;
  std::size_t worlds = 0;  ///< 0: nothing is varied.
  std::vector<HedgeSwept> states;
};

[[nodiscard]] std::span<const card::TableSpec> hedge_tables();
[[nodiscard]] std::span<const card::View> hedge_views();

/// Adds all tables to a record without any, with the assumptions alone in them.
void open_tables(card::Record& record, const HedgeFindings& findings);
/// Adds the rows of a state to them. Cost: a few plans besides those swept, so it is done as states
/// come, not once the run was stopped.
void add_state(card::Record& record, const HedgeFindings& findings, const HedgeSwept& swept);

/// The tables that compare plans: regret, the alliance, accommodation. Each appends the rows of a
/// state.
void add_regret(card::Table& table, const HedgeFindings& findings, const HedgeSwept& swept);
void add_alliance(card::Table& table, const HedgeFindings& findings, const HedgeSwept& swept);
void add_accommodation(card::Table& table, const HedgeFindings& findings, const HedgeSwept& swept);
void add_gates(card::Table& table, const HedgeFindings& findings, const HedgeSwept& swept);

/// Names of a set of options joined by `+`, by rung; empty for none.
[[nodiscard]] std::string words_of(const HedgeFindings& findings, const HedgeSwept& swept,
                                   solve::Programmes set);

/// A plan in words: `2026 spend+partners, 2028 own_c4isr`; `nothing` where it begins nothing.
[[nodiscard]] std::string plan_words(const HedgeFindings& findings, const HedgeSwept& swept,
                                     const Begins& begins);

/// The sentence that answers the question, with the spread where there is one.
[[nodiscard]] std::string hedge_finding(const HedgeFindings& findings);

/// What a reader must know before quoting a figure.
void add_notices(card::Record& record, const HedgeFindings& findings);

}  // namespace entente::analysis
