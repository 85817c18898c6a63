// Who carries what: the member's burden, its distance from each yardstick, and free-riding.
#include <algorithm>

#include "analysis/burden/tables.h"
#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Value;
using Kind = Yardstick::Kind;
using Against = BurdenModel::Against;
using Own = BurdenModel::Own;

constexpr Bounds kPercent{0, 100};
constexpr std::size_t kNamed = 3;

std::string meaning(const Yardstick& one) {
  switch (one.kind) {
    case Kind::voluntary: {
      const BurdenVariant& variant = kVariants[one.variant];
      std::string words = "voluntary equilibrium (Nash): pure public good";
      if (variant.joint)
        words = "voluntary equilibrium (Nash): part of what one spends serves it alone";
      if (variant.threat) words += ", the exposed want more";
      return words;
    }
    case Kind::efficient:
      return one.variant == 0 ? "efficient, Lindahl's shares: by what security is worth to each; "
                                "with one taste, "
                                "by GDP"
                              : "efficient, Lindahl's shares where the exposed want more";
    case Kind::population:
      return "benefit by people protected";
    case Kind::exposure:
      return "benefit by GDP times exposure to the scenario's adversaries";
    case Kind::benefit:
      return "mean of the benefits by GDP, by people and by exposure";
    case Kind::pledge:
      break;
  }
  return "a pledge of so many % of GDP";
}

class Carried {
 public:
  Carried(card::Record& record, const BurdenFindings& f)
      : record_(record), f_(f), allies_(f.burden.asked.alliance.allies) {
    vary_ = {.honour = false, .facts = f.sampling.vary.facts};
  }

  void burden() {
    card::Table& table = record_.table(burden_table(BurdenTable::shares));
    double forces = 0;
    for (const auto& one : f_.burden.holdings.forces) forces += one.value_or(0);
    for (const std::size_t i : by_spending()) {
      const Ally& ally = allies_[i];
      const world::Uncertain& percent = ally.spending.range;
      std::vector<Value> row{ally.name, ally.gdp.range.value, percent.value, percent.low,
                             percent.high};
      figure(row, f_.model.own(i, Own::spent), kNotNegative);
      figure(row, f_.model.own(i, Own::share), kPercent);
      figure(row, f_.model.own(i, Own::product), kPercent);
      row.emplace_back();
      const auto& held = f_.burden.holdings.forces;
      if (i < held.size() && held[i] && forces > 0) row.back() = 100 * *held[i] / forces;
      for (const std::string_view name : {"nash", "efficient", "efficient_threat"})
        share_of(row, i, name);
      table.row(std::move(row));
    }
  }

  void distances() {
    card::Table& table = record_.table(burden_table(BurdenTable::distances));
    for (const std::size_t i : by_spending())
      for (std::size_t y = 0; y < f_.model.yardsticks().size(); ++y) {
        std::vector<Value> row{allies_[i].name, f_.model.yardsticks()[y].name,
                               allies_[i].spending.range.value};
        figure(row, f_.model.against(i, y, Against::due), kNotNegative);
        figure(row, f_.model.against(i, y, Against::distance), {});
        table.row(std::move(row));
      }
  }

  void free_riding() {
    card::Table& table = record_.table(burden_table(BurdenTable::free_riding));
    const std::vector<double> nominal = f_.model.row({});
    for (std::size_t y = 0; y < f_.model.yardsticks().size(); ++y) {
      const Yardstick& one = f_.model.yardsticks()[y];
      std::vector<std::pair<double, std::string>> gaps;
      for (std::size_t i = 0; i < allies_.size(); ++i)
        gaps.emplace_back(
            nominal[f_.model.against(i, y, Against::distance)] * allies_[i].gdp.range.value,
            allies_[i].name);
      std::ranges::sort(gaps);
      const auto below = std::ranges::count_if(gaps, [](const auto& gap) { return gap.first < 0; });
      std::vector<Value> row{one.name, meaning(one), static_cast<std::int64_t>(below)};
      figure(row, f_.model.shortfall(y, BurdenModel::Short::sum), kNotNegative);
      figure(row, f_.model.shortfall(y, BurdenModel::Short::share), kNotNegative);
      row.emplace_back(ends(gaps, -1));
      std::ranges::reverse(gaps);
      row.emplace_back(ends(gaps, 1));
      table.row(std::move(row));
    }
  }

 private:
  void figure(std::vector<Value>& row, std::size_t at, const Bounds& bounds) const {
    put(row, f_.sums.estimate(at), vary_, bounds);
  }

  void share_of(std::vector<Value>& row, std::size_t ally, std::string_view name) const {
    const auto& all = f_.model.yardsticks();
    const auto found = std::ranges::find(all, name, &Yardstick::name);
    if (found == all.end())
      row.insert(row.end(), 5, Value());
    else
      figure(row,
             f_.model.against(ally, static_cast<std::size_t>(found - all.begin()), Against::share),
             kPercent);
  }

  /// The first few names of a sorted list whose gap has this sign.
  static std::string ends(const std::vector<std::pair<double, std::string>>& gaps, int sign) {
    std::vector<std::string> names;
    for (const auto& [gap, name] : gaps)
      if (names.size() < kNamed && gap * sign > 0) names.push_back(name);
    return join(names, " ");
  }

  /// Members by what they spend, the most first.
  [[nodiscard]] std::vector<std::size_t> by_spending() const {
    std::vector<std::size_t> order(allies_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
      return allies_[i].gdp.range.value * allies_[i].spending.range.value;
    });
    return order;
  }

  card::Record& record_;
  const BurdenFindings& f_;
  const std::vector<Ally>& allies_;
  Vary vary_;
};

}  // namespace

void add_carried(card::Record& record, const BurdenFindings& findings) {
  Carried carried(record, findings);
  carried.burden();
  carried.distances();
  carried.free_riding();
}

}  // namespace entente::analysis
