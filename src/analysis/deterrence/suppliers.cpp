#include "analysis/deterrence/suppliers.h"

#include <algorithm>

#include "base/name.h"
#include "campaign/honour_patterns.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr std::size_t kStrikeDraws = 16;  // Of honour.
constexpr double kMatters = 1e-6;  // Help that changes the chance to win by less is left out.
constexpr std::string_view kMeans = "missile_strike";

/// A possible strike: the attackers of a player on one of its helpers.
struct Case {
  std::size_t player = 0;
  std::size_t owner = 0;
};

class Striking {
 public:
  Striking(const Asked& asked, const scenario::Library& library, const Run& run)
      : a_(asked),
        library_(library),
        run_(run),
        s_(asked.question.situation),
        stakes_(stakes_of(asked.question.premises, {asked.sampling.seed, {}})),
        world_(shared_world(s_, asked.world({asked.sampling.seed, {}}))) {
    if (asked.enumerated) {
      HonourPatterns patterns = *honour_patterns(s_, world_->numbers);
      kept_ = std::move(patterns.kept);
      weight_ = std::move(patterns.probability);
      return;
    }
    const bool drawn = asked.sampling.vary.honour;
    for (std::size_t i = 0; i < (drawn ? kStrikeDraws : 1); ++i)
      kept_.push_back(kept_in(s_, world_->numbers, drawn ? Honour::drawn : Honour::expected,
                              asked.sampling.seed, i));
    weight_.assign(kept_.size(), 1.0);
  }

  Result<std::vector<Strike>> run() {
    for (std::size_t q = 0; q < a_.players.size(); ++q) {
      if (a_.players[q].grey) continue;
      for (std::size_t o = 0; o < s_.owners.size(); ++o)
        if (s_.owners[o].roles[q].helper != nullptr) cases_.push_back({q, o});
    }
    if (cases_.empty()) return std::vector<Strike>{};
    auto law = answers_to_strikes();
    if (!law) return law.error();
    std::vector<Strike> found;
    std::vector<std::vector<double>> now(a_.players.size());
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (stopped(run_)) throw Cancelled();
      const Case& one = cases_[i];
      if (now[one.player].empty()) now[one.player] = wins(one, {}, {});
      Strike strike;
      strike.player = one.player;
      strike.helper = s_.owners[one.owner].name;
      Wars wars{now[one.player], wins(one, {one.owner}, {}), {}, {}};
      if (mean(wars.without) - mean(wars.now) < kMatters) continue;
      answer(one, (*law)[i], strike, wars);
      weigh(wars, strike);
      found.push_back(std::move(strike));
    }
    std::ranges::stable_sort(found, [](const Strike& a, const Strike& b) {
      return a.player != b.player ? a.player < b.player : a.win_without.mean > b.win_without.mean;
    });
    return found;
  }

 private:
  /// What the law says to each case, asked as contingencies of a library of their own.
  Result<std::vector<Answer>> answers_to_strikes() const {
    scenario::Library asked = library_;
    Symbols& symbols = asked.world.symbols;
    const bool means = library_.world.find_means(symbols.find(kMeans)) != nullptr;
    std::vector<world::Contingency> all;
    for (const Case& one : cases_) {
      world::Contingency strike;
      strike.id =
          symbols.intern(a_.players[one.player].contingency + ":" + s_.owners[one.owner].name);
      strike.theatre = strike.id;
      strike.event = a_.players[one.player].aggressor + " attacks " + s_.owners[one.owner].name;
      if (means) strike.event += " by " + std::string(kMeans);
      strike.host_supply.push_back({});  // Somebody defends it: itself.
      strike.where = s_.law[one.player].contingency->where;
      all.push_back(std::move(strike));
    }
    asked.world.contingencies = std::move(all);
    return answers(asked);
  }

  /// Chances to win by draw, in the wars that may come of a strike.
  struct Wars {
    std::vector<double> now, without, entered, widened;
  };

  /// The mean, but for one draw where `out` is one.
  double mean(const std::vector<double>& draws, std::size_t out = ~std::size_t{0}) const {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < draws.size(); ++i)
      if (i != out) {
        sum += weight_[i] * draws[i];
        count += weight_[i];
      }
    return sum / count;
  }

  /// By draw: chance to win with some helpers gone, and others at war with all they have.
  std::vector<double> wins(const Case& one, const std::vector<std::size_t>& gone,
                           const std::vector<std::size_t>& at_war) const {
    const int place = a_.players[one.player].place;
    const std::vector<int> set{place};
    std::vector<double> found;
    for (Kept kept : kept_) {
      for (const auto* list : {&gone, &at_war})
        for (const std::size_t owner : *list)
          kept.comes[owner * s_.places.size() + static_cast<std::size_t>(place)] = 0;
      Battle battle = battles(draw_terms(world_->terms, kept), set).front();
      for (const std::size_t owner : at_war) enter(battle, owner, static_cast<std::size_t>(place));
      found.push_back(
          campaign::win(*a_.question.premises.judge, battle, world_->numbers.judgement));
    }
    return found;
  }

  /// Adds all that an owner has beyond home defence, ready after the days it takes to the theatre.
  void enter(Battle& battle, std::size_t owner, std::size_t place) const {
    const Numbers& n = world_->numbers;
    for (std::size_t p = 0; p < s_.pools.size(); ++p) {
      if (s_.pools[p].owner != static_cast<int>(owner)) continue;
      const double units = n.amount[p] * (1 - n.home_defence[p]) *
                           s_.value[static_cast<std::size_t>(s_.pools[p].element)];
      for (std::size_t t = 0; t < s_.periods(); ++t)
        battle.defender.strength[t] +=
            units * n.ready[(p * s_.places.size() + place) * s_.periods() + t];
    }
  }

  double force(std::size_t owner) const {
    double sum = 0;
    for (std::size_t p = 0; p < s_.pools.size(); ++p)
      if (s_.pools[p].owner == static_cast<int>(owner))
        sum += world_->numbers.amount[p] * s_.value[static_cast<std::size_t>(s_.pools[p].element)];
    return sum;
  }

  std::size_t owner_of(Symbol state) const {
    return static_cast<std::size_t>(std::ranges::find(s_.owners, state, &OwnerCase::state) -
                                    s_.owners.begin());
  }

  void answer(const Case& one, const Answer& law, Strike& strike, Wars& wars) const {
    std::vector<std::size_t> guarantors;
    double most = -1;  // Of equally reliable ones the strongest is named.
    for (const Helper& helper : law.helpers) {
      if (helper.duty != world::Duty::fight) continue;
      const std::size_t owner = owner_of(helper.state);
      if (owner < s_.owners.size()) guarantors.push_back(owner);
      const double theta = belief::shifted(
          best_promise(helper, a_.symbols, world_->numbers.belief.assumptions).theta,
          owner < s_.owners.size() ? world_->numbers.mu[owner] : 0);
      const double own = owner < s_.owners.size() ? force(owner) : 0;
      if (std::pair(theta, own) > std::pair(strike.answered, most)) {
        strike.answered = theta;
        most = own;
        strike.guarantor = a_.symbols.name(helper.state);
      }
      if (has_weapons(library_, helper.state)) strike.umbrella = std::max(strike.umbrella, theta);
    }
    if (has_weapons(library_, s_.owners[one.owner].state)) strike.umbrella = 1;
    wars.entered = wins(one, {}, {one.owner});
    guarantors.push_back(one.owner);
    wars.widened = wins(one, {}, guarantors);
  }

  void weigh(const Wars& wars, Strike& one) const {
    const std::size_t draws = wars.now.size();
    const auto over_draws = [&](const auto& figure) {
      if (!a_.enumerated) return solve::jackknife(draws, figure);
      const double exact = figure(draws);
      return solve::Estimate{exact, exact, exact, exact, exact};
    };
    const double swing = stakes_.prize + stakes_.loss;
    const double risk = stakes_.nuclear_cost * one.umbrella;
    const auto widened = [&](std::size_t out) {
      return (mean(wars.widened, out) - mean(wars.now, out)) * swing - stakes_.cost -
             stakes_.cost_patron;
    };
    const auto entered = [&](std::size_t out) {
      return (mean(wars.entered, out) - mean(wars.now, out)) * swing - stakes_.cost;
    };
    one.win = over_draws([&](std::size_t out) { return mean(wars.now, out); });
    one.win_without = over_draws([&](std::size_t out) { return mean(wars.without, out); });
    one.win_entered = over_draws([&](std::size_t out) { return mean(wars.entered, out); });
    one.win_widened = over_draws([&](std::size_t out) { return mean(wars.widened, out); });
    one.gain = over_draws([&](std::size_t out) {
      return one.answered * widened(out) + (1 - one.answered) * entered(out) - risk;
    });
    one.gain_naive = (one.win_without.mean - one.win.mean) * swing;
    if (entered(draws) - risk > 0 && widened(draws) - risk < 0)
      one.turns_at = over_draws(
          [&](std::size_t out) { return (entered(out) - risk) / (entered(out) - widened(out)); });
  }

  const Asked& a_;
  const scenario::Library& library_;
  const Run& run_;
  const Situation& s_;
  actors::Stakes stakes_;
  std::unique_ptr<const SharedWorld> world_;
  std::vector<Kept> kept_;
  std::vector<double> weight_;  ///< [draw]
  std::vector<Case> cases_;
};

}  // namespace

Result<std::vector<Strike>> strikes(const Asked& asked, const scenario::Library& library,
                                    const Run& run) {
  return Striking(asked, library, run).run();
}

}  // namespace entente::analysis
