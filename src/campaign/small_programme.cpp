#include "campaign/small_programme.h"

#include <algorithm>
#include <cmath>

namespace entente::campaign {
namespace {

constexpr double kMeet = 1e-11, kLeastShare = 1e-2;

/// The power of two next below the largest, so that scaling rounds nothing.
double unit_of(const std::vector<double>& sizes) {
  const double most = std::ranges::max(sizes);
  return most > 0 ? std::ldexp(1.0, std::ilogb(most)) : 1;
}

}  // namespace

bool meet(const OptimumBounds& bounds, double required) {
  return bounds.upper - bounds.lower <= kMeet * std::max(bounds.upper, kLeastShare * required);
}

std::optional<double> SmallProgramme::optimum(const Outline& outline) {
  begin(outline);
  for (std::size_t pool = 0; pool < outline.limits.size(); ++pool) add_pool(pool);
  if (!simplex_.solve()) return std::nullopt;
  make_claim();
  const OptimumBounds bounds = bounds_of(outline, claim_, work_);
  if (!meet(bounds, required(outline))) return std::nullopt;
  return optimum_ = bounds.upper;
}

void SmallProgramme::begin(const Outline& outline) {
  o_ = &outline;
  units_ = unit_of(outline.net);
  weights_ = unit_of(outline.weight);
  kinks_.clear();
  costs_.clear();
  for (std::size_t i = 0; i < outline.net.size(); ++i) {
    const bool any = outline.net[i] > 0 && outline.weight[i] > 0;
    kinks_.push_back(outline.net[i] / units_);
    costs_.push_back(any ? outline.weight[i] / weights_ : 0);
  }
  simplex_.clear(kinks_, costs_);
  arrival_.assign(outline.slots.size() * outline.periods, kNoVariable);
  arrives_.assign(arrival_.size(), 0);
  all_.assign(outline.limits.size() * outline.periods, kNoVariable);
  away_.assign(all_.size(), kNoVariable);
}

bool SmallProgramme::asked(std::size_t slot, std::size_t t) const {
  const std::size_t at = o_->slots[slot].place * o_->periods + t;
  return o_->net[at] > 0 && o_->weight[at] > 0 && o_->slots[slot].works[t] > 0;
}

/// Whoever comes earlier serves as well as those that come later, so only where more may come than
/// before is a later arrival worth a variable.
void SmallProgramme::find_arrivals(std::size_t slot, const Outline::Limit& limit) {
  const Outline::Slot& one = o_->slots[slot];
  double cap = 0, away = -1, all = -1;  // At the last arrival.
  for (std::size_t t = one.first; t < o_->periods; ++t) {
    const bool grows =
        one.cap[t] > cap || (cap > 0 && (limit.away[t] > away || limit.all[t] > all));
    if (!grows || !asked(slot, t)) continue;
    arrives_[slot * o_->periods + t] = 1;
    cap = one.cap[t];
    away = limit.away[t];
    all = limit.all[t];
  }
}

std::size_t SmallProgramme::next_arrival(std::size_t slot, std::size_t t) const {
  while (++t < o_->periods && arrives_[slot * o_->periods + t] == 0) {
  }
  return t;
}

/// A block a pool.
void SmallProgramme::add_pool(std::size_t pool) {
  const Outline::Limit& limit = o_->limits[pool];
  for (std::size_t j = limit.begin; j < limit.end; ++j) find_arrivals(j, limit);
  add_arrivals(pool);
  for (std::size_t j = limit.begin; j < limit.end; ++j) add_caps(limit, j);
  add_limits(pool, true);
  if (limit.inside) add_limits(pool, false);
}

void SmallProgramme::add_arrivals(std::size_t pool) {
  simplex_.add_pool();
  const Outline::Limit& limit = o_->limits[pool];
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    for (std::size_t t = o_->slots[j].first; t < o_->periods; ++t)
      if (arrives_[j * o_->periods + t] != 0)
        arrival_[j * o_->periods + t] =
            simplex_.add_unit(o_->slots[j].place * o_->periods + t, o_->slots[j].works.subspan(t));
}

/// Caps that the next one or the limit keeps need no sum.
void SmallProgramme::add_caps(const Outline::Limit& limit, std::size_t slot) {
  const Outline::Slot& one = o_->slots[slot];
  const auto& most = Outline::own(limit, one) ? limit.all : limit.away;
  for (std::size_t t = one.first; t < o_->periods; ++t) {
    if (arrives_[slot * o_->periods + t] == 0 || one.cap[t] >= most[t]) continue;
    const std::size_t next = next_arrival(slot, t);
    if (next < o_->periods && one.cap[next] <= one.cap[t]) continue;
    const Variable sum = simplex_.add_sum(one.cap[t] / units_);
    for (std::size_t u = one.first; u <= t; ++u)
      if (const Variable came = arrival_[slot * o_->periods + u]; came != kNoVariable)
        simplex_.add(sum, came);
  }
}

/// Likewise for limits, in the periods in which something comes.
void SmallProgramme::add_limits(std::size_t pool, bool away_only) {
  const Outline::Limit& limit = o_->limits[pool];
  const auto& most = away_only ? limit.away : limit.all;
  double next = -1;  // The limit in the next period with arrivals.
  for (std::size_t t = o_->periods; t-- > 0;) {
    if (!any_arrives(pool, t, away_only)) continue;
    const bool kept = next >= 0 && next <= most[t];
    next = most[t];
    double caps = 0;
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (counts(limit, j, away_only)) caps += o_->slots[j].cap[t];
    if (!kept && caps >= most[t]) add_limit(pool, t, away_only);
  }
}

void SmallProgramme::add_limit(std::size_t pool, std::size_t t, bool away_only) {
  const Outline::Limit& limit = o_->limits[pool];
  Variable& sum = (away_only ? away_ : all_)[pool * o_->periods + t];
  sum = simplex_.add_sum((away_only ? limit.away : limit.all)[t] / units_);
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    for (std::size_t u = 0; counts(limit, j, away_only) && u <= t; ++u)
      if (const Variable came = arrival_[j * o_->periods + u]; came != kNoVariable)
        simplex_.add(sum, came);
}

void SmallProgramme::make_claim() {
  claim_.there.resize(arrival_.size());
  for (std::size_t j = 0; j < o_->slots.size(); ++j) {
    double there = 0;
    for (std::size_t i = j * o_->periods; i < (j + 1) * o_->periods; ++i) {
      if (arrival_[i] != kNoVariable) there += simplex_.value(arrival_[i]);
      claim_.there[i] = there * units_;
    }
  }
  claim_.cover.resize(o_->net.size());
  for (std::size_t i = 0; i < o_->net.size(); ++i) claim_.cover[i] = simplex_.price(i) * weights_;
  for (auto* prices : {&claim_.all, &claim_.away}) prices->assign(all_.size(), 0.0);
  for (std::size_t pool = 0; pool < o_->limits.size(); ++pool) {
    claim_limits(pool, false);
    claim_limits(pool, true);
  }
}

/// A limit of a period with arrivals stands for the equal ones up to the next arrival. Its price is
/// that of the last of them, so that nobody gains by coming in between.
void SmallProgramme::claim_limits(std::size_t pool, bool away_only) {
  const auto& most = away_only ? o_->limits[pool].away : o_->limits[pool].all;
  std::vector<double>& prices = away_only ? claim_.away : claim_.all;
  for (std::size_t t = 0; t < o_->periods; ++t) {
    const Variable sum = (away_only ? away_ : all_)[pool * o_->periods + t];
    if (sum == kNoVariable) continue;
    std::size_t last = t;
    while (last + 1 < o_->periods && most[last + 1] <= most[t] &&
           !any_arrives(pool, last + 1, away_only))
      ++last;
    prices[pool * o_->periods + last] += simplex_.price_of_sum(sum) * weights_;
  }
}

bool SmallProgramme::counts(const Outline::Limit& limit, std::size_t slot, bool away_only) const {
  return !(away_only && Outline::own(limit, o_->slots[slot]));
}

bool SmallProgramme::any_arrives(std::size_t pool, std::size_t t, bool away_only) const {
  const Outline::Limit& limit = o_->limits[pool];
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    if (arrives_[j * o_->periods + t] != 0 && counts(limit, j, away_only)) return true;
  return false;
}

}  // namespace entente::campaign
