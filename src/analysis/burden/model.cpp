#include "analysis/burden/model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/digits.h"
#include "campaign/assumed.h"
#include "solve/bisect.h"

namespace entente::analysis {
namespace {

using campaign::WorldId;
using solve::Contributor;
using solve::Technology;
using Kind = Yardstick::Kind;

constexpr std::size_t kTechnologies = std::size(solve::kTechnologyWords);

template <class Enum>
std::size_t at(Enum which) {
  return static_cast<std::size_t>(which);
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::vector<double> in_percent(std::vector<double> parts) {
  const double all = sum(parts);
  for (double& one : parts) one = all > 0 ? 100 * one / all : 0;
  return parts;
}

}  // namespace

/// What members spend in a world.
struct BurdenModel::Actual {
  std::vector<double> gdp, percent, spent;
  double total = 0;
};

BurdenModel::BurdenModel(const BurdenCase& facts)
    : facts_(facts), allies_(facts.asked.alliance.allies.size()) {
  const bool threat = threatened();
  yardsticks_.push_back({"nash", Kind::voluntary, 0, 0});
  yardsticks_.push_back({"nash_joint_product", Kind::voluntary, 1, 0});
  if (threat) {
    yardsticks_.push_back({"nash_threat", Kind::voluntary, 2, 0});
    yardsticks_.push_back({"nash_joint_product_and_threat", Kind::voluntary, 3, 0});
  }
  yardsticks_.push_back({"efficient", Kind::efficient, 0, 0});
  if (threat) yardsticks_.push_back({"efficient_threat", Kind::efficient, 2, 0});
  if (!facts.benefits.population.empty())
    yardsticks_.push_back({"benefit_population", Kind::population, 0, 0});
  if (threat) yardsticks_.push_back({"benefit_exposure", Kind::exposure, 0, 0});
  if (threat && !facts.benefits.population.empty())
    yardsticks_.push_back({"benefit_mean", Kind::benefit, 0, 0});
  for (const double pledge : facts.asked.pledges)
    yardsticks_.push_back({"pledge_" + shortest(pledge), Kind::pledge, 0, pledge});
}

std::size_t BurdenModel::own(std::size_t ally, Own which) const { return ally * kOwn + at(which); }
std::size_t BurdenModel::against(std::size_t ally, std::size_t yardstick, Against which) const {
  return allies_ * kOwn + (ally * yardsticks_.size() + yardstick) * kAgainst + at(which);
}
std::size_t BurdenModel::balance(std::size_t variant, Balance which) const {
  return against(allies_, 0, Against::share) + variant * kBalance + at(which);
}
std::size_t BurdenModel::shortfall(std::size_t yardstick, Short which) const {
  return balance(kVariants.size(), Balance::given) + yardstick * kShort + at(which);
}
std::size_t BurdenModel::technology(std::size_t capability, Technology which) const {
  return shortfall(yardsticks_.size(), Short::sum) + capability * kTechnologies + at(which);
}
std::size_t BurdenModel::factor(std::size_t duplicated) const {
  return technology(facts_.holdings.capabilities.size(), Technology::sum) + duplicated;
}
std::size_t BurdenModel::worth() const { return factor(facts_.duplication.rows.size()); }
std::size_t BurdenModel::spearman(std::size_t year) const { return worth() + 1 + 2 * year; }
std::size_t BurdenModel::kendall(std::size_t year) const { return spearman(year) + 1; }
std::size_t BurdenModel::size() const { return spearman(facts_.years.size()); }

actors::BurdenTerms BurdenModel::terms(const WorldId& id) const {
  return campaign::all_in(actors::kBurdenTerms, facts_.asked.terms, facts_.plan, id);
}

std::vector<double> BurdenModel::exposure(const WorldId& id) const {
  const Benefits& known = facts_.benefits;
  std::vector<double> found(known.adversaries.empty() ? 0 : allies_, 0.0);
  for (std::size_t j = 0; j < known.adversaries.size(); ++j) {
    const double strength = campaign::value_in(known.adversaries[j], id);
    for (std::size_t i = 0; i < found.size(); ++i) found[i] += strength / known.km[j][i];
  }
  const double most = found.empty() ? 0 : *std::ranges::max_element(found);
  for (double& one : found) one = most > 0 ? one / most : 0;
  return found;
}

std::vector<Contributor> BurdenModel::contributors(const BurdenVariant& variant,
                                                   const actors::BurdenTerms& terms,
                                                   const WorldId& id) const {
  const std::vector<double> exposed = variant.threat ? exposure(id) : std::vector<double>();
  std::vector<Contributor> all;
  for (std::size_t i = 0; i < allies_; ++i) {
    const double more = exposed.empty() ? 1 : 1 + terms.threat_weight * exposed[i];
    const double alpha = terms.alpha * more;
    const double own = variant.joint ? terms.private_share * alpha : 0;
    all.push_back({campaign::value_in(facts_.asked.alliance.allies[i].gdp, id), alpha - own, own});
  }
  return all;
}

double BurdenModel::weight(std::size_t capability, const actors::BurdenTerms& terms) const {
  const Capability& one = facts_.holdings.capabilities[capability];
  if (one.name == "nuclear_umbrella") return terms.nuclear_share;
  if (one.name == "command") return terms.command_share;
  return one.weight * (1 - terms.nuclear_share - terms.command_share);
}

std::vector<double> BurdenModel::needs(const WorldId& id) const {
  std::vector<double> parts;
  double all = 0;
  for (const campaign::Knob& one : facts_.benefits.population) {
    parts.push_back(campaign::value_in(one, id));
    all += parts.back();
  }
  for (double& one : parts) one /= all;
  return parts;
}

solve::Aggregate BurdenModel::aggregate(std::size_t capability, Technology technology,
                                        const actors::BurdenTerms& terms, const WorldId& id) const {
  std::vector<Contributor> all = contributors(kVariants[0], terms, id);
  double worth = 0;
  for (Contributor& one : all) {
    one.shared *= weight(capability, terms);
    worth += one.shared * one.income;
  }
  if (worth <= 0) return {};
  return solve::provide(technology, all, {terms.rho, terms.command_needs * worth, needs(id)});
}

std::vector<double> BurdenModel::shares(const Yardstick& yardstick, const Actual& actual,
                                        const WorldId& id, const actors::BurdenTerms& terms) const {
  switch (yardstick.kind) {
    case Kind::voluntary:
      return in_percent(
          solve::voluntary(contributors(kVariants[yardstick.variant], terms, id)).gifts);
    case Kind::efficient:
      return in_percent(
          solve::lindahl(contributors(kVariants[yardstick.variant], terms, id)).gifts);
    case Kind::exposure: {
      // What is exposed is a member's product.
      std::vector<double> parts = exposure(id);
      for (std::size_t i = 0; i < allies_; ++i) parts[i] *= actual.gdp[i];
      return in_percent(std::move(parts));
    }
    case Kind::population: {
      std::vector<double> parts;
      for (const campaign::Knob& one : facts_.benefits.population)
        parts.push_back(campaign::value_in(one, id));
      return in_percent(std::move(parts));
    }
    case Kind::benefit: {
      std::vector<double> parts = in_percent(actual.gdp);
      for (const Kind kind : {Kind::population, Kind::exposure}) {
        const auto more = shares({"", kind, 0, 0}, actual, id, terms);
        for (std::size_t i = 0; i < allies_; ++i) parts[i] += more[i];
      }
      return in_percent(std::move(parts));
    }
    case Kind::pledge:
      break;
  }
  std::vector<double> parts = actual.gdp;
  for (double& one : parts) one *= yardstick.pledge / actual.total;
  return parts;
}

void BurdenModel::own_figures(std::vector<double>& row, const Actual& actual) const {
  const double products = sum(actual.gdp);
  for (std::size_t i = 0; i < allies_; ++i) {
    row[own(i, Own::spent)] = actual.spent[i];
    row[own(i, Own::share)] = 100 * actual.spent[i] / actual.total;
    row[own(i, Own::product)] = 100 * actual.gdp[i] / products;
  }
}

void BurdenModel::yardstick_figures(std::vector<double>& row, const Actual& actual,
                                    const WorldId& id, const actors::BurdenTerms& terms) const {
  for (std::size_t y = 0; y < yardsticks_.size(); ++y) {
    const std::vector<double> part = shares(yardsticks_[y], actual, id, terms);
    double lacking = 0;
    for (std::size_t i = 0; i < allies_; ++i) {
      // Both in %. A pledge is itself: whoever spends just as much is not below it.
      const double due = yardsticks_[y].kind == Kind::pledge
                             ? yardsticks_[y].pledge
                             : part[i] * actual.total / actual.gdp[i];
      row[against(i, y, Against::share)] = part[i];
      row[against(i, y, Against::due)] = due;
      row[against(i, y, Against::distance)] = actual.percent[i] - due;
      lacking += std::max(0.0, due - actual.percent[i]) * actual.gdp[i] / 100;
    }
    row[shortfall(y, Short::sum)] = lacking;
    row[shortfall(y, Short::share)] = 100 * lacking / actual.total;
  }
}

void BurdenModel::balances(std::vector<double>& row, const WorldId& id,
                           const actors::BurdenTerms& terms) const {
  for (std::size_t v = 0; v < kVariants.size(); ++v) {
    const auto all = contributors(kVariants[v], terms, id);
    const solve::Provision free = solve::voluntary(all);
    const solve::Provision best = solve::lindahl(all);
    row[balance(v, Balance::given)] = free.total;
    row[balance(v, Balance::efficient)] = best.total;
    row[balance(v, Balance::ratio)] = free.total / best.total;
    row[balance(v, Balance::welfare)] =
        sum(solve::utilities(all, free)) / sum(solve::lindahl_utilities(all));
    if (!kVariants[v].joint) row[balance(v, Balance::resource)] = solve::resource_use(all, free);
  }
}

std::vector<double> BurdenModel::row(const WorldId& id) const {
  std::vector<double> row(size(), 0.0);
  const actors::BurdenTerms terms = this->terms(id);
  Actual actual;
  for (const Ally& one : facts_.asked.alliance.allies) {
    actual.gdp.push_back(campaign::value_in(one.gdp, id));
    actual.percent.push_back(campaign::value_in(one.spending, id));
    actual.spent.push_back(actual.gdp.back() * actual.percent.back() / 100);
  }
  actual.total = sum(actual.spent);
  own_figures(row, actual);
  yardstick_figures(row, actual, id, terms);
  balances(row, id, terms);
  for (std::size_t c = 0; c < facts_.holdings.capabilities.size(); ++c)
    for (std::size_t t = 0; t < kTechnologies; ++t) {
      const auto found = aggregate(c, static_cast<Technology>(t), terms, id);
      row[technology(c, static_cast<Technology>(t))] =
          found.efficient > 0 ? 100 * found.level / found.efficient : 0;
    }
  const Duplication& pooled = facts_.duplication;
  double money = 0;
  for (std::size_t k = 0; k < pooled.pooled.size(); ++k)
    money += actual.spent[pooled.pooled[k]] * campaign::value_in(pooled.equipment[k], id) / 100;
  for (std::size_t d = 0; d < pooled.rows.size(); ++d) {
    const Duplicated& one = pooled.rows[d];
    row[factor(d)] = bought_with(campaign::value_in(one.types_knob, id),
                                 campaign::value_in(one.fewer_knob, id), terms.kappa);
    if (one.all) row[worth()] = money * (row[factor(d)] - 1);
  }
  for (std::size_t y = 0; y < facts_.years.size(); ++y) {
    const RankPair ranks = rank_pair(facts_.years[y].allies, id);
    row[spearman(y)] = ranks.spearman;
    row[kendall(y)] = ranks.kendall;
  }
  return row;
}

double fitting_alpha(const std::vector<Contributor>& incomes, double spent) {
  constexpr double kMost = 0.5;
  const auto lacking = [&](double alpha) {
    auto all = incomes;
    for (Contributor& one : all) {
      one.shared = alpha;
      one.own = 0;
    }
    return spent - solve::voluntary(all).total;
  };
  if (spent <= 0 || lacking(kMost) > 0) return 0;
  return solve::root_of_falling(0, kMost, lacking);
}

campaign::DrawnWorlds burden_sweep(const BurdenModel& model, const campaign::Sampling& sampling,
                                   const Run& run) {
  return campaign::over_worlds(sampling, model.size(), run,
                               [&](const WorldId& id) { return model.row(id); });
}

}  // namespace entente::analysis
