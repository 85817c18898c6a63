#include "inquiry/study/tables.h"

#include <algorithm>

#include "campaign/figures.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;
using card::Column;
using card::Record;
using card::Table;
using card::Value;

constexpr Column kComparison[] = {
    {"variant", "", "The way to organise things."},
    {"belief", "", "What is believed."},
    {"measure", "",
     "gap: per cent of all that is asked. p_covered: share of draws with little missing. "
     "shortfall: units short, mean over the days. dependence: share of what is met that needs the "
     "hub. hub_load: share of what is met by forces of the hub. cost: bn USD a year. "
     "gap_head_count: the naive baseline, all that may come, at once."},
    {"set", "", "Contingencies that come due at once; empty for cost."},
    {"element", "", "Of a shortfall."},
    {"unit", "", "Of value and difference."},
    {"value", "see unit", "Mean over draws."},
    {"value_lo", "see unit", "90 % interval of the mean: more draws narrow it."},
    {"value_hi", "see unit", "Its upper end."},
    {"value_p05", "see unit", "Spread over facts and assumptions."},
    {"value_p95", "see unit", "Its upper end."},
    {"diff", "see unit", "Less that of the baseline under the same belief, draw by draw."},
    {"diff_lo", "see unit", "90 % interval of its mean."},
    {"diff_hi", "see unit", "Its upper end."},
    {"diff_p05", "see unit", "Spread over facts and assumptions."},
    {"diff_p95", "see unit", "Its upper end."},
};
constexpr Column kHeadline[] = {
    {"belief", "", "What is believed."},
    {"variant", "", "The way to organise things."},
    {"gap", "%", "Of the largest set: per cent of all that is asked."},
    {"gap_lo", "%", "90 % interval of the mean."},
    {"gap_hi", "%", "Its upper end."},
    {"gap_p05", "%", "Spread over facts and assumptions."},
    {"gap_p95", "%", "Its upper end."},
    {"diff", "% points", "The gap less that of the baseline under the same belief, draw by draw."},
    {"diff_lo", "% points", "90 % interval of the mean."},
    {"diff_hi", "% points", "Its upper end."},
    {"diff_p05", "% points", "Spread over facts and assumptions."},
    {"diff_p95", "% points", "Its upper end."},
    {"covered", "probability", "Share of draws with little missing."},
    {"covered_lo", "probability", "90 % interval of the mean."},
    {"covered_hi", "probability", "Its upper end."},
    {"covered_p05", "probability", "Spread over facts and assumptions."},
    {"covered_p95", "probability", "Its upper end."},
    {"on_hub", "share", "Of what is met: what needs the hub."},
    {"on_hub_lo", "share", "90 % interval of the mean."},
    {"on_hub_hi", "share", "Its upper end."},
    {"on_hub_p05", "share", "Spread over facts and assumptions."},
    {"on_hub_p95", "share", "Its upper end."},
    {"cost", "bn USD a year", "Money spent and levers."},
};
constexpr Column kLevels[] = {
    {"variant", "", "The way to organise things."},
    {"belief", "", "What is believed."},
    {"money", "bn USD a year", "Extra money of those variants that spend that of the study."},
    {"gap", "%", "Of the largest set: mean over draws."},
    {"gap_lo", "%", "90 % interval of the mean."},
    {"gap_hi", "%", "Its upper end."},
    {"gap_p05", "%", "Spread over facts and assumptions."},
    {"gap_p95", "%", "Its upper end."},
    {"diff", "% points", "Less that of the baseline with the same money."},
    {"diff_lo", "% points", "90 % interval of its mean."},
    {"diff_hi", "% points", "Its upper end."},
    {"diff_p05", "% points", "Spread over facts and assumptions."},
    {"diff_p95", "% points", "Its upper end."},
};
constexpr Column kTurning[] = {
    {"variant", "", "Compared with the baseline."},
    {"belief", "", "What is believed."},
    {"name", "", "An assumption, by its flag, or a group of facts."},
    {"diff", "% points",
     "Of the gap of the largest set, every state sending its likelihood's "
     "share, with the facts of the tables."},
    {"diff_low", "% points",
     "With it at its 5 % quantile; of what spending takes for granted, at the low end."},
    {"diff_high", "% points", "With it at its 95 % quantile, or at the high end."},
    {"turns_at", "its own",
     "The value at which the sign turns; empty where it does not, or where it is a group of "
     "facts."},
    {"at_quantile", "probability", "The same as a quantile of what is not known."},
};
constexpr Column kPurchases[] = {
    {"variant", "", "The way to organise things."},
    {"belief", "", "Under which it was planned."},
    {"state", "", "Who buys."},
    {"element", "", "What."},
    {"units", "units", "How many, at the middle of the cost."},
    {"units_p05", "units", "If they cost as much as they may."},
    {"units_p95", "units", "If they cost as little as they may."},
    {"money", "bn USD over all years", "What they cost."},
};
constexpr Column kLevers[] = {
    {"variant", "", "The way to organise things."},
    {"belief", "", "Under which it is looked at."},
    {"lever", "", "The card that is pulled, in this order."},
    {"cost", "bn USD a year", "What it costs, beside the money that is spent."},
    {"cost_p05", "bn USD a year", "If it is cheap."},
    {"cost_p95", "bn USD a year", "If it is dear."},
    {"delay", "months", "Until it is in effect."},
    {"in_effect", "", "no: its delay is longer than the study looks ahead."},
};
constexpr card::TableSpec kTables[] = {
    {"comparison", "Variants side by side, and less the baseline.", kComparison},
    {"headline", "All contingencies at once: variants side by side.", kHeadline},
    {"levels", "The gap of the largest set with more and with less money.", kLevels},
    {"turning", "What could turn a comparison round: what does first, then what moves it most.",
     kTurning},
    {"purchases", "What the money buys.", kPurchases},
    {"levers", "What each variant and belief pulls.", kLevers},
};
constexpr card::View kViews[] = {
    {.table = "headline"},
    {.mark = card::Mark::counted, .table = "comparison"},
    {.table = "levels"},
    {.table = "turning", .most = 6},
    {.mark = card::Mark::counted, .table = "purchases"},
    {.mark = card::Mark::counted, .table = "levers"},
};

class Writing {
 public:
  Writing(Record& record, const StudyFindings& f)
      : record_(record), f_(f), figures_(figures_of(f.watching)), vary_(f.watching.sampling.vary) {}

  void run() {
    comparison();
    headline();
    levels();
    turning();
    purchases();
    levers();
  }

 private:
  bool wanted(std::string_view measure) const {
    return std::ranges::find(f_.study.measures, measure) != f_.study.measures.end();
  }

  std::vector<Value> begin(const Cell& cell) const { return {cell.variant->id, cell.belief->id}; }

  /// A row of one figure; of the baseline the difference is empty.
  void figure(Table& table, std::size_t cell, std::string_view measure, const std::string& set,
              const std::string& element, std::string_view unit, const solve::Sums& sums,
              std::size_t at, const Bounds& bounds) {
    std::vector<Value> row = begin(*f_.cells[cell]);
    for (const std::string_view text :
         {measure, std::string_view(set), std::string_view(element), unit})
      row.emplace_back(std::string(text));
    put(row, sums.estimate(at), vary_, bounds);
    if (f_.cells[cell]->baseline >= 0)
      put(row, sums.estimate(figures_.difference(at)), vary_);
    else
      row.resize(row.size() + 5);
    table.row(std::move(row));
  }

  std::string set_name(std::size_t i) const {
    return f_.cells.front()->question.situation.title(f_.watching.sets[i]);
  }

  /// Sets of one measure for every cell; the largest set first.
  template <class Row>
  void by_set(const Row& row) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < f_.watching.sets.size(); ++i) order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return f_.watching.sets[i].size(); });
    for (const std::size_t i : order)
      for (std::size_t cell = 0; cell < f_.cells.size(); ++cell) row(cell, i);
  }

  void comparison() {
    Table& table = record_.table(kTables[0]);
    if (wanted("gap"))
      by_set([&](std::size_t cell, std::size_t i) {
        figure(table, cell, "gap", set_name(i), "", "%", f_.drawn.heads, figures_.gap(cell, i),
               kNotNegative);
      });
    if (wanted("gap")) head_counts(table);
    if (wanted("p_covered"))
      by_set([&](std::size_t cell, std::size_t i) {
        figure(table, cell, "p_covered", set_name(i), "", "probability", f_.drawn.heads,
               figures_.covered(cell, i), kShare);
      });
    const std::string all = set_name(f_.watching.largest);
    for (std::size_t i = 0; wanted("dependence") && i < f_.cells.size(); ++i)
      figure(table, i, "dependence", all, "", "share", f_.drawn.details, figures_.dependence(i),
             kShare);
    for (std::size_t i = 0; wanted("hub_load") && i < f_.cells.size(); ++i)
      figure(table, i, "hub_load", all, "", "share", f_.drawn.details, figures_.hub_load(i),
             kShare);
    if (wanted("cost")) costs(table);
    if (wanted("shortfall")) shortfalls(table);
  }

  void shortfalls(Table& table) {
    const auto& s = f_.cells.front()->question.situation;
    by_set([&](std::size_t cell, std::size_t i) {
      for (std::size_t k = 0; k < s.elements.size(); ++k)
        if (s.value[k] > 0)
          figure(table, cell, "shortfall", set_name(i), s.element_names[k], "units", f_.drawn.heads,
                 figures_.shortage(cell, i, k), kNotNegative);
    });
  }

  /// A figure without error of sampling.
  void exact(Table& table, std::size_t cell, std::string_view measure, const std::string& set,
             std::string_view unit, const std::vector<double>& values,
             const std::vector<std::pair<double, double>>& spreads) {
    std::vector<Value> row = begin(*f_.cells[cell]);
    for (const std::string_view text : {measure, std::string_view(set), std::string_view(), unit})
      row.emplace_back(std::string(text));
    row.emplace_back(values[cell]);
    row.resize(row.size() + 2);
    spread(row, spreads, cell);
    const int base = f_.cells[cell]->baseline;
    row.emplace_back();
    if (base >= 0) row.back() = values[cell] - values[static_cast<std::size_t>(base)];
    row.resize(row.size() + 4);
    table.row(std::move(row));
  }
  void spread(std::vector<Value>& row, const std::vector<std::pair<double, double>>& spreads,
              std::size_t cell) const {
    if (spreads.empty() || !vary_.facts) {
      row.resize(row.size() + 2);
      return;
    }
    row.emplace_back(spreads[cell].first);
    row.emplace_back(spreads[cell].second);
  }

  void head_counts(Table& table) {
    const std::vector<int>& set = f_.watching.sets[f_.watching.largest];
    std::vector<double> gaps;
    for (const auto& cell : f_.cells) {
      const Question& q = cell->question;
      gaps.push_back(head_count_gap(
          q.situation, numbers_of(q.situation, q.premises, cell->library.world.symbols, {}), set));
    }
    for (std::size_t i = 0; i < f_.cells.size(); ++i)
      exact(table, i, "gap_head_count", set_name(f_.watching.largest), "%", gaps, {});
  }

  void costs(Table& table) {
    std::vector<double> costs;
    std::vector<std::pair<double, double>> spreads;
    for (const auto& cell : f_.cells) {
      costs.push_back(cell->spent + lever_cost(*cell, 0.5));
      spreads.emplace_back(cell->spent + lever_cost(*cell, 0.05),
                           cell->spent + lever_cost(*cell, 0.95));
    }
    for (std::size_t i = 0; i < f_.cells.size(); ++i)
      exact(table, i, "cost", "", "bn USD a year", costs, spreads);
  }

  /// The largest set, one row a cell.
  void headline() {
    Table& table = record_.table(kTables[1]);
    const std::size_t set = f_.watching.largest;
    for (std::size_t i = 0; i < f_.cells.size(); ++i) {
      const Cell& cell = *f_.cells[i];
      std::vector<Value> row{cell.belief->id, cell.variant->id};
      const std::size_t gap = figures_.gap(i, set);
      put(row, f_.drawn.heads.estimate(gap), vary_, kNotNegative);
      if (cell.baseline >= 0)
        put(row, f_.drawn.heads.estimate(figures_.difference(gap)), vary_);
      else
        row.resize(row.size() + 5);
      put(row, f_.drawn.heads.estimate(figures_.covered(i, set)), vary_, kShare);
      if (f_.watching.dependence)
        put(row, f_.drawn.details.estimate(figures_.dependence(i)), vary_, kShare);
      else
        row.resize(row.size() + 5);
      row.emplace_back(cell.spent + lever_cost(cell, 0.5));
      table.row(std::move(row));
    }
  }

  void levels() {
    Table& table = record_.table(kTables[2]);
    for (const Level& level : f_.levels) {
      const Figures figures(level.cells.size(), 1,
                            level.cells.front()->question.situation.elements.size(), false);
      for (std::size_t i = 0; i < level.cells.size(); ++i) {
        std::vector<Value> row = begin(*level.cells[i]);
        row.emplace_back(level.money);
        put(row, level.drawn.heads.estimate(figures.gap(i, 0)), vary_, kNotNegative);
        if (level.cells[i]->baseline >= 0)
          put(row, level.drawn.heads.estimate(figures.difference(figures.gap(i, 0))), vary_);
        else
          row.resize(row.size() + 5);
        table.row(std::move(row));
      }
    }
  }

  void turning() {
    Table& table = record_.table(kTables[3]);
    for (const Turn& one : f_.turns) {
      std::vector<Value> row = begin(*f_.cells[one.cell]);
      row.emplace_back(one.name);
      for (const double figure : {one.plain, one.low, one.high}) row.emplace_back(figure);
      for (const auto& at : {one.value, one.quantile}) {
        row.emplace_back();
        if (at) row.back() = *at;
      }
      table.row(std::move(row));
    }
  }

  void purchases() {
    Table& table = record_.table(kTables[4]);
    for (const auto& cell : f_.cells) {
      const Symbols& symbols = cell->library.world.symbols;
      for (const Purchase& one : cell->portfolio.purchases) {
        std::vector<Value> row = begin(*cell);
        row.emplace_back(symbols.name(one.state));
        row.emplace_back(symbols.name(one.element));
        for (const double figure : {one.units.value, campaign::quantile(one.units, 0.05),
                                    campaign::quantile(one.units, 0.95), one.money})
          row.emplace_back(figure);
        table.row(std::move(row));
      }
    }
  }

  void levers() {
    Table& table = record_.table(kTables[5]);
    for (const auto& cell : f_.cells)
      for (const scenario::Pulled& one : cell->library.pulled) {
        std::vector<Value> row = begin(*cell);
        row.emplace_back(one.card);
        for (const double u : {0.5, 0.05, 0.95}) row.emplace_back(campaign::quantile(one.cost, u));
        row.emplace_back(one.delay_months.value);
        row.emplace_back(std::string(one.in_effect ? "yes" : "no"));
        table.row(std::move(row));
      }
  }

  Record& record_;
  const StudyFindings& f_;
  Figures figures_;
  const Vary& vary_;
};

}  // namespace

std::span<const card::TableSpec> study_tables() { return kTables; }
std::span<const card::View> study_views() { return kViews; }

void add_tables(Record& record, const StudyFindings& findings) { Writing(record, findings).run(); }

}  // namespace entente::inquiry
