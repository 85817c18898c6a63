// What theory and arithmetic say: equilibria, technologies, size, duplication, assumptions.
#include <algorithm>

#include "analysis/burden/tables.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Value;
using solve::Technology;
using Balance = BurdenModel::Balance;

constexpr Bounds kRank{-1, 1};

class Benchmarks {
 public:
  Benchmarks(card::Record& record, const BurdenFindings& f)
      : record_(record), f_(f), allies_(f.burden.asked.alliance.allies) {
    vary_ = {.honour = false, .facts = f.sampling.vary.facts};
  }

  void equilibria() {
    card::Table& table = record_.table(burden_table(BurdenTable::equilibria));
    double spent = 0;
    for (const Ally& one : allies_) spent += one.gdp.range.value * one.spending.range.value / 100;
    for (std::size_t v = 0; v < kVariants.size(); ++v) {
      if (kVariants[v].threat && !f_.model.threatened()) continue;
      const auto free =
          solve::voluntary(f_.model.contributors(kVariants[v], f_.model.terms({}), {}));
      std::vector<Value> row{std::string(kVariants[v].name),
                             static_cast<std::int64_t>(free.givers()), spent};
      for (const Balance one :
           {Balance::given, Balance::efficient, Balance::ratio, Balance::welfare})
        figure(row, f_.model.balance(v, one), kNotNegative);
      if (kVariants[v].joint)
        row.insert(row.end(), 5, Value());
      else
        figure(row, f_.model.balance(v, Balance::resource), kShare);
      table.row(std::move(row));
    }
  }

  void technologies() {
    card::Table& table = record_.table(burden_table(BurdenTable::technologies));
    const auto& capabilities = f_.burden.holdings.capabilities;
    for (std::size_t c = 0; c < capabilities.size(); ++c)
      for (std::size_t t = 0; t < std::size(solve::kTechnologyWords); ++t)
        table.row(technology(c, static_cast<Technology>(t)));
  }

  void size() {
    card::Table& table = record_.table(burden_table(BurdenTable::size));
    for (std::size_t y = 0; y < f_.sizes.size(); ++y) {
      const SizeTest& one = f_.sizes[y];
      const Alliance& alliance = f_.burden.years[y];
      std::vector<Value> row{static_cast<std::int64_t>(alliance.year),
                             static_cast<std::int64_t>(alliance.allies.size())};
      ranks(row, one.spearman, f_.model.spearman(y));
      ranks(row, one.kendall, f_.model.kendall(y));
      row.insert(row.end(),
                 {Value(one.p_value), Value(one.without_largest.spearman), Value(one.largest),
                  Value(0.0), Value(std::string(word(verdict(one))))});
      table.row(std::move(row));
    }
  }

  void duplication() {
    card::Table& table = record_.table(burden_table(BurdenTable::duplication));
    const Duplication& all = f_.burden.duplication;
    double money = 0;
    for (std::size_t k = 0; k < all.pooled.size(); ++k) {
      const Ally& ally = allies_[all.pooled[k]];
      money += ally.gdp.range.value * ally.spending.range.value / 100 *
               all.equipment[k].range.value / 100;
    }
    for (std::size_t d = 0; d < all.rows.size(); ++d) {
      const Duplicated& one = all.rows[d];
      std::vector<Value> row{one.kind,        one.group,        one.types->value, one.types->low,
                             one.types->high, one.fewer->value, one.pooled_as};
      figure(row, f_.model.factor(d), {1, 1e300});
      row.emplace_back();
      if (one.all && money > 0) {
        row.back() = money;
        figure(row, f_.model.worth(), kNotNegative);
      } else {
        row.insert(row.end(), 5, Value());
      }
      row.emplace_back(one.types->sourced.source);
      table.row(std::move(row));
    }
  }

  void assumptions() {
    card::Table& table = record_.table(burden_table(BurdenTable::assumptions));
    for (const actors::BurdenTerm& one : actors::kBurdenTerms) {
      const double value = f_.burden.asked.terms.*one.value;
      const world::Uncertain range = range_of(one.field, value, f_.burden.plan);
      table.row({std::string(one.field.name), range.value, range.low, range.high,
                 std::string(one.field.unit), std::string(one.field.help),
                 std::string(one.field.source)});
    }
  }

 private:
  void figure(std::vector<Value>& row, std::size_t at, const Bounds& bounds) const {
    put(row, f_.sums.estimate(at), vary_, bounds);
  }

  std::vector<Value> technology(std::size_t c, Technology which) const {
    const Capability& capability = f_.burden.holdings.capabilities[c];
    const bool usual = capability.technology == which;
    const actors::BurdenTerms terms = f_.model.terms({});
    const solve::Aggregate found = f_.model.aggregate(c, which, terms, {});
    std::vector<Value> row{std::string(capability.name),
                           std::string(solve::kTechnologyWords[static_cast<std::size_t>(which)]),
                           usual, std::string(usual ? capability.because : ""),
                           f_.model.weight(c, terms)};
    figure(row, f_.model.technology(c, which), kNotNegative);
    row.emplace_back(found.efficient > 0 ? 100 * found.least / found.efficient : 0.0);
    row.emplace_back(static_cast<std::int64_t>(found.gifts.givers()));
    largest(row, found.gifts.gifts);
    largest(row, f_.burden.holdings.known ? capability.held : std::vector<double>());
    return row;
  }

  /// Name and share of the largest of the members' parts; both empty where there is none.
  void largest(std::vector<Value>& row, const std::vector<double>& parts) const {
    double all = 0;
    for (const double one : parts) all += one;
    row.insert(row.end(), 2, Value());
    if (all <= 0) return;
    const auto most = std::ranges::max_element(parts);
    row[row.size() - 2] = allies_[static_cast<std::size_t>(most - parts.begin())].name;
    row.back() = 100 * *most / all;
  }

  /// A coefficient as the tables have it, its interval over members, its spread over facts.
  void ranks(std::vector<Value>& row, const solve::Estimate& members, std::size_t at) const {
    solve::Estimate both = f_.sums.estimate(at);
    both.mean = members.mean;
    both.low = members.low;
    both.high = members.high;
    put(row, both, {.honour = true, .facts = vary_.facts}, kRank);
  }

  card::Record& record_;
  const BurdenFindings& f_;
  const std::vector<Ally>& allies_;
  Vary vary_;
};

}  // namespace

void add_benchmarks(card::Record& record, const BurdenFindings& findings) {
  Benchmarks all(record, findings);
  all.equilibria();
  all.technologies();
  all.size();
  all.duplication();
  all.assumptions();
}

}  // namespace entente::analysis
