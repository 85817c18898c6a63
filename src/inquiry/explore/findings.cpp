#include "inquiry/explore/findings.h"

#include <algorithm>
#include <utility>

#include "solve/bootstrap.h"
#include "solve/ranks.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kResamples = 1000;
constexpr double kWorst = 0.8;  // Quantile above which the worst fifth lies.

class Looking {
 public:
  Looking(const Exploration& exploration, const Experiments& experiments)
      : e_(exploration),
        x_(experiments),
        found_{exploration, experiments, {}, {}, {}, {}, {}, {}} {}

  Findings run() {
    for (std::size_t g = 0; g < e_.gauges.size(); ++g) {
      auto& by_option = losses_.emplace_back();  // [gauge][option][future]
      for (std::size_t o = 0; o < e_.options.size(); ++o) by_option.push_back(losses(o, g));
      regrets_.push_back(solve::regrets(by_option));
    }
    for (std::size_t o = 0; o < e_.options.size(); ++o) {
      auto& row = found_.seen.emplace_back();
      for (std::size_t g = 0; g < e_.gauges.size(); ++g) row.push_back(seen(o, g));
      thresholds(o);
    }
    trade_offs();
    return std::move(found_);
  }

 private:
  [[nodiscard]] Stream stream(std::size_t o, std::size_t g) const {
    return {e_.seed, 0, name_hash({e_.options[o].id, e_.gauges[g].id()}),
            name_hash("explore bootstrap")};
  }

  [[nodiscard]] std::vector<double> losses(std::size_t o, std::size_t g) const {
    std::vector<double> found;
    for (const std::size_t row : x_.ensemble) found.push_back(e_.gauges[g].loss(x_.y[o][g][row]));
    return found;
  }

  [[nodiscard]] double value(std::size_t future, std::size_t axis) const {
    return x_.points.row(x_.ensemble[future])[axis];
  }

  Seen seen(std::size_t o, std::size_t g) const {
    Seen one;
    const std::vector<double>& y = x_.y[o][g];
    if (x_.choice.kind == "sobol")
      one.sobol =
          solve::sobol_indices(y, e_.axes.size(), x_.choice.second_order, kResamples, stream(o, g));
    if (x_.choice.kind == "morris")
      one.screening = solve::morris_effects(x_.points.design, y, kResamples, stream(o, g));
    const std::vector<double>& loss = losses_[g][o];
    for (std::size_t j = 0; j < e_.axes.size() && loss.size() > 1; ++j) {
      std::vector<double> values, outcomes;
      for (std::size_t i = 0; i < loss.size(); ++i) {
        values.push_back(value(i, j));
        outcomes.push_back(e_.gauges[g].loss(loss[i]));  // Its own inverse.
      }
      one.rank_correlation.push_back(solve::spearman(values, outcomes));
    }
    one.regret = regrets_[g][o];
    intervals(o, g, one);
    return one;
  }

  void intervals(std::size_t o, std::size_t g, Seen& one) const {
    const std::size_t n = x_.ensemble.size();
    std::vector<double> least = losses_[g][0], regret(n);
    for (const auto& other : losses_[g])
      for (std::size_t i = 0; i < n; ++i) least[i] = std::min(least[i], other[i]);
    for (std::size_t i = 0; i < n; ++i) regret[i] = losses_[g][o][i] - least[i];
    std::vector<double> means, regrets, p90s;
    Stream own = stream(o, g);
    for (std::size_t b = 0; b < kResamples; ++b) {
      const std::vector<double> times = solve::resampled(n, own);
      double mean = 0, mean_regret = 0;
      std::vector<double> drawn;
      for (std::size_t i = 0; i < n; ++i) {
        mean += times[i] * losses_[g][o][i] / static_cast<double>(n);
        mean_regret += times[i] * regret[i] / static_cast<double>(n);
        drawn.insert(drawn.end(), static_cast<std::size_t>(times[i]), regret[i]);
      }
      means.push_back(e_.gauges[g].loss(mean));
      regrets.push_back(mean_regret);
      p90s.push_back(solve::quantile_of(std::move(drawn), 0.9));
    }
    const auto index = [](double figure, const std::vector<double>& samples) {
      return solve::Index{figure, solve::quantile_of(samples, 0.05),
                          solve::quantile_of(samples, 0.95)};
    };
    double mean = 0;
    for (const double loss : losses_[g][o]) mean += loss / static_cast<double>(n);
    one.mean = index(e_.gauges[g].loss(mean), means);
    one.mean_regret = index(one.regret.mean, regrets);
    one.p90_regret = index(one.regret.p90, p90s);
  }

  /// Shares in which what is asked is met, and boxes in which it is not.
  void thresholds(std::size_t o) {
    const std::size_t n = x_.ensemble.size();
    auto& met = found_.met.emplace_back(e_.gauges.size() + 1);
    auto& failing = found_.failing.emplace_back();
    std::vector<char> all(n, 1);
    std::size_t asked = 0;
    for (std::size_t g = 0; g < e_.gauges.size(); ++g) {
      const auto bound = e_.gauges[g].bound();
      const double limit = bound.value_or(solve::quantile_of(losses_[g][o], kWorst));
      std::vector<char> good(n);
      for (std::size_t i = 0; i < n; ++i) good[i] = losses_[g][o][i] <= limit ? 1 : 0;
      failing.push_back(failing_boxes(e_, x_, e_.gauges[g].id(), good));
      if (!bound) continue;
      ++asked;
      met[g] = solve::domain_criterion(good);
      for (std::size_t i = 0; i < n; ++i) all[i] = all[i] != 0 && good[i] != 0 ? 1 : 0;
    }
    if (asked > 0) met.back() = solve::domain_criterion(all);
    if (asked > 1) failing.push_back(failing_boxes(e_, x_, "all", all));
  }

  void trade_offs() {
    const std::size_t options = e_.options.size(), n = x_.ensemble.size();
    solve::Losses means(e_.gauges.size());
    for (std::size_t g = 0; g < e_.gauges.size(); ++g)
      for (std::size_t o = 0; o < options; ++o)
        means[g].push_back(e_.gauges[g].loss(found_.seen[o][g].mean.value));
    found_.dominated = solve::dominated(means);
    found_.undominated.assign(options, 0);
    for (std::size_t i = 0; i < n; ++i) {
      solve::Losses here(e_.gauges.size());
      for (std::size_t g = 0; g < e_.gauges.size(); ++g)
        for (std::size_t o = 0; o < options; ++o) here[g].push_back(losses_[g][o][i]);
      const auto beaten = solve::dominated(here);
      for (std::size_t o = 0; o < options; ++o)
        found_.undominated[o] += beaten[o] == 0 ? 1.0 / static_cast<double>(n) : 0;
    }
  }

  const Exploration& e_;
  const Experiments& x_;
  Findings found_;
  std::vector<solve::Losses> losses_;                ///< [gauge][option][future]
  std::vector<std::vector<solve::Regret>> regrets_;  ///< [gauge][option]
};

}  // namespace

Findings look(const Exploration& exploration, const Experiments& experiments) {
  return Looking(exploration, experiments).run();
}

}  // namespace entente::inquiry
