#include "campaign/trade/ground.h"

#include <algorithm>

#include "base/name.h"
#include "base/stream.h"

namespace entente::campaign {
namespace {

using world::Uncertain;

const Uncertain kUnsaid{-1, -1, -1, false, 'X'};

std::size_t place_of(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  names.push_back(name);
  return names.size() - 1;
}

/// Fills a ground from the tables.
class Reader {
 public:
  explicit Reader(CommerceGround& ground) : g_(ground), symbols_(ground.library.world.symbols) {}

  void read() {
    for (const world::Corridor& one : g_.library.world.corridors) {
      (void)place_of(g_.regions, name(one.from));
      (void)place_of(g_.regions, name(one.to));
      for (const Symbol strait : one.chokepoints) (void)place_of(g_.straits, name(strait));
      g_.corridors.push_back(&one);
      g_.at_sea.push_back(name(one.mode) == "sea");
    }
    for (auto* list : {&g_.exports, &g_.needs, &g_.embargoed, &g_.refusing})
      list->assign(g_.regions.size(), Uncertain::known(0));
    for (auto* list : {&g_.usual, &g_.capacity, &g_.lng, &g_.containers, &g_.value})
      list->assign(g_.straits.size(), kUnsaid);
    for (const world::TradeFigure& one : g_.library.world.trade) figure(one);
  }

 private:
  const std::string& name(Symbol symbol) const { return symbols_.name(symbol); }

  void figure(const world::TradeFigure& one) {
    const std::string& field = name(one.field);
    if (name(one.of) == "world") {
      if (field == "oil_flow") g_.world_supply = one.value;
      return;
    }
    const std::pair<const char*, std::vector<Uncertain>*> of_regions[] = {
        {"oil_exports", &g_.exports},
        {"oil_needs", &g_.needs},
        {"oil_embargoed", &g_.embargoed},
        {"oil_refusing", &g_.refusing}};
    for (const auto& [word, list] : of_regions)
      if (field == word) (*list)[place_of(g_.regions, name(one.of))] = one.value;
    if (field == "oil_imports" || field == "oil_stock_days") {
      auto holder = std::ranges::find(g_.holders, name(one.of), &Holder::name);
      if (holder == g_.holders.end()) holder = g_.holders.insert(holder, {name(one.of), {}, {}});
      if (field == "oil_imports")
        holder->imports.emplace_back(place_of(g_.regions, name(one.at)), one.value);
      else
        holder->stock_days = one.value;
      return;
    }
    const std::pair<const char*, std::vector<Uncertain>*> lists[] = {
        {"oil_flow", &g_.usual},
        {"oil_capacity", &g_.capacity},
        {"lng_share", &g_.lng},
        {"container_share", &g_.containers},
        {"value_share", &g_.value}};
    for (const auto& [word, list] : lists)
      if (field == word) (*list)[place_of(g_.straits, name(one.of))] = one.value;
  }

  CommerceGround& g_;
  const Symbols& symbols_;
};

}  // namespace

double trade_number(const Uncertain& range, const std::string& what, const WorldId& id) {
  return value_in({range, name_hash("trade: " + what)}, id);
}

Closing closing_of(const CommerceGround& ground, const std::vector<Symbol>& contingencies) {
  const world::World& world = ground.library.world;
  Closing closing;
  std::vector<std::string> names;
  for (const Symbol contingency : contingencies) {
    names.push_back(world.symbols.name(contingency));
    for (const world::TradeFigure& one : world.trade) {
      if (one.of != contingency || world.symbols.name(one.field) != "closed") continue;
      const auto strait = std::ranges::find(ground.straits, world.symbols.name(one.at));
      if (strait == ground.straits.end()) continue;
      closing.parts.emplace_back(static_cast<std::size_t>(strait - ground.straits.begin()),
                                 one.value);
      closing.of.push_back(names.back());
    }
  }
  closing.name = join(names, "+");
  return closing;
}

CommerceGround commerce_ground(const scenario::Library& library) {
  CommerceGround ground{.library = library};
  Reader(ground).read();
  for (const auto& set : library.plan.sets) ground.closings.push_back(closing_of(ground, set));
  return ground;
}

CommerceWorld commerce_world(const CommerceGround& ground, const Closing& closing,
                             const actors::CommerceTerms& terms, const WorldId& id) {
  CommerceWorld made;
  made.terms = terms;
  made.supply = trade_number(ground.world_supply, "supply of the world", id);
  for (std::size_t r = 0; r < ground.regions.size(); ++r) {
    made.net.exports.push_back(
        trade_number(ground.exports[r], "exports of " + ground.regions[r], id));
    made.net.needs.push_back(trade_number(ground.needs[r], "needs of " + ground.regions[r], id));
  }
  if (ground.embargoes_kept)
    for (std::size_t r = 0; r < ground.regions.size(); ++r) {
      const std::string& region = ground.regions[r];
      const auto share = [&](const Uncertain& one, const std::string& what) {
        return std::clamp(trade_number(one, what + region, id), 0.0, 1.0);
      };
      made.net.embargoed.push_back(share(ground.embargoed[r], "embargoed of "));
      made.net.refusing.push_back(share(ground.refusing[r], "refusing in "));
    }
  for (std::size_t s = 0; s < ground.straits.size(); ++s) {
    const bool known = ground.capacity[s].value >= 0;
    const double amount = trade_number(known ? ground.capacity[s] : ground.usual[s],
                                       "through " + ground.straits[s], id);
    made.net.straits.push_back(known ? amount : amount * (1 + terms.strait_slack));
  }
  for (std::size_t w = 0; w < ground.corridors.size(); ++w) {
    const world::Corridor& one = *ground.corridors[w];
    const Symbols& symbols = ground.library.world.symbols;
    OilNet::Way way;
    const auto region = [&](Symbol end) {
      return static_cast<std::size_t>(std::ranges::find(ground.regions, symbols.name(end)) -
                                      ground.regions.begin());
    };
    way.from = region(one.from);
    way.to = region(one.to);
    way.days = one.days;
    if (!ground.at_sea[w])
      way.most = trade_number(
          one.amount, symbols.name(one.from) + " to " + symbols.name(one.to) + one.name, id);
    for (const Symbol strait : one.chokepoints)
      way.straits.push_back(static_cast<std::size_t>(
          std::ranges::find(ground.straits, symbols.name(strait)) - ground.straits.begin()));
    made.net.ways.push_back(std::move(way));
  }
  made.closed.assign(ground.straits.size(), 0);
  for (std::size_t p = 0; p < closing.parts.size(); ++p) {
    const auto& [strait, share] = closing.parts[p];
    const double part =
        trade_number(share, closing.of[p] + " closes " + ground.straits[strait], id);
    double& closed = made.closed[strait];
    closed = 1 - (1 - closed) * (1 - part);
  }
  for (double& closed : made.closed) closed *= 1 - ground.escort;
  return made;
}

}  // namespace entente::campaign
