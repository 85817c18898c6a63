#include "studies/cells.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/name.h"
#include "base/threads.h"
#include "scenario/levers/lever.h"
#include "treaty/judge.h"

namespace entente::studies {
namespace {

using campaign::OwnerCase;
using campaign::Question;
using campaign::read_question;

constexpr std::string_view kHubAllies = "hub_allies";

/// Reports names that are neither states nor groups; either may have a minus before it.
void check_states(const std::vector<std::string>& names, const world::World& world,
                  const Where& where, Faults& faults) {
  for (const std::string& written : names) {
    const std::string name = written.starts_with('-') ? written.substr(1) : written;
    const Symbol id = world.symbols.find(name);
    if ((id && world.group(id) != nullptr) || world.state(id) != nullptr) continue;
    auto known = world.names_of("state");
    for (const world::Group& one : world.groups) known.push_back(world.symbols.name(one.id));
    faults.push_back({Code::unknown_name, where, "there is no state or group called `" + name + "`",
                      did_you_mean(name, known)});
  }
}

class Maker {
 public:
  Maker(const Making& making, const StudyTerms& study_terms)
      : m_(making), study_terms_(study_terms) {}

  Result<std::vector<std::unique_ptr<Cell>>> run() {
    auto base = read_question(m_.library, m_.arguments);
    if (!base) return base.error();
    base_ = &*base;
    for (const StudyBelief& belief : m_.study.beliefs)
      for (const StudyVariant& variant : m_.study.variants) {
        const auto& only = variant.beliefs;
        if (only.empty() || std::ranges::find(only, belief.id) != only.end()) make(belief, variant);
      }
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    buy_all();
    for (const auto& cell : cells_) {
      lay_out(*cell);
      cell->baseline = baseline_of(*cell);
    }
    return std::move(cells_);
  }

 private:
  void make(const StudyBelief& belief, const StudyVariant& variant) {
    std::vector<text::Node> nodes = belief.levers;
    nodes.insert(nodes.end(), variant.levers.begin(), variant.levers.end());
    const auto levers = scenario::read_levers(nodes, m_.study.file, m_.library);
    if (!levers) return add(levers.error());
    auto library = scenario::pull(m_.library, *levers);
    if (!library) return add(library.error());
    auto cell = std::make_unique<Cell>();
    cell->variant = &variant;
    cell->belief = &belief;
    cell->library = std::move(library).value();
    SpendTerms terms = terms_of(*cell);
    if (terms.how != SpendHow::none) with_pools(cell->library, terms.states);
    auto question = read_question(cell->library, m_.arguments);
    if (!question) return add(question.error());
    cell->question = std::move(question).value();
    weigh_alike(cell->question);
    spends_.push_back(std::move(terms));
    cells_.push_back(std::move(cell));
  }

  /// Cells do not know one another, so they buy side by side.
  void buy_all() {
    if (m_.plan_draws == 0) return;
    Run alone = m_.run;
    alone.threads = 1;
    on_threads(cells_.size(), m_.run, [&](std::size_t i) {
      Cell& cell = *cells_[i];
      const SpendTerms& terms = spends_[i];
      if (terms.how == SpendHow::none) return;
      cell.portfolio = spend(terms, cell.library, cell.question, m_.seed, m_.plan_draws, alone);
      cell.spent = terms.money - cell.portfolio.unspent / terms.years;
    });
  }

  /// The world with what was bought. It could be laid out before, so it can now.
  void lay_out(Cell& cell) const {
    if (!cell.portfolio.purchases.empty()) {
      deliver(cell.library, cell.portfolio.purchases);
      cell.question = read_question(cell.library, m_.arguments).value();
      weigh_alike(cell.question);
    }
    find_hub(cell);
  }

  void add(const Faults& more) {
    for (const Error& one : more)  // Variants share levers, and so their faults.
      if (std::ranges::none_of(faults_,
                               [&](const Error& known) { return to_text(known) == to_text(one); }))
        faults_.push_back(one);
  }

  /// A shortfall counts in every variant as in the scenario itself.
  void weigh_alike(Question& question) const {
    question.situation.value = base_->situation.value;
    question.situation.counted = base_->situation.counted;
  }

  SpendTerms terms_of(const Cell& cell) {
    const Spend& spending = cell.variant->spend;
    SpendTerms terms;
    terms.how = spending.how;
    if (terms.how == SpendHow::none) return terms;
    terms.money = spending.money.value_or(study_terms_.money);
    terms.years = m_.study.years;
    terms.kappa = study_terms_.kappa;
    terms.lines_today = study_terms_.lines_today;
    terms.lines_pooled = study_terms_.lines_pooled;
    terms.lines = spending.lines.value_or(0);
    terms.hub = cell.library.world.symbols.find(m_.study.hub);
    std::vector<std::string> names = spending.states;
    if (names.empty()) names.emplace_back(kHubAllies);
    check_states(names, cell.library.world, spending.where, faults_);
    terms.states = scenario::states_meant(cell.library.world, names);
    return terms;
  }

  void find_hub(Cell& cell) const {
    const auto& s = cell.question.situation;
    const auto owner = std::ranges::find(s.owners, m_.study.hub, &OwnerCase::name);
    if (owner != s.owners.end()) cell.hub_owner = static_cast<int>(owner - s.owners.begin());
    const auto supplier = std::ranges::find(s.suppliers, m_.study.hub);
    if (supplier != s.suppliers.end())
      cell.hub_supplier = static_cast<int>(supplier - s.suppliers.begin());
  }

  int baseline_of(const Cell& cell) const {
    if (cell.variant->id == m_.study.baseline) return -1;
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (cells_[i]->belief == cell.belief && cells_[i]->variant->id == m_.study.baseline)
        return static_cast<int>(i);
    return -1;
  }

  const Making& m_;
  const StudyTerms& study_terms_;
  const Question* base_ = nullptr;
  std::vector<std::unique_ptr<Cell>> cells_;
  std::vector<SpendTerms> spends_;  // Of each cell.
  Faults faults_;
};

}  // namespace

Result<std::vector<Symbol>> name_hub_allies(const StudyFile& study, scenario::Library& library) {
  world::World& world = library.world;
  const Symbol hub = world.symbols.find(study.hub);
  if (world.state(hub) == nullptr)
    return Error{Code::unknown_state,
                 {study.file, 0, 0},
                 "there is no state called `" + study.hub + "` to be the hub",
                 did_you_mean(study.hub, world.names_of("state"))};
  auto laid = campaign::lay_out(library);
  if (!laid) return laid.error();
  std::set<Symbol> allies;
  for (const world::Commitment& one :
       treaty::commitments_on(library.law, world, world.day, library.readings)) {
    if (one.form != world::Form::treaty || !one.defensive || !world::binds(one.duty)) continue;
    if (one.promisor == hub) allies.insert(one.beneficiary);
    if (one.beneficiary == hub) allies.insert(one.promisor);
  }
  std::set<std::pair<std::string, Symbol>> found;
  for (const campaign::Answer& answer : laid->law) {
    for (const Symbol target : answer.targets)
      if (allies.contains(target)) found.emplace(world.symbols.name(target), target);
    for (const campaign::Helper& helper : answer.helpers)
      if (allies.contains(helper.state) && !helper.ad_hoc())
        found.emplace(world.symbols.name(helper.state), helper.state);
  }
  world::Group group;
  group.id = world.symbols.intern(kHubAllies);
  group.meaning = "treaty allies of the hub that a contingency of the study concerns";
  std::vector<Symbol> states;
  for (const auto& [name, state] : found) {
    states.push_back(state);
    group.members.push_back({state, {}});
  }
  std::erase_if(world.groups, [&](const world::Group& one) { return one.id == group.id; });
  world.groups.push_back(std::move(group));
  world.index();
  return states;
}

Result<std::vector<std::unique_ptr<Cell>>> make_cells(const Making& making,
                                                      const StudyTerms& study_terms) {
  return Maker(making, study_terms).run();
}

double lever_cost(const Cell& cell, double u) {
  double sum = 0;
  for (const scenario::Pulled& one : cell.library.pulled)
    if (one.in_effect) sum += campaign::quantile(one.cost, u);
  return sum;
}

}  // namespace entente::studies
