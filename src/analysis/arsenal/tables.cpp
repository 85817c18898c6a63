#include "analysis/arsenal/tables.h"

#include <algorithm>
#include <functional>

#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Column;
using card::Record;
using card::Table;
using card::Value;

constexpr Column kStocks[] = {
    {"holder", "", "Who has them: a state, or a group that holds together."},
    {"munition", "", "The class of munitions."},
    {"stock", "rounds", "What there is, by the tables."},
    {"stock_low", "rounds", "The least it may be."},
    {"stock_high", "rounds", "The most it may be."},
    {"output", "rounds a month", "What is made."},
    {"target", "rounds a month", "What is to be made."},
    {"by", "", "By when."},
    {"use_low", "rounds a day", "Use at low intensity; empty where none is said."},
    {"use_high", "rounds a day", "Use at high intensity."},
    {"days_low", "days", "How long stock and output last at low use; empty where for ever."},
    {"days_high", "days", "The same at high use."},
    {"days_alone", "days", "Naive: stock over high use, nothing made."},
    {"status", "", "Of the stock: assumption, or published or derived."},
    {"confidence", "", "Of the stock: A, B or C."},
};
constexpr Column kExhaustion[] = {
    {"set", "", "Contingencies that come due at once."},
    {"munition", "", "The class of munitions."},
    {"day", "days",
     "When use is first not met: mean over the draws in which it runs out within the horizon; "
     "empty where there is none."},
    {"day_lo", "days", "90 % interval of the mean."},
    {"day_hi", "days", "Its upper end."},
    {"day_p05", "days", "Spread over facts and assumptions."},
    {"day_p95", "days", "Its upper end."},
    {"lasts", "share of draws", "That it does not run out within the horizon."},
    {"lasts_lo", "share of draws", "90 % interval."},
    {"lasts_hi", "share of draws", "Its upper end."},
    {"lasts_p05", "share of draws", "Spread over facts and assumptions."},
    {"lasts_p95", "share of draws", "Its upper end."},
    {"day_kept", "days",
     "The day with the facts of the tables if every promise is kept; empty where it lasts."},
    {"baseline", "days",
     "Naive: the stocks of all that may fire over the use of the first day, nothing made."},
    {"largest", "", "The largest stock of those that may fire."},
    {"largest_alone", "days",
     "How long that stock and its output meet the use alone, with the facts of the tables; empty "
     "where they last."},
};
constexpr Column kMoves[] = {
    {"set", "", "Contingencies that come due at once."},
    {"munition", "", "The class of munitions."},
    {"kind", "",
     "What it is that is there or taken away: a holder's stock or line, a tie of joint production, "
     "further shifts (surge), exports without approval (approval), one billion dollars of rounds "
     "in stock on day 0 (ordered_before) or ordered on day 0 (ordered_now)."},
    {"name", "", "Whose stock, line or order; which tie."},
    {"days", "days",
     "By how many days it puts exhaustion off within the horizon: mean, paired draw by draw."},
    {"days_lo", "days", "90 % interval of the mean."},
    {"days_hi", "days", "Its upper end."},
    {"days_p05", "days", "Spread over facts and assumptions."},
    {"days_p95", "days", "Its upper end."},
    {"rounds", "rounds", "What the billion buys, with the facts of the tables."},
    {"cost", "bn USD of 2025 a day", "What a day gained costs by an order."},
    {"cost_lo", "bn USD of 2025 a day", "At the upper end of the interval of days."},
    {"cost_hi", "bn USD of 2025 a day", "At its lower end; empty where that is no gain."},
};
constexpr Column kRefill[] = {
    {"set", "", "Contingencies that come due at once."},
    {"munition", "", "The class of munitions."},
    {"fired", "rounds", "Within the horizon: mean over draws."},
    {"fired_lo", "rounds", "90 % interval of the mean."},
    {"fired_hi", "rounds", "Its upper end."},
    {"fired_p05", "rounds", "Spread over facts and assumptions."},
    {"fired_p95", "rounds", "Its upper end."},
    {"present", "months",
     "To make up at present output what those that fired are short of; 1200 where it is more or "
     "nobody makes it."},
    {"present_lo", "months", "90 % interval of the mean."},
    {"present_hi", "months", "Its upper end."},
    {"present_p05", "months", "Spread over facts and assumptions."},
    {"present_p95", "months", "Its upper end."},
    {"surged", "months", "The same at planned output with all shifts, as far as components go."},
    {"surged_lo", "months", "90 % interval of the mean."},
    {"surged_hi", "months", "Its upper end."},
    {"surged_p05", "months", "Spread over facts and assumptions."},
    {"surged_p95", "months", "Its upper end."},
};
constexpr card::TableSpec kTables[] = {
    {"exhaustion", "When munitions run out if contingencies come due.", kExhaustion},
    {"moves",
     "What puts exhaustion off, over the draws worked out in detail (every fourth, about 5,000 at "
     "most); the largest sets and moves first.",
     kMoves},
    {"refill", "How long it takes to make up what was fired.", kRefill},
    {"stocks", "What there is, what is made, and how long it lasts each holder alone.", kStocks},
};
constexpr card::View kViews[] = {
    {.table = "exhaustion", .most = 40},
    {.mark = card::Mark::leading, .table = "moves", .x = "set", .most = 20},
    {.mark = card::Mark::leading, .table = "refill", .x = "set", .most = 12},
    {.mark = card::Mark::counted, .table = "stocks"},
};

constexpr double kDaysAMonth = 365.25 / 12;
constexpr double kNothing = 0.005;  // Days below which a move is left out.

/// Days that a stock lasts; nothing where output meets the use.
Value days_of(double stock, double output_month, double use_day) {
  const double net = use_day - output_month / kDaysAMonth;
  if (use_day <= 0 || net <= 0) return {};
  return stock / net;
}

Value unless_zero(double value) { return value > 0 ? Value(value) : Value(); }

class Writing {
 public:
  Writing(Record& record, const ArsenalFindings& f)
      : record_(record), f_(f), q_(f.question), c_(f.columns()), vary_(f.sampling.vary) {}

  void run() {
    exhaustion();
    moves();
    refill();
    stocks();
  }

 private:
  std::vector<Value> begin(const Magazine& one) const {
    return {q_.question.situation.title(q_.question.sets[one.set]),
            q_.armoury.munitions[static_cast<std::size_t>(one.munition)].name};
  }

  void exhaustion() {
    Table& table = record_.table(kTables[0]);
    for (std::size_t i = 0; i < q_.magazines.size(); ++i) {
      const Magazine& one = q_.magazines[i];
      std::vector<Value> row = begin(one);
      const Bounds days{0, static_cast<double>(q_.premises.days)};
      put_day(row, i, days);
      put(row, f_.drawn.heads.estimate(c_.lasts(i)), vary_, kShare);
      row.push_back(f_.kept[c_.lasts(i)] > 0 ? Value() : Value(f_.kept[c_.day(i)]));
      row.emplace_back(f_.baseline[i]);
      row.emplace_back(one.largest < 0
                           ? std::string()
                           : q_.armoury.stocks[static_cast<std::size_t>(one.largest)].holder);
      row.push_back(f_.alone[i] < q_.premises.days ? Value(f_.alone[i]) : Value());
      table.row(std::move(row));
    }
  }

  /// Five cells, empty where it never runs out.
  void put_day(std::vector<Value>& row, std::size_t magazine, const Bounds& bounds) const {
    if (f_.drawn.heads.mean(c_.runs_out(magazine)) > 0)
      put(row, f_.drawn.heads.conditional(c_.day(magazine), c_.runs_out(magazine)), vary_, bounds);
    else
      row.resize(row.size() + 5);
  }

  void moves() {
    std::vector<std::pair<std::pair<std::size_t, double>, std::size_t>> order;
    for (std::size_t m = 0; m < q_.moves.size(); ++m) {
      const auto figure = f_.drawn.details.estimate(c_.moved(m));
      const bool order_of_rounds = f_.bought[m] > 0;
      if (std::abs(figure.mean) < kNothing && !order_of_rounds) continue;
      const Magazine& one = q_.magazines[q_.moves[m].magazine];
      order.push_back({{q_.question.sets[one.set].size(), std::abs(figure.mean)}, m});
    }
    std::ranges::stable_sort(order, std::greater<>(), [](const auto& one) { return one.first; });
    Table& table = record_.table(kTables[1]);
    for (const auto& [weight, m] : order) table.row(move(m));
  }

  std::vector<Value> move(std::size_t m) const {
    const ArsenalMove& one = q_.moves[m];
    const auto figure = f_.drawn.details.estimate(c_.moved(m));
    std::vector<Value> row = begin(q_.magazines[one.magazine]);
    row.emplace_back(std::string(word(one.mover)));
    row.emplace_back(q_.name_of(one));
    put(row, figure, vary_);
    row.emplace_back(unless_zero(f_.bought[m]));
    const auto cost = [&](double days, bool wanted) {
      row.emplace_back();
      if (wanted && f_.bought[m] > 0 && days >= kNothing) row.back() = kOrder / 1000 / days;
    };
    cost(figure.mean, true);
    cost(figure.high, vary_.anything() && figure.mean >= kNothing);
    cost(figure.low, vary_.anything() && figure.mean >= kNothing);
    return row;
  }

  void refill() {
    Table& table = record_.table(kTables[2]);
    for (std::size_t i = 0; i < q_.magazines.size(); ++i) {
      std::vector<Value> row = begin(q_.magazines[i]);
      put(row, f_.drawn.heads.estimate(c_.fired(i)), vary_, kNotNegative);
      for (const std::size_t at : {c_.refill_now(i), c_.refill_full(i)})
        put(row, f_.drawn.heads.estimate(at), vary_, {0, kMostMonths});
      table.row(std::move(row));
    }
  }

  void stocks() {
    const world::World& world = f_.library.world;
    Table& table = record_.table(kTables[3]);
    for (const world::MunitionStock& one : world.munition_stocks) {
      const double stock = one.stock.value, output = one.production.value;
      const double low = one.use_low.value, high = one.use_high.value;
      std::vector<Value> row{world.symbols.name(one.holder),
                             world.symbols.name(one.munition),
                             stock,
                             one.stock.low,
                             one.stock.high,
                             output};
      row.push_back(one.target ? Value(one.target->value) : Value());
      row.emplace_back(one.target ? to_text(one.target_by) : std::string());
      row.push_back(unless_zero(low));
      row.push_back(unless_zero(high));
      row.push_back(days_of(stock, output, low));
      row.push_back(days_of(stock, output, high));
      row.push_back(days_of(stock, 0, high));
      row.emplace_back(std::string(one.stock.assumption ? "assumption" : "published or derived"));
      row.emplace_back(std::string(1, one.stock.confidence));
      table.row(std::move(row));
    }
  }

  Record& record_;
  const ArsenalFindings& f_;
  const ArsenalQuestion& q_;
  const ArsenalColumns c_;
  const Vary& vary_;
};

}  // namespace

std::span<const card::TableSpec> arsenal_tables() { return kTables; }
std::span<const card::View> arsenal_views() { return kViews; }

void add_tables(Record& record, const ArsenalFindings& findings) {
  Writing(record, findings).run();
}

}  // namespace entente::analysis
