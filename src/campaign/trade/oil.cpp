#include "campaign/trade/oil.h"

#include <algorithm>
#include <numeric>

#include "solve/linear_programme.h"

namespace entente::campaign {
namespace {

// What goes unserved costs more than any voyage, and the more the larger a part of a region's needs
// it is: the market shares a shortage where ships can carry it.
constexpr double kUnservedDays = 1000, kDearerAStep = 100;
constexpr int kSteps = 20;

/// How many regions can be reached from one over ways that `open` lets pass.
template <class Open>
std::vector<bool> reached(const OilNet& net, std::size_t from, const Open& open) {
  std::vector<bool> seen(net.needs.size(), false);
  std::vector<std::size_t> queue{from};
  seen[from] = true;
  for (std::size_t next = 0; next < queue.size(); ++next)
    for (std::size_t w = 0; w < net.ways.size(); ++w) {
      const OilNet::Way& way = net.ways[w];
      if (!open(w) || (way.from != queue[next] && way.to != queue[next])) continue;
      const std::size_t other = way.from == queue[next] ? way.to : way.from;
      if (!seen[other]) queue.push_back(other);
      seen[other] = true;
    }
  return seen;
}

}  // namespace

double OilFlows::lost() const { return std::accumulate(unserved.begin(), unserved.end(), 0.0); }

OilFlows least_cost_flows(const OilNet& net, const std::vector<double>& closed) {
  solve::LinearProgramme programme;
  std::vector<int> regions, straits;
  for (const double needs : net.needs) regions.push_back(programme.row(needs, needs));
  for (std::size_t s = 0; s < net.straits.size(); ++s)
    straits.push_back(programme.row(-solve::kInfinity, net.straits[s] * (1 - closed[s])));
  for (const OilNet::Way& way : net.ways) {
    const int limit = way.most < 0 ? -1 : programme.row(-solve::kInfinity, way.most);
    for (const bool back : {false, true}) {
      const int column = programme.column(way.days, 0, solve::kInfinity);
      programme.entry(regions[back ? way.to : way.from], column, -1);
      programme.entry(regions[back ? way.from : way.to], column, 1);
      for (const std::size_t s : way.straits) programme.entry(straits[s], column, 1);
      if (limit >= 0) programme.entry(limit, column, 1);
    }
  }
  const int first_unserved = static_cast<int>(2 * net.ways.size());
  for (std::size_t r = 0; r < net.needs.size(); ++r)
    for (int step = 0; step < kSteps; ++step)
      programme.entry(
          regions[r],
          programme.column(kUnservedDays + kDearerAStep * step, 0, net.needs[r] / kSteps), 1);
  for (std::size_t r = 0; r < net.exports.size(); ++r)
    programme.entry(regions[r], programme.column(0, 0, net.exports[r]), 1);
  solve::Simplex simplex(programme);
  simplex.solve();
  const auto value = [&](int column) { return std::max(0.0, simplex.value(column)); };
  OilFlows found;
  found.straits.assign(net.straits.size(), 0);
  for (std::size_t w = 0; w < net.ways.size(); ++w) {
    const double there = value(static_cast<int>(2 * w)), back = value(static_cast<int>(2 * w + 1));
    found.ways.push_back(there - back);
    for (const std::size_t s : net.ways[w].straits) found.straits[s] += there + back;
    found.barrel_days += (there + back) * net.ways[w].days;
  }
  for (std::size_t r = 0; r < net.needs.size(); ++r) {
    double unserved = 0;
    for (int step = 0; step < kSteps; ++step)
      unserved += value(first_unserved + static_cast<int>(r) * kSteps + step);
    found.unserved.push_back(unserved);
    found.delivered += net.needs[r] - found.unserved.back();
  }
  return found;
}

std::vector<std::size_t> cut_off(const OilNet& net, std::size_t strait,
                                 const std::vector<bool>& at_sea) {
  std::vector<std::size_t> found;
  for (std::size_t r = 0; r < net.needs.size(); ++r) {
    const auto now = reached(net, r, [&](std::size_t w) { return at_sea[w]; });
    const auto then = reached(net, r, [&](std::size_t w) {
      return at_sea[w] &&
             std::ranges::find(net.ways[w].straits, strait) == net.ways[w].straits.end();
    });
    // What is left of its sea is less than half: it is the part that is cut off.
    if (2 * std::ranges::count(then, true) < std::ranges::count(now, true)) found.push_back(r);
  }
  return found;
}

}  // namespace entente::campaign
