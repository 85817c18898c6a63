#include "analysis/ledger/tables.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Column;
using card::Record;
using card::Table;
using card::Value;

constexpr double kNothing = 1e-6;  // Units below this are rounding and no row.

constexpr Column kGap[] = {
    {"set", "", "Contingencies that come due at once."},
    {"gap", "% of all that is asked",
     "Weighted shortfall, per cent of the net requirement of all contingencies in the tables; "
     "worlds that ask more can pass 100. The mean over draws."},
    {"gap_lo", "%", "90 % interval of that mean: more draws narrow it."},
    {"gap_hi", "%", "Its upper end."},
    {"gap_p05", "%", "5 % of worlds lie below: the spread over facts and assumptions."},
    {"gap_p95", "%", "5 % of worlds lie above; empty where facts are not varied."},
    {"p_covered", "probability", "Share of draws with little missing (--covered-below)."},
    {"p_covered_lo", "probability", "90 % interval of that share."},
    {"p_covered_hi", "probability", "Its upper end."},
    {"p_covered_p05", "probability", "Spread over facts and assumptions."},
    {"p_covered_p95", "probability", "Its upper end."},
};
constexpr Column kBeside[] = {
    {"set", "", "Contingencies that come due at once."},
    {"missing", "% of the set",
     "The gap as per cent of what the set itself asks: mean over draws."},
    {"missing_lo", "% of the set", "90 % interval of the mean."},
    {"missing_hi", "% of the set", "Its upper end."},
    {"missing_p05", "% of the set", "Spread over facts and assumptions."},
    {"missing_p95", "% of the set", "Its upper end."},
    {"gap_tables", "%",
     "Mean over honour with the facts of the tables: where it lies far from the gap, what is not "
     "known weighs more on one side."},
    {"gap_tables_lo", "%", "90 % interval of the mean."},
    {"gap_tables_hi", "%", "Its upper end."},
    {"gap_kept", "%",
     "The gap if every promise were kept, facts of the tables; partners that promised nothing "
     "send their likelihood's share."},
    {"gap_expected", "%",
     "The expected-honour programme: every state sends its reliability's share. A lower bound of "
     "the mean over honour with the facts of the tables."},
    {"gap_unlimited", "%", "If all that come had unlimited forces: only time and will are short."},
    {"gap_unlimited_lo", "%", "90 % interval of the mean."},
    {"gap_unlimited_hi", "%", "Its upper end."},
    {"gap_unlimited_p05", "%", "Spread over facts and assumptions."},
    {"gap_unlimited_p95", "%", "Its upper end."},
    {"gap_head_count", "%", "Naive baseline: all that may come, at once, everywhere."},
};
constexpr Column kIncrements[] = {
    {"set", "", "Contingencies that come due at once."},
    {"contingency", "", "One of them."},
    {"increment", "%", "The gap with it less the gap without it."},
    {"increment_lo", "%", "90 % interval of the mean, paired draw by draw."},
    {"increment_hi", "%", "Its upper end."},
    {"increment_p05", "%", "Spread over facts and assumptions."},
    {"increment_p95", "%", "Its upper end."},
    {"increment_kept", "%", "The same if every promise were kept, with the facts of the tables."},
};
constexpr Column kShortfall[] = {
    {"set", "", "Contingencies that come due at once."},
    {"contingency", "", "Where."},
    {"element", "", "What is asked for."},
    {"day", "days", "From this day on; the last day is shown, not counted."},
    {"demand", "units", "What is asked: mean over draws."},
    {"demand_lo", "units", "90 % interval of the mean."},
    {"demand_hi", "units", "Its upper end."},
    {"demand_p05", "units", "Spread over facts and assumptions."},
    {"demand_p95", "units", "Its upper end."},
    {"supply", "units", "What the host has there and what has arrived and can be used."},
    {"supply_lo", "units", "90 % interval of the mean."},
    {"supply_hi", "units", "Its upper end."},
    {"supply_p05", "units", "Spread over facts and assumptions."},
    {"supply_p95", "units", "Its upper end."},
    {"short", "units", "What is missing: mean over draws, so not demand less supply of the means."},
    {"short_lo", "units", "90 % interval of the mean."},
    {"short_hi", "units", "Its upper end."},
    {"short_p05", "units", "Spread over facts and assumptions."},
    {"short_p95", "units", "Its upper end."},
};
constexpr Column kPrices[] = {
    {"state", "", "Whose force."},
    {"element", "", "Which element, one unit more at its home base."},
    {"value", "% points", "How far the gap of the set falls: mean of the right derivatives."},
    {"value_lo", "% points", "90 % interval of the mean."},
    {"value_hi", "% points", "Its upper end."},
    {"value_p05", "% points", "Spread over facts and assumptions."},
    {"value_p95", "% points", "Its upper end."},
    {"set", "", "Contingencies that come due at once."},
};
constexpr Column kContributors[] = {
    {"set", "", "Contingencies that come due at once."},
    {"contingency", "", "Where it goes."},
    {"state", "", "Who sends."},
    {"element", "", "What."},
    {"units", "units",
     "Mean over draws of what is there on the last day; with swings, of the most."},
    {"units_lo", "units", "90 % interval of the mean."},
    {"units_hi", "units", "Its upper end."},
    {"units_p05", "units", "Spread over facts and assumptions."},
    {"units_p95", "units", "Its upper end."},
    {"theta", "probability", "That it comes, with the facts of the tables."},
    {"duty", "", "Its strongest triggered duty; ad_hoc for a partner that promised nothing."},
    {"agreement", "", "The agreement that makes it most likely to come."},
};
constexpr Column kTwice[] = {
    {"set", "", "Contingencies that come due at once."},
    {"state", "", "Whose force."},
    {"element", "", "Which element."},
    {"wanted", "units", "What the contingencies take one by one, every promise kept, added up."},
    {"sent", "units", "What there is to send to all of them at once."},
};
constexpr Column kMoves[] = {
    {"name", "", "An assumption (its flag) or a group of facts."},
    {"kind", "", "assumption or facts."},
    {"gap_low", "%", "Gap of the largest set at its 5 % quantile, over draws of honour."},
    {"gap_low_lo", "%", "90 % interval of the mean."},
    {"gap_low_hi", "%", "Its upper end."},
    {"gap_high", "%", "At its 95 % quantile, the same draws."},
    {"gap_high_lo", "%", "90 % interval of the mean."},
    {"gap_high_hi", "%", "Its upper end."},
    {"moves", "%", "High less low; of the expected-honour programme where not drawn."},
    {"moves_lo", "%", "90 % interval of the mean, paired draw by draw."},
    {"moves_hi", "%", "Its upper end."},
};
constexpr Column kStructure[] = {
    {"tested", "differences",
     "Second differences of the gap: what two contingencies miss together beyond what each adds "
     "alone, over all subsets of the largest set; facts of the tables, every promise kept."},
    {"violated", "differences",
     "Below 0: two contingencies together miss less than they add one by one. None where units are "
     "committed once, in one period, and lift suffices."},
    {"worst", "%", "The least of them."},
    {"worst_of", "", "The contingencies that were there, and the two that were added."},
};
constexpr Column kProgrammes[] = {
    {"set", "", "Contingencies that come due at once."},
    {"file", "", "Where --export-lp wrote it; empty where not asked."},
    {"objective", "weighted shortfall",
     "Optimum of the expected-honour programme, facts of the tables."},
};
constexpr card::TableSpec kTables[] = {
    {"gap", "What is missing when contingencies coincide.", kGap},
    {"beside", "The gap under other suppositions.", kBeside},
    {"increments",
     "What each contingency adds, over the draws worked out in detail (every fourth, about 5,000 "
     "at most).",
     kIncrements},
    {"shortfall",
     "What is short, where and when, over every fourth draw, about 5,000 at most; the heaviest "
     "first.",
     kShortfall},
    {"prices", "What one more unit is worth; those worth nothing are left out.", kPrices},
    {"wanted_twice", "Forces that several contingencies want at once.", kTwice},
    {"contributors", "Who sends what.", kContributors},
    {"moves", "Which assumptions and facts move the gap most.", kMoves},
    {"structure", "Whether each further contingency costs more than the last.", kStructure},
    {"programmes", "The linear programmes behind the figures.", kProgrammes},
    {"weights", "What each contingency weighs, and the trade at risk in it.", kWeightColumns},
};
constexpr card::View kViews[] = {
    {.table = "gap"},
    {.table = "beside"},
    {.table = "increments", .most = 20},
    {.mark = card::Mark::leading, .table = "shortfall", .x = "set", .most = 12},
    {.mark = card::Mark::leading, .table = "prices", .x = "set", .most = 10},
    {.mark = card::Mark::leading, .table = "wanted_twice", .x = "set", .most = 10},
    {.mark = card::Mark::counted, .table = "contributors"},
    {.table = "moves", .most = 8},
    {.table = "structure"},
    {.table = "programmes"},
    {.mark = card::Mark::counted, .table = "weights"},
};

/// Rows with what they weigh: those of larger sets first, then the heaviest, then as they were met.
class Weighed {
 public:
  void row(const std::vector<int>& set, double weight, std::vector<Value> values) {
    rows_.emplace_back(std::pair(set.size(), weight), std::move(values));
  }
  void into(Table& table) {
    std::ranges::stable_sort(rows_, std::greater<>(), [](const auto& one) { return one.first; });
    for (auto& [weight, values] : rows_) table.row(std::move(values));
  }

 private:
  std::vector<std::pair<std::pair<std::size_t, double>, std::vector<Value>>> rows_;
};

class Writing {
 public:
  Writing(Record& record, const Findings& f)
      : record_(record), f_(f), q_(f.question), s_(f.question.situation), vary_(f.sampling.vary) {}

  void run() {
    gap();
    beside();
    increments();
    shortfall();
    prices();
    twice();
    contributors();
    moves();
    structure();
    programmes();
    add_weights(record_.table(kTables[10]), f_.weights);
  }

 private:
  const std::string& place(int c) const { return s_.places[static_cast<std::size_t>(c)].name; }

  void gap() {
    Table& table = record_.table(kTables[0]);
    for (std::size_t i = 0; i < q_.sets.size(); ++i) {
      std::vector<Value> row{s_.title(q_.sets[i])};
      const Columns& c = f_.columns;
      put(row, f_.heads.estimate(c.gap(i)), vary_, kNotNegative);
      put(row, f_.heads.estimate(c.covered(i)), vary_, kShare);
      table.row(std::move(row));
    }
  }

  void beside() {
    Table& table = record_.table(kTables[1]);
    const Columns& c = f_.columns;
    for (std::size_t i = 0; i < q_.sets.size(); ++i) {
      std::vector<Value> row{s_.title(q_.sets[i])};
      put(row, f_.heads.estimate(c.missing(i)), vary_, kNotNegative);
      if (f_.at_tables.empty())
        row.resize(row.size() + 3);
      else
        put_interval(row, f_.at_tables[i], vary_, kNotNegative);
      row.emplace_back(f_.kept[c.gap(i)]);
      row.emplace_back(f_.expected[c.gap(i)]);
      put(row, f_.heads.estimate(c.unlimited(i)), vary_, kNotNegative);
      row.emplace_back(f_.head_count[i]);
      table.row(std::move(row));
    }
  }

  void increments() {
    Table& table = record_.table(kTables[2]);
    for (std::size_t i = 0; i < q_.sets.size(); ++i)
      for (std::size_t c = 0; c < q_.sets[i].size(); ++c) {
        const std::size_t at = f_.columns.increment(i, c);
        std::vector<Value> row{s_.title(q_.sets[i]), place(q_.sets[i][c])};
        put(row, f_.details.estimate(at), vary_);
        row.emplace_back(f_.kept[at]);
        table.row(std::move(row));
      }
  }

  void shortfall() {
    Table& table = record_.table(kTables[3]);
    Weighed rows;
    for (std::size_t i = 0; i < q_.sets.size(); ++i)
      for (std::size_t c = 0; c < q_.sets[i].size(); ++c)
        for (std::size_t k = 0; k < s_.elements.size(); ++k)
          for (std::size_t t = 0; t <= s_.periods(); ++t) {
            const auto asked = f_.details.estimate(f_.columns.demand(i, c, k, t));
            if (asked.mean <= 0) continue;
            const int day = t < s_.periods() ? s_.days[t] : s_.horizon;
            std::vector<Value> row{s_.title(q_.sets[i]), place(q_.sets[i][c]), s_.element_names[k],
                                   static_cast<std::int64_t>(day)};
            const auto missing = f_.details.estimate(f_.columns.shortage(i, c, k, t));
            put(row, asked, vary_, kNotNegative);
            put(row, f_.details.estimate(f_.columns.supply(i, c, k, t)), vary_, kNotNegative);
            put(row, missing, vary_, kNotNegative);
            rows.row(q_.sets[i], missing.mean * s_.value[k] * (t < s_.periods() ? s_.share[t] : 0),
                     std::move(row));
          }
    rows.into(table);
  }

  void prices() {
    Table& table = record_.table(kTables[4]);
    Weighed rows;
    for (std::size_t i = 0; i < q_.sets.size(); ++i)
      for (std::size_t o = 0; o < s_.owners.size(); ++o)
        for (std::size_t k = 0; k < s_.elements.size(); ++k) {
          const auto price = f_.details.estimate(f_.columns.price(i, k, o));
          if (price.mean <= 1e-12) continue;
          std::vector<Value> row{s_.owners[o].name, s_.element_names[k]};
          put(row, price, vary_, kNotNegative);
          row.emplace_back(s_.title(q_.sets[i]));
          rows.row(q_.sets[i], price.mean, std::move(row));
        }
    rows.into(table);
  }

  /// Units of an owner at work for a set when its contingencies are answered one by one.
  void twice() {
    Table& table = record_.table(kTables[5]);
    Weighed rows;
    for (std::size_t i = 0; i < q_.sets.size(); ++i) {
      if (q_.sets[i].size() < 2) continue;
      for (std::size_t o = 0; o < s_.owners.size(); ++o)
        for (std::size_t k = 0; k < s_.elements.size(); ++k) {
          const auto& [wanted, sent] = f_.twice[i][o * s_.elements.size() + k];
          if (wanted > sent + kNothing)
            rows.row(q_.sets[i], s_.value[k] * (wanted - sent),
                     {s_.title(q_.sets[i]), s_.owners[o].name, s_.element_names[k], wanted, sent});
        }
    }
    rows.into(table);
  }

  void contributors() {
    Table& table = record_.table(kTables[6]);
    Weighed rows;
    for (std::size_t i = 0; i < q_.sets.size(); ++i)
      for (std::size_t c = 0; c < q_.sets[i].size(); ++c)
        for (std::size_t o = 0; o < s_.owners.size(); ++o)
          for (std::size_t k = 0; k < s_.elements.size(); ++k) {
            const auto units = f_.details.estimate(f_.columns.sent(i, c, k, o));
            if (units.mean <= kNothing) continue;
            const auto at = static_cast<std::size_t>(q_.sets[i][c]);
            const Helper& helper = *s_.owners[o].roles[at].helper;
            const auto& [theta, agreement] = f_.reasons[o * s_.places.size() + at];
            std::vector<Value> row{s_.title(q_.sets[i]), s_.places[at].name, s_.owners[o].name,
                                   s_.element_names[k]};
            put(row, units, vary_, kNotNegative);
            row.emplace_back(theta);
            row.emplace_back(std::string(helper.ad_hoc() ? "ad_hoc" : word(helper.duty)));
            row.emplace_back(agreement);
            rows.row(q_.sets[i], s_.value[k] * units.mean, std::move(row));
          }
    rows.into(table);
  }

  /// Of the first few the gaps over draws of honour, of the others the expected-honour programme.
  void moves() {
    constexpr Vary kDrawn{.honour = true, .facts = false};
    Table& table = record_.table(kTables[7]);
    for (const Move& one : f_.moves) {
      std::vector<Value> row{one.factor.name,
                             std::string(one.factor.assumption ? "assumption" : "facts")};
      if (one.drawn) {
        for (const std::size_t at : {0u, 1u})
          put_interval(row, one.drawn->estimate(at), kDrawn, kNotNegative);
        put_interval(row, one.drawn->estimate(2), kDrawn);
      } else {
        row.resize(row.size() + 6);
        row.emplace_back(one.screened);
        row.resize(row.size() + 2);
      }
      table.row(std::move(row));
    }
  }

  void structure() {
    Table& table = record_.table(kTables[8]);
    const Structure& one = f_.structure;
    table.row({static_cast<std::int64_t>(one.tested), static_cast<std::int64_t>(one.violated),
               one.worst, one.worst_of});
  }

  void programmes() {
    Table& table = record_.table(kTables[9]);
    for (std::size_t i = 0; i < q_.sets.size(); ++i) {
      Value file;
      if (!f_.files.empty()) file = f_.files[i];
      table.row({s_.title(q_.sets[i]), file, f_.objectives[i]});
    }
  }

  Record& record_;
  const Findings& f_;
  const Question& q_;
  const Situation& s_;
  const Vary& vary_;
};

}  // namespace

std::span<const card::TableSpec> ledger_tables() { return kTables; }
std::span<const card::View> ledger_views() { return kViews; }

void add_tables(Record& record, const Findings& findings) { Writing(record, findings).run(); }

}  // namespace entente::analysis
