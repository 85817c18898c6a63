/// Economic coercion between two states, by gravity.
#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/commerce/findings.h"
#include "base/name.h"
#include "treaty/judge.h"
#include "world/distance.h"

namespace entente::analysis {
namespace {

using scenario::Library;

struct Economy {
  Symbol state;
  double gdp = 0, lat = 0, lon = 0;
};

/// Living states with a GDP and a homeland; of several years the last.
std::vector<Economy> economies(const Library& library) {
  std::vector<Economy> found;
  std::vector<int> years;
  for (const world::Figure& one : library.world.figures) {
    if (one.what != "gdp_nominal" || one.value <= 0) continue;
    const auto at = std::ranges::find(found, one.state, &Economy::state);
    if (at != found.end()) {
      int& year = years[static_cast<std::size_t>(at - found.begin())];
      if (one.year > year) at->gdp = one.value;
      year = std::max(year, one.year);
      continue;
    }
    const auto home = library.world.homeland(one.state, library.world.day);
    if (!home) continue;
    found.push_back({one.state, one.value, home->place->lat, home->place->lon});
    years.push_back(one.year);
  }
  return found;
}

/// Pairs of which one is bound to defend the other.
std::set<std::pair<Symbol, Symbol>> bound_pairs(const Library& library) {
  std::set<std::pair<Symbol, Symbol>> pairs;
  for (const world::Commitment& one :
       treaty::commitments_on(library.law, library.world, library.world.day, library.readings))
    if (world::binds(one.duty) && one.defensive) {
      pairs.emplace(one.promisor, one.beneficiary);
      pairs.emplace(one.beneficiary, one.promisor);
    }
  return pairs;
}

}  // namespace

Result<std::vector<Coercion>> coercions_of(const scenario::Request& request,
                                           const actors::CommerceTerms& terms) {
  const Library& library = request.library;
  const auto asked = request.arguments.find("coerce");
  if (asked == request.arguments.end()) return std::vector<Coercion>{};
  const auto all = economies(library);
  const auto pairs = bound_pairs(library);
  const auto find = [&](const std::string& code) {
    return std::ranges::find_if(
        all, [&](const Economy& one) { return library.world.symbols.name(one.state) == code; });
  };
  // Trade in proportion to it; the scale cancels in shares.
  const auto pull = [&](const Economy& a, const Economy& b) {
    const double km = std::max(100.0, world::great_circle_km(a.lat, a.lon, b.lat, b.lon));
    const double ally = pairs.contains({a.state, b.state}) ? terms.alliance_trade : 0;
    return a.gdp * b.gdp * std::exp(ally) / std::pow(km, terms.trade_distance);
  };
  Faults faults;
  std::vector<Coercion> found;
  for (const std::string& words : asked->second) {
    const auto colon = words.find(':');
    if (colon == std::string::npos) {
      faults.push_back({Code::bad_argument,
                        {"arguments", 0, 0},
                        "`" + words + "` names no pair",
                        "write SENDER:TARGET, for example USA:JPN"});
      continue;
    }
    const auto sender = find(words.substr(0, colon)), target = find(words.substr(colon + 1));
    for (const auto& [one, code] :
         {std::pair(sender, words.substr(0, colon)), std::pair(target, words.substr(colon + 1))})
      if (one == all.end())
        faults.push_back({Code::unknown_state,
                          {"arguments", 0, 0},
                          "the library knows no GDP of a state `" + code + "`",
                          did_you_mean(code, library.world.names_of("state"))});
    if (sender == all.end() || target == all.end()) continue;
    if (sender == target) {
      faults.push_back({Code::bad_argument,
                        {"arguments", 0, 0},
                        "`" + words + "` names one state twice",
                        "nobody coerces itself by trade"});
      continue;
    }
    double of_target = 0, of_sender = 0, gdp = 0;
    for (const Economy& one : all) {
      gdp += one.gdp;
      if (one.state != target->state) of_target += pull(*target, one);
      if (one.state != sender->state) of_sender += pull(*sender, one);
    }
    Coercion made;
    made.sender = words.substr(0, colon);
    made.target = words.substr(colon + 1);
    made.allied = pairs.contains({sender->state, target->state});
    made.share_target = pull(*sender, *target) / of_target;
    made.share_sender = pull(*sender, *target) / of_sender;
    made.naive_target = sender->gdp / (gdp - target->gdp);
    const double cut = 100 * terms.openness * terms.trade_gdp * (1 - terms.evasion);
    made.loss_target = cut * made.share_target;
    made.loss_sender = cut * made.share_sender;
    found.push_back(std::move(made));
  }
  if (!faults.empty()) return faults;
  return found;
}

}  // namespace entente::analysis
