/// The theorem that no network with a link is war-stable, tried on many networks.
#include <array>

#include "base/stream.h"
#include "solve/war_stability.h"

namespace entente::solve {
namespace {

constexpr std::array<Advantage, 4> kGammas = {{{1, 2}, {1, 1}, {3, 2}, {3, 1}}};

void try_out(const Alliances& alliances, TheoremTried& tried) {
  const auto found = war_stability(alliances, Coalition::neighbours, {});
  ++tried.cases;
  if (alliances.links() > 0)
    tried.stable_with_links += found->stable() ? 1 : 0;
  else
    tried.empty_differs += found->stable() != empty_network_stable(alliances) ? 1 : 0;
}

void every_network(const std::vector<std::int64_t>& strengths, TheoremTried& tried) {
  const std::size_t n = strengths.size();
  for (const Advantage gamma : kGammas)
    for (std::size_t mask = 0; mask < std::size_t{1} << (n * (n - 1) / 2); ++mask) {
      Alliances alliances(strengths, gamma);
      std::size_t bit = 0;
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j) alliances.set(i, j, (mask >> bit++) & 1);
      try_out(alliances, tried);
    }
}

}  // namespace

TheoremTried theorem_exhaustively() {
  // Equal, nearly equal, one giant, two giants, doubling, rising: 4 x 8 x 4, 10 x 64 x 4 and
  // 5 x 1024 x 4 cases.
  const std::vector<std::vector<std::int64_t>> all = {
      {1, 1, 1},       {1, 2, 3},       {1, 1, 5},       {2, 3, 3},       {1, 1, 1, 1},
      {1, 2, 3, 4},    {1, 1, 1, 9},    {1, 1, 5, 5},    {1, 2, 4, 8},    {3, 3, 3, 4},
      {2, 2, 3, 3},    {1, 3, 3, 3},    {5, 6, 7, 8},    {1, 1, 2, 2},    {1, 1, 1, 1, 1},
      {1, 2, 3, 4, 5}, {1, 1, 1, 1, 9}, {2, 2, 3, 3, 3}, {1, 2, 4, 8, 16}};
  TheoremTried tried;
  for (const auto& strengths : all) every_network(strengths, tried);
  return tried;
}

TheoremTried theorem_at_random(std::size_t cases, std::uint64_t seed) {
  TheoremTried tried;
  for (std::size_t i = 0; i < cases; ++i) {
    Stream stream(seed, i, "networks", "theorem");
    const std::size_t n = 6 + stream.bits() % 4;
    std::vector<std::int64_t> strengths;
    for (std::size_t k = 0; k < n; ++k)
      strengths.push_back(1 + static_cast<std::int64_t>(stream.bits() % 20));
    Alliances alliances(std::move(strengths), kGammas[stream.bits() % kGammas.size()]);
    const double density = stream.uniform();
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k < j; ++k) alliances.set(j, k, stream.uniform() < density);
    try_out(alliances, tried);
  }
  return tried;
}

}  // namespace entente::solve
