#include "studies/experiments/plans.h"

#include <algorithm>
#include <utility>

#include "scenario/levers/lever.h"
#include "studies/cells.h"

namespace entente::studies {
namespace {

using scenario::Library;

constexpr std::size_t kPlanDraws = 32;  // As `study` plans purchases.

/// The study with one belief, and the variants that are looked at under it.
StudyFile under_one_belief(const StudyFile& study) {
  StudyFile one = study;
  const auto wanted = std::ranges::find(one.beliefs, study.explore->belief, &StudyBelief::id);
  one.beliefs = {wanted == one.beliefs.end() ? one.beliefs.front() : *wanted};
  const std::string& belief = one.beliefs.front().id;
  std::erase_if(one.variants, [&](const StudyVariant& variant) {
    return !variant.beliefs.empty() &&
           std::ranges::find(variant.beliefs, belief) == variant.beliefs.end();
  });
  return one;
}

Result<Plans> pulled(const StudyFile& study, const Library& library) {
  Plans plans;
  Faults faults;
  for (const StudyVariant& variant : study.variants) {
    std::vector<text::Node> nodes = study.beliefs.front().levers;
    nodes.insert(nodes.end(), variant.levers.begin(), variant.levers.end());
    const auto levers = scenario::read_levers(nodes, study.file, library);
    auto world = levers ? scenario::pull(library, *levers) : Result<Library>(levers.error());
    if (world)
      plans.options.push_back({variant.id, variant.name, std::move(world).value()});
    else
      faults.insert(faults.end(), world.error().begin(), world.error().end());
  }
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return plans;
}

Result<Plans> bought(const StudyFile& study, const Library& library,
                     const scenario::Request& request, bool buying) {
  StudyTerms terms;
  terms.money = study.money;
  const card::Arguments none;
  auto cells = make_cells(
      {study, library, none, request.run.seed, buying ? kPlanDraws : 0, request.run}, terms);
  if (!cells) return cells.error();
  Plans plans;
  for (const auto& cell : *cells)
    plans.options.push_back({cell->variant->id, cell->variant->name, std::move(cell->library)});
  plans.notices.emplace_back(
      "Purchases are planned once, by draws of honour at the facts of the tables, and are the same "
      "in every future.");
  return plans;
}

}  // namespace

Result<Plans> make_plans(const StudyFile& whole, Library library, const scenario::Request& request,
                         bool buying) {
  const StudyFile study = under_one_belief(whole);
  if (study.variants.empty())
    return Error{Code::bad_value, study.explore->belief_where,
                 "no variant is looked at under the belief `" + study.beliefs.front().id + "`",
                 "name another belief, or add it to `beliefs` of a variant"};
  if (const auto allies = name_hub_allies(study, library); !allies) return allies.error();
  const bool spends = std::ranges::any_of(
      study.variants, [](const StudyVariant& one) { return one.spend.how != SpendHow::none; });
  auto plans = spends ? bought(study, library, request, buying) : pulled(study, library);
  if (!plans) return plans;
  if (whole.beliefs.size() > 1)
    plans.value().notices.push_back("Explored under the belief `" + study.beliefs.front().id +
                                    "` alone; others are not mixed in.");
  return plans;
}

}  // namespace entente::studies
