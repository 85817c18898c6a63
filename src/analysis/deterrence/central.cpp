#include "analysis/deterrence/central.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

namespace entente::analysis {
namespace {

using namespace campaign;
using actors::Stakes;
using solve::Acting;

constexpr std::size_t kCentralDraws = 64;  // Of honour.
constexpr double kNinety = 1.6448536269514722;
constexpr double kLossStep = 0.001;  // A patron's loss is found to this share.
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
        draws_{Honour::drawn, asked.sampling.seed, 0, kCentralDraws},
        nominal_(asked.world({asked.sampling.seed, {}})) {
    if (!asked.sampling.vary.honour) draws_ = {Honour::expected, asked.sampling.seed, 0, 1};
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

  /// With the interval of the gain where it is a mean over outcomes.
  void stand(Theatre& theatre, int q) {
    const Acting bit = Acting{1} << q, acting = found_.ends.least | bit;
    const auto& player = a_.players[static_cast<std::size_t>(q)];
    Standing one;
    one.gain = theatre.gain(q, acting, model_, stakes_, chance(q));
    one.low = one.high = one.gain;
    one.win = theatre.win(q, acting);
    one.win_all = theatre.win(q, (Acting{1} << count_) - 1);
    one.umbrella = theatre.umbrella(q);
    one.attacks = (found_.ends.least & bit) != 0;
    const auto& naive = *actors::aggressor::find("ignores_allies");
    one.attacks_naively = theatre.gain(q, bit, naive, stakes_, 0.5) > 0;
    if (player.grey) {
      const auto campaign =
          theatre.campaign(q, theatre.prospect(q, acting, chance(q)), model_, stakes_);
      one.incidents = campaign.incidents;
      one.taken = campaign.taken;
      one.slip = campaign.slip;
    }
    spread(theatre, q, acting, one);
    found_.standing.push_back(one);
  }

  void spread(Theatre& theatre, int q, Acting acting, Standing& one) const {
    const std::vector<actors::Outcome> all = theatre.outcomes(q, acting);
    if (all.size() < 2 || a_.players[static_cast<std::size_t>(q)].grey) return;
    actors::Prospect alone = theatre.prospect(q, acting, chance(q));
    double squares = 0;
    for (const actors::Outcome& outcome : all) {
      alone.outcomes = std::span(&outcome, 1);
      const double off = model_.gain(alone, stakes_) - one.gain;
      squares += off * off;
    }
    const auto n = static_cast<double>(all.size());
    const double half = kNinety * std::sqrt(squares / (n - 1) / n);
    one.low -= half;
    one.high += half;
  }

  void enumerate(Theatre& theatre) {
    const solve::Gain gain = gains(theatre);
    found_.enumerated = true;
    found_.pure = solve::pure_equilibria(count_, gain);
    found_.monotone = solve::monotone(count_, gain);
    const Acting more = found_.ends.greatest & ~found_.ends.least;
    if (more == 0) return;
    if (const auto shock =
            solve::least_shock(count_, gain, found_.ends.least, found_.ends.greatest))
      found_.tips.push_back({"attack", title(*shock), static_cast<double>(std::popcount(*shock)),
                             true, found_.ends.least, found_.ends.greatest});
  }

  std::string title(Acting acting) const {
    std::vector<int> set;
    for (int q = 0; q < count_; ++q)
      if ((acting >> q & 1) != 0) set.push_back(a_.players[static_cast<std::size_t>(q)].place);
    return s_.title(set);
  }

  /// The value of each stake at which a decision turns, the others as they are.
  void turn(Theatre& theatre, int q) {
    const Acting acting = found_.ends.least | Acting{1} << q;
    const bool grey = a_.players[static_cast<std::size_t>(q)].grey;
    for (const actors::Stake& one : actors::kStakes) {
      if (std::ranges::find(kTurning, one.field.name) == std::end(kTurning)) continue;
      if (!grey && one.field.name.ends_with("_incident")) continue;
      const auto range = range_of(one.field, stakes_.*one.value, a_.question.premises.plan);
      const auto at = [&](double value) {
        Stakes moved = stakes_;
        moved.*one.value = value;
        return theatre.gain(q, acting, model_, moved, chance(q));
      };
      if (range.low >= range.high || (at(range.low) > 0) == (at(range.high) > 0)) continue;
      double low = range.low, high = range.high;
      const bool first = at(low) > 0;
      for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        ((at(middle) > 0) == first ? low : high) = middle;
      }
      found_.turns.push_back({static_cast<std::size_t>(q), std::string(one.field.name),
                              stakes_.*one.value, (low + high) / 2, range.low, range.high});
    }
  }

  void judge(Theatre& theatre, int q) {
    const Judgement& numbers = theatre.numbers().judgement;
    const Battle unaided = theatre.unaided(q);
    std::vector<Battle> fought;
    for (std::size_t draw = 0; draw < theatre.draws(); ++draw)
      fought.push_back(theatre.battles(draw, Acting{1} << q).front());
    for (const Judge* one : adjudication::all()) {
      if (!campaign::applies(*one, unaided)) continue;
      double sum = 0;
      for (const Battle& battle : fought) sum += campaign::win(*one, battle, numbers);
      found_.judged.push_back({static_cast<std::size_t>(q), std::string(one->card.name),
                               sum / static_cast<double>(fought.size()),
                               campaign::win(*one, unaided, numbers)});
    }
  }

  /// The least share of all forces of each patron whose loss adds an attack.
  void lose_force() {
    std::set<int> patrons;
    for (std::size_t c = 0; c < s_.places.size(); ++c)
      if (const int patron = patron_of(s_, nominal_, c); patron >= 0) patrons.insert(patron);
    for (const int patron : patrons) {
      const auto least = [&](double lost) {
        stop_if_cancelled();
        Numbers left = nominal_;
        for (std::size_t p = 0; p < s_.pools.size(); ++p)
          if (s_.pools[p].owner == patron) left.amount[p] *= 1 - lost;
        Theatre theatre(a_.question, a_.players, std::move(left), draws_, run_);
        return solve::upward(count_, gains(theatre));
      };
      Tip tip{"loss_of_force",
              s_.owners[static_cast<std::size_t>(patron)].name,
              1,
              true,
              found_.ends.least,
              least(1)};
      tip.tips = tip.to != tip.from;
      double low = 0, high = 1;
      while (tip.tips && high - low > kLossStep) {
        const double middle = (low + high) / 2;
        const Acting there = least(middle);
        (there == tip.from ? low : high) = middle;
        if (there != tip.from) tip.to = there;
      }
      tip.amount = high;
      found_.tips.push_back(std::move(tip));
    }
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
