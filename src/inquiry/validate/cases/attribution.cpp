#include "inquiry/validate/cases/list.h"
#include "solve/cooperative_game.h"

namespace entente::inquiry {
namespace {

std::vector<Check> council() {
  std::vector<double> weights(15, 1);
  for (std::size_t i = 0; i < 5; ++i) weights[i] = 7;
  const auto values = solve::voting_game(39, weights);
  const auto worth = solve::shapley(values), swings = solve::banzhaf(values);
  const auto shares = solve::normalised(swings);
  return citing(
      "Shapley, Shubik 1954; Banzhaf 1965",
      {near("Security Council, Shapley value of a permanent member", 421 / 2145.0, worth.front(),
            1e-12),
       near("Security Council, Shapley value of another member", 4 / 2145.0, worth.back(), 1e-12),
       near("Security Council, swings of a permanent member", 848, swings.front() * 16384, 0),
       near("Security Council, swings of another member", 84, swings.back() * 16384, 0),
       near("Security Council, normalised Banzhaf index of a permanent member", .166929,
            shares.front(), 5e-7),
       near("Security Council, normalised Banzhaf index of another member", .0165354, shares.back(),
            5e-8)});
}

std::vector<Check> market() {
  constexpr double kWeights[] = {4, 4, 4, 2, 2, 1};
  const auto values = solve::voting_game(12, kWeights);
  const auto worth = solve::shapley(values);
  const auto shares = solve::normalised(solve::banzhaf(values));
  return citing(
      "Brams 1976",
      {near("Common market of 1958, Shapley value of France, Germany, Italy", 7 / 30.0, worth[0],
            1e-12),
       near("Common market of 1958, Shapley value of Belgium, Netherlands", 3 / 20.0, worth[3],
            1e-12),
       near("Common market of 1958, Shapley value of Luxembourg", 0, worth[5], 0),
       near("Common market of 1958, normalised Banzhaf index of France", 5 / 21.0, shares[0],
            1e-12),
       near("Common market of 1958, normalised Banzhaf index of Belgium", 1 / 7.0, shares[3],
            1e-12),
       near("Common market of 1958, normalised Banzhaf index of Luxembourg", 0, shares[5], 0)});
}

std::vector<Check> runway() {
  constexpr double kCosts[] = {1, 2, 3};
  const auto values = solve::airport_game(kCosts);
  const auto worth = solve::shapley(values);
  const int together[] = {0, 0, 0}, apart[] = {0, 1, 2};
  const auto grand = solve::owen(values, together), trivial = solve::owen(values, apart);
  return citing(
      "Littlechild, Owen 1973; Owen 1977",
      {near("Airport game, smallest aircraft", 1 / 3.0, worth[0], 1e-12),
       near("Airport game, middle aircraft", 5 / 6.0, worth[1], 1e-12),
       near("Airport game, largest aircraft", 11 / 6.0, worth[2], 1e-12),
       near("Airport game, Owen value with one union, largest aircraft", 11 / 6.0, grand[2], 1e-12),
       near("Airport game, Owen value without unions, largest aircraft", 11 / 6.0, trivial[2],
            1e-12)});
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  std::vector<Check> all = council();
  for (const auto& more : {market(), runway()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

const Case attribution_case{
    "attribution",
    "What each member adds to the whole: values of games with coalitions.",
    "Shapley 1953; Banzhaf 1965; Owen 1977",
    "Shapley (1953), A value for n-person games; Shapley and Shubik (1954), American Political "
    "Science Review 48: 787-792; Banzhaf (1965), Rutgers Law Review 19: 317-343; Brams (1976), "
    "Paradoxes in politics; Littlechild and Owen (1973), Management Science 20: 370-372; Owen "
    "(1977), Values of games with a priori unions",
    "published",
    run};

}  // namespace entente::inquiry
