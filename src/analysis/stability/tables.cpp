#include "analysis/stability/tables.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/name.h"

namespace entente::analysis {
namespace {

using card::Value;
using solve::Condition;

constexpr card::Column kVulnerable[] = {
    {"when", "", "Day or year; empty for a network of files."},
    {"state", "", "Who could be beaten."},
    {"leader", "", "Who would lead the attack with the largest surplus."},
    {"attackers", "", "The leader and its allies in it."},
    {"defenders", "", "The state and those of its allies that are not in it."},
    {"attacking", "strength", "Strength of the attackers."},
    {"defending", "strength", "Strength of the defenders."},
    {"ratio", "ratio", "Attacking over defending; above gamma."},
    {"vulnerable_in", "share", "Worlds of strengths in which it is; empty where not varied."},
    {"despite_trade", "", "Whether it is where attackers lose trade; empty without --trade."},
    {"alone", "",
     "Naive baseline, no alliances: whether the strongest other state alone beats it."},
};
constexpr card::Column kStability[] = {
    {"when", "", "Day or year; empty for a network of files."},
    {"definition", "", "war_stable, or war_and_trade_stable."},
    {"condition", "", "S1, S2, S3, or all."},
    {"says", "", "What it asks."},
    {"holds", "", "Whether it holds."},
    {"broken", "count", "States or links for which it does not."},
    {"checked", "count", "States or links that were looked at."},
    {"example", "", "The first for which it does not."},
};
constexpr card::Column kYears[] = {
    {"when", "", "Day or year; empty for a network of files."},
    {"states", "count", "States with a strength."},
    {"links", "count", "Alliances among them."},
    {"vulnerable", "count", "States that could be beaten."},
    {"alone", "count", "States that the strongest other state alone would beat: the baseline."},
    {"war_stable", "", "Whether the network is."},
};
constexpr std::array<card::Column, 1> kFigure = {
    {{"figure", "",
      "vulnerable: how many states are; ratio: mean over all states of attackers over defenders in "
      "the strongest attack on each, which says more where the count stands still."}}};
constexpr auto kMoves = card::joined(
    kFigure, card::mover_columns("of the figure", "The figure with it at its low end."));
constexpr card::TableSpec kTables[] = {
    {"vulnerable", "States that a coalition could beat, and the strongest such coalition.",
     kVulnerable},
    {"stability", "The conditions of stability.", kStability},
    {"networks", "Each network in a line.", kYears},
    {"moves",
     "Which strengths move the answer most, and gamma between 1 and 3: one at a time; of one "
     "network, not of years.",
     kMoves},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "stability", .most = 10},
    {.mark = card::Mark::table, .table = "vulnerable", .most = 8},
    {.mark = card::Mark::lines, .table = "networks", .x = "when", .y = "vulnerable", .most = 12},
    {.mark = card::Mark::table, .table = "moves", .most = 5},
};

std::string named(const AskedNetwork& network, const std::vector<std::size_t>& places) {
  std::vector<std::string> names;
  for (const std::size_t i : places) names.push_back(network.names[i]);
  return join(names, ", ");
}

double real(const AskedNetwork& network, const std::vector<std::size_t>& places) {
  double sum = 0;
  for (const std::size_t i : places) sum += network.strengths[i].value;
  return sum;
}

void add_vulnerable(card::Record& record, const std::vector<NetworkFindings>& all) {
  card::Table& table = record.table(kTables[0]);
  for (const NetworkFindings& f : all)
    for (std::size_t i = 0; i < f.network.names.size(); ++i) {
      const auto& won = f.stability.won[i];
      if (!won) continue;
      const double attack = real(f.network, won->attackers),
                   defend = real(f.network, won->defenders);
      table.row({f.network.when, f.network.names[i], f.network.names[won->leader],
                 named(f.network, won->attackers), named(f.network, won->defenders), attack, defend,
                 attack / defend, f.vulnerable_in.empty() ? Value() : Value(f.vulnerable_in[i]),
                 f.with_trade ? Value(f.with_trade->won[i].has_value()) : Value(),
                 Value(static_cast<bool>(f.alone[i]))});
    }
}

constexpr std::string_view kSays[2][3] = {
    {"no state is vulnerable", "nor would any be with one more link",
     "both ends of every link would be vulnerable without it"},
    {"no state is vulnerable despite trade",
     "no missing link is wanted by both ends, and none makes a state vulnerable despite trade",
     "neither end of a link would rather be without it, unless it were vulnerable then"},
};

void add_conditions(card::Table& table, const NetworkFindings& f, const solve::Stability& found,
                    bool trade) {
  const std::string definition = trade ? "war_and_trade_stable" : "war_stable";
  const Condition* conditions[] = {&found.none_vulnerable, &found.none_after_adding,
                                   &found.all_needed};
  for (std::size_t i = 0; i < 3; ++i) {
    const Condition& one = *conditions[i];
    table.row({f.network.when, definition, "S" + std::to_string(i + 1),
               std::string(kSays[trade ? 1 : 0][i]), one.holds(),
               static_cast<std::int64_t>(one.broken), static_cast<std::int64_t>(one.checked),
               named(f.network, one.example)});
  }
  table.row({f.network.when, definition, std::string("all"), std::string("all three hold"),
             found.stable(), Value(), Value(), Value()});
}

std::size_t count(const std::vector<bool>& flags) {
  return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

std::string vulnerable_text(std::size_t number, std::size_t all) {
  return std::to_string(number) + " of " + std::to_string(all) +
         (number == 1 ? " states is vulnerable" : " states are vulnerable");
}

}  // namespace

std::span<const card::TableSpec> stability_tables() { return kTables; }
std::span<const card::View> stability_views() { return kViews; }

void add_tables(card::Record& record, const StabilityAsked& asked,
                const std::vector<NetworkFindings>& findings) {
  add_vulnerable(record, findings);
  card::Table& conditions = record.table(kTables[1]);
  for (const NetworkFindings& f : findings) {
    add_conditions(conditions, f, f.stability, false);
    if (asked.with_trade) add_conditions(conditions, f, *f.with_trade, true);
  }
  card::Table& networks = record.table(kTables[2]);
  for (const NetworkFindings& f : findings)
    networks.row({f.network.when, static_cast<std::int64_t>(f.network.names.size()),
                  static_cast<std::int64_t>(f.network.alliances.links()),
                  static_cast<std::int64_t>(f.stability.none_vulnerable.broken),
                  static_cast<std::int64_t>(count(f.alone)), f.stability.stable()});
  card::Table& moves = record.table(kTables[3]);
  for (const NetworkFindings& f : findings) {
    card::add_movers(moves, f.movers, {std::string("vulnerable")});
    card::add_movers(moves, f.ratio_movers, {std::string("ratio")});
  }
}

std::string stability_finding(const StabilityAsked& asked,
                              const std::vector<NetworkFindings>& findings) {
  if (asked.by_year && findings.size() > 1) {
    const auto of = [](const NetworkFindings& f) { return f.stability.none_vulnerable.broken; };
    const auto share = [&](const NetworkFindings& f) {
      return static_cast<double>(of(f)) /
             static_cast<double>(std::max<std::size_t>(1, f.alone.size()));
    };
    const auto [least, most] = std::ranges::minmax_element(findings, {}, share);
    const auto stable = std::ranges::count_if(
        findings, [](const NetworkFindings& f) { return f.stability.stable(); });
    return "In " + std::to_string(findings.size()) + " years from " +
           findings.front().network.when + " to " + findings.back().network.when + ", between " +
           vulnerable_text(of(*least), least->network.names.size()) + " (" + least->network.when +
           ") and " + vulnerable_text(of(*most), most->network.names.size()) + " (" +
           most->network.when + "); the network is war-stable in " + std::to_string(stable) + ".";
  }
  const NetworkFindings& f = findings.front();
  std::string text = vulnerable_text(f.stability.none_vulnerable.broken, f.network.names.size());
  if (!f.vulnerable_in.empty())
    text += " (" + std::to_string(std::lround(f.count_p05)) + " to " +
            std::to_string(std::lround(f.count_p95)) + " over facts)";
  text += ", against " + std::to_string(count(f.alone)) + " if nobody had an ally";
  text += f.stability.stable() ? "; the network is war-stable" : "; the network is not war-stable";
  if (asked.with_trade)
    text += std::string(f.with_trade->stable() ? "; it is" : "; it is not") +
            " war-and-trade-stable, with " + std::to_string(f.with_trade->none_vulnerable.broken) +
            " vulnerable despite trade";
  return text + ".";
}

}  // namespace entente::analysis
