#include "inquiry/design/tables.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "campaign/figures.h"

namespace entente::inquiry {
namespace {

using card::Value;

constexpr double kNothing = 1e-9;  // A change that is none.

constexpr card::Column kPortfolio[] = {
    {"lever", "", "A lever of the best portfolio found, most added first."},
    {"cost", "bn USD of 2025 a year", "What it costs; below 0: what it saves, which is not spent."},
    {"cost_low", "bn USD of 2025 a year", "The low end of its range."},
    {"cost_high", "bn USD of 2025 a year", "The high end."},
    {"delay_months", "months", "Until it is in effect."},
    {"alone", "unit of the aim", "By how much it betters the score if nothing else is done."},
    {"adds", "unit of the aim", "By how much the score would be worse without it."},
    {"mean", "unit of the aim", "By how much the mean would be, draw by draw."},
    {"mean_lo", "unit of the aim", "90 % interval of the mean."},
    {"mean_hi", "unit of the aim", "Its upper end."},
    {"mean_p05", "unit of the aim", "5 % of worlds of facts and assumptions lie below."},
    {"mean_p95", "unit of the aim", "5 % lie above."},
};
constexpr card::Column kFrontier[] = {
    {"cost", "bn USD of 2025 a year", "What the portfolio costs; nothing known is better for it."},
    {"score", "unit of the aim", "By the criterion; less is better."},
    {"mean", "unit of the aim", "Mean over worlds."},
    {"mean_lo", "unit of the aim", "90 % interval of the mean."},
    {"mean_hi", "unit of the aim", "Its upper end."},
    {"mean_p05", "unit of the aim", "5 % of worlds of facts and assumptions lie below."},
    {"mean_p95", "unit of the aim", "5 % lie above."},
    {"worst", "unit of the aim", "In the worst world."},
    {"cvar", "unit of the aim", "Mean of the worst worlds, as many as `--tail` says."},
    {"regret", "unit of the aim", "Greatest loss over the best known portfolio of each world."},
    {"levers", "", "What is in it."},
};
constexpr auto kCompared = [] {
  std::array<card::Column, std::size(kFrontier) + 1> columns{};
  columns[0] = {"portfolio", "",
                "nothing; one by one (the naive list: best ratio first, each judged alone); best; "
                "reaching (the cheapest that reaches the target)."};
  std::copy(std::begin(kFrontier), std::end(kFrontier), columns.begin() + 1);
  columns[1].help = "What the portfolio costs.";
  return columns;
}();
constexpr card::Column kLevers[] = {
    {"lever", "", "What can be chosen, most gain alone a billion first; then what cannot."},
    {"name", "", "What a government does."},
    {"actor", "", "Who would have to."},
    {"cost", "bn USD of 2025 a year", "What it costs."},
    {"alone", "unit of the aim", "By how much it betters the score if nothing else is done."},
    {"alone_per_bn", "unit of the aim a bn USD", "The same a billion; empty where it costs none."},
    {"next", "unit of the aim", "By how much it would better the best portfolio, money or not."},
    {"chosen", "", "Whether it is in the best portfolio."},
    {"why_not", "", "Why it is not."},
};
constexpr std::array<card::Column, 1> kFigure = {
    {{"figure", "",
      "gain: by how much the best portfolio betters the aim; best: the aim with it. Both in the "
      "plain world, whatever the criterion."}}};
constexpr auto kMoves = card::joined(
    kFigure, card::mover_columns("unit of the aim", "The figure with it at its low end."));
constexpr card::TableSpec kTables[] = {
    {"portfolio", "The best portfolio found.", kPortfolio},
    {"compared", "The best beside the naive ones.", kCompared},
    {"frontier", "What each amount of money buys at best.", kFrontier},
    {"levers", "Every lever, and why it is not chosen.", kLevers},
    {"moves",
     "What moves the answer most, one thing at a time; all else as in the tables, every state "
     "sending its probability's share.",
     kMoves},
};
constexpr card::View kViews[] = {{.table = "portfolio"},
                                 {.table = "compared"},
                                 {.table = "frontier", .most = 12},
                                 {.table = "levers", .most = 15},
                                 {.table = "moves", .most = 6}};

class Filler {
 public:
  Filler(card::Record& record, const Designed& designed) : record_(record), d_(designed) {}

  void fill() {
    fill_portfolio();
    fill_compared();
    card::Table& frontier = record_.table(kTables[2]);
    for (const FrontierPoint& one : d_.frontier) {
      std::vector<Value> row;
      put(row, one.portfolio);
      frontier.row(std::move(row));
    }
    fill_levers();
    card::Table& moves = record_.table(kTables[4]);
    card::add_movers(moves, d_.movers.gain, {std::string("gain")});
    card::add_movers(moves, d_.movers.best, {std::string("best")});
  }

 private:
  std::string levers(Portfolio all) const {
    std::string text;
    for (std::size_t i = 0; i < d_.candidates.all.size(); ++i)
      if (has(all, i)) text += (text.empty() ? "" : ", ") + d_.candidates.all[i].card;
    return text;
  }

  double alone(std::size_t i) const {
    return d_.knows(only(i)) ? d_.score(0) - d_.score(only(i)) : 0;
  }

  void put(std::vector<Value>& row, Portfolio all) const {
    const Losses& losses = d_.found.known.at(all);
    row.emplace_back(d_.candidates.choice.cost_of(all));
    row.emplace_back(d_.score(all));
    campaign::put(row, d_.outcomes.estimate(all), d_.outcomes.sampling().vary,
                  campaign::kNotNegative);
    row.emplace_back(worst_of(losses));
    row.emplace_back(cvar_of(losses, d_.judgement.tail));
    row.emplace_back(regret_of(losses, d_.found.best_known));
    row.emplace_back(levers(all));
  }

  void fill_portfolio() {
    card::Table& table = record_.table(kTables[0]);
    std::vector<std::pair<double, std::size_t>> chosen;
    for (std::size_t i = 0; i < d_.candidates.all.size(); ++i)
      if (has(d_.found.best, i))
        chosen.emplace_back(d_.score(d_.found.best) - d_.score(d_.found.best & ~only(i)), i);
    std::ranges::sort(chosen);
    for (const auto& [less, i] : chosen) {
      const Candidate& one = d_.candidates.all[i];
      std::vector<Value> row{one.card,      one.cost.value,         one.cost.low,
                             one.cost.high, one.delay_months.value, alone(i),
                             -less};
      campaign::put(row, d_.outcomes.difference(d_.found.best & ~only(i), d_.found.best),
                    d_.outcomes.sampling().vary);
      table.row(std::move(row));
    }
  }

  void fill_compared() {
    card::Table& table = record_.table(kTables[1]);
    const auto add = [&](const char* what, Portfolio all) {
      std::vector<Value> row{std::string(what)};
      put(row, all);
      table.row(std::move(row));
    };
    add("nothing", 0);
    if (d_.knows(d_.found.one_by_one) && std::isfinite(d_.score(d_.found.one_by_one)))
      add("one by one", d_.found.one_by_one);
    add("best", d_.found.best);
    if (const FrontierPoint* point = d_.reaching()) add("reaching", point->portfolio);
  }

  std::string why_not(std::size_t i) const {
    const Choice& choice = d_.candidates.choice;
    for (std::size_t j = 0; j < choice.cost.size(); ++j)
      if (has(choice.excludes[i] & d_.found.best, j))
        return "does not go together with " + d_.candidates.all[j].card;
    const Portfolio with = d_.found.best | only(i);
    if (!std::isfinite(d_.score(with))) return "cannot be pulled with the others";
    if (d_.score(d_.found.best) - d_.score(with) <= kNothing) return "would not better it";
    if (choice.cost[i] > choice.budget) return "dearer than the budget";
    if (choice.cost_of(with) > choice.budget) return "no money is left for it";
    return "more levers than are allowed at a time";
  }

  void fill_levers() {
    card::Table& table = record_.table(kTables[3]);
    const auto& all = d_.candidates.all;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < all.size(); ++i)
      order.emplace_back(-alone(i) / std::max(d_.candidates.choice.cost[i], kNothing), i);
    std::ranges::sort(order);
    for (const auto& [ratio, i] : order) {
      const bool chosen = has(d_.found.best, i);
      const Portfolio with = d_.found.best | only(i);
      const scenario::Lever& lever = all[i].levers.front();
      std::vector<Value> row{all[i].card, lever.name, lever.actor, all[i].cost.value};
      row.emplace_back(d_.knows(only(i)) ? Value(alone(i)) : Value());
      row.emplace_back(d_.knows(only(i)) && d_.candidates.choice.cost[i] > kNothing
                           ? Value(alone(i) / d_.candidates.choice.cost[i])
                           : Value());
      const double next = chosen ? 0 : d_.score(d_.found.best) - d_.score(with);
      row.emplace_back(!chosen && std::isfinite(next) ? Value(next) : Value());
      row.emplace_back(chosen);
      row.emplace_back(chosen ? std::string() : why_not(i));
      table.row(std::move(row));
    }
    const auto refuse = [&](const std::vector<std::string>& cards, const std::string& why) {
      for (const std::string& card : cards) table.row({card, {}, {}, {}, {}, {}, {}, false, why});
    };
    refuse(d_.candidates.late, "not in effect within the months that the plan looks ahead");
    refuse(d_.candidates.refused, "cannot be pulled in this scenario");
  }

  card::Record& record_;
  const Designed& d_;
};

std::string words(const Designed& d, double value) {
  return campaign::plain(value) + (d.outcomes.aim() == Aim::gap ? " %" : "");
}

std::string criterion_words(const Designed& d) {
  std::string what = d.outcomes.aim() == Aim::gap ? "gap of " + d.outcomes.set()
                                                  : "number of attacks among " + d.outcomes.set();
  switch (d.judgement.criterion) {
    case Criterion::mean:
      return "mean " + what;
    case Criterion::worst:
      return what + " in the worst of " + std::to_string(d.outcomes.worlds()) + " worlds";
    case Criterion::cvar:
      return what + " in the worst " + campaign::plain(100 * d.judgement.tail) + " % of worlds";
    case Criterion::regret:
      return "greatest regret of the " + what;
  }
  return what;
}

}  // namespace

bool Designed::knows(Portfolio all) const {
  return found.known.contains(all) || beside.contains(all);
}

double Designed::score(Portfolio all) const {
  const auto at = found.known.find(all);
  return score_of(judgement, at != found.known.end() ? at->second : beside.at(all),
                  found.best_known);
}

const FrontierPoint* Designed::reaching() const {
  if (!target) return nullptr;
  for (const FrontierPoint& one : frontier)
    if (one.score <= *target + kNothing) return &one;
  return nullptr;
}

std::size_t Designed::next() const {
  std::size_t best = candidates.all.size();
  double most = kNothing;
  for (std::size_t i = 0; i < candidates.all.size(); ++i) {
    const Portfolio with = found.best | only(i);
    if (has(found.best, i) || (candidates.choice.excludes[i] & found.best) != 0) continue;
    if (!std::isfinite(score(with)) || score(found.best) - score(with) <= most) continue;
    most = score(found.best) - score(with);
    best = i;
  }
  return best;
}

std::span<const card::TableSpec> design_tables() { return kTables; }
std::span<const card::View> design_views() { return kViews; }

void add_tables(card::Record& record, const Designed& designed) { Filler(record, designed).fill(); }

std::string design_finding(const Designed& d) {
  const Choice& choice = d.candidates.choice;
  std::string text = "With " + campaign::plain(choice.budget) + " bn USD a year the " +
                     criterion_words(d) + " goes from " + words(d, d.score(0)) + " to " +
                     words(d, d.score(d.found.best));
  std::string names;
  for (std::size_t i = 0; i < d.candidates.all.size(); ++i)
    if (has(d.found.best, i)) names += (names.empty() ? "" : ", ") + d.candidates.all[i].card;
  text += names.empty()
              ? ": no lever betters it"
              : " (" + names + ", " + campaign::plain(choice.cost_of(d.found.best)) + " bn)";
  text += d.found.exact ? "; of all " + std::to_string(d.found.known.size()) +
                              " portfolios that the limits allow none does better."
                        : "; the best found of " + std::to_string(d.found.known.size()) +
                              " portfolios worked out.";
  if (!d.found.exact && d.found.reinforcing == 0 && d.judgement.criterion != Criterion::regret)
    text += " None can do better than " + words(d, d.found.bound) +
            " unless gains reinforce one another, which none did.";
  if (d.found.one_by_one != d.found.best && std::isfinite(d.score(d.found.one_by_one)))
    text += " Levers taken one by one by what each gives alone leave " +
            words(d, d.score(d.found.one_by_one)) + ".";
  if (const std::size_t next = d.next(); next < d.candidates.all.size())
    text += " The next would be " + d.candidates.all[next].card + ".";
  if (d.target) {
    const FrontierPoint* point = d.reaching();
    text += point == nullptr ? " Nothing within the budget reaches " + words(d, *d.target) + "."
                             : " The cheapest that reaches " + words(d, *d.target) + " costs " +
                                   campaign::plain(point->cost) + " bn USD a year.";
  }
  return text;
}

}  // namespace entente::inquiry
