// What each member brings: every figure that the library has of it near the year, with its source.
#include <algorithm>
#include <functional>

#include "analysis/burden/tables.h"
#include "scenario/burden_facts.h"

namespace entente::analysis {
namespace {

using card::Value;

constexpr int kNearYears = 2;
// Shares of something are no parts of a whole, and these are measured in the benefits.
constexpr std::string_view kNotAdded[] = {"spending", "equipment_share", "aid_committed",
                                          "aid_allocated"};
constexpr std::string_view kNotBrought[] = {"gdp", "population"};

template <class List>
bool among(const List& list, std::string_view name) {
  return std::ranges::find(list, name) != std::end(list);
}

class Contributions {
 public:
  Contributions(card::Record& record, const BurdenFindings& f)
      : f_(f),
        allies_(f.burden.asked.alliance.allies),
        table_(record.table(burden_table(BurdenTable::contributions))) {}

  void run() {
    for (const scenario::BurdenMeasure& measure : scenario::burden_measures())
      if (!among(kNotBrought, measure.name)) published(measure);
    const Holdings& held = f_.burden.holdings;
    derived("forces", "% of the requirement of all contingencies",
            "units of the scenario's pools by the ledger's weights",
            [&](std::size_t i) { return i < held.forces.size() ? held.forces[i] : std::nullopt; });
    derived("hosting_promises", "members", "duties to host of the library's agreements",
            [&](std::size_t i) { return std::optional<double>(held.hosting[i]); });
    if (held.known)
      derived("theatres_reached", "theatres", "bases of the library inside or next to a theatre",
              [&](std::size_t i) { return std::optional<double>(held.theatres[i]); });
  }

 private:
  void published(const scenario::BurdenMeasure& measure) {
    const int year = f_.burden.asked.alliance.year;
    std::vector<const world::Figure*> figures;
    double all = 0;
    std::size_t known = 0;
    for (const Ally& ally : allies_) {
      const world::Figure* one = f_.facts.near(measure.name, ally.state, year, kNearYears);
      figures.push_back(one);
      all += one == nullptr ? 0 : one->value;
      known += one == nullptr ? 0 : 1;
    }
    // A share of a few would read as a share of all.
    const bool shared = !among(kNotAdded, measure.name) && all > 0 && 2 * known >= allies_.size();
    for (std::size_t i = 0; i < allies_.size(); ++i) {
      const world::Figure* one = figures[i];
      if (one == nullptr) continue;
      std::vector<Value> row{allies_[i].name, one->what, one->value,
                             one->low,        one->high, one->unit};
      row.emplace_back();
      if (shared) row.back() = 100 * one->value / all;
      row.insert(row.end(),
                 {Value(static_cast<std::int64_t>(one->year)), Value(one->status),
                  Value(std::string(1, one->sourced.confidence)), Value(one->sourced.source)});
      table_.row(std::move(row));
    }
  }

  void derived(const std::string& measure, const std::string& unit, const std::string& source,
               const std::function<std::optional<double>(std::size_t)>& value) {
    double all = 0;
    for (std::size_t i = 0; i < allies_.size(); ++i) all += value(i).value_or(0);
    if (all <= 0) return;
    const std::int64_t year =
        year_of(measure == "hosting_promises" ? f_.burden.asked.alliance.on : f_.library.world.day);
    for (std::size_t i = 0; i < allies_.size(); ++i)
      if (const auto one = value(i))
        table_.row({allies_[i].name, measure, *one, Value(), Value(), unit, 100 * *one / all, year,
                    std::string("derived"), std::string("B"), source});
  }

  const BurdenFindings& f_;
  const std::vector<Ally>& allies_;
  card::Table& table_;
};

}  // namespace

void add_contributions(card::Record& record, const BurdenFindings& findings) {
  Contributions(record, findings).run();
}

}  // namespace entente::analysis
