#include <algorithm>
#include <bit>

#include "analysis/deterrence/tables.h"
#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;

/// A share as per cent.
solve::Estimate percent(solve::Estimate one) {
  for (double* value : {&one.mean, &one.low, &one.high, &one.p05, &one.p95}) *value *= 100;
  return one;
}

class Wording {
 public:
  explicit Wording(const DeterrenceFindings& f) : f_(f), columns_{f.asked.players.size()} {}

  std::string run() const {
    const auto& players = f_.asked.players;
    std::vector<std::size_t> order;
    for (std::size_t q = 0; q < players.size(); ++q) order.push_back(q);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t q) {
      return f_.swept.figures.mean(columns_.least(q));
    });
    std::string text;
    if (!f_.asked.sampling.vary.facts) {
      text = "With facts and stakes at their values " + decided();
    } else {
      const std::size_t q = order.front();
      text = "Most likely attacked is " + players[q].contingency + " (" + players[q].aggressor +
             "): in " + share(columns_.least(q)) + " of draws of facts and stakes";
      text +=
          ", against " + share(columns_.naive(q)) + " if the attacker took no account of allies";
      if (order.size() > 1 && f_.swept.figures.mean(columns_.least(order.back())) <
                                  f_.swept.figures.mean(columns_.least(q))) {
        const std::size_t last = order.back();
        text += "; least is " + players[last].contingency + ", in " + share(columns_.least(last));
      }
      text += ".";
      if (f_.central.looked()) text += " With facts and stakes at their values " + decided();
    }
    if (f_.asked.sampling.vary.facts)
      text += " That all expect the others to attack adds " +
              attacks(f_.swept.figures.estimate(columns_.fragility())) + " on average.";
    return text + tipping() + withheld();
  }

 private:
  std::string share(std::size_t column) const {
    const auto figure = percent(f_.swept.figures.estimate(column));
    const auto ends = [](double low, double high) {
      return plain(std::max(0.0, low)) + " to " + plain(std::min(100.0, high));
    };
    return plain(figure.mean) + " % (interval " + ends(figure.low, figure.high) +
           ", worlds of facts " + ends(figure.p05, figure.p95) + ")";
  }

  std::string attacked(solve::Acting acting) const {
    std::vector<std::string> names;
    for (std::size_t q = 0; q < f_.asked.players.size(); ++q)
      if ((acting >> q & 1) != 0) names.push_back(f_.asked.players[q].contingency);
    return names.empty() ? "nobody attacks" : join(names, ", ") + " would be attacked";
  }

  std::string decided() const {
    const auto [least, greatest] = f_.central.ends;
    std::string text = attacked(least);
    if (greatest != least)
      text += " where each looks to its own chance, and " + attacked(greatest) +
              " where each expects all others to attack";
    return text + ".";
  }

  /// What withholding adds, of all contingencies together.
  std::string withheld() const {
    if (f_.supplied.empty()) return "";
    const auto &before = f_.supplied.front().ends, &after = f_.swept.ends;
    const std::size_t worlds = std::min(before.size(), after.size());
    solve::Sums more(1, worlds, after.front().size());
    for (std::size_t w = 0; w < worlds; ++w)
      for (std::size_t i = 0; i < after[w].size(); ++i)
        more.add(w, {static_cast<double>(std::popcount(after[w][i].least)) -
                     std::popcount(before[w][i].least)});
    return " All this with what " + f_.cut_off + " supplies withheld: that adds " +
           attacks(more.estimate(0)) + " on average.";
  }

  /// A number of attacks with interval and spread.
  std::string attacks(const solve::Estimate& figure) const {
    std::string text = plain(figure.mean) + " attacks";
    if (f_.asked.sampling.vary.anything() && f_.swept.draws() > 1)
      text += " (interval " + plain(figure.low) + " to " + plain(figure.high) +
              ", worlds of facts " + plain(figure.p05) + " to " + plain(figure.p95) + ")";
    return text;
  }

  static std::string between(const Tip& one) {
    return one.sampled ? " (interval " + plain(100 * one.amount.low) + " to " +
                             plain(100 * one.amount.high) + ")"
                       : "";
  }

  std::string tipping() const {
    std::string text;
    for (const Tip& one : f_.central.tips)
      if (one.what == "loss_of_force" && one.tips)
        text += (text.empty() ? " It takes the loss of " : " or of ") +
                plain(100 * one.amount.mean) + " %" + between(one) + " of the forces of " + one.who;
    return text.empty() ? text : text + " to invite one more attack.";
  }

  const DeterrenceFindings& f_;
  AttackColumns columns_;
};

}  // namespace

std::string deterrence_finding(const DeterrenceFindings& findings) {
  return Wording(findings).run();
}

void add_notices(Record& record, const DeterrenceFindings& f) {
  record.notices.emplace_back(
      "Stakes are assumptions over wide ranges, not estimates of what any government thinks: read "
      "how an answer changes, not its level.");
  record.notices.emplace_back(
      "None of the judges predicts battles (docs/adjudication.md). Contingencies of one aggressor "
      "are weighed each for itself.");
  if (f.asked.sampling.vary.honour)
    record.notices.push_back(
        "The attacker does not know who will keep its word: each decision weighs " +
        std::to_string(draws_of(f.asked, 0).count) +
        " draws of honour of its world, the central ones " + std::to_string(f.central.draws) + ".");
  if (!f.central.pressed.empty())
    record.notices.emplace_back(
        "Levers press on whoever may attack (table `pressed`). Besides their own ranges that rests "
        "on "
        "two assumptions: what an offer does to reputation, 0.5 [0, 1], and how sharply decisions "
        "turn, 5 [2, 20] a prize, unless a lever assumes them otherwise.");
  if (f.central.monotone.violated > 0)
    record.notices.push_back(
        "The allocation is not monotone here: in " + std::to_string(f.central.monotone.violated) +
        " of " + std::to_string(f.central.monotone.tested) +
        " comparisons one more attack makes another less tempting, so least and greatest are ends "
        "of best replies, and the table `pure` lists all equilibria.");
  if (!f.central.looked())
    record.notices.push_back("Stopped before its end: " + std::to_string(f.swept.ends.size()) +
                             " of " + std::to_string(f.swept.wanted) +
                             " worlds; what would have come after them is left out.");
  else if (!f.central.enumerated)
    record.notices.emplace_back(
        "Too many contingencies to enumerate all equilibria: only the two ends are given.");
}

}  // namespace entente::analysis
