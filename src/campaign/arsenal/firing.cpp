#include "campaign/arsenal/firing.h"

#include <algorithm>
#include <cmath>

#include "campaign/arsenal/wright.h"

namespace entente::campaign {
namespace {

constexpr double kDaysAYear = 365.25;

const Helper* helper_in(const Situation& s, const HolderCase& holder, int place) {
  return holder.owner < 0 ? nullptr : at(at(s.owners, holder.owner).roles, place).helper;
}

bool attacked(const Situation& s, const HolderCase& holder, int place) {
  const auto& targets = at(s.law, place).targets;
  return std::ranges::find(targets, holder.state) != targets.end();
}

/// The piles of one munition in one draw.
class Piles {
 public:
  Piles(const FiringDraw& draw, const std::vector<int>& uses, const Change& change)
      : d_(draw), uses_(uses), change_(change), munition_(at(draw.armoury.uses, uses[0]).munition) {
    if (change.buyer >= 0 && change.bought_now > 0) {
      Surge surge = surge_of(d_.numbers.assumptions);
      surge.extra_rounds = change.bought_now;
      ordered_ = deliveries(at(d_.numbers.lines, change.buyer), surge,
                            static_cast<int>(at(d_.numbers.output, change.buyer).size()));
    }
    for (const HolderCase& holder : d_.armoury.holders)
      if (at(d_.armoury.stocks, holder.stock).munition == munition_) own_pile(holder);
    const std::vector<const HolderCase*> fire = holders_;
    for (const HolderCase& holder : d_.armoury.holders)
      if (at(d_.armoury.stocks, holder.stock).munition == munition_) partner_pile(holder, fire);
  }

  [[nodiscard]] const std::vector<Pile>& all() const { return piles_; }
  /// Holders of the first piles: those that fire.
  [[nodiscard]] const std::vector<const HolderCase*>& holders() const { return holders_; }

 private:
  /// Share of a holder that fires in a use.
  double access(const HolderCase& holder, int use) const {
    const int place = at(d_.armoury.uses, use).place;
    if (attacked(d_.situation, holder, place)) return 1;
    if (helper_in(d_.situation, holder, place) == nullptr) return 0;
    const std::size_t places = d_.situation.places.size();
    return d_.kept
        .comes[static_cast<std::size_t>(holder.owner) * places + static_cast<std::size_t>(place)];
  }

  double stock_of(const HolderCase& holder) const {
    double rounds = holder.stock == change_.without_stock ? 0 : at(d_.numbers.stock, holder.stock);
    if (holder.stock == change_.buyer) rounds += change_.bought_before;
    return rounds * holder.part;
  }

  std::span<const double> output_of(const HolderCase& holder) const {
    if (holder.stock == change_.without_line) return {};
    if (change_.without_surge) return at(d_.numbers.unsurged, holder.stock);
    if (holder.stock == change_.buyer && !ordered_.empty()) return ordered_;
    return at(d_.numbers.output, holder.stock);
  }

  void own_pile(const HolderCase& holder) {
    Pile pile;
    bool fires = false;
    for (const int use : uses_) {
      pile.access.push_back(access(holder, use));
      pile.first.push_back(attacked(d_.situation, holder, at(d_.armoury.uses, use).place));
      fires = fires || pile.access.back() > 0;
    }
    if (!fires) return;
    pile.stock = stock_of(holder);
    pile.output = output_of(holder);
    pile.share = holder.part;
    piles_.push_back(std::move(pile));
    holders_.push_back(&holder);
  }

  /// The strongest tie to a holder that fires in a use, or -1.
  int tie_to(const HolderCase& holder, const std::vector<const HolderCase*>& fire,
             std::size_t use) const {
    int best = -1;
    for (std::size_t i = 0; i < fire.size(); ++i) {
      if (piles_[i].access[use] <= 0) continue;
      const int tie = d_.armoury.tie(holder.state, fire[i]->state, munition_);
      if (tie < 0 || tie == change_.without_tie) continue;
      if (best < 0 || at(d_.numbers.strength, tie) > at(d_.numbers.strength, best)) best = tie;
    }
    return best;
  }

  void partner_pile(const HolderCase& holder, const std::vector<const HolderCase*>& fire) {
    if (std::ranges::find(fire, &holder) != fire.end()) return;
    Pile pile;
    int tie = -1;
    bool gives = false;
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      const int place = at(d_.armoury.uses, uses_[i]).place;
      if (holder.attacker[static_cast<std::size_t>(place)]) return;
      const int joined = tie_to(holder, fire, i);
      if (joined >= 0) tie = joined;
      const bool partner = joined >= 0 || helper_in(d_.situation, holder, place) != nullptr;
      pile.access.push_back(partner ? 1 : 0);
      pile.first.push_back(false);
      gives = gives || partner;
    }
    if (!gives) return;
    const ArsenalAssumptions& a = d_.numbers.assumptions;
    const bool waits = tie < 0 && !change_.without_approval;
    const double days = a.transfer_days + (waits ? at(d_.numbers.approval_days, munition_) : 0);
    pile.from = static_cast<int>(std::ceil(std::min(days, 1e6)));
    pile.lump = a.transfer_share * (1 - a.floor_share) * stock_of(holder);
    pile.output = output_of(holder);
    pile.share = holder.part * (tie < 0 ? a.output_share
                                        : std::max(a.output_share, at(d_.numbers.strength, tie)));
    piles_.push_back(std::move(pile));
  }

  const FiringDraw& d_;
  const std::vector<int>& uses_;
  const Change& change_;
  int munition_;
  std::vector<double> ordered_;
  std::vector<Pile> piles_;
  std::vector<const HolderCase*> holders_;
};

/// Months to make `rounds` at so many a month.
double months(double rounds, double a_month) {
  if (rounds <= 0) return 0;
  return a_month <= 0 ? kMostMonths : std::min(kMostMonths, rounds / a_month);
}

void add_refill(const FiringDraw& draw, const Piles& piles, const Depletion& run,
                Outcome& outcome) {
  const Surge surge = surge_of(draw.numbers.assumptions);
  double missing = 0, now = 0, full = 0;
  for (std::size_t i = 0; i < piles.holders().size(); ++i) {
    const HolderCase& holder = *piles.holders()[i];
    const Line& line = at(draw.numbers.lines, holder.stock);
    missing += std::max(0.0, piles.all()[i].stock - run.left[i]);
    now += holder.part * std::min(line.output, line.component);
    full += holder.part * full_output(line, surge, line.target_days);
  }
  const double month = kDaysAYear / 12;
  outcome.refill_now = months(missing, now * month);
  outcome.refill_full = months(missing, full * month);
}

}  // namespace

std::vector<int> uses_in(const Armoury& armoury, const std::vector<int>& set, int munition) {
  std::vector<int> uses;
  for (const int place : set)
    if (const int use = armoury.use(place, munition); use >= 0) uses.push_back(use);
  return uses;
}

bool may_fire(const Situation& situation, const Armoury& armoury, const HolderCase& holder,
              const std::vector<int>& uses) {
  return std::ranges::any_of(uses, [&](int use) {
    const int place = at(armoury.uses, use).place;
    return attacked(situation, holder, place) || helper_in(situation, holder, place) != nullptr;
  });
}

Outcome fire(const FiringDraw& draw, const std::vector<int>& uses, const Change& change,
             Until until) {
  const Piles piles(draw, uses, change);
  std::vector<std::vector<double>> used;
  for (const int use : uses) used.push_back(at(draw.numbers.used, use));
  const int days = static_cast<int>(used.front().size());
  const Depletion run = deplete(piles.all(), used, days, until);
  Outcome outcome{run.day, run.lasts, run.fired, 0, 0};
  if (until == Until::end) add_refill(draw, piles, run, outcome);
  return outcome;
}

double days_alone(const ArmouryNumbers& numbers, int stock, const std::vector<int>& uses) {
  std::vector<std::vector<double>> used;
  for (const int use : uses) used.push_back(at(numbers.used, use));
  Pile pile;
  pile.stock = at(numbers.stock, stock);
  pile.output = at(numbers.output, stock);
  pile.access.assign(uses.size(), 1);
  pile.first.assign(uses.size(), true);
  const auto days = static_cast<int>(used.front().size());
  return deplete({&pile, 1}, used, days, Until::first_shortage).day;
}

double rounds_bought(const Armoury& armoury, const ArmouryNumbers& numbers, int buyer,
                     double budget) {
  const int munition = at(armoury.stocks, buyer).munition;
  const ArsenalAssumptions& a = numbers.assumptions;
  const double days = a.cumulative_years * kDaysAYear;
  Experience experience{days * at(numbers.lines, buyer).output, 0};
  for (const HolderCase& own : armoury.holders) {
    if (own.stock != buyer) continue;
    for (const HolderCase& other : armoury.holders)
      if (other.stock != buyer && at(armoury.stocks, other.stock).munition == munition &&
          armoury.tie(own.state, other.state, munition) >= 0)
        experience.partners +=
            a.coproduction_spill * days * other.part * at(numbers.lines, other.stock).output;
  }
  return rounds_for(budget, at(numbers.unit_cost, munition), experience,
                    learning_exponent(1 - at(numbers.learning_rate, munition)));
}

}  // namespace entente::campaign
