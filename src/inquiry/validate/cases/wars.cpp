#include "panel/war_participation.h"

#include "history/store.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

constexpr std::int64_t kWars = 95;

/// Published shares are those of selected cases; the counts here are of every war and a wide circle
/// of bound states. They stand beside each other, and nothing is held to them.
void show(const panel::WarParticipation& found, card::Record& record) {
  record.notices.emplace_back(
      "Bound is whoever shares a pact with a state at war on its first day; conditions of treaties "
      "(adversary, place, provocation) and chains of entries are not followed, so the circle is "
      "much wider than that of the published shares, and rates of keeping lie far below them.");
  for (card::Table& table : record.tables) {
    if (table.name == "war_participation")
      for (const auto& [prediction, one] :
           {std::pair("pacts", &found.pacts), std::pair("nobody joins", &found.nobody),
            std::pair("neighbours join", &found.neighbours)})
        table.row({std::string(prediction), std::int64_t{one->joined_predicted},
                   std::int64_t{one->joined_unforeseen}, std::int64_t{one->absent_predicted},
                   std::int64_t{one->absent_foreseen}, one->precision(), one->recall(),
                   one->accuracy()});
    if (table.name == "promises_kept")
      for (const panel::KeptRate& one : found.rates)
        table.row(
            {std::string(one.duty), std::string(one.period), std::int64_t{one.bound},
             std::int64_t{one.kept},
             one.bound > 0 ? card::Value(static_cast<double>(one.kept) / one.bound) : card::Value(),
             one.published, std::string(one.source)});
  }
}

std::vector<Check> run(const scenario::Request& request, card::Record& record) {
  const auto idle = [](const std::string& needs) {
    return std::vector<Check>{not_run("inter-state wars", kWars, 0, needs)};
  };
  const auto tables = panel::tables_of_war_participation();
  const auto store = history::Store::open_with(card::argument(request.arguments, "data"), tables);
  if (!store) return idle("`entente import` of wars, atop (members), system and contiguity");
  const auto found = panel::war_participation(*store);
  if (!found) return idle("tables of this version: import wars, atop, system, contiguity again");
  show(*found, record);
  Check wars = same("inter-state wars", kWars,
                    static_cast<std::int64_t>(found->wars.size() + found->left_out.size()));
  wars.inputs = store->inputs(tables);
  return {wars};
}

}  // namespace

const Case wars_case{
    "wars",
    "Who was bound to join each inter-state war, and who joined, beside published shares of "
    "promises kept and two plain baselines.",
    "Berkemeier, Fuhrmann 2018",
    "Leeds, Long and Mitchell (2000), Journal of Conflict Resolution 44; Berkemeier and Fuhrmann "
    "(2018), Research & Politics; ATOP 5.1; Correlates of War inter-state wars 4.0",
    "published",
    run};

}  // namespace entente::inquiry
