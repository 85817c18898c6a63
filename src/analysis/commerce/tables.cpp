#include <algorithm>
#include <cmath>

#include "analysis/commerce/concentration.h"
#include "analysis/commerce/findings.h"
#include "base/name.h"

namespace entente::analysis {
namespace {

using campaign::Closing;
using campaign::commerce_world;
using campaign::CommerceWorld;
using campaign::cut_off;
using campaign::Holder;
using campaign::kNever;
using card::Value;
using solve::Estimate;

constexpr card::Column kPrices[] = {
    {"set", "", "Contingencies that come due at once, or straits that were named."},
    {"good", "", "oil, or lng: liquefied gas."},
    {"lost", "as column unit says", "What finds no way, over what is usual; as in the tables."},
    {"unit", "", "million barrels a day, or % of world trade."},
    {"price_tables", "%", "How much dearer, with the facts of the tables."},
    {"price", "%", "Mean over worlds of facts and assumptions."},
    {"price_lo", "%", "90 % interval of that mean."},
    {"price_hi", "%", "Its upper end."},
    {"price_p05", "%", "5 % of worlds lie below; empty where nothing is varied."},
    {"price_p95", "%", "5 % lie above."},
    {"after_stocks", "%", "Of oil, while stocks are released: with the facts of the tables."},
    {"naive", "%", "Naive reading: all that usually passes what is closed is lost."},
};
constexpr card::Column kFlows[] = {
    {"set", "", "Contingencies, or straits that were named."},
    {"from", "", "Region."},
    {"to", "", "Region."},
    {"mode", "", "sea, pipeline or rail."},
    {"chokepoints", "", "Straits on the way."},
    {"usual", "million barrels a day", "By least cost, nothing closed; below 0 it flows back."},
    {"flow", "million barrels a day", "With the straits closed."},
    {"change", "million barrels a day", "The second less the first."},
};
constexpr card::Column kStraits[] = {
    {"set", "", "Contingencies, or straits that were named."},
    {"chokepoint", "", "The strait."},
    {"closed", "share", "Of it, after escorts, with the facts of the tables."},
    {"published", "million barrels a day", "Oil that passed it; empty where nobody says."},
    {"usual", "million barrels a day",
     "By least cost: how far the model is off is said by the two."},
    {"flow", "million barrels a day", "With the straits closed."},
    {"cuts_off", "", "Regions that have no other way to the sea."},
    {"lng", "% of world trade", "Liquefied gas at risk: what passes times what is closed."},
    {"containers", "% of world trade", "Containers at risk, likewise."},
    {"value", "% of world trade", "Merchandise by value, likewise."},
};
constexpr card::Column kBearers[] = {
    {"set", "", "Contingencies, or straits that were named."},
    {"holder", "", "A state or group that imports."},
    {"imports", "million barrels a day", "As in the tables."},
    {"short", "%", "Of its imports that do not come: mean over worlds."},
    {"short_lo", "%", "90 % interval of that mean."},
    {"short_hi", "%", "Its upper end."},
    {"short_p05", "%", "5 % of worlds lie below; empty where nothing is varied."},
    {"short_p95", "%", "5 % lie above."},
    {"stock_days", "days of imports", "In stock; empty where nobody says."},
    {"days_left", "days", "Until stocks are used up at that rate; empty where they are not."},
    {"gdp", "% of GDP", "What a year of that price after stocks costs it: mean over worlds."},
    {"gdp_lo", "% of GDP", "90 % interval of that mean."},
    {"gdp_hi", "% of GDP", "Its upper end."},
    {"gdp_p05", "% of GDP", "5 % of worlds lie below; empty where nothing is varied."},
    {"gdp_p95", "% of GDP", "5 % lie above."},
};
constexpr card::Column kVoyages[] = {
    {"set", "", "Contingencies, or straits that were named."},
    {"what", "", "detour, freight or insurance."},
    {"unit", "", "Days a barrel, or USD a barrel."},
    {"tables", "as column unit says", "With the facts of the tables."},
    {"mean", "as column unit says", "Over worlds."},
    {"mean_lo", "as column unit says", "90 % interval of that mean."},
    {"mean_hi", "as column unit says", "Its upper end."},
    {"p05", "as column unit says", "5 % of worlds lie below; empty where nothing is varied."},
    {"p95", "as column unit says", "5 % lie above."},
};
constexpr card::Column kCoercion[] = {
    {"sender", "", "Who cuts trade."},
    {"target", "", "With whom."},
    {"allied", "", "Whether one is bound to defend the other."},
    {"share", "share", "Of the target's trade that is with the sender, by gravity."},
    {"share_naive", "share", "Naive reading: the sender's share of the others' GDP."},
    {"loss", "% of GDP", "Of the target: mean over worlds."},
    {"loss_lo", "% of GDP", "90 % interval of that mean."},
    {"loss_hi", "% of GDP", "Its upper end."},
    {"loss_p05", "% of GDP", "5 % of worlds lie below; empty where nothing is varied."},
    {"loss_p95", "% of GDP", "5 % lie above."},
    {"loss_sender", "% of GDP", "Of the sender, with the facts of the tables."},
    {"ratio", "", "What the target loses for each per cent of GDP of the sender."},
    {"success", "share",
     "Base rate of sanctions that reached some of their aim; of no use for one case."},
};
constexpr card::Column kAssumptions[] = {
    {"name", "", "The assumption, which is a flag of its own."},
    {"value", "as column unit says", "What this run used."},
    {"low", "as column unit says", "Low end of its range."},
    {"high", "as column unit says", "High end."},
    {"unit", "", "The unit of the three."},
    {"moves", "%",
     "Change of the price of oil in the set that loses most, from the low to the high end."},
    {"source", "", "Where value or range come from."},
};
constexpr card::TableSpec kTables[] = {
    {"prices", "What becomes dearer.", kPrices},
    {"straits", "What passes each strait that is touched.", kStraits},
    {"flows", "Every corridor, as usual and with straits closed.", kFlows},
    {"bearers", "Who goes short, and for how long stocks last.", kBearers},
    {"voyages", "What a barrel pays for the way.", kVoyages},
    {"coercion", "What cutting trade costs either side (--coerce).", kCoercion},
    {"assumptions", "What the answer hangs on, the most first.", kAssumptions},
    {"concentration", "How few suppliers services, munitions and oil come from.",
     kConcentrationColumns},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "prices", .most = 12},
    {.mark = card::Mark::table, .table = "straits", .most = 12},
    {.mark = card::Mark::table, .table = "coercion"},
    {.mark = card::Mark::counted, .table = "bearers"},
    {.mark = card::Mark::counted, .table = "voyages"},
    {.mark = card::Mark::counted, .table = "flows"},
    {.mark = card::Mark::counted, .table = "assumptions"},
    {.mark = card::Mark::counted, .table = "concentration"},
};

/// A figure, or nothing where it is not known.
Value told(bool known, double figure) {
  Value value;
  if (known) value = figure;
  return value;
}

/// Mean, interval and spread; the last four empty where nothing is varied.
void put(std::vector<Value>& row, const Estimate& one, bool varied) {
  row.emplace_back(one.mean);
  for (const double figure : {one.low, one.high, one.p05, one.p95})
    row.push_back(told(varied, figure));
}

std::string straits_of(const CommerceGround& ground, const world::Corridor& one) {
  std::vector<std::string> names;
  for (const Symbol strait : one.chokepoints)
    names.push_back(ground.library.world.symbols.name(strait));
  return join(names, ", ");
}

class Writer {
 public:
  Writer(card::Record& record, const CommerceFindings& f) : record_(record), f_(f), g_(f.ground) {}

  void write() {
    for (const Closing& one : g_.closings) worlds_.push_back(commerce_world(g_, one, f_.terms, {}));
    using Fill = void (Writer::*)(card::Table&, std::size_t);
    constexpr Fill kFills[] = {&Writer::prices, &Writer::straits, &Writer::flows, &Writer::bearers,
                               &Writer::voyages};
    for (std::size_t t = 0; t < std::size(kFills); ++t) {
      card::Table& table = record_.table(kTables[t]);
      for (std::size_t c = 0; c < g_.closings.size(); ++c) (this->*kFills[t])(table, c);
    }
    coercion(record_.table(kTables[5]));
    assumptions(record_.table(kTables[6]));
  }

 private:
  const std::string& set(std::size_t c) const { return g_.closings[c].name; }
  Estimate estimate(std::size_t c, CommerceColumn column, std::size_t more = 0) const {
    return f_.sums[c].estimate(static_cast<std::size_t>(column) + more);
  }

  void prices(card::Table& table, std::size_t c) {
    const Disturbance& now = f_.plain[c];
    double all = 0;
    for (std::size_t s = 0; s < g_.straits.size(); ++s)
      all = std::max(all, std::max(0.0, g_.usual[s].value) * worlds_[c].closed[s]);
    const double elasticities = f_.terms.supply_elasticity + f_.terms.demand_elasticity;
    const double naive = 100 * (std::exp(all / g_.world_supply.value / elasticities) - 1);
    std::vector<Value> oil{set(c), std::string("oil"), now.lost,
                           std::string("million barrels a day"), now.price};
    put(oil, estimate(c, CommerceColumn::price), f_.varied);
    oil.emplace_back(now.after_stocks);
    oil.emplace_back(naive);
    table.row(std::move(oil));
    double gas = 0;
    for (std::size_t s = 0; s < g_.straits.size(); ++s)
      gas = std::max(gas, std::max(0.0, g_.lng[s].value) * worlds_[c].closed[s]);
    std::vector<Value> lng{set(c), std::string("lng"), now.lng_lost,
                           std::string("% of world trade"), now.lng_price};
    put(lng, estimate(c, CommerceColumn::lng_price), f_.varied);
    lng.emplace_back();
    lng.emplace_back(100 * (std::exp(gas / 100 / f_.terms.lng_elasticity) - 1));
    table.row(std::move(lng));
  }

  void straits(card::Table& table, std::size_t c) {
    for (std::size_t s = 0; s < g_.straits.size(); ++s) {
      const double closed = worlds_[c].closed[s];
      if (closed <= 0) continue;
      std::vector<std::string> off;
      for (const std::size_t r : cut_off(worlds_[c].net, s, g_.at_sea))
        off.push_back(g_.regions[r]);
      const auto at_risk = [&](const std::vector<world::Uncertain>& shares) {
        return told(shares[s].value >= 0, shares[s].value * closed);
      };
      table.row({set(c), g_.straits[s], closed, told(g_.usual[s].value >= 0, g_.usual[s].value),
                 f_.plain[c].usual.straits[s], f_.plain[c].now.straits[s], join(off, ", "),
                 at_risk(g_.lng), at_risk(g_.containers), at_risk(g_.value)});
    }
  }

  void flows(card::Table& table, std::size_t c) {
    const Symbols& symbols = g_.library.world.symbols;
    for (std::size_t w = 0; w < g_.corridors.size(); ++w) {
      const world::Corridor& one = *g_.corridors[w];
      const double usual = f_.plain[c].usual.ways[w], now = f_.plain[c].now.ways[w];
      table.row({set(c), symbols.name(one.from), symbols.name(one.to), symbols.name(one.mode),
                 straits_of(g_, one), usual, now, now - usual});
    }
  }

  void bearers(card::Table& table, std::size_t c) {
    for (std::size_t h = 0; h < g_.holders.size(); ++h) {
      const Holder& one = g_.holders[h];
      double imports = 0;
      for (const auto& [region, amount] : one.imports) imports += amount.value;
      if (imports <= 0) continue;
      std::vector<Value> row{set(c), one.name, imports};
      put(row, estimate(c, CommerceColumn::holders, h), f_.varied);
      const double left = f_.plain[c].days_left[h];
      row.push_back(told(one.stock_days.value > 0, one.stock_days.value));
      row.push_back(told(left < kNever && one.stock_days.value > 0, left));
      put(row, estimate(c, CommerceColumn::holders, g_.holders.size() + h), f_.varied);
      table.row(std::move(row));
    }
  }

  void voyages(card::Table& table, std::size_t c) {
    const Disturbance& now = f_.plain[c];
    const auto row = [&](const char* what, const char* unit, double plain, CommerceColumn column) {
      std::vector<Value> made{set(c), std::string(what), std::string(unit), plain};
      put(made, estimate(c, column), f_.varied);
      table.row(std::move(made));
    };
    row("detour", "days a barrel", now.detour, CommerceColumn::detour);
    row("freight", "USD a barrel", now.freight, CommerceColumn::freight);
    row("insurance", "USD a barrel", now.insurance, CommerceColumn::insurance);
  }

  void coercion(card::Table& table) {
    for (std::size_t i = 0; i < f_.coercions.size(); ++i) {
      const Coercion& one = f_.coercions[i];
      std::vector<Value> row{one.sender, one.target, one.allied, one.share_target,
                             one.naive_target};
      put(row, f_.coercion_sums[i].estimate(0), f_.varied);
      row.emplace_back(one.loss_sender);
      row.push_back(told(one.loss_sender > 0, one.loss_target / std::max(1e-12, one.loss_sender)));
      row.emplace_back(actors::kSanctionsSucceed);
      table.row(std::move(row));
    }
  }

  void assumptions(card::Table& table) {
    std::vector<std::size_t> order(f_.swings.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto moves = [&](std::size_t i) { return f_.swings[i].second - f_.swings[i].first; };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return std::abs(moves(a)) > std::abs(moves(b));
    });
    for (const std::size_t i : order) {
      const auto& [field, value] = actors::kCommerceTerms[i];
      const auto range = campaign::range_of(field, f_.terms.*value, g_.library.plan);
      table.row({std::string(field.name), range.value, range.low, range.high,
                 std::string(field.unit), moves(i), std::string(field.source)});
    }
  }

  card::Record& record_;
  const CommerceFindings& f_;
  const CommerceGround& g_;
  std::vector<CommerceWorld> worlds_;
};

}  // namespace

std::span<const card::TableSpec> commerce_tables() { return kTables; }
std::span<const card::View> commerce_views() { return kViews; }

void add_tables(card::Record& record, const CommerceFindings& findings) {
  Writer(record, findings).write();
}

}  // namespace entente::analysis
