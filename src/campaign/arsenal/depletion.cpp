#include "campaign/arsenal/depletion.h"

#include <algorithm>
#include <cmath>

namespace entente::campaign {
namespace {

constexpr double kNothing = 1e-9;  // Share of a day's use below which a want is rounding.
constexpr int kPasses = 8;         // Of sharing what several contingencies want.

/// Days at the first rate that have been used up to `day`.
double used_until(const UsePath& path, double day) {
  if (path.constant) return day;
  const double flat = std::min(day, path.plateau), rest = day - flat;
  return flat + path.half_life / std::log(2.0) * (1 - std::exp2(-rest / path.half_life));
}

class Run {
 public:
  Run(std::span<const Pile> piles, std::span<const std::vector<double>> use)
      : piles_(piles), use_(use), uses_(use.size()) {
    for (const Pile& pile : piles) stock_.push_back(pile.stock);
    came_ = stock_;
    inflow_.resize(piles.size());
    taken_.resize(piles.size() * uses_);
    today_.resize(piles.size() * uses_);
    wanted_.resize(piles.size() * uses_);
    missing_.resize(uses_);
  }

  Depletion go(int days, Until until) {
    Depletion result;
    result.day = days;
    for (int day = 0; day < days; ++day) {
      step(day);
      if (result.lasts) note_shortage(day, result);
      if (!result.lasts && until == Until::first_shortage) return result;
      for (const double drawn : today_) result.fired += drawn;
    }
    result.left = stock_;
    return result;
  }

 private:
  void step(int day) {
    for (std::size_t p = 0; p < piles_.size(); ++p) {
      const Pile& pile = piles_[p];
      const auto at = static_cast<std::size_t>(day);
      inflow_[p] = 0;
      if (day < pile.from) continue;
      if (at < pile.output.size()) inflow_[p] += pile.share * pile.output[at];
      if (day == pile.from) inflow_[p] += pile.lump;
      stock_[p] += inflow_[p];
      came_[p] += inflow_[p];
    }
    std::fill(today_.begin(), today_.end(), 0.0);
    for (std::size_t c = 0; c < uses_; ++c) missing_[c] = need(c, day);
    for (const bool first : {true, false})
      for (int pass = 0; pass < kPasses && share_out(first); ++pass) continue;
  }

  double need(std::size_t c, int day) const { return use_[c][static_cast<std::size_t>(day)]; }

  /// What contingency c may still draw on pile p.
  double allowed(std::size_t p, std::size_t c) const {
    const double access = piles_[p].access[c];
    return access <= 0 ? 0 : std::min(stock_[p], access * came_[p] - taken_[p * uses_ + c]);
  }

  /// One pass over the piles of a kind; true where something is still wanted and was had.
  bool share_out(bool first) {
    std::fill(wanted_.begin(), wanted_.end(), 0.0);
    for (std::size_t c = 0; c < uses_; ++c) want(c, first);
    bool again = false;
    for (std::size_t p = 0; p < piles_.size(); ++p) {
      double all = 0;
      for (std::size_t c = 0; c < uses_; ++c) all += wanted_[p * uses_ + c];
      if (all <= 0) continue;
      const double scale = std::min(1.0, stock_[p] / all);
      again = again || (scale < 1 && stock_[p] > 0);
      for (std::size_t c = 0; c < uses_; ++c) draw(p, c, scale * wanted_[p * uses_ + c]);
    }
    return again;
  }

  void want(std::size_t c, bool first) {
    if (missing_[c] <= 0) return;
    double all = 0;
    for (std::size_t p = 0; p < piles_.size(); ++p)
      if (piles_[p].first[c] == first) all += std::max(0.0, allowed(p, c));
    if (all <= 0) return;
    const double scale = std::min(1.0, missing_[c] / all);
    for (std::size_t p = 0; p < piles_.size(); ++p)
      if (piles_[p].first[c] == first)
        wanted_[p * uses_ + c] = scale * std::max(0.0, allowed(p, c));
  }

  void draw(std::size_t p, std::size_t c, double rounds) {
    stock_[p] = std::max(0.0, stock_[p] - rounds);
    taken_[p * uses_ + c] += rounds;
    today_[p * uses_ + c] += rounds;
    missing_[c] = std::max(0.0, missing_[c] - rounds);
  }

  /// The part of the day until the stocks of the contingency that is short first are gone.
  void note_shortage(int day, Depletion& result) const {
    for (std::size_t c = 0; c < uses_; ++c) {
      const double asked = need(c, day);
      if (asked <= 0 || missing_[c] <= kNothing * asked) continue;
      double met = 0, from_inflow = 0;
      for (std::size_t p = 0; p < piles_.size(); ++p) {
        const double drawn = today_[p * uses_ + c];
        met += drawn;
        // Of what a pile gave today, as much came in today as of all that it had.
        const double had = stock_[p] + all_drawn(p);
        if (drawn > 0 && had > 0) from_inflow += drawn * inflow_[p] / had;
      }
      const double part = (met - from_inflow) / (asked - from_inflow);
      result.day = std::min(result.day, day + std::clamp(part, 0.0, 1.0));
      result.lasts = false;
    }
  }

  double all_drawn(std::size_t p) const {
    double all = 0;
    for (std::size_t c = 0; c < uses_; ++c) all += today_[p * uses_ + c];
    return all;
  }

  std::span<const Pile> piles_;
  std::span<const std::vector<double>> use_;
  std::size_t uses_;
  std::vector<double> stock_, came_, inflow_;   // By pile.
  std::vector<double> taken_, today_, wanted_;  // [pile * uses + use]
  std::vector<double> missing_;                 // By use.
};

}  // namespace

std::vector<double> rounds_used(const UsePath& path, int days) {
  std::vector<double> all;
  for (int day = 0; day < days; ++day)
    all.push_back(path.per_day * (used_until(path, day + 1) - used_until(path, day)));
  return all;
}

Depletion deplete(std::span<const Pile> piles, std::span<const std::vector<double>> use, int days,
                  Until until) {
  return Run(piles, use).go(days, until);
}

}  // namespace entente::campaign
