#include "inquiry/goals/tables.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "campaign/figures.h"

namespace entente::inquiry {
namespace {

using card::Value;
using solve::Estimate;

constexpr std::size_t kPairsTold = 10, kMoversTold = 10;  // Of each goal, the largest first.

constexpr card::Column kGoalColumns[] = {
    {"goal", "", "The goal, or what one would have less of."},
    {"measure", "", "What stands for it."},
    {"unit", "", "Of the figures of this goal, here and in `attribution`."},
    {"with_all", "unit of the goal", "With every player there."},
    {"with_all_lo", "unit of the goal", "90 % interval of the mean."},
    {"with_all_hi", "unit of the goal", "Its upper end."},
    {"with_all_p05", "unit of the goal", "5 % of worlds of facts and assumptions lie below."},
    {"with_all_p95", "unit of the goal", "5 % lie above."},
    {"with_none", "unit of the goal", "Without any of them."},
    {"with_none_lo", "unit of the goal", "90 % interval of the mean."},
    {"with_none_hi", "unit of the goal", "Its upper end."},
    {"with_none_p05", "unit of the goal", "5 % of worlds lie below."},
    {"with_none_p95", "unit of the goal", "5 % lie above."},
    {"whole", "unit of the goal", "What they add together: the sum of their Shapley values."},
    {"whole_lo", "unit of the goal", "90 % interval of the mean, paired draws."},
    {"whole_hi", "unit of the goal", "Its upper end."},
    {"whole_p05", "unit of the goal", "5 % of worlds lie below."},
    {"whole_p95", "unit of the goal", "5 % lie above."},
    {"players", "count", "Those that may change it in some coalition."},
    {"dummies", "count", "The others: no promise of theirs is read, so they are worth exactly 0."},
    {"method", "", "How values were found: closed form, every coalition or random orders."},
    {"orders", "count", "Random orders of each kind, with their reverses; 0 where none."},
    {"formula", "", "What is computed."},
};
constexpr card::Column kAttribution[] = {
    {"goal", "", "The goal, or what one would have less of."},
    {"player", "", "Agreement, member or lever; those that are dummies for the goal are left out."},
    {"union", "", "With whom it stands together in the Owen value."},
    {"shapley", "unit of the goal", "Mean of what it adds, over the orders in which all may come."},
    {"shapley_lo", "unit of the goal", "90 % interval: draws, and orders where they are sampled."},
    {"shapley_hi", "unit of the goal", "Its upper end."},
    {"shapley_p05", "unit of the goal", "5 % of worlds lie below."},
    {"shapley_p95", "unit of the goal", "5 % lie above."},
    {"share", "%", "Shapley value of the mean whole."},
    {"share_lo", "%", "Its interval, over the mean whole."},
    {"share_hi", "%", "Its upper end."},
    {"banzhaf", "unit of the goal", "Mean of what it adds to any set of the others."},
    {"banzhaf_lo", "unit of the goal", "90 % interval."},
    {"banzhaf_hi", "unit of the goal", "Its upper end."},
    {"banzhaf_p05", "unit of the goal", "5 % of worlds lie below."},
    {"banzhaf_p95", "unit of the goal", "5 % lie above."},
    {"banzhaf_share", "share", "The same over its sum, draw by draw; 0 where that is 0."},
    {"banzhaf_share_lo", "share", "90 % interval."},
    {"banzhaf_share_hi", "share", "Its upper end."},
    {"banzhaf_share_p05", "share", "5 % of worlds lie below."},
    {"banzhaf_share_p95", "share", "5 % lie above."},
    {"owen", "unit of the goal", "Shapley value over the orders that keep unions together."},
    {"owen_lo", "unit of the goal", "90 % interval."},
    {"owen_hi", "unit of the goal", "Its upper end."},
    {"owen_p05", "unit of the goal", "5 % of worlds lie below."},
    {"owen_p95", "unit of the goal", "5 % lie above."},
    {"left_out", "unit of the goal",
     "Baseline: what is lost where it alone is left out, all others staying. These need not sum "
     "to the whole."},
    {"left_out_lo", "unit of the goal", "90 % interval."},
    {"left_out_hi", "unit of the goal", "Its upper end."},
    {"left_out_p05", "unit of the goal", "5 % of worlds lie below."},
    {"left_out_p95", "unit of the goal", "5 % lie above."},
};
constexpr card::Column kInteractions[] = {
    {"goal", "", "A goal whose values are exact; the ten largest pairs of each."},
    {"player_a", "", "One of two."},
    {"player_b", "", "The other."},
    {"interaction", "unit of the goal",
     "Above 0: they add more together than apart; below 0: one stands in for the other."},
    {"interaction_lo", "unit of the goal", "90 % interval."},
    {"interaction_hi", "unit of the goal", "Its upper end."},
    {"interaction_p05", "unit of the goal", "5 % of worlds lie below."},
    {"interaction_p95", "unit of the goal", "5 % lie above."},
};
constexpr card::Column kAudit[] = {
    {"player", "", "Agreement, member or lever; empty for a goal that nobody serves."},
    {"goal", "", "Declared, or served all the same; empty where none is served."},
    {"declared", "", "Whether the text of the agreement declares it; empty for who has no text."},
    {"article", "", "Where."},
    {"share", "%", "Shapley value of the mean whole of the goal; empty where it is not measured."},
    {"share_lo", "%", "90 % interval, over the mean whole."},
    {"share_hi", "%", "Its upper end."},
    {"cost", "bn USD of 2025 a year", "Shapley value for what promises claim."},
    {"cost_lo", "bn USD of 2025 a year", "90 % interval."},
    {"cost_hi", "bn USD of 2025 a year", "Its upper end."},
    {"cost_share", "%", "The same of all cost."},
    {"displaced", "", "A declared goal that gets little from a player that costs much."},
    {"displaced_somewhere", "", "At the ends of the two ranges where that is likeliest."},
    {"reading", "", "In words."},
    {"source", "", "Of the declaration."},
    {"confidence", "", "Of the declaration."},
};
constexpr card::Column kEnds[] = {
    {"sign", "", "A sign that means may have become ends."},
    {"value", "unit of the sign", "Its value."},
    {"value_lo", "unit of the sign", "90 % interval over players; empty for a count."},
    {"value_hi", "unit of the sign", "Its upper end."},
    {"unit", "", "Of the value."},
    {"reading", "", "What it would mean."},
};
constexpr std::array<card::Column, 1> kGoal = {{{"goal", "", "Whose whole is moved."}}};
constexpr auto kMoves = card::joined(
    kGoal, card::mover_columns("unit of the goal",
                               "What all players together add, with it at its low end."));
constexpr card::TableSpec kTables[] = {
    {"attribution", "What each player adds to each goal.", kAttribution},
    {"audit", "Declared goals against contributed ones, cost against contribution.", kAudit},
    {"goals", "Each goal with all players and with none.", kGoalColumns},
    {"interactions", "Pairs that need or replace one another.", kInteractions},
    {"ends", "Signs that means have become ends.", kEnds},
    {"moves",
     "What moves each whole most, the ten largest of each, one thing at a time; all else as in the "
     "tables, every state sending its probability's share, over draws of stakes.",
     kMoves},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "goals", .most = 12},
    {.mark = card::Mark::table, .table = "attribution", .most = 12},
    {.mark = card::Mark::table, .table = "audit", .most = 12},
    {.mark = card::Mark::table, .table = "interactions", .most = 8},
    {.mark = card::Mark::table, .table = "ends"},
    {.mark = card::Mark::table, .table = "moves", .most = 6},
};

class Filler {
 public:
  Filler(card::Record& record, const GoalFindings& findings) : record_(record), f_(findings) {}

  void fill() {
    fill_attribution();
    fill_audit();
    fill_goals();
    fill_interactions();
    fill_ends();
    card::Table& moves = record_.table(kTables[5]);
    for (const GoalMovers& one : f_.movers) {
      std::vector<card::Mover> first = one.movers;
      if (first.size() > kMoversTold) first.resize(kMoversTold);
      card::add_movers(moves, first, {std::string(one.measure->goal)});
    }
  }

 private:
  /// What is varied, sampled orders among it.
  campaign::Vary vary(const Attributed& one) const {
    campaign::Vary vary = f_.played.sampling.vary;
    vary.honour = vary.honour || one.method == Method::sampled;
    return vary;
  }

  void put_share(std::vector<Value>& row, const Estimate& value, const Attributed& one) const {
    const double whole = one.sums.mean(one.whole());
    Estimate share;
    if (std::abs(whole) > 1e-9) {
      share.mean = 100 * value.mean / whole;
      share.low = 100 * (whole > 0 ? value.low : value.high) / whole;
      share.high = 100 * (whole > 0 ? value.high : value.low) / whole;
    }
    campaign::put_interval(row, share, vary(one));
  }

  void fill_attribution() {
    card::Table& table = record_.table(kTables[0]);
    for (const Attributed& one : f_.attribution.measures) {
      std::vector<std::size_t> places(one.players.size());
      for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
      // The largest first; by name among equals.
      std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        return std::abs(one.sums.mean(one.column(Figure::shapley, a))) >
               std::abs(one.sums.mean(one.column(Figure::shapley, b)));
      });
      for (const std::size_t at : places) {
        const std::size_t player = one.players[at];
        const Players& players = f_.played.players;
        std::vector<Value> row = {
            std::string(one.measure->goal), players.names[player],
            players.union_names[static_cast<std::size_t>(players.unions[player])]};
        for (const Figure figure : {Figure::shapley, Figure::banzhaf, Figure::banzhaf_share,
                                    Figure::owen, Figure::left_out}) {
          const Estimate value = one.estimate(figure, at);
          campaign::put(row, value, vary(one));
          if (figure == Figure::shapley) put_share(row, value, one);
        }
        table.row(std::move(row));
      }
    }
  }

  const Attributed* attributed(const Measure* measure) const {
    for (const Attributed& one : f_.attribution.measures)
      if (one.measure == measure) return &one;
    return nullptr;
  }

  void fill_audit() {
    card::Table& table = record_.table(kTables[1]);
    const bool texts = f_.played.players.kind == PlayerKind::agreements;
    const auto& symbols = f_.played.request.library.world.symbols;
    for (const Audited& one : f_.audit.rows) {
      std::vector<Value> row(5);
      if (one.player) row[0] = f_.played.players.names[*one.player];
      if (!one.goal.empty()) row[1] = one.goal;
      if (texts && one.player && !one.goal.empty()) row[2] = one.declared != nullptr;
      if (one.declared != nullptr) row[3] = one.declared->article;
      row.pop_back();
      if (const Attributed* found =
              one.measure == nullptr || !one.player ? nullptr : attributed(one.measure))
        put_share(row, one.value, *found);
      else
        row.resize(row.size() + 3);
      if (one.player)
        campaign::put_interval(row, one.cost, f_.played.sampling.vary);
      else
        row.resize(row.size() + 3);
      row.push_back(one.player ? Value(one.cost_share) : Value());
      row.push_back(one.declared != nullptr && one.measure != nullptr ? Value(one.displaced)
                                                                      : Value());
      row.push_back(one.declared != nullptr && one.measure != nullptr
                        ? Value(one.displaced_somewhere)
                        : Value());
      row.push_back(one.reading);
      row.push_back(one.declared != nullptr ? Value(symbols.name(one.declared->source)) : Value());
      row.push_back(one.declared != nullptr ? Value(std::string(1, one.declared->confidence))
                                            : Value());
      table.row(std::move(row));
    }
  }

  void fill_goals() {
    card::Table& table = record_.table(kTables[2]);
    for (const Attributed& one : f_.attribution.measures) {
      const Measure& m = *one.measure;
      std::vector<Value> row = {std::string(m.goal), std::string(m.name), std::string(m.unit)};
      for (const std::size_t column : {one.all(), one.none(), one.whole()})
        campaign::put(row, one.sums.estimate(column), f_.played.sampling.vary);
      row.emplace_back(static_cast<std::int64_t>(one.players.size()));
      row.emplace_back(static_cast<std::int64_t>(f_.played.players.size() - one.players.size()));
      row.emplace_back(std::string(word(one.method)));
      row.emplace_back(static_cast<std::int64_t>(2 * one.batches));
      row.emplace_back(std::string(m.formula));
      table.row(std::move(row));
    }
  }

  void fill_interactions() {
    card::Table& table = record_.table(kTables[3]);
    for (const Attributed& one : f_.attribution.measures) {
      if (!one.has_pairs()) continue;
      std::vector<std::pair<std::size_t, std::size_t>> pairs;
      for (std::size_t i = 0; i < one.players.size(); ++i)
        for (std::size_t j = i + 1; j < one.players.size(); ++j)
          if (std::abs(one.sums.mean(one.pair(i, j))) > 1e-9) pairs.emplace_back(i, j);
      std::ranges::stable_sort(pairs, [&](const auto& a, const auto& b) {
        return std::abs(one.sums.mean(one.pair(a.first, a.second))) >
               std::abs(one.sums.mean(one.pair(b.first, b.second)));
      });
      if (pairs.size() > kPairsTold) pairs.resize(kPairsTold);
      for (const auto& [i, j] : pairs) {
        std::vector<Value> row = {std::string(one.measure->goal),
                                  f_.played.players.names[one.players[i]],
                                  f_.played.players.names[one.players[j]]};
        campaign::put(row, one.sums.estimate(one.pair(i, j)), f_.played.sampling.vary);
        table.row(std::move(row));
      }
    }
  }

  void fill_ends() {
    card::Table& table = record_.table(kTables[4]);
    const Ends& ends = f_.audit.ends;
    const auto count = [&](const char* sign, std::size_t value, const char* reading) {
      table.row({std::string(sign),
                 static_cast<double>(value),
                 {},
                 {},
                 std::string("players"),
                 std::string(reading)});
    };
    const auto correlated = [&](const char* sign, const Estimate& value) {
      table.row({std::string(sign), value.mean, std::max(-1.0, value.low),
                 std::min(1.0, value.high), std::string("correlation"),
                 std::string("below 0: who has more of the instrument serves goals less")});
    };
    count("not needed", ends.idle,
          "leaving one of them out alone changes no goal: counted as a gain, it would be an end");
    count("serve a goal", ends.serving, "have a value above 0 for some goal that is measured");
    correlated("cost share and mean goal share", ends.with_cost);
    correlated("number of promises and mean goal share", ends.with_size);
  }

  card::Record& record_;
  const GoalFindings& f_;
};

/// The player with most of a goal, as ` (nato 34 %)`.
std::string leader(const Attributed& one, const Players& players) {
  if (one.players.empty()) return "";
  std::size_t best = 0;
  for (std::size_t i = 1; i < one.players.size(); ++i)
    if (one.sums.mean(one.column(Figure::shapley, i)) >
        one.sums.mean(one.column(Figure::shapley, best)))
      best = i;
  const double whole = one.sums.mean(one.whole());
  const double value = one.sums.mean(one.column(Figure::shapley, best));
  if (std::abs(whole) <= 1e-9 || value <= 1e-9) return "";
  return players.names[one.players[best]] + " adds most (" + campaign::plain(100 * value / whole) +
         " %)";
}

}  // namespace

std::span<const card::TableSpec> goal_tables() { return kTables; }
std::span<const card::View> goal_views() { return kViews; }

void add_tables(card::Record& record, const GoalFindings& findings) {
  Filler(record, findings).fill();
}

std::string goal_finding(const GoalFindings& f) {
  const Attributed* first = nullptr;
  for (const Attributed& one : f.attribution.measures)
    if (!one.measure->anti &&
        (first == nullptr || (std::abs(first->sums.mean(first->whole())) <= 1e-9 &&
                              std::abs(one.sums.mean(one.whole())) > 1e-9)))
      first = &one;
  std::string text;
  if (first != nullptr) {
    const auto told = [&](std::size_t column) {
      return campaign::with_spread(first->sums.estimate(column), f.played.sampling.vary,
                                   {-1e300, 1e300}, "");
    };
    text = "For the goal " + std::string(first->measure->goal) + " (" +
           std::string(first->measure->unit) + ") all " + std::to_string(f.played.players.size()) +
           " " + card::argument(f.played.request.arguments, "players") + " give " +
           told(first->all()) + ", none " + told(first->none());
    const std::string best = leader(*first, f.played.players);
    if (!best.empty()) text += "; " + best;
    text += ". ";
  }
  std::size_t nothing = 0, displaced = 0, declared = 0;
  for (const Audited& one : f.audit.rows) {
    if (one.player && one.goal.empty()) ++nothing;
    if (one.displaced && one.declared != nullptr && one.measure != nullptr) ++displaced;
    if (one.declared != nullptr && one.measure != nullptr) ++declared;
  }
  text += std::to_string(nothing) + " serve no goal that is measured";
  if (f.played.players.kind == PlayerKind::agreements)
    text += ", and " + std::to_string(displaced) + " of " + std::to_string(declared) +
            " declared goals get little from an agreement that costs much";
  return text + ".";
}

}  // namespace entente::inquiry
