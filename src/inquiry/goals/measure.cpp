#include "inquiry/goals/measure.h"

#include <algorithm>

#include "belief/reliability.h"

namespace entente::inquiry {

double sum_of(const std::vector<Item>& things, const Members& members) {
  double sum = 0;
  for (const Item& thing : things) {
    double most = 0;
    for (const Item::By& one : thing.by)
      if (one.value > most && met(one.needs, members)) most = one.value;
    sum += most;
  }
  return sum;
}

std::vector<double> thetas(const Stage& stage, const campaign::Numbers& numbers,
                           const campaign::WorldId& id, const campaign::Push* push) {
  const auto& s = stage.question().situation;
  const Symbols& symbols = stage.library().world.symbols;
  const auto& assumptions = numbers.belief.assumptions;
  std::vector<double> found;
  for (const Triggered& one : stage.triggered()) {
    campaign::Helper alone = s.law[one.place].helpers[one.helper];
    alone.promises = {one.promise};
    const double theta = campaign::best_promise(alone, symbols, assumptions).theta;
    const campaign::OwnerCase owner{alone.state, symbols.name(alone.state), {}, {}};
    const std::uint64_t key = campaign::theta_key(owner, s.places[one.place]);
    const bool pushed = push != nullptr && std::ranges::find(push->keys, key) != push->keys.end();
    if ((!id.number && !pushed) || one.promise.reliability || theta <= 0 || theta >= 1) {
      found.push_back(theta);
      continue;
    }
    const double u = pushed ? push->u : campaign::value_in({{0.5, 0, 1, true, 'C'}, key}, id);
    found.push_back(belief::prior(theta, assumptions.n0).quantile(u));
  }
  return found;
}

}  // namespace entente::inquiry
