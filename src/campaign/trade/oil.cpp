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

/// The programme of one net, its columns by what they stand for.
class Routing {
 public:
  Routing(const OilNet& net, const std::vector<double>& closed) : net_(net) {
    for (std::size_t s = 0; s < net.straits.size(); ++s)
      straits_.push_back(programme_.row(-solve::kInfinity, net.straits[s] * (1 - closed[s])));
    for (const OilNet::Way& way : net.ways)
      limits_.push_back(way.most < 0 ? -1 : programme_.row(-solve::kInfinity, way.most));
    for (const double needs : net.needs) regions_.push_back(programme_.row(needs, needs));
    taken_by_all();
    if (net.embargoed.empty()) return;
    embargoed();
  }

  OilFlows solve() {
    solve::Simplex simplex(programme_);
    simplex.solve();
    const auto value = [&](int column) { return std::max(0.0, simplex.value(column)); };
    OilFlows found;
    found.ways.assign(net_.ways.size(), 0);
    found.straits.assign(net_.straits.size(), 0);
    for (const std::vector<int>& kind : ways_)
      for (std::size_t w = 0; w < net_.ways.size(); ++w) {
        const double there = value(kind[2 * w]), back = value(kind[2 * w + 1]);
        found.ways[w] += there - back;
        for (const std::size_t s : net_.ways[w].straits) found.straits[s] += there + back;
        found.barrel_days += (there + back) * net_.ways[w].days;
      }
    for (std::size_t r = 0; r < net_.needs.size(); ++r) {
      double unserved = 0;
      for (int step = 0; step < kSteps; ++step)
        unserved += value(first_unserved_ + static_cast<int>(r) * kSteps + step);
      found.unserved.push_back(unserved);
      found.delivered += net_.needs[r] - unserved;
    }
    return found;
  }

 private:
  /// Ways of one kind of oil, between rows of regions.
  void ways(const std::vector<int>& regions) {
    std::vector<int>& columns = ways_.emplace_back();
    for (std::size_t w = 0; w < net_.ways.size(); ++w) {
      const OilNet::Way& way = net_.ways[w];
      for (const bool back : {false, true}) {
        const int column = programme_.column(way.days, 0, solve::kInfinity);
        programme_.entry(regions[back ? way.to : way.from], column, -1);
        programme_.entry(regions[back ? way.from : way.to], column, 1);
        for (const std::size_t s : way.straits) programme_.entry(straits_[s], column, 1);
        if (limits_[w] >= 0) programme_.entry(limits_[w], column, 1);
        columns.push_back(column);
      }
    }
  }

  void taken_by_all() {
    ways(regions_);
    first_unserved_ = static_cast<int>(2 * net_.ways.size());
    for (std::size_t r = 0; r < net_.needs.size(); ++r)
      for (int step = 0; step < kSteps; ++step)
        programme_.entry(
            regions_[r],
            programme_.column(kUnservedDays + kDearerAStep * step, 0, net_.needs[r] / kSteps), 1);
    for (std::size_t r = 0; r < net_.exports.size(); ++r) {
      const double share = net_.embargoed.empty() ? 0 : net_.embargoed[r];
      programme_.entry(regions_[r], programme_.column(0, 0, net_.exports[r] * (1 - share)), 1);
    }
  }

  /// Oil that some refuse balances by itself; what others take of it serves their region.
  void embargoed() {
    std::vector<int> balance;
    for (std::size_t r = 0; r < net_.needs.size(); ++r) balance.push_back(programme_.row(0, 0));
    ways(balance);
    for (std::size_t r = 0; r < net_.needs.size(); ++r) {
      programme_.entry(balance[r], programme_.column(0, 0, net_.exports[r] * net_.embargoed[r]), 1);
      const int taken = programme_.column(0, 0, net_.needs[r] * (1 - net_.refusing[r]));
      programme_.entry(balance[r], taken, -1);
      programme_.entry(regions_[r], taken, 1);
    }
  }

  const OilNet& net_;
  solve::LinearProgramme programme_;
  std::vector<int> straits_, limits_, regions_;
  std::vector<std::vector<int>> ways_;  ///< [kind][2 * way + back]
  int first_unserved_ = 0;
};

}  // namespace

double OilFlows::lost() const { return std::accumulate(unserved.begin(), unserved.end(), 0.0); }

OilFlows least_cost_flows(const OilNet& net, const std::vector<double>& closed) {
  return Routing(net, closed).solve();
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
