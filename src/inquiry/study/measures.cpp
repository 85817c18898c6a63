#include "inquiry/study/measures.h"

#include <algorithm>

#include "campaign/allocation.h"
#include "campaign/gaps.h"
#include "campaign/small_programme.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;

/// What the hub holds of the forces of an owner, [owner * elements + element].
std::vector<double> held_by_hub(const Cell& cell, const Numbers& numbers) {
  const Situation& s = cell.question.situation;
  std::vector<double> held(s.owners.size() * s.elements.size(), 0.0);
  for (std::size_t at = 0; at < held.size(); ++at) {
    double left = 1;
    for (std::size_t h = s.hold_of[at]; h < s.hold_of[at + 1]; ++h)
      if (s.holds[h].supplier == cell.hub_supplier) left *= 1 - numbers.hold_share[h];
    held[at] = 1 - left;
    if (static_cast<int>(at / s.elements.size()) == cell.hub_owner) held[at] = 1;
  }
  return held;
}

/// What is met of one element of a set, and what of it through the hub.
class Met {
 public:
  Met(const Cell& cell, const DrawTerms& terms, const std::vector<double>& held)
      : cell_(cell),
        s_(cell.question.situation),
        numbers_(*terms.world->numbers),
        terms_(terms),
        held_(held) {}

  void add(std::span<const int> set, std::size_t k) {
    const Problem p = problem_of(terms_, set, static_cast<int>(k));
    const Allocation best = allocate(p, s_, small_);
    for (std::size_t at = 0; at < p.net.size(); ++at) {
      const std::size_t place = at / p.periods, t = at % p.periods;
      const double own = std::min(p.host[at], p.demand[at]);
      const double sent = std::max(0.0, p.net[at] - best.shortage[at]);
      all += p.weight[at] * (own + sent);
      hub += p.weight[at] * own * host_held(static_cast<std::size_t>(set[place]), k);
      double work = 0, through = 0, own_work = 0;
      for (std::size_t j = 0; j < p.slots.size(); ++j) {
        if (p.slots[j].place != place) continue;
        const double units = best.at_work[j * p.periods + t];
        const int owner = s_.pools[static_cast<std::size_t>(p.slots[j].pool)].owner;
        work += units;
        if (owner == cell_.hub_owner) own_work += units;
        through += units * held_[static_cast<std::size_t>(owner) * s_.elements.size() + k];
      }
      if (work > 0) hub += p.weight[at] * sent * through / work;
      if (work > 0) sends += p.weight[at] * sent * own_work / work;
    }
  }

  double all = 0, hub = 0, sends = 0;

 private:
  /// Over the forces of the targets.
  double host_held(std::size_t place, std::size_t k) const {
    double units = 0, held = 0;
    for (const int pool : s_.places[place].host_pools[k]) {
      const auto p = static_cast<std::size_t>(pool);
      const auto owner = static_cast<std::size_t>(s_.pools[p].owner);
      units += numbers_.amount[p];
      held += numbers_.amount[p] * held_[owner * s_.elements.size() + k];
    }
    return units > 0 ? held / units : 0;
  }

  const Cell& cell_;
  const Situation& s_;
  const Numbers& numbers_;
  const DrawTerms& terms_;
  const std::vector<double>& held_;
  SmallProgramme small_;
};

/// The figures of one cell in one draw.
void fill(const Watching& w, const Figures& figures, std::size_t cell, const DrawTerms& terms,
          bool detailed, std::vector<double>& row) {
  const Situation& s = w.cells[cell]->question.situation;
  const double allowed = terms.world->numbers->campaign.covered_below / 100;
  for (std::size_t i = 0; i < w.sets.size(); ++i) {
    double missing = 0, required = 0;
    const auto all = optima(terms, w.sets[i]);
    for (std::size_t k = 0; k < all.size(); ++k) {
      missing += all[k].shortfall;
      required += all[k].required;
      if (s.value[k] > 0) row[figures.shortage(cell, i, k)] = all[k].shortfall / s.value[k];
    }
    row[figures.gap(cell, i)] = s.percent(missing);
    row[figures.covered(cell, i)] = missing <= 0 || missing < allowed * required ? 1 : 0;
  }
  if (!detailed || !w.dependence) return;
  const HubShare share = hub_share(*w.cells[cell], terms, w.sets[w.largest]);
  row[figures.dependence(cell)] = share.needs;
  row[figures.hub_load(cell)] = share.sends;
}

}  // namespace

Figures::Figures(std::size_t cells, std::size_t sets, std::size_t elements, bool dependence)
    : cells_(cells),
      sets_(sets),
      elements_(elements),
      block_(sets * (2 + elements)),
      dependence_(dependence) {}

std::size_t Figures::moved(std::size_t at, int cells) const {
  const auto by = static_cast<std::ptrdiff_t>(at < head() ? block_ : 2) * cells;
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + by);
}

Figures figures_of(const Watching& w) {
  return {w.cells.size(), w.sets.size(), w.cells.front()->question.situation.elements.size(),
          w.dependence};
}

HubShare hub_share(const Cell& cell, const DrawTerms& terms, std::span<const int> set) {
  const std::vector<double> held = held_by_hub(cell, *terms.world->numbers);
  Met met(cell, terms, held);
  for (std::size_t k = 0; k < cell.question.situation.elements.size(); ++k) met.add(set, k);
  if (met.all <= 0) return {};
  return {met.hub / met.all, met.sends / met.all};
}

Drawn watch(const Watching& w, const Run& run, Stopped stopped) {
  const Figures figures = figures_of(w);
  const Honour honour = w.sampling.vary.honour ? Honour::drawn : Honour::expected;
  const auto enter = [&](const WorldId& id) {
    std::vector<std::unique_ptr<const SharedWorld>> worlds;
    for (const auto& cell : w.cells) {
      const Question& q = cell->question;
      worlds.push_back(shared_world(
          q.situation, numbers_of(q.situation, q.premises, cell->library.world.symbols, id)));
    }
    return worlds;
  };
  const auto row = [&](const auto& worlds, std::uint64_t draw, bool detailed) {
    std::vector<double> values(detailed ? figures.size() : figures.head(), 0.0);
    for (std::size_t i = 0; i < w.cells.size(); ++i)
      fill(w, figures, i, draw_in(*worlds[i], honour, w.sampling.seed, draw), detailed, values);
    const auto compare = [&](std::size_t first, std::size_t last, std::size_t cell) {
      for (std::size_t at = first; at < last; ++at) {
        const int back = w.cells[cell]->baseline - static_cast<int>(cell);
        values[figures.difference(at)] = values[at] - values[figures.moved(at, back)];
      }
    };
    for (std::size_t i = 0; i < w.cells.size(); ++i) {
      if (w.cells[i]->baseline < 0) continue;
      compare(figures.gap(i, 0), figures.gap(i + 1, 0), i);
      if (detailed && w.dependence) compare(figures.dependence(i), figures.dependence(i + 1), i);
    }
    return values;
  };
  return over_draws(w.sampling, figures.head(), figures.size(), run, enter, row, stopped);
}

}  // namespace entente::inquiry
