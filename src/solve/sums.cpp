#include "solve/sums.h"

#include <algorithm>
#include <cmath>

namespace entente::solve {
namespace {

constexpr double kNormal90 = 1.6448536269514722;  // Half width of a 90 % interval in deviations.

/// As `quantile_of`, in linear time: tables ask for thousands. Orders the values anew.
double quantile_among(std::vector<double>& values, double p) {
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto found = values.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(values.begin(), found, values.end());
  const double low = *found;
  const double high = below + 1 < values.size() ? *std::min_element(found + 1, values.end()) : low;
  return low + (at - static_cast<double>(below)) * (high - low);
}

}  // namespace

Estimate jackknife(std::size_t n, const std::function<double(std::size_t)>& without) {
  const double all = without(n);
  Estimate result{all, all, all, all, all};
  if (n < 2) return result;
  std::vector<double> each;
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < n; ++i) {
    each.push_back(without(i));
    mean += each.back() / static_cast<double>(n);
  }
  for (const double one : each) squares += (one - mean) * (one - mean);
  const auto count = static_cast<double>(n);
  const double half = kNormal90 * std::sqrt((count - 1) / count * squares);
  result.low -= half;
  result.high += half;
  return result;
}

Sums::Sums(std::size_t columns, std::size_t worlds, std::size_t per_world)
    : worlds_(worlds), per_world_(per_world), others_(columns, 0.0) {}

/// Keeps every second of the worlds that are kept.
void Sums::thin() {
  apart_ *= 2;
  for (std::size_t i = 1; i < kept_.size(); i += 2)
    for (std::size_t column = 0; column < kept_[i].size(); ++column)
      others_[column] += kept_[i][column].sum;
  for (std::size_t i = 1; 2 * i < kept_.size(); ++i) kept_[i] = std::move(kept_[2 * i]);
  kept_.resize((kept_.size() + 1) / 2);
}

void Sums::add(std::size_t world, const std::vector<double>& row) {
  while (world / apart_ >= kMostKeptWorlds) thin();
  if (world % apart_ != 0) {
    for (std::size_t i = 0; i < row.size(); ++i) others_[i] += row[i];
    return;
  }
  if (kept_.size() <= world / apart_) kept_.resize(world / apart_ + 1);
  std::vector<World>& sums = kept_[world / apart_];
  if (sums.empty()) sums.resize(others_.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    sums[i].sum += row[i];
    sums[i].squares += row[i] * row[i];
  }
}

void Sums::keep(std::size_t worlds, std::size_t per_world) {
  worlds_ = worlds;
  per_world_ = per_world;
  kept_.resize(std::min(kept_.size(), kept()));
}

double Sums::mean(std::size_t column) const {
  double sum = others_[column];
  for (const auto& world : kept_)
    if (!world.empty()) sum += world[column].sum;
  return sum / static_cast<double>(worlds_ * per_world_);
}

Estimate Sums::estimate(std::size_t column) const {
  std::vector<World> worlds(kept());
  for (std::size_t i = 0; i < kept_.size(); ++i)
    if (!kept_[i].empty()) worlds[i] = kept_[i][column];
  return estimate(worlds, mean(column));
}

Estimate Sums::conditional(std::size_t value, std::size_t indicator) const {
  const double often = mean(indicator);
  if (often <= 0) return {};
  const double ratio = mean(value) / often, n = static_cast<double>(per_world_);
  std::vector<World> worlds;
  for (std::size_t w = 0; w < kept(); ++w) {
    const bool empty = w >= kept_.size() || kept_[w].empty();
    const World v = empty ? World{} : kept_[w][value];
    const World i = empty ? World{} : kept_[w][indicator];
    // The residual (value - ratio indicator) / often; value times indicator is value.
    const double sum = (v.sum - ratio * i.sum) / often;
    const double squares =
        (v.squares - 2 * ratio * v.sum + ratio * ratio * i.sum) / (often * often);
    worlds.push_back({n * ratio + sum, n * ratio * ratio + 2 * ratio * sum + squares});
  }
  return estimate(worlds, ratio);
}

Estimate Sums::estimate(const std::vector<World>& kept, double mean) const {
  const auto n = static_cast<double>(per_world_), count = static_cast<double>(kept.size());
  std::vector<double> means;
  Estimate result;
  double within = 0;  // Variance of one draw within its world.
  for (const World& world : kept) {
    means.push_back(world.sum / n);
    result.mean += means.back() / count;
    if (per_world_ > 1)
      within += std::max(0.0, world.squares - world.sum * world.sum / n) / (n - 1) / count;
  }
  if (!all_kept()) result.mean = mean;
  double between = 0;  // Variance of the worlds' means, their sampling error included.
  for (const double one : means) between += (one - result.mean) * (one - result.mean);
  if (means.size() > 1) between /= count - 1;
  const double error =
      means.size() > 1 ? std::sqrt(between / static_cast<double>(worlds_)) : std::sqrt(within / n);
  result.low = result.mean - kNormal90 * error;
  result.high = result.mean + kNormal90 * error;
  const double keep = between > 0 ? std::sqrt(std::max(0.0, between - within / n) / between) : 0.0;
  for (double& one : means) one = result.mean + keep * (one - result.mean);
  result.p05 = quantile_among(means, 0.05);
  result.p95 = quantile_among(means, 0.95);
  return result;
}

}  // namespace entente::solve
