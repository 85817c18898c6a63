#include "inquiry/explore/tables.h"

#include <algorithm>

namespace entente::inquiry {
namespace {

using card::Table;
using card::Value;

/// Three cells.
void put(std::vector<Value>& row, const solve::Index& index) {
  for (const double one : {index.value, index.low, index.high}) row.emplace_back(one);
}

class Writing {
 public:
  Writing(card::Record& record, const Findings& findings)
      : record_(record), f_(findings), e_(findings.exploration) {}

  void run() {
    indices();
    boxes();
    regret();
    satisficing();
    frontier();
    tipping();
    screening();
    second_order();
    trajectory();
    factors();
    measures();
    add_experiments(record_.table(explore_tables()[11]), f_);
  }

 private:
  template <class Use>
  void each(const Use& use) {
    for (std::size_t o = 0; o < e_.options.size(); ++o)
      for (std::size_t g = 0; g < e_.gauges.size(); ++g) use(o, g, f_.seen[o][g]);
  }
  [[nodiscard]] std::vector<Value> begin(std::size_t o, const std::string& measure) const {
    return {e_.options[o].id, measure};
  }
  [[nodiscard]] std::vector<Value> begin(std::size_t o, std::size_t g) const {
    return begin(o, e_.gauges[g].id());
  }

  void indices() {
    Table& table = record_.table(explore_tables()[0]);
    each([&](std::size_t o, std::size_t g, const Seen& seen) {
      for (std::size_t j = 0; j < e_.axes.size(); ++j) {
        std::vector<Value> row = begin(o, g);
        row.emplace_back(e_.axes[j].id());
        if (seen.sobol) {
          put(row, seen.sobol->first[j]);
          put(row, seen.sobol->total[j]);
        } else {
          row.resize(9);
        }
        row.emplace_back();
        if (!seen.rank_correlation.empty()) row.back() = seen.rank_correlation[j];
        table.row(std::move(row));
      }
    });
  }

  void boxes() {
    Table& table = record_.table(explore_tables()[1]);
    const auto futures = static_cast<double>(f_.experiments.ensemble.size());
    for (std::size_t o = 0; o < e_.options.size(); ++o)
      for (const Failing& failing : f_.failing[o])
        for (std::size_t b = 0; b < failing.boxes.size(); ++b) {
          const solve::PrimBox& box = failing.boxes[b].box;
          for (std::size_t j = 0; j < e_.axes.size(); ++j) {
            if (!box.restricted(j)) continue;
            std::vector<Value> row = begin(o, failing.measure);
            row.emplace_back(static_cast<std::int64_t>(b + 1));
            row.emplace_back(e_.axes[j].id());
            row.push_back(box.from[j] != 0 ? e_.axes[j].cell(box.low[j]) : Value());
            row.push_back(box.to[j] != 0 ? e_.axes[j].cell(box.high[j]) : Value());
            for (const double one : {failing.boxes[b].quasi_p[j], failing.coverage[b], box.density,
                                     box.mass, static_cast<double>(failing.failures) / futures})
              row.emplace_back(one);
            table.row(std::move(row));
          }
        }
  }

  void regret() {
    Table& table = record_.table(explore_tables()[2]);
    for (std::size_t g = 0; g < e_.gauges.size(); ++g) {
      double least = f_.seen[0][g].regret.most;
      for (const auto& option : f_.seen) least = std::min(least, option[g].regret.most);
      for (std::size_t o = 0; o < e_.options.size(); ++o) {
        const Seen& seen = f_.seen[o][g];
        std::vector<Value> row = begin(o, g);
        put(row, seen.mean_regret);
        put(row, seen.p90_regret);
        row.emplace_back(seen.regret.most);
        row.emplace_back(seen.regret.most <= least);
        row.emplace_back(seen.regret.best);
        table.row(std::move(row));
      }
    }
  }

  void satisficing() {
    Table& table = record_.table(explore_tables()[3]);
    for (std::size_t o = 0; o < e_.options.size(); ++o)
      for (std::size_t g = 0; g <= e_.gauges.size(); ++g) {
        if (!f_.met[o][g]) continue;
        const bool all = g == e_.gauges.size();
        std::vector<Value> row = begin(o, all ? "all" : e_.gauges[g].id());
        row.emplace_back(all ? std::string("every threshold") : asked(e_.gauges[g]));
        put(row, *f_.met[o][g]);
        table.row(std::move(row));
      }
  }

  static std::string asked(const Gauge& gauge) {
    const studies::ExploreMeasure& m = gauge.measure;
    return m.at_most ? "at most " + brief(*m.at_most) : "at least " + brief(*m.at_least);
  }

  void frontier() {
    Table& table = record_.table(explore_tables()[4]);
    each([&](std::size_t o, std::size_t g, const Seen& seen) {
      std::vector<Value> row = begin(o, g);
      put(row, seen.mean);
      row.emplace_back(f_.dominated[o] == 0);
      row.emplace_back(std::min(1.0, f_.undominated[o]));
      table.row(std::move(row));
    });
  }

  void tipping() {
    Table& table = record_.table(explore_tables()[5]);
    if (!f_.tips) return;
    for (const Tip& tip : *f_.tips) {
      const Axis& axis = e_.axes[tip.axis];
      std::vector<Value> row = begin(tip.option, tip.gauge);
      row.emplace_back(axis.id());
      row.emplace_back(tip.threshold ? std::string("threshold") : e_.options[e_.baseline].id);
      for (const double one : {tip.plain, tip.low, tip.high}) row.emplace_back(one);
      row.push_back(tip.value ? axis.cell(*tip.value) : Value());
      row.emplace_back(std::string(!tip.value  ? "nowhere in range"
                                   : tip.above ? "above"
                                               : "below"));
      row.emplace_back(static_cast<std::int64_t>(tip.turns));
      table.row(std::move(row));
    }
  }

  void screening() {
    Table& table = record_.table(explore_tables()[6]);
    each([&](std::size_t o, std::size_t g, const Seen& seen) {
      for (std::size_t j = 0; j < seen.screening.size(); ++j) {
        const solve::Screening& one = seen.screening[j];
        std::vector<Value> row = begin(o, g);
        row.emplace_back(e_.axes[j].id());
        row.emplace_back(one.mu);
        put(row, one.mu_star);
        row.emplace_back(one.sigma);
        table.row(std::move(row));
      }
    });
  }

  void second_order() {
    Table& table = record_.table(explore_tables()[7]);
    each([&](std::size_t o, std::size_t g, const Seen& seen) {
      if (!seen.sobol || seen.sobol->second.empty()) return;
      std::size_t pair = 0;
      for (std::size_t i = 0; i < e_.axes.size(); ++i)
        for (std::size_t j = i + 1; j < e_.axes.size(); ++j) {
          std::vector<Value> row = begin(o, g);
          row.emplace_back(e_.axes[i].id());
          row.emplace_back(e_.axes[j].id());
          put(row, seen.sobol->second[pair++]);
          table.row(std::move(row));
        }
    });
  }

  void trajectory() {
    Table& table = record_.table(explore_tables()[8]);
    for (std::size_t o = 0; o < e_.options.size(); ++o)
      for (const Failing& failing : f_.failing[o]) {
        if (failing.boxes.empty()) continue;
        std::int64_t step = 0;
        for (const solve::PrimBox& box : failing.boxes.front().trajectory) {
          std::vector<Value> row = begin(o, failing.measure);
          row.emplace_back(step++);
          for (const double one : {box.coverage, box.density, box.mass}) row.emplace_back(one);
          row.emplace_back(static_cast<std::int64_t>(box.restrictions()));
          table.row(std::move(row));
        }
      }
  }

  void factors() {
    Table& table = record_.table(explore_tables()[9]);
    for (const Axis& axis : e_.axes) {
      table.row({axis.id(), axis.factor.name, axis.sets(), axis.cell(axis.low),
                 axis.cell(axis.high), axis.cell(axis.plain), axis.unit});
    }
  }

  void measures() {
    Table& table = record_.table(explore_tables()[10]);
    for (const Gauge& gauge : e_.gauges) {
      const studies::ExploreMeasure& m = gauge.measure;
      std::string rows;
      for (const auto& [column, text] : m.rows)
        rows += (rows.empty() ? "" : ", ") + column + " = " + text;
      table.row({m.id, m.name, m.analysis, m.table, m.column, rows, m.aggregate, gauge.unit,
                 std::string(m.more ? "more" : "less")});
    }
  }

  card::Record& record_;
  const Findings& f_;
  const Exploration& e_;
};

}  // namespace

void add_tables(card::Record& record, const Findings& findings) { Writing(record, findings).run(); }

void add_experiments(Table& table, const Findings& f) {
  const Exploration& e = f.exploration;
  for (const Axis& axis : e.axes) table.columns.push_back({axis.id(), axis.unit, axis.factor.name});
  for (const Gauge& gauge : e.gauges)
    table.columns.push_back({gauge.id(), gauge.unit, gauge.measure.name});
  for (std::size_t o = 0; o < e.options.size(); ++o)
    for (std::size_t i = 0; i < f.experiments.rows(); ++i) {
      std::vector<Value> row{static_cast<std::int64_t>(i + 1), e.options[o].id};
      for (std::size_t j = 0; j < e.axes.size(); ++j)
        row.push_back(e.axes[j].cell(f.experiments.points.row(i)[j]));
      for (std::size_t g = 0; g < e.gauges.size(); ++g) row.emplace_back(f.experiments.y[o][g][i]);
      table.row(std::move(row));
    }
}

}  // namespace entente::inquiry
