#include "solve/connections.h"

#include <algorithm>
#include <functional>
#include <set>

#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// "(3, 1, 1, 1)" of each network, every sequence once.
std::string degree_sequences(const std::vector<solve::Neighbours>& networks) {
  std::set<std::vector<std::size_t>, std::greater<>> found;
  for (const solve::Neighbours& graph : networks) {
    std::vector<std::size_t> degrees;
    for (const auto& neighbours : graph) degrees.push_back(neighbours.size());
    std::ranges::sort(degrees, std::greater<>());
    found.insert(std::move(degrees));
  }
  std::string text;
  for (const auto& degrees : found) {
    text += text.empty() ? "" : "; ";
    for (const std::size_t degree : degrees) text += std::to_string(degree);
  }
  return text;
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const auto of = [](double cost) { return solve::stable_networks(4, {0.5, cost}); };
  const auto count = [](const solve::StableNetworks& found) {
    return static_cast<std::int64_t>(found.stable.size());
  };
  const solve::StableNetworks cheap = of(0.2), middle = of(0.3), dear = of(0.9);
  return {
      near("cost .2, best welfare", 3.6, cheap.best, 1e-9),
      same("cost .2, degrees of stable ones", std::string("3333"), degree_sequences(cheap.stable)),
      same("cost .2, stable networks", std::int64_t{1}, count(cheap)),
      near("cost .3, best welfare", 2.7, middle.best, 1e-9),
      same("cost .3, degrees of stable ones", std::string("3111; 2222"),
           degree_sequences(middle.stable)),
      same("cost .3, stable networks", std::int64_t{7}, count(middle)),
      same("cost .9, degrees of stable ones", std::string("0000"), degree_sequences(dear.stable)),
      same("cost .9, stable networks", std::int64_t{1}, count(dear))};
}

}  // namespace

const Case connections_case{
    "connections",
    "Which networks of four are pairwise stable, and which are best, delta .5.",
    "Jackson, Wolinsky 1996",
    "Jackson and Wolinsky (1996), Journal of Economic Theory 71: 44-74",
    "published",
    run};

}  // namespace entente::inquiry
