#include "analysis/architecture/tables.h"

#include <algorithm>
#include <utility>

#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Value;
using solve::betweenness;
using solve::communities;
using solve::coreness;
using solve::degree_centralisation;
using solve::eigenvector_centrality;
using solve::Estimate;
using solve::joined_without;
using solve::modularity;
using solve::Neighbours;

constexpr Bounds kChange{-1, 1};

constexpr card::Column kDependence[] = {
    {"state", "", "A state that a contingency targets by armed force."},
    {"security", "probability", "That it is not attacked and beaten in any contingency."},
    {"security_lo", "probability", "90 % interval of the mean."},
    {"security_hi", "probability", "Its upper end."},
    {"security_p05", "probability", "5 % of worlds of facts and assumptions lie below."},
    {"security_p95", "probability", "5 % lie above."},
    {"without_hub", "probability", "The same when every promise of the hub is withdrawn."},
    {"without_hub_lo", "probability", "90 % interval of the mean."},
    {"without_hub_hi", "probability", "Its upper end."},
    {"without_hub_p05", "probability", "5 % of worlds lie below."},
    {"without_hub_p95", "probability", "5 % lie above."},
    {"dependence", "share", "1 - without_hub / security: what the hub is worth to it."},
    {"dependence_lo", "share", "Interval of the difference, over the mean security."},
    {"dependence_hi", "share", "Its upper end."},
    {"dependence_p05", "share", "Spread of the difference, over the mean security."},
    {"dependence_p95", "share", "Its upper end."},
    {"naive", "share",
     "Baseline from the shape alone: the hub's share of its promises of defence."},
};
constexpr card::Column kWithdrawal[] = {
    {"withdrawn", "share", "Each promise of the hub is withdrawn with this probability."},
    {"support", "", "withheld where what the hub supplies is withheld as well."},
    {"security", "probability", "Mean security of the states in `dependence`."},
    {"security_lo", "probability", "90 % interval of the mean."},
    {"security_hi", "probability", "Its upper end."},
    {"security_p05", "probability", "5 % of worlds lie below."},
    {"security_p95", "probability", "5 % lie above."},
    {"change", "probability", "Against no withdrawal, over the same draws."},
    {"change_lo", "probability", "90 % interval of the mean."},
    {"change_hi", "probability", "Its upper end."},
    {"change_p05", "probability", "5 % of worlds lie below."},
    {"change_p95", "probability", "5 % lie above."},
    {"joined", "share", "Pairs of states that promises of defence still join; at none and all."},
};
constexpr card::Column kNextPact[] = {
    {"helper", "", "Who would promise."},
    {"state", "", "To whom, and be promised the same."},
    {"gain", "probability", "What mean security gains by it, over the same draws."},
    {"gain_lo", "probability", "90 % interval of the mean."},
    {"gain_hi", "probability", "Its upper end."},
    {"gain_p05", "probability", "5 % of worlds lie below."},
    {"gain_p95", "probability", "5 % lie above."},
    {"gain_without_hub", "probability", "The same when every promise of the hub is withdrawn."},
    {"gain_without_hub_lo", "probability", "90 % interval of the mean."},
    {"gain_without_hub_hi", "probability", "Its upper end."},
    {"gain_without_hub_p05", "probability", "5 % of worlds lie below."},
    {"gain_without_hub_p95", "probability", "5 % lie above."},
    {"naive", "bn USD",
     "Baseline: military spending of the helper, by which pacts are chosen here."},
};
constexpr card::Column kCentrality[] = {
    {"state", "", "A state with a promise of defence, given or received."},
    {"degree", "count", "States it is linked with."},
    {"eigenvector", "index", "Leading eigenvector; the largest is 1."},
    {"betweenness", "share", "Shortest paths between others that lead through it."},
    {"core", "count", "The largest k of a part, with it, where all have k links."},
    {"community", "", "By greedy modularity, numbered from 1."},
};
constexpr card::Column kNetwork[] = {
    {"measure", "", "What is measured."},
    {"value", "", "Its value."},
    {"help", "", "What it means."},
};
constexpr card::Column kDesigns[] = {
    {"design", "", "Of the hub and the states in `centrality`, with as many links each."},
    {"states", "count", "Nodes."},
    {"links", "count", "The budget."},
    {"centralisation", "share", "Freeman's: 1 a star, 0 all alike."},
    {"welfare", "utility",
     "Of the connections model: sum of delta^distance less the cost of links."},
    {"joined_after_loss", "share", "Pairs still joined when the state with most links is gone."},
    {"pairwise_stable", "", "Nobody would cut a link, no two would add one."},
};
constexpr auto kMoves = card::mover_columns(
    "probability",
    "What mean security changes by when every promise of the hub is withdrawn, with it at its low "
    "end.");
constexpr card::TableSpec kTables[] = {
    {"dependence", "What each state's security owes to the hub.", kDependence},
    {"withdrawal", "What a withdrawal of the hub costs, in part and whole.", kWithdrawal},
    {"next_pact", "What each possible next pact is worth, the best first.", kNextPact},
    {"centrality", "Where each state stands in the network of promises of defence.", kCentrality},
    {"network", "The network as a whole.", kNetwork},
    {"designs", "Hub and spokes against a lattice on the same nodes and budget.", kDesigns},
    {"moves",
     "What moves the cost of a withdrawal most, one thing at a time; all else as in the tables, "
     "every state sending its probability's share, over draws of stakes.",
     kMoves},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "dependence", .most = 12},
    {.mark = card::Mark::lines, .table = "withdrawal", .x = "withdrawn", .y = "security"},
    {.mark = card::Mark::table, .table = "next_pact", .most = 10},
    {.mark = card::Mark::table, .table = "centrality", .most = 10},
    {.mark = card::Mark::table, .table = "network"},
    {.mark = card::Mark::table, .table = "designs"},
    {.mark = card::Mark::table, .table = "moves", .most = 6},
};

std::size_t hub_place(const ArchitectureFindings& f) {
  return static_cast<std::size_t>(
      std::ranges::find(f.network.states, f.asked.hub, &world::NetworkState::name) -
      f.network.states.begin());
}

Estimate turned(Estimate e, double scale) {
  const double low = e.low, p05 = e.p05;
  e.mean *= -scale;
  e.low = -e.high * scale;
  e.high = -low * scale;
  e.p05 = -e.p95 * scale;
  e.p95 = -p05 * scale;
  return e;
}

Estimate dependence(const ArchitectureFindings& f, std::size_t state) {
  const SecurityColumns columns{f.asked.states.size()};
  const double secure = f.sums.mean(columns.of(0, state));
  return turned(f.sums.estimate(columns.change(whole_withdrawal(f.asked).variant, state)),
                secure > 0 ? 1 / secure : 0);
}

/// The share of promises of defence towards a state that are the hub's.
double share_of_hub(const ArchitectureFindings& f, const std::string& state) {
  std::size_t all = 0, from_hub = 0;
  for (const world::Tie& tie : f.network.ties) {
    if (tie.value < world::kDefenceTie || f.network.states[tie.to].name != state) continue;
    ++all;
    from_hub += f.network.states[tie.from].name == f.asked.hub ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(from_hub) / static_cast<double>(all);
}

void add_dependence(card::Record& record, const ArchitectureFindings& f) {
  card::Table& table = record.table(kTables[0]);
  const SecurityColumns columns{f.asked.states.size()};
  for (std::size_t i = 0; i < f.asked.states.size(); ++i) {
    std::vector<Value> row{f.asked.states[i]};
    put(row, f.sums.estimate(columns.of(0, i)), f.sampling.vary, kShare);
    put(row, f.sums.estimate(columns.of(whole_withdrawal(f.asked).variant, i)), f.sampling.vary,
        kShare);
    put(row, dependence(f, i), f.sampling.vary, kChange);
    row.emplace_back(share_of_hub(f, f.asked.states[i]));
    table.row(std::move(row));
  }
}

void add_withdrawals(card::Record& record, const ArchitectureFindings& f) {
  card::Table& table = record.table(kTables[1]);
  const SecurityColumns columns{f.asked.states.size()};
  const std::size_t hub = hub_place(f), nobody = f.graph.size();
  Neighbours apart = f.graph;  // With a node that nobody is linked to, to lose.
  apart.emplace_back();
  const auto n = static_cast<double>(f.graph.size());
  const double before = joined_without(apart, nobody) * (n + 1) / std::max(1.0, n - 1);
  const auto add = [&](double share, bool support, std::size_t variant) {
    std::vector<Value> row{share, std::string(support ? "withheld" : "goes on")};
    put(row, f.sums.estimate(columns.mean(variant)), f.sampling.vary, kShare);
    put(row, f.sums.estimate(columns.mean_change(variant)), f.sampling.vary, kChange);
    if (share == 0)
      row.emplace_back(before);
    else if (share == 1 && hub < nobody)
      row.emplace_back(joined_without(f.graph, hub));
    else
      row.emplace_back();
    table.row(std::move(row));
  };
  add(0, false, 0);
  for (const Withdrawal& one : f.asked.withdrawals) add(one.share, one.support, one.variant);
}

std::vector<NextPact> best_first(const ArchitectureFindings& f) {
  const SecurityColumns columns{f.asked.states.size()};
  std::vector<NextPact> pacts = f.asked.pacts;
  std::ranges::stable_sort(pacts, [&](const NextPact& a, const NextPact& b) {
    return f.sums.mean(columns.mean_change(a.variant)) >
           f.sums.mean(columns.mean_change(b.variant));
  });
  return pacts;
}

void add_pacts(card::Record& record, const ArchitectureFindings& f) {
  card::Table& table = record.table(kTables[2]);
  const SecurityColumns columns{f.asked.states.size()};
  for (const NextPact& one : best_first(f)) {
    std::vector<Value> row{one.helper, one.state};
    put(row, f.sums.estimate(columns.mean_change(one.variant)), f.sampling.vary, kChange);
    put(row, f.sums.estimate(columns.mean_change(one.alone)), f.sampling.vary, kChange);
    row.emplace_back(one.spending);
    table.row(std::move(row));
  }
}

void add_shape(card::Record& record, const ArchitectureFindings& f) {
  card::Table& table = record.table(kTables[3]);
  const auto between = betweenness(f.graph), leading = eigenvector_centrality(f.graph);
  const auto core = coreness(f.graph), groups = communities(f.graph);
  std::size_t linked = 0, links = 0, count = 0;
  for (std::size_t i = 0; i < f.graph.size(); ++i) {
    count = std::max(count, groups[i] + 1);
    links += f.graph[i].size();
    if (f.graph[i].empty()) continue;
    ++linked;
    table.row({f.network.states[i].name, static_cast<std::int64_t>(f.graph[i].size()), leading[i],
               between[i], static_cast<std::int64_t>(core[i]),
               static_cast<std::int64_t>(groups[i] + 1)});
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[1]) > std::get<std::int64_t>(b[1]);
  });
  card::Table& whole_table = record.table(kTables[4]);
  const auto say = [&](const char* measure, Value value, const char* help) {
    whole_table.row({std::string(measure), std::move(value), std::string(help)});
  };
  say("states", static_cast<std::int64_t>(f.graph.size()), "States with a promise or a figure.");
  say("links", static_cast<std::int64_t>(links / 2), "Pairs with a promise of defence.");
  say("centralisation", degree_centralisation(f.graph), "Freeman's: 1 a star, 0 all alike.");
  say("communities", static_cast<std::int64_t>(count), "Parts, states without a link included.");
  say("modularity", modularity(f.graph, groups), "Of these parts.");

  // A star has one link less than a ring: it gets one between two spokes.
  const std::size_t n = std::clamp<std::size_t>(linked, 4, 60);
  Neighbours hub = solve::star(n);
  hub[1].push_back(2);
  hub[2].push_back(1);
  card::Table& designs = record.table(kTables[5]);
  const Neighbours lattice = solve::ring(n);
  for (const Neighbours* design : {&std::as_const(hub), &lattice}) {
    const Neighbours& graph = *design;
    const std::string name = design == &lattice ? "lattice" : "hub_and_spokes";
    designs.row({name, static_cast<std::int64_t>(n), static_cast<std::int64_t>(n),
                 degree_centralisation(graph), welfare(graph, f.model), joined_without(graph, 0),
                 pairwise_stable(graph, f.model)});
  }
}

}  // namespace

Neighbours defence_links(const world::Network& network) {
  Neighbours graph(network.states.size());
  for (const world::Tie& tie : network.ties) {
    if (tie.value < world::kDefenceTie) continue;
    graph[tie.from].push_back(tie.to);
    graph[tie.to].push_back(tie.from);
  }
  for (auto& one : graph) {
    std::sort(one.begin(), one.end());
    one.erase(std::unique(one.begin(), one.end()), one.end());
  }
  return graph;
}

std::span<const card::TableSpec> architecture_tables() { return kTables; }
std::span<const card::View> architecture_views() { return kViews; }

void add_tables(card::Record& record, const ArchitectureFindings& findings) {
  add_dependence(record, findings);
  add_withdrawals(record, findings);
  add_pacts(record, findings);
  add_shape(record, findings);
  card::add_movers(record.table(kTables[6]), findings.movers);
}

std::string architecture_finding(const ArchitectureFindings& f) {
  if (f.asked.states.empty())
    return "No contingency of the scenario targets a state by armed force, so only the shape of "
           "the "
           "network can be told.";
  const SecurityColumns columns{f.asked.states.size()};
  const Withdrawal& gone = whole_withdrawal(f.asked);
  std::size_t most = 0;
  for (std::size_t i = 1; i < f.asked.states.size(); ++i)
    if (dependence(f, i).mean > dependence(f, most).mean) most = i;
  const auto percent = [](Estimate e) {
    for (double* one : {&e.mean, &e.low, &e.high, &e.p05, &e.p95}) *one *= 100;
    return e;
  };
  std::string text =
      "If " + f.asked.hub + " withdrew every promise, mean security would be " +
      with_spread(percent(f.sums.estimate(columns.mean(gone.variant))), f.sampling.vary) +
      " in place of " + with_spread(percent(f.sums.estimate(columns.mean(0))), f.sampling.vary) +
      "; " + f.asked.states[most] + " depends on it most, for " +
      with_spread(percent(dependence(f, most)), f.sampling.vary, {-100, 100}) + " of its security";
  if (const auto pacts = best_first(f); !pacts.empty())
    text += "; of the pacts looked at one of " + pacts.front().helper + " with " +
            pacts.front().state + " adds most, " +
            with_spread(percent(f.sums.estimate(columns.mean_change(pacts.front().variant))),
                        f.sampling.vary, {-100, 100}, " points");
  return text + ".";
}

}  // namespace entente::analysis
