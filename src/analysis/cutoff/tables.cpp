#include "analysis/cutoff/tables.h"

#include <algorithm>
#include <array>

#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Column;
using card::Record;
using card::Table;
using card::Value;

constexpr Column kUsable[] = {
    {"state", "", "Whose force."},
    {"element", "", "Which element; nuclear stands for forces that no allocation counts."},
    {"day", "days", "Since the patron began to withhold."},
    {"share", "share", "Share of the element that can still be used: mean over worlds of facts."},
    {"share_lo", "share", "90 % interval of that mean: more draws narrow it."},
    {"share_hi", "share", "Its upper end."},
    {"share_p05", "share", "5 % of worlds lie below: the spread over facts."},
    {"share_p95", "share", "5 % of worlds lie above; empty where facts are not varied."},
    {"share_tables", "share", "With the facts of the tables."},
    {"share_worst", "share", "With every share and lapse at the worst end of its range at once."},
    {"share_best", "share", "At the best end."},
    {"share_naive", "share", "Naive reading: all of it stops at once, shares added up."},
};
constexpr Column kElements[] = {
    {"element", "", "Which element."},
    {"day", "days", "Since the patron began to withhold."},
    {"share", "share", "Usable share of the element of all that depend, by units: mean."},
    {"share_lo", "share", "90 % interval of that mean."},
    {"share_hi", "share", "Its upper end."},
    {"share_p05", "share", "Spread over facts."},
    {"share_p95", "share", "Its upper end."},
    {"share_tables", "share", "With the facts of the tables."},
    {"share_worst", "share", "With every share and lapse at the worst end of its range at once."},
    {"share_best", "share", "At the best end."},
    {"share_naive", "share", "Naive reading: all of it stops at once, shares added up."},
};
constexpr Column kServices[] = {
    {"state", "", "Who depends."},
    {"element", "", "Of which element."},
    {"service", "", "For what."},
    {"supplier", "", "On whom: the patron, or whom it stands for."},
    {"mode", "", "hard: felt from the first day; slow: over its days."},
    {"share", "share", "Share of the element that cannot be used without the service."},
    {"share_low", "share", "Low end of what is known of it."},
    {"share_high", "share", "High end."},
    {"lapse_days", "days", "How long a slow service takes to be felt; 0 where it is hard."},
    {"lapse_low", "days", "Low end."},
    {"lapse_high", "days", "High end."},
    {"lost_0", "share", "Lost on day 0, facts of the tables, by this service alone."},
    {"lost_30", "share", "On day 30."},
    {"lost_90", "share", "On day 90."},
    {"lost_365", "share", "On day 365."},
    {"in_ledger", "", "false: the ledger counts it as an element, or does not count the force."},
};
constexpr Column kSubstitutes[] = {
    {"state", "", "Who would do without the patron."},
    {"service", "", "For what."},
    {"element", "", "Of which element."},
    {"cost", "bn USD of 2025", "Of a substitute of its own."},
    {"cost_low", "bn USD of 2025", "Low end."},
    {"cost_high", "bn USD of 2025", "High end."},
    {"months", "months", "From the order until it serves."},
    {"months_low", "months", "Low end."},
    {"months_high", "months", "High end."},
    {"restored", "share", "Share of the element that it alone brings back on day 90: mean."},
    {"restored_lo", "share", "90 % interval of that mean."},
    {"restored_hi", "share", "Its upper end."},
    {"restored_p05", "share", "Spread over facts."},
    {"restored_p95", "share", "Its upper end."},
    {"restored_units", "units", "The same in units, with the facts of the tables."},
    {"restored_per_bn", "share a bn USD", "Share brought back a bn USD: mean."},
    {"restored_per_bn_lo", "share a bn USD", "90 % interval of that mean."},
    {"restored_per_bn_hi", "share a bn USD", "Its upper end."},
    {"restored_per_bn_p05", "share a bn USD", "Spread over facts and costs."},
    {"restored_per_bn_p95", "share a bn USD", "Its upper end."},
};
constexpr Column kGap[] = {
    {"set", "", "Contingencies that come due at once."},
    {"forces", "", "come: the patron's own forces come as drawn; withheld: they stay away too."},
    {"gap", "% of all that is asked", "The ledger's gap with the switch thrown: mean over draws."},
    {"gap_lo", "%", "90 % interval of that mean."},
    {"gap_hi", "%", "Its upper end."},
    {"gap_p05", "%", "Spread over facts and assumptions."},
    {"gap_p95", "%", "Its upper end."},
    {"supplied", "%", "The gap if the patron supplies for certain, all else as in the ledger."},
    {"supplied_lo", "%", "90 % interval of that mean."},
    {"supplied_hi", "%", "Its upper end."},
    {"supplied_p05", "%", "Spread over facts and assumptions."},
    {"supplied_p95", "%", "Its upper end."},
    {"difference", "% points", "gap less supplied, paired draw by draw."},
    {"difference_lo", "% points", "90 % interval of that mean."},
    {"difference_hi", "% points", "Its upper end."},
    {"difference_p05", "% points", "Spread over facts and assumptions."},
    {"difference_p95", "% points", "Its upper end."},
    {"ledger", "%", "The ledger's own gap, where support is drawn: the same as `ledger` gives."},
    {"ledger_lo", "%", "90 % interval of that mean."},
    {"ledger_hi", "%", "Its upper end."},
    {"ledger_p05", "%", "Spread over facts and assumptions."},
    {"ledger_p95", "%", "Its upper end."},
    {"naive", "%", "Naive reading, forces as drawn: all that is bought stops at once."},
    {"naive_lo", "%", "90 % interval of that mean."},
    {"naive_hi", "%", "Its upper end."},
    {"naive_p05", "%", "Spread over facts and assumptions."},
    {"naive_p95", "%", "Its upper end."},
};
constexpr std::array<Column, 1> kFigure = {
    {{"figure", "",
      "usable: share of all forces that can be used on day 90; gap: what the largest set misses "
      "more with the switch thrown, the patron's forces coming, in % of all that is asked."}}};
constexpr auto kMoves = card::joined(
    kFigure, card::mover_columns("of the figure", "The figure with it at its low end."));
constexpr card::TableSpec kTables[] = {
    {"usable", "What still works of every element that depends on the patron.", kUsable},
    {"by_element", "The same of all that depend, by units.", kElements},
    {"services", "What is withheld, and what each service takes by itself.", kServices},
    {"substitutes",
     "What doing without would cost, by what is brought back a bn USD; services that serve several "
     "elements are told of each, so "
     "rows may not simply be added up.",
     kSubstitutes},
    {"gap", "The ledger of the scenario with the switch thrown.", kGap},
    {"moves",
     "What moves the answer most, one thing at a time; all else as in the tables, every state "
     "sending its probability's share.",
     kMoves},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::leading, .table = "usable", .x = "day", .most = 20},
    {.table = "by_element", .most = 40},
    {.mark = card::Mark::counted, .table = "services"},
    {.table = "substitutes", .most = 4},
    {.table = "gap"},
    {.table = "moves", .most = 6},
};

class Writing {
 public:
  Writing(Record& record, const CutoffFindings& f) : record_(record), f_(f), d_(f.dependents) {
    facts_ = {.honour = false, .facts = f.sampling.vary.facts};
  }

  void run() {
    usable();
    by_element();
    services();
    substitutes();
    gap();
    Table& moves = record_.table(kTables[5]);
    card::add_movers(moves, f_.usable_movers, {std::string("usable")});
    card::add_movers(moves, f_.gap_movers, {std::string("gap")});
  }

 private:
  const std::string& name(Symbol symbol) const { return f_.world.symbols.name(symbol); }

  void share(std::vector<Value>& row, std::size_t at) const {
    put(row, f_.shares.estimate(at), facts_, kShare);
    for (const auto* figures : {&f_.at_tables, &f_.worst, &f_.best, &f_.naive})
      row.emplace_back((*figures)[at]);
  }

  void usable() {
    Table& table = record_.table(kTables[0]);
    for (std::size_t i = 0; i < d_.all().size(); ++i) {
      const Dependent& one = d_.all()[i];
      for (std::size_t t = 0; t < d_.days().size(); ++t) {
        std::vector<Value> row{name(one.user), name(one.element),
                               static_cast<std::int64_t>(d_.days()[t])};
        share(row, d_.usable(i, t));
        table.row(std::move(row));
      }
    }
  }

  void by_element() {
    Table& table = record_.table(kTables[1]);
    for (std::size_t e = 0; e < d_.elements().size(); ++e)
      for (std::size_t t = 0; t < d_.days().size(); ++t) {
        std::vector<Value> row{name(d_.elements()[e]), static_cast<std::int64_t>(d_.days()[t])};
        share(row, d_.element(e, t));
        table.row(std::move(row));
      }
  }

  /// The ends of what is known: of a fact those that its confidence gives for 90 %.
  static void ends(std::vector<Value>& row, const world::Uncertain& number, double most) {
    const auto end = [&](double fact, double assumed) {
      return std::min(most, number.assumption ? assumed : fact);
    };
    row.emplace_back(end(quantile(number, 0.05), number.low));
    row.emplace_back(end(quantile(number, 0.95), number.high));
  }

  void services() {
    Table& table = record_.table(kTables[2]);
    for (const Service& one : d_.services()) {
      const world::Dependency& row = *one.row;
      const Withheld held = withheld_in(one, f_.asked.thrown, {});
      std::vector<Value> cells{name(row.user), name(row.element), name(row.service),
                               name(row.supplier),
                               std::string(held.lapse_days > 0 ? "slow" : "hard")};
      cells.emplace_back(held.share);
      if (held.share > 0)
        ends(cells, row.share, 1);
      else
        cells.insert(cells.end(), 2, 0.0);
      cells.emplace_back(held.lapse_days);
      if (held.lapse_days == row.lapse_days.value && held.lapse_days > 0)
        ends(cells, row.lapse_days, kNotNegative.most);
      else
        cells.insert(cells.end(), 2, held.lapse_days);
      for (const int day : {0, 30, 90, 365})
        cells.emplace_back(1 - left_by(held.share, held.lapse_days, day));
      cells.emplace_back(one.hold >= 0);
      table.row(std::move(cells));
    }
  }

  double units(std::size_t service) const {
    for (const Dependent& one : d_.all())
      if (one.first <= service && service < one.last) return one.units;
    return 0;
  }

  void substitutes() {
    Table& table = record_.table(kTables[3]);
    std::vector<std::size_t> order;
    std::vector<double> worth(d_.services().size(), 0.0);  // A mean over worlds each.
    for (std::size_t i = 0; i < d_.services().size(); ++i) {
      if (d_.services()[i].substitute == nullptr) continue;
      order.push_back(i);
      worth[i] = f_.shares.mean(d_.restored_per_bn(i));
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return worth[i]; });
    for (const std::size_t i : order) {
      const Service& one = d_.services()[i];
      std::vector<Value> row{name(one.row->user), name(one.row->service), name(one.row->element)};
      row.emplace_back(one.substitute->cost.value);
      ends(row, one.substitute->cost, kNotNegative.most);
      row.emplace_back(one.substitute->months.value);
      ends(row, one.substitute->months, kNotNegative.most);
      put(row, f_.shares.estimate(d_.restored(i)), facts_, kShare);
      row.emplace_back(f_.at_tables[d_.restored(i)] * units(i));
      put(row, f_.shares.estimate(d_.restored_per_bn(i)), facts_, kNotNegative);
      table.row(std::move(row));
    }
  }

  void gap() {
    Table& table = record_.table(kTables[4]);
    if (f_.question == nullptr || !f_.gaps) return;
    const Question& q = *f_.question;
    const Vary& vary = f_.sampling.vary;
    for (std::size_t i = 0; i < q.sets.size(); ++i)
      for (const bool come : {true, false}) {
        const auto figure = [&](GapFigure one) {
          return f_.gaps->heads.estimate(gap_column(i, one));
        };
        std::vector<Value> row{q.situation.title(q.sets[i]),
                               std::string(come ? "come" : "withheld")};
        put(row, figure(come ? GapFigure::thrown : GapFigure::alone), vary, kNotNegative);
        put(row, figure(GapFigure::supplied), vary, kNotNegative);
        put(row, figure(come ? GapFigure::thrown_more : GapFigure::alone_more), vary);
        put(row, figure(GapFigure::ledger), vary, kNotNegative);
        put(row, figure(GapFigure::naive), vary, kNotNegative);
        table.row(std::move(row));
      }
  }

  Record& record_;
  const CutoffFindings& f_;
  const Dependents& d_;
  Vary facts_;
};

}  // namespace

std::span<const card::TableSpec> cutoff_tables() { return kTables; }
std::span<const card::View> cutoff_views() { return kViews; }

void add_tables(Record& record, const CutoffFindings& findings) { Writing(record, findings).run(); }

}  // namespace entente::analysis
