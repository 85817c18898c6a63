#include <algorithm>

#include "base/name.h"
#include "campaign/figures.h"
#include "inquiry/study/tables.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;

/// How a difference stands to nothing: whether its spread, and whether its interval, leave it out.
enum class Sure { always, on_average, not_at_all };

Sure sure(const solve::Estimate& difference, const Vary& vary) {
  const bool spread = !vary.facts || difference.p05 > 0 || difference.p95 < 0;
  const bool interval = difference.low > 0 || difference.high < 0;
  if (interval && spread) return Sure::always;
  return interval ? Sure::on_average : Sure::not_at_all;
}

constexpr std::size_t kNamed = 4;  // Of what turns a comparison.

class Telling {
 public:
  explicit Telling(const StudyFindings& f)
      : f_(f), figures_(figures_of(f.watching)), vary_(f.watching.sampling.vary) {}

  std::string run() const {
    const auto& s = f_.cells.front()->question.situation;
    const std::vector<int>& set = f_.watching.sets[f_.watching.largest];
    std::string text = "Of " + s.title(set) + (set.size() > 1 ? " at once" : "");
    for (const StudyBelief& belief : f_.study.beliefs) {
      const bool first = &belief == &f_.study.beliefs.front();
      std::string sentence = first ? ": with " : ". With ";
      if (f_.study.beliefs.size() < 2) sentence = ": ";
      text += sentence + under(belief);
    }
    return text + "." + turning();
  }

 private:
  std::string under(const StudyBelief& belief) const {
    std::string text;
    if (f_.study.beliefs.size() > 1) text = belief.name + ", ";
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < f_.cells.size(); ++i) {
      if (f_.cells[i]->belief != &belief) continue;
      if (f_.cells[i]->baseline < 0)
        text += with_spread(scaled(gap(i)), vary_, kNotNegative, missing()) + " under " +
                f_.cells[i]->variant->name;
      else
        others.push_back(i);
    }
    std::ranges::stable_sort(others, {}, [&](std::size_t i) { return gap(i).mean; });
    for (const std::size_t i : others) text += "; " + compared(i);
    return text;
  }

  solve::Estimate gap(std::size_t cell) const {
    return f_.drawn.heads.estimate(figures_.gap(cell, f_.watching.largest));
  }

  std::string compared(std::size_t cell) const {
    const auto difference = scaled(
        f_.drawn.heads.estimate(figures_.difference(figures_.gap(cell, f_.watching.largest))));
    const std::string name = f_.cells[cell]->variant->name;
    const std::string size =
        plain(std::abs(difference.mean)) + points() + (difference.mean < 0 ? "less" : "more");
    if (!vary_.anything()) return size + " under " + name;
    if (sure(difference, vary_) == Sure::not_at_all)
      return plain(scaled(gap(cell)).mean) + (weighted() ? " under " : " % under ") + name +
             ", no further off than sampling errs";
    const auto low = vary_.facts ? difference.p05 : difference.low;
    const auto high = vary_.facts ? difference.p95 : difference.high;
    std::string text =
        size + " (" + signed_plain(low) + " to " + signed_plain(high) + ") under " + name;
    if (sure(difference, vary_) == Sure::on_average) text += ", not in every world";
    return text;
  }

  /// Weights of the scenario's own have no natural hundred: then the weighted shortfall is told.
  bool weighted() const {
    return !f_.cells.front()->question.premises.plan.element_weights.empty();
  }
  solve::Estimate scaled(solve::Estimate figure) const {
    if (!weighted()) return figure;
    const double unit = 1 / f_.cells.front()->question.situation.percent(1);
    for (double* one : {&figure.mean, &figure.low, &figure.high, &figure.p05, &figure.p95})
      *one *= unit;
    return figure;
  }
  std::string_view missing() const {
    return weighted() ? " is the weighted shortfall" : " % is missing";
  }
  std::string points() const { return weighted() ? " " : " points "; }

  static std::string signed_plain(double value) {
    return value > 0 ? "+" + plain(value) : plain(value);
  }

  /// What turns which comparison, a few names each.
  std::string turning() const {
    if (f_.turns.empty()) return "";
    std::vector<std::pair<std::string, std::vector<std::string>>> turned;  // By variant.
    for (const Turn& one : f_.turns) {
      if (!one.turns()) continue;
      const std::string& variant = f_.cells[one.cell]->variant->name;
      auto known = std::ranges::find(turned, variant, [](const auto& pair) { return pair.first; });
      if (known == turned.end()) known = turned.insert(known, {variant, {}});
      if (std::ranges::find(known->second, one.name) == known->second.end())
        known->second.push_back(one.name);
    }
    if (turned.empty())
      return " No assumption or group of facts alone turns a comparison with the baseline round.";
    std::string text = " One thing alone could turn round the comparison of ";
    const char* between = "";
    for (auto& [variant, names] : turned) {
      const std::size_t more = names.size() > kNamed ? names.size() - kNamed : 0;
      names.resize(names.size() - more);
      text += between + variant + " (" + join(names, "; ") +
              (more > 0 ? "; " + std::to_string(more) + " more)" : ")");
      between = ", ";
    }
    return text + "; no other.";
  }

  const StudyFindings& f_;
  Figures figures_;
  const Vary& vary_;
};

}  // namespace

std::string study_finding(const StudyFindings& findings) { return Telling(findings).run(); }

}  // namespace entente::inquiry
