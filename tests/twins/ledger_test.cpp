// Holds the ledger to the figures of its Python twin (ledger_twin.py), kept in ledger.json.
#include "analysis/ledger/ledger.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "campaign/allocation.h"
#include "scenario/reform.h"
#include "twins/vectors.h"

namespace entente::analysis {
namespace {

using nlohmann::json;

const scenario::Library& library() {
  static const scenario::Library made = scenario::built_in_library().value();
  return made;
}

/// What a contingency alone lacks were every promise kept, as the ledger prints it.
double gap_kept(const std::string& contingency) {
  const auto alone = scenario::reform(library(), contingency, {});
  if (!alone) return -1;
  card::Arguments arguments{{"vary", {"none"}}};
  for (const card::Field& field : ledger.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  const auto record = ledger.run({*alone, "", arguments, entente::Run{}});
  if (!record) return -1;
  const card::Table& table = *record->find("beside");
  const auto column = std::ranges::find(table.columns, "gap_kept", &card::RecordColumn::name);
  return std::get<double>(
      table.rows.front()[static_cast<std::size_t>(column - table.columns.begin())]);
}

TEST(LedgerTwin, SameGapWithEveryPromiseKept) {
  const json all = vectors("ledger");
  ASSERT_EQ(all["gap_kept"].size(), 6u);
  for (const auto& [contingency, gap] : all["gap_kept"].items())
    EXPECT_NEAR(gap_kept(contingency), gap, 1e-9) << contingency;
}

TEST(LedgerTwin, SameUnitsMissing) {
  const json all = vectors("ledger");
  const auto laid = campaign::lay_out(library());
  ASSERT_TRUE(laid);
  EXPECT_EQ(json(laid->days), all["begins"]);
  campaign::Premises premises;
  premises.belief = belief::asked({});
  const campaign::Numbers numbers =
      campaign::numbers_of(*laid, premises, library().world.symbols, {});
  const campaign::Kept kept = campaign::kept_in(*laid, numbers, campaign::Honour::kept, 1, 0);
  for (std::size_t c = 0; c < laid->places.size(); ++c)
    for (std::size_t k = 0; k < laid->elements.size(); ++k) {
      const std::vector<int> set{static_cast<int>(c)};
      const auto problem = campaign::problem_of(*laid, numbers, kept, set, static_cast<int>(k));
      const auto best = campaign::allocate(problem, *laid);
      const json& missing = all["missing"][laid->places[c].name];
      const auto row = missing.find(laid->element_names[k]);
      for (std::size_t t = 0; t < laid->periods(); ++t)
        EXPECT_NEAR(best.shortage[t], row == missing.end() ? 0.0 : (*row)[t].get<double>(), 1e-9)
            << laid->places[c].name << " " << laid->element_names[k] << " day " << laid->days[t];
    }
}

}  // namespace
}  // namespace entente::analysis
