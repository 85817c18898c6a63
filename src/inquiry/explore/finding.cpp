#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include "base/name.h"
#include "inquiry/explore/tables.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kNamed = 3;       // Factors named.
constexpr double kMatters = 0.05;       // Share of variance below which a factor is not named.
constexpr double kLikelyChance = 0.05;  // Quasi-p above which a restriction is not named.

std::string percent(double share) { return brief(std::round(100 * share)); }

/// Every figure of the finding comes from the first measure, and from the plan that fares best.
class Telling {
 public:
  explicit Telling(const Findings& findings) : f_(findings), e_(findings.exploration) {}

  std::string run() {
    const Gauge& gauge = e_.gauges.front();
    std::string text = "Over " + std::to_string(f_.experiments.ensemble.size()) + " futures " +
                       gauge.measure.name + (e_.options.size() > 1 ? " of " + name(best()) : "") +
                       " is " + interval(f_.seen[best()].front().mean) + " on average and hangs " +
                       drivers() + met() + regret() + box();
    return text + ".";
  }

 private:
  [[nodiscard]] const std::string& name(std::size_t option) const {
    return e_.options[option].name;
  }

  /// The option whose greatest regret is least, the first of equals.
  [[nodiscard]] std::size_t best() const {
    std::size_t found = 0;
    for (std::size_t o = 1; o < e_.options.size(); ++o)
      if (f_.seen[o].front().regret.most < f_.seen[found].front().regret.most) found = o;
    return found;
  }

  static std::string interval(const solve::Index& index) {
    return brief(index.value) + " (" + brief(index.low) + " to " + brief(index.high) + ")";
  }

  /// "most on warning time (55 % of its variance in total, 48 to 61) and ...".
  [[nodiscard]] std::string drivers() const {
    const Seen& seen = f_.seen[best()].front();
    std::vector<double> weight;
    for (std::size_t j = 0; j < e_.axes.size(); ++j) {
      if (seen.sobol)
        weight.push_back(seen.sobol->total[j].value);
      else if (!seen.screening.empty())
        weight.push_back(seen.screening[j].mu_star.value);
      else
        weight.push_back(seen.rank_correlation.empty() ? 0 : std::abs(seen.rank_correlation[j]));
    }
    std::vector<std::size_t> order(weight.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return weight[a] > weight[b]; });
    std::vector<std::string> told;
    for (const std::size_t j : order) {
      if (told.size() == kNamed || (!told.empty() && weight[j] < kMatters * weight[order.front()]))
        break;
      if (weight[j] <= 0) break;
      told.push_back(e_.axes[j].factor.name + " (" + share(seen, j, told.empty()) + ")");
    }
    return told.empty() ? "on none of the factors" : "most on " + join(told, ", then ");
  }

  static std::string share(const Seen& seen, std::size_t j, bool first) {
    if (seen.sobol) {
      const solve::Index& total = seen.sobol->total[j];
      return percent(total.value) + " %" + (first ? " of its variance in total, " : ", ") +
             percent(total.low) + " to " + percent(total.high);
    }
    if (!seen.screening.empty())
      return (first ? "mean change over its range " : "") + interval(seen.screening[j].mu_star);
    return (first ? "rank correlation " : "") + brief(seen.rank_correlation[j]);
  }

  [[nodiscard]] std::string met() const {
    std::vector<std::string> told;
    for (std::size_t o = 0; o < e_.options.size(); ++o)
      if (const auto& share = f_.met[o].back())
        told.push_back(percent(share->value) + " % (" + percent(share->low) + " to " +
                       percent(share->high) + ")" +
                       (e_.options.size() > 1 ? " under " + name(o) : ""));
    return told.empty() ? "" : "; what is asked is met in " + join(told, ", in ");
  }

  [[nodiscard]] std::string regret() const {
    if (e_.options.size() < 2) return "";
    const Seen& seen = f_.seen[best()].front();
    return "; " + name(best()) + " is never worse than the best plan by more than " +
           brief(seen.regret.most) + " in the futures that were run";
  }

  /// "; it fails mostly where doubt is below -1.2 (80 % of its failures, 91 % of what lies there)".
  [[nodiscard]] std::string box() const {
    if (!f_.met[best()].front()) return "";
    const Failing& failing = f_.failing[best()].front();
    if (failing.boxes.empty()) return failing.failures == 0 ? "; it fails nowhere" : "";
    const solve::PrimSearch& search = failing.boxes.front();
    std::vector<std::string> told;
    for (std::size_t j = 0; j < e_.axes.size(); ++j) {
      if (!search.box.restricted(j) || search.quasi_p[j] > kLikelyChance) continue;
      told.push_back(e_.axes[j].factor.name + " is " + ends(search.box, j));
    }
    if (told.empty()) return "";
    return "; it fails mostly where " + join(told, " and ") + " (" +
           percent(failing.coverage.front()) + " % of its failures, and " +
           percent(search.box.density) + " % of the futures there fail)";
  }

  [[nodiscard]] std::string ends(const solve::PrimBox& box, std::size_t j) const {
    const Axis& axis = e_.axes[j];
    const auto word = [&](double value) {
      return axis.words.empty() ? brief(value) : axis.word(value);
    };
    if (box.from[j] == 0) return "at most " + word(box.high[j]);
    if (box.to[j] == 0) return "at least " + word(box.low[j]);
    return "from " + word(box.low[j]) + " to " + word(box.high[j]);
  }

  const Findings& f_;
  const Exploration& e_;
};

}  // namespace

std::string explore_finding(const Findings& findings) { return Telling(findings).run(); }

std::string brief(double value) {
  if (value == 0) return "0";
  const double size = std::abs(value);
  const int digits = size >= 1e6 || size < 1e-6
                         ? -1
                         : std::max(0, 2 - static_cast<int>(std::floor(std::log10(size))));
  char buffer[64];
  const auto end =
      digits < 0
          ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, 2)
          : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits);
  std::string text(buffer, end.ptr);
  if (digits > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text;
}

}  // namespace entente::inquiry
