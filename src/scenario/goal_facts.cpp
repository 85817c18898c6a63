#include "scenario/goal_facts.h"

#include <span>

#include "scenario/fact_rows.h"

namespace entente::scenario {

bool read_declared_goals(std::string_view bytes, std::string_view file,
                         std::vector<std::string> agreements, world::World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"agreement", "goal",   "article",
                                                  "words",     "source", "confidence"};
  static constexpr std::string_view kConfidence[] = {"A", "B", "C"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames known("agreement", std::move(agreements), world.symbols);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::DeclaredGoal one;
    one.agreement = known.required("agreement", row);
    one.goal = world.symbols.intern(
        row.choice("goal", std::span(world::kGoals).first(world::kDeclarableGoals)));
    one.article = row.required("article");
    one.words = row.required("words");
    one.source = world.symbols.intern(row.required("source"));
    const std::string& confidence = row.choice("confidence", kConfidence);
    one.confidence = confidence.empty() ? 'C' : confidence.front();
    row.once({"agreement", "goal"}, seen, "declared goals");
    if (one.agreement) world.declared_goals.push_back(std::move(one));
  }
  return true;
}

}  // namespace entente::scenario
