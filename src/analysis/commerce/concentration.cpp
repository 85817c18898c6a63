#include "analysis/commerce/concentration.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "solve/sums.h"

namespace entente::analysis {
namespace {

using campaign::CommerceGround;

/// One list a thing, in the order of what, whose and item.
class Gathered {
 public:
  void add(const std::string& what, const std::string& of, const std::string& item,
           const std::string& supplier, const world::Uncertain& amount, const std::string& stream) {
    Concentration& one = all_[{what, of, item}];
    one.what = what;
    one.of = of;
    one.item = item;
    one.shares.push_back({supplier, amount, stream});
  }

  std::vector<Concentration> done() {
    std::vector<Concentration> found;
    for (auto& [key, one] : all_) found.push_back(std::move(one));
    return found;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, Concentration> all_;
};

/// Amounts by supplier, whose names are `suppliers`.
std::vector<double> amounts_in(const Concentration& one, const campaign::WorldId& id,
                               std::vector<std::string>& suppliers) {
  std::map<std::string, double> by;
  for (const Concentration::Share& share : one.shares)
    by[share.supplier] += std::max(0.0, campaign::trade_number(share.amount, share.stream, id));
  std::vector<double> amounts;
  suppliers.clear();
  for (const auto& [supplier, amount] : by) {
    suppliers.push_back(supplier);
    amounts.push_back(amount);
  }
  return amounts;
}

}  // namespace

Concentrated concentrated(std::span<const double> amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  Concentrated found;
  if (sum <= 0) return found;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const double share = amounts[i] / sum;
    found.index += share * share;
    if (share > found.most) {
      found.most = share;
      found.largest = i;
    }
  }
  return found;
}

std::vector<Concentration> concentrations_of(const CommerceGround& ground) {
  const world::World& world = ground.library.world;
  const auto name = [&](Symbol one) { return world.symbols.name(one); };
  Gathered gathered;
  for (const world::Dependency& one : world.dependencies) {
    const std::string words = name(one.user) + " " + name(one.element) + " " + name(one.service) +
                              " from " + name(one.supplier);
    for (const std::string& item : {name(one.service), std::string("all")})
      gathered.add("service", name(one.user), item, name(one.supplier), one.share, words);
  }
  for (const world::MunitionStock& one : world.munition_stocks)
    if (one.production.value > 0)
      gathered.add("munition", "world", name(one.munition), name(one.holder), one.production,
                   "output of " + name(one.munition) + " by " + name(one.holder));
  for (std::size_t r = 0; r < ground.regions.size(); ++r)
    if (ground.exports[r].value > 0)
      gathered.add("oil", "world", "exports by sea", ground.regions[r], ground.exports[r],
                   "exports of " + ground.regions[r]);
  return gathered.done();
}

void add_concentration(card::Table& table, const CommerceGround& ground, std::size_t worlds,
                       std::uint64_t seed) {
  std::vector<std::string> suppliers;
  for (const Concentration& one : concentrations_of(ground)) {
    const std::vector<double> plain = amounts_in(one, {seed, {}}, suppliers);
    const Concentrated now = concentrated(plain);
    if (now.index <= 0) continue;
    const auto count = static_cast<double>(suppliers.size());
    std::vector<card::Value> row{one.what,
                                 one.of,
                                 one.item,
                                 static_cast<std::int64_t>(suppliers.size()),
                                 suppliers[now.largest],
                                 now.most,
                                 now.index};
    solve::Sums sums(1, std::max<std::size_t>(1, worlds), 1);
    for (std::size_t w = 0; w < std::max<std::size_t>(1, worlds); ++w) {
      campaign::WorldId id{seed, {}};
      if (worlds > 0) id.number = w;
      sums.add(w, {concentrated(amounts_in(one, id, suppliers)).index});
    }
    const solve::Estimate index = sums.estimate(0);
    row.emplace_back(index.mean);
    for (const double figure : {index.low, index.high, index.p05, index.p95}) {
      row.emplace_back();
      if (worlds > 0) row.back() = figure;
    }
    row.emplace_back();
    if (one.what == "service") {
      double sum = 0;
      for (const double amount : plain) sum += amount;
      row.back() = sum / static_cast<double>(one.shares.size());
    }
    row.emplace_back(1 / count);
    table.row(std::move(row));
  }
}

}  // namespace entente::analysis
