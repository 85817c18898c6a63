#include "analysis/negotiate/findings.h"

#include <algorithm>
#include <cmath>

#include "analysis/negotiate/rules.h"
#include "base/name.h"
#include "base/stream.h"
#include "solve/bootstrap.h"
#include "solve/normal.h"

namespace entente::analysis {
namespace {

double doubt(const std::string& confidence) {
  return confidence == "A" ? 0.05 : confidence == "B" ? 0.15 : confidence == "C" ? 0.40 : 0;
}

std::string number(double value) {
  const double shown = std::round(value * 100) / 100;
  std::string text = std::to_string(shown == 0 ? 0.0 : shown);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string rule_words(scenario::DecisionRule rule) {
  std::string words(scenario::kDecisionRules[static_cast<std::size_t>(rule)]);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string rounds_words(std::size_t rounds) {
  return rounds == 1 ? "one round" : std::to_string(rounds) + " rounds";
}

std::string spread_words(const NegotiateFindings& f, double (*figure)(const Outcome&)) {
  if (f.worlds.empty()) return "";
  const Spread spread = spread_of(f, figure);
  if (number(spread.p05) == number(spread.p95)) return "";
  return " (" + number(spread.p05) + " to " + number(spread.p95) + " over facts and assumptions)";
}

}  // namespace

Assembly draw_assembly(const NegotiateFindings& findings, const std::string& vary,
                       std::uint64_t seed, std::uint64_t draw) {
  const bool facts = vary == "facts" || vary == "all", assumptions = vary == "all";
  const auto& about = findings.about;
  Assembly made;
  made.rules = findings.base.rules;
  const auto even = [&](const std::string& who, std::string_view purpose, double low, double high) {
    if (low == high) return low;
    Stream stream(seed, draw, who, purpose);
    return low + (high - low) * stream.uniform();
  };
  if (assumptions) {
    made.rules.exponent = even("rules", "exponent", 1, 2);
    made.rules.contest_cost = even("rules", "contest_cost", 0.02, 0.1);
  }
  std::vector<std::string> blocs;
  for (const scenario::Negotiator& actor : about.actors) {
    solve::Chooser one;
    double capability = actor.capability, salience = actor.salience.value;
    one.ideal = actor.position.value;
    if (facts && doubt(actor.confidence) > 0) {
      Stream stream(seed, draw, actor.name, "capability");
      capability *= std::exp(doubt(actor.confidence) * solve::normal(stream));
    }
    if (assumptions) {
      one.ideal = even(actor.name, "position", actor.position.low, actor.position.high);
      salience = even(actor.name, "salience", actor.salience.low, actor.salience.high);
    }
    // Nobody stands where it says it never goes.
    one.never_below = actor.never_below.value_or(one.never_below);
    one.never_above = actor.never_above.value_or(one.never_above);
    one.ideal = std::clamp(one.ideal, one.never_below, one.never_above);
    one.weight = capability * salience;
    if (!actor.bloc.empty()) {
      const auto found = std::ranges::find(blocs, actor.bloc);
      one.bloc = static_cast<int>(found - blocs.begin());
      if (found == blocs.end()) blocs.push_back(actor.bloc);
    }
    made.choosers.push_back(one);
  }
  return made;
}

Outcome outcome_of(const NegotiateFindings& findings, const Assembly& assembly, bool bargains) {
  const auto& options = findings.options;
  Outcome found;
  found.p = solve::condorcet_election(solve::contests(assembly.choosers, options, assembly.rules),
                                      options.size());
  found.adopted = findings.stands;
  double best = -1;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto stance =
        stances(assembly.choosers, options[i], findings.about.status_quo, assembly.rules);
    const bool carried =
        i != findings.stands && carries(findings.about.actors, stance, findings.rule);
    found.carried.push_back(carried);
    if (carried && found.p[i] > best) {
      best = found.p[i];
      found.adopted = i;
    }
  }
  found.mean = solve::weighted_mean(assembly.choosers);
  found.median = solve::weighted_median(assembly.choosers);
  if (!bargains) return found;
  std::vector<solve::Chooser> moved = assembly.choosers;
  const auto end = solve::bargain(assembly.choosers, assembly.rules, 100).positions.back();
  for (std::size_t a = 0; a < moved.size(); ++a) moved[a].ideal = end[a];
  found.bargained = solve::weighted_mean(moved);
  return found;
}

Spread spread_of(const NegotiateFindings& findings, double (*figure)(const Outcome&)) {
  std::vector<double> values;
  for (const Outcome& one : findings.worlds) values.push_back(figure(one));
  return {solve::quantile_of(values, 0.05), solve::quantile_of(values, 0.95)};
}

std::string negotiate_finding(const NegotiateFindings& f) {
  const std::string unit = " " + f.about.unit;
  const Outcome& now = f.outcome;
  const auto top = static_cast<std::size_t>(std::ranges::max_element(now.p) - now.p.begin());
  std::string text =
      "Of " + std::to_string(f.options.size()) + " options " + number(f.options[top]) + unit +
      " is the likeliest to win an election by weight " + "(probability " + number(now.p[top]) +
      "). By " + rule_words(f.rule) + " " + f.about.institution.body + " ";
  text += now.adopted == f.stands
              ? "decides nothing, so that " + number(f.options[f.stands]) + unit + " stands"
              : "decides " + number(f.options[now.adopted]) + unit;
  if (!f.worlds.empty()) {
    std::size_t same = 0;
    for (const Outcome& one : f.worlds) same += one.adopted == now.adopted ? 1 : 0;
    text +=
        ", as in " +
        number(std::round(100 * static_cast<double>(same) / static_cast<double>(f.worlds.size()))) +
        " % of worlds of facts and assumptions";
  }
  std::vector<std::string> against;
  const auto stance = stances(f.base.choosers, f.options[top], f.about.status_quo, f.base.rules);
  for (std::size_t a = 0; a < stance.size(); ++a)
    if (stance[a] < 0 && f.about.actors[a].votes) against.push_back(f.about.actors[a].name);
  if (!now.carried[top] && top != f.stands && !against.empty())
    text += "; against the likeliest: " + join(against, ", ");
  text += ". Beside it the plain mean by capability and salience: " + number(now.mean) + unit +
          spread_words(f, [](const Outcome& one) { return one.mean; }) + "; median " +
          number(now.median) + unit + ".";
  if (f.path.shifts.empty())
    text += " No bargain pays.";
  else
    text +=
        " Bargains take " + rounds_words(f.path.positions.size() - 1) + " and bring the mean to " +
        number(now.bargained) + unit +
        (f.path_varied ? spread_words(f, [](const Outcome& one) { return one.bargained; }) : "") +
        ".";
  if (f.about.came) text += " What came: " + number(*f.about.came) + unit + ".";
  return text;
}

}  // namespace entente::analysis
