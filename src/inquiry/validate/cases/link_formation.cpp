#include "solve/link_formation.h"

#include "base/stream.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kActors = 30;
constexpr int kOpportunities = 3000;

/// A network grown from nothing, actors all alike.
solve::Shape grown(double closure, std::uint64_t seed) {
  solve::Formation model;
  model.worth.assign(kActors * kActors, -1);
  model.closure = closure;
  solve::ValuedTies ties(kActors);
  Stream stream(seed, 0, "validate", "link_formation");
  for (int step = 0; step < kOpportunities; ++step) {
    const auto i = static_cast<std::size_t>(stream.uniform() * static_cast<double>(kActors));
    const double choice = stream.uniform();
    micro_step(ties, model, i, choice, stream.uniform());
  }
  return solve::shape_of(solve::partners(ties, 1));
}

/// Of eight networks, those with transitivity above density.
std::int64_t clustered(double closure) {
  std::int64_t count = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const solve::Shape shape = grown(closure, seed);
    if (shape.transitivity > shape.density) ++count;
  }
  return count;
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  return {same("networks of 8 with transitivity above density, closure .4", std::int64_t{8},
               clustered(0.4))};
}

}  // namespace

const Case link_formation_case{
    "link_formation",
    "Ties that close triads cluster beyond their density.",
    "Snijders 2001",
    "Snijders (2001), Sociological Methodology 31; Cranmer, Desmarais and Menninga (2012): triadic "
    "closure in alliances. Thirty actors all alike, eight networks grown from nothing",
    "derived",
    run};

}  // namespace entente::inquiry
