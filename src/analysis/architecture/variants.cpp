#include "analysis/architecture/variants.h"

#include <algorithm>
#include <map>
#include <set>

#include "campaign/cutoff.h"
#include "scenario/levers/lever.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr double kShares[] = {0.25, 0.5, 0.75, 1};

Result<Variant> variant_of(std::shared_ptr<const scenario::Library> library,
                           const card::Arguments& arguments) {
  auto question = read_question(*library, arguments);
  if (!question) return question.error();
  Variant made;
  made.question = std::make_shared<const Question>(std::move(question).value());
  made.players = players_of(*made.question, *library);
  made.library = std::move(library);
  return made;
}

/// Each promise of the hub is kept with (1 - share) of its probability; where all of them are gone
/// the hub sends nobody.
Numbers withdrawn(Numbers numbers, const Question& question, const std::string& hub, double share) {
  const auto& owners = question.situation.owners;
  const std::size_t places = question.situation.places.size();
  for (std::size_t o = 0; o < owners.size(); ++o)
    if (owners[o].name == hub)
      for (std::size_t c = 0; c < places; ++c) numbers.theta[o * places + c] *= 1 - share;
  return numbers;
}

void add_withdrawals(Architecture& made, Symbol hub) {
  const Variant base = made.variants.front();
  const auto add = [&](double share, bool support) {
    Variant one = base;
    one.against = 0;
    const auto question = base.question;
    const std::string name = made.hub;
    if (support) {
      Switch thrown;
      thrown.suppliers = suppliers_of(base.library->world, hub);
      const auto services = services_of(*base.library, &question->situation, thrown);
      one.change = [question, name, share, thrown, services, keep = base.library](
                       Numbers numbers, const WorldId& id) {
        return thrown_world(question->situation,
                            withdrawn(std::move(numbers), *question, name, share), services, thrown,
                            id);
      };
    } else {
      one.change = [question, name, share](Numbers numbers, const WorldId&) {
        return withdrawn(std::move(numbers), *question, name, share);
      };
    }
    made.withdrawals.push_back({share, support, made.variants.size()});
    made.variants.push_back(std::move(one));
  };
  for (const double share : kShares) add(share, false);
  add(1, true);
}

/// A pact by its contingency, and its rank there.
struct Candidate {
  NextPact pact;
  std::size_t place = 0, rank = 0;
};

/// Pairs that have no pact yet, contingency by contingency the largest spender first.
std::vector<NextPact> missing_pacts(const Architecture& made, const world::Network& network) {
  const Variant& base = made.variants.front();
  const Situation& s = base.question->situation;
  const Symbols& symbols = base.library->world.symbols;
  std::map<std::string, double> spending;
  for (const auto& one : network.states) spending[one.name] = one.strength.value;
  std::set<std::string> attackers;
  for (const auto& answer : s.law)
    for (const Symbol one : answer.attackers) attackers.insert(symbols.name(one));
  std::set<std::pair<std::string, std::string>> seen;
  std::vector<Candidate> pacts;
  for (const Player& player : base.players) {
    if (player.grey) continue;
    const auto place = static_cast<std::size_t>(player.place);
    for (const OwnerCase& owner : s.owners) {
      const Helper* helper = owner.roles[place].helper;
      if (helper != nullptr && world::binds(helper->duty)) continue;
      if (owner.name == made.hub || attackers.contains(owner.name)) continue;
      for (const Symbol target : s.law[place].targets) {
        const std::string& state = symbols.name(target);
        if (state == owner.name || !seen.insert({owner.name, state}).second) continue;
        pacts.push_back({{owner.name, state, spending[owner.name]}, place, 0});
      }
    }
  }
  // The best of every contingency, then the second of every one, and so on.
  std::ranges::stable_sort(pacts, [](const Candidate& a, const Candidate& b) {
    if (a.pact.spending != b.pact.spending) return a.pact.spending > b.pact.spending;
    return std::pair(a.pact.helper, a.pact.state) < std::pair(b.pact.helper, b.pact.state);
  });
  std::map<std::size_t, std::size_t> taken;
  for (Candidate& one : pacts) one.rank = taken[one.place]++;
  std::ranges::stable_sort(pacts, {}, &Candidate::rank);
  std::vector<NextPact> ordered;
  for (Candidate& one : pacts) ordered.push_back(std::move(one.pact));
  return ordered;
}

/// The library with the pact signed.
Result<scenario::Library> signed_pact(const scenario::Library& library, const NextPact& pact) {
  const std::string text =
      "[[lever]]\ncard = \"pact\"\nstates = [\"" + pact.helper + "\", \"" + pact.state + "\"]\n";
  const auto document = text::parse_toml(text, "pact");
  if (!document) return document.error();
  const auto levers = scenario::read_levers(document->root.find("lever")->items, "pact", library);
  if (!levers) return levers.error();
  return scenario::pull(library, *levers);
}

Faults add_pacts(Architecture& made, const Request& request, const world::Network& network,
                 std::size_t most) {
  std::vector<NextPact> pacts = missing_pacts(made, network);
  if (pacts.size() > most) pacts.resize(most);
  const std::size_t gone = made.withdrawals[std::size(kShares) - 1].variant;
  for (NextPact& pact : pacts) {
    auto library = signed_pact(*made.variants.front().library, pact);
    if (!library) return library.error();
    auto with = variant_of(std::make_shared<const scenario::Library>(std::move(library).value()),
                           request.arguments);
    if (!with) return with.error();
    Variant alone = with.value();
    alone.against = gone;
    alone.change = [question = alone.question, hub = made.hub](Numbers numbers, const WorldId&) {
      return withdrawn(std::move(numbers), *question, hub, 1);
    };
    pact.variant = made.variants.size();
    made.variants.push_back(std::move(with).value());
    pact.alone = made.variants.size();
    made.variants.push_back(std::move(alone));
  }
  made.pacts = std::move(pacts);
  return {};
}

}  // namespace

const Withdrawal& whole_withdrawal(const Architecture& asked) {
  return *std::ranges::find_if(
      asked.withdrawals, [](const Withdrawal& one) { return one.share == 1 && !one.support; });
}

Result<Architecture> lay_out(const Request& request, const std::string& hub,
                             const world::Network& network, std::size_t most) {
  const auto named = patron_named(request.library.world, hub);
  if (!named) return named.error();
  auto base =
      variant_of(std::make_shared<const scenario::Library>(request.library), request.arguments);
  if (!base) return base.error();
  Architecture made;
  made.hub = request.library.world.symbols.name(*named);
  made.variants.push_back(std::move(base).value());
  made.states = protected_states(made.variants.front());
  add_withdrawals(made, *named);
  if (Faults faults = add_pacts(made, request, network, most); !faults.empty()) return faults;
  return made;
}

}  // namespace entente::analysis
