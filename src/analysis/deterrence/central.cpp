#include "analysis/deterrence/central.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>
#include "solve/nfg.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using actors::Stakes;
using solve::Acting;

constexpr std::size_t kCentralDraws = 64;  // Of honour.
constexpr std::size_t kParts = 4;          // Of the draws, for the interval of a tipping loss.
constexpr double kLossStep = 0.001;        // A patron's loss is found to this share.
constexpr std::string_view kTurning[] = {"loss",          "cost",         "cost_patron",
                                         "nuclear_cost",  "status_quo",   "incidents_month",
                                         "step_incident", "slip_incident"};

class Looking {
 public:
  Looking(const Asked& asked, const Run& run)
      : a_(asked),
        run_(run),
        s_(asked.question.situation),
        model_(*asked.question.premises.aggressor),
        stakes_(stakes_of(asked.question.premises, {asked.sampling.seed, {}})),
        count_(static_cast<int>(asked.players.size())),
        draws_(draws_of(asked, 0)),
        nominal_(asked.world({asked.sampling.seed, {}})) {
    if (asked.sampling.vary.honour) draws_.count = kCentralDraws;
  }

  Central run() {
    Theatre theatre(a_.question, a_.players, nominal_, draws_, run_);
    found_.draws = theatre.draws();
    found_.ends = ends(theatre);
    for (int q = 0; q < count_; ++q) stand(theatre, q);
    if (count_ <= solve::kMostPlayers) enumerate(theatre);
    for (int q = 0; q < count_; ++q) {
      turn(theatre, q);
      judge(theatre, q);
    }
    found_.pressed = pressed_on(a_, theatre, found_.ends.least, stakes_, run_);
    lose_force();
    return std::move(found_);
  }

 private:
  void stop_if_cancelled() const {
    if (stopped(run_)) throw Cancelled();
  }

  double chance(int q) const {
    return chance_of(a_.sampling, 0, a_.players[static_cast<std::size_t>(q)]);
  }

  solve::Gain gains(Theatre& theatre) const {
    return [this, &theatre](int q, Acting acting) {
      stop_if_cancelled();
      return theatre.gain(q, acting, model_, stakes_, chance(q));
    };
  }

  solve::Ends ends(Theatre& theatre) const { return solve::ends(count_, gains(theatre)); }

  void stand(Theatre& theatre, int q) {
    const Acting bit = Acting{1} << q, acting = found_.ends.least | bit;
    const actors::Prospect seen = theatre.prospect(q, acting, chance(q));
    const auto win = [](const actors::Prospect& one) { return mean_win(one.outcomes); };
    Standing one;
    one.gain = over_draws_of(
        seen, [&](const actors::Prospect& some) { return theatre.gain(q, some, model_, stakes_); });
    one.win = over_draws_of(seen, win);
    const Acting everybody = (Acting{1} << count_) - 1;
    one.win_all = over_draws_of(theatre.prospect(q, everybody, chance(q)), win);
    one.umbrella = theatre.umbrella(q);
    one.attacks = (found_.ends.least & bit) != 0;
    const auto& naive = *actors::aggressor::find("ignores_allies");
    one.attacks_naively = theatre.gain(q, bit, naive, stakes_, 0.5) > 0;
    if (a_.players[static_cast<std::size_t>(q)].grey) {
      const actors::Campaign campaign = theatre.campaign(q, seen, model_, stakes_);
      one.incidents = campaign.incidents;
      one.slip = campaign.slip;
      one.taken = over_draws_of(seen, [&](const actors::Prospect& some) {
        return theatre.campaign(q, some, model_, stakes_).taken;
      });
    }
    found_.standing.push_back(one);
  }

  /// A figure of a prospect with its interval over the draws of honour; patterns leave none.
  template <class Figure>
  solve::Estimate over_draws_of(const actors::Prospect& seen, const Figure& figure) const {
    if (a_.enumerated) return exactly(figure(seen));
    const std::vector<actors::Outcome> all(seen.outcomes.begin(), seen.outcomes.end());
    return solve::jackknife(all.size(), [&](std::size_t out) {
      std::vector<actors::Outcome> rest = all;
      if (out < rest.size()) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(out));
      actors::Prospect some = seen;
      some.outcomes = rest;
      return figure(some);
    });
  }

  void enumerate(Theatre& theatre) {
    const solve::Gain gain = gains(theatre);
    found_.enumerated = true;
    found_.pure = solve::pure_equilibria(count_, gain);
    found_.monotone = solve::monotone(count_, gain);
    std::vector<std::string> names;
    for (const Player& one : a_.players) names.push_back(one.contingency);
    if (!names.empty())
      found_.nfg = solve::nfg("Who attacks: strategy 1 stays, 2 attacks", names, gain);
    const Acting more = found_.ends.greatest & ~found_.ends.least;
    if (more == 0) return;
    if (const auto shock =
            solve::least_shock(count_, gain, found_.ends.least, found_.ends.greatest))
      found_.tips.push_back({.what = "attack",
                             .who = title(*shock),
                             .amount = exactly(std::popcount(*shock)),
                             .from = found_.ends.least,
                             .to = found_.ends.greatest});
  }

  std::string title(Acting acting) const {
    std::vector<int> set;
    for (int q = 0; q < count_; ++q)
      if ((acting >> q & 1) != 0) set.push_back(a_.players[static_cast<std::size_t>(q)].place);
    return s_.title(set);
  }

  static solve::Estimate exactly(double value) { return {value, value, value, value, value}; }

  /// The value of each stake at which a decision turns, the others as they are.
  void turn(Theatre& theatre, int q) {
    const actors::Prospect seen =
        theatre.prospect(q, found_.ends.least | Acting{1} << q, chance(q));
    const bool grey = a_.players[static_cast<std::size_t>(q)].grey;
    for (const actors::Stake& one : actors::kStakes) {
      if (std::ranges::find(kTurning, one.field.name) == std::end(kTurning)) continue;
      if (!grey && one.field.name.ends_with("_incident")) continue;
      const auto range = range_of(one.field, stakes_.*one.value, a_.question.premises.plan);
      const auto gain_at = [&](double value, const actors::Prospect& some) {
        Stakes moved = stakes_;
        moved.*one.value = value;
        return theatre.gain(q, some, model_, moved);
      };
      const auto found = where_zero(range.low, range.high, seen, gain_at);
      if (found)
        found_.turns.push_back({static_cast<std::size_t>(q), std::string(one.field.name),
                                std::string(one.field.unit), stakes_.*one.value, *found, range.low,
                                range.high});
    }
  }

  /// Where a gain turns its sign between two values, if it does. Its interval is that of the gain
  /// there over its slope, within the two values.
  template <class GainAt>
  std::optional<solve::Estimate> where_zero(double low, double high, const actors::Prospect& seen,
                                            const GainAt& gain_at) const {
    const double step = 1e-4 * (high - low), least = low, most = high;
    const bool first = gain_at(low, seen) > 0;
    if (low >= high || first == (gain_at(high, seen) > 0)) return std::nullopt;
    for (int i = 0; i < 40; ++i) {
      const double middle = (low + high) / 2;
      ((gain_at(middle, seen) > 0) == first ? low : high) = middle;
    }
    solve::Estimate at = exactly((low + high) / 2);
    const solve::Estimate gain =
        over_draws_of(seen, [&](const actors::Prospect& some) { return gain_at(at.mean, some); });
    const double slope =
        std::abs(gain_at(at.mean + step, seen) - gain_at(at.mean - step, seen)) / (2 * step);
    const double half = slope > 0 ? (gain.high - gain.low) / 2 / slope : most - least;
    at.low = std::max(least, at.mean - half);
    at.high = std::min(most, at.mean + half);
    return at;
  }

  void judge(Theatre& theatre, int q) {
    const Judgement& numbers = theatre.numbers().judgement;
    const Battle unaided = theatre.unaided(q);
    std::vector<Battle> fought;
    for (std::size_t draw = 0; draw < theatre.draws(); ++draw)
      fought.push_back(theatre.battles(draw, Acting{1} << q).front());
    for (const Judge* one : adjudication::all()) {
      if (!campaign::applies(*one, unaided)) continue;
      solve::Sums wins(1, 1, fought.size());
      double mean = 0;  // Over patterns.
      for (std::size_t draw = 0; draw < fought.size(); ++draw) {
        const double win = campaign::win(*one, fought[draw], numbers);
        wins.add(0, {win});
        mean += theatre.weight(draw) * win;
      }
      found_.judged.push_back({static_cast<std::size_t>(q), std::string(one->card.name),
                               a_.enumerated ? exactly(mean) : wins.estimate(0),
                               campaign::win(*one, unaided, numbers)});
    }
  }

  /// What the loss of a share of a patron's forces does to the least equilibrium.
  Acting least_without(int patron, double lost, const Draws& draws) const {
    stop_if_cancelled();
    Numbers left = nominal_;
    for (std::size_t p = 0; p < s_.pools.size(); ++p)
      if (s_.pools[p].owner == patron) left.amount[p] *= 1 - lost;
    Theatre theatre(a_.question, a_.players, std::move(left), draws, run_);
    return solve::upward(count_, gains(theatre));
  }

  /// The least share whose loss changes the least equilibrium, and what is attacked then.
  std::optional<std::pair<double, Acting>> tipping_loss(int patron, const Draws& draws) const {
    const Acting from = least_without(patron, 0, draws);
    Acting to = least_without(patron, 1, draws);
    if (to == from) return std::nullopt;
    double low = 0, high = 1;
    while (high - low > kLossStep) {
      const double middle = (low + high) / 2;
      const Acting there = least_without(patron, middle, draws);
      (there == from ? low : high) = middle;
      if (there != from) to = there;
    }
    return std::pair(high, to);
  }

  /// The least share of all forces of each patron whose loss adds an attack; its interval from
  /// quarters of the draws, where each of them tips.
  void lose_force() {
    std::set<int> patrons;
    for (std::size_t c = 0; c < s_.places.size(); ++c)
      if (const int patron = patron_of(s_, nominal_, c); patron >= 0) patrons.insert(patron);
    for (const int patron : patrons) {
      Tip tip{.what = "loss_of_force",
              .who = s_.owners[static_cast<std::size_t>(patron)].name,
              .amount = exactly(1),
              .from = found_.ends.least,
              .to = found_.ends.least};
      const auto found = tipping_loss(patron, draws_);
      tip.tips = found.has_value();
      if (found) {
        tip.amount = exactly(found->first);
        tip.to = found->second;
        add_interval(patron, tip);
      }
      found_.tips.push_back(std::move(tip));
    }
  }

  void add_interval(int patron, Tip& tip) const {
    if (a_.enumerated || draws_.count % kParts != 0) return;
    solve::Sums parts(1, 1, kParts);
    Draws part = draws_;
    part.count /= kParts;
    for (std::size_t i = 0; i < kParts; ++i, part.first += part.count) {
      const auto found = tipping_loss(patron, part);
      if (!found) return;
      parts.add(0, {found->first});
    }
    const solve::Estimate spread = parts.estimate(0);
    const double half = (spread.high - spread.low) / 2;
    tip.sampled = true;
    tip.amount.low = std::max(0.0, tip.amount.mean - half);
    tip.amount.high = std::min(1.0, tip.amount.mean + half);
  }

  const Asked& a_;
  const Run& run_;
  const Situation& s_;
  const actors::AggressorModel& model_;
  Stakes stakes_;
  int count_;
  Draws draws_;
  Numbers nominal_;
  Central found_;
};

}  // namespace

Central look(const Asked& asked, const Run& run) { return Looking(asked, run).run(); }

}  // namespace entente::analysis
