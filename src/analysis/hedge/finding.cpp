#include <algorithm>
#include <cmath>

#include "analysis/hedge/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;

/// `12 % of GDP (9 to 15 over facts and assumptions)`.
std::string money(const HedgeFindings& f, const solve::Estimate& figure) {
  if (!f.vary.facts) return plain(figure.mean) + " % of GDP";
  return with_spread(figure, {.honour = false, .facts = true}, Bounds{}, " % of GDP");
}

/// `gains 12 % of GDP`, or `loses` where the mean lies below 0.
std::string gains(const HedgeFindings& f, const solve::Estimate& e) {
  if (!(e.mean < 0)) return "gains " + money(f, e);
  solve::Estimate loss = e;
  loss.mean = -e.mean;
  loss.low = -e.high, loss.high = -e.low;
  loss.p05 = -e.p95, loss.p95 = -e.p05;
  return "loses " + money(f, loss);
}

std::string of_one(const HedgeFindings& f, const HedgeSwept& swept) {
  const Symbols& symbols = f.ground.library.world.symbols;
  const HedgeColumns at{swept.state.options.size(),
                        static_cast<std::size_t>(swept.central.problem.years)};
  const auto& own = swept.central.points[kOwnBelief];
  std::string text = symbols.name(swept.state.state) + ", which believes that " +
                     symbols.name(swept.state.guarantor) + " keeps its word with probability " +
                     fixed(own.at, 2) + " (80 % interval " + fixed(own.low, 2) + " to " +
                     fixed(own.high, 2) + "), does best to begin " +
                     plan_words(f, swept, begins_at(swept.central, kOwnBelief));
  const auto figure = [&](std::size_t column) { return swept.figures.estimate(column); };
  text += f.vary.facts ? " (facts at their values). " : ". ";
  text += "Over " + std::to_string(at.years) + " years the best plan " +
          gains(f, figure(at.gain(kOwnBelief))) + " over doing nothing, and always spending " +
          gains(f, figure(at.gain_spend(kOwnBelief))) +
          "; to put every decision off by two years costs " +
          money(f, figure(at.put_off(1, kOwnBelief))) + ". The plan leaves " +
          fixed(swept.figures.mean(at.kept(at.years - 1)), 2) + " of the guarantor's reliability";
  if (f.vary.facts) {
    const solve::Estimate kept = swept.figures.estimate(at.kept(at.years - 1));
    text += " (" + fixed(kept.p05, 2) + " to " + fixed(kept.p95, 2) + ")";
  }
  text += " in the end.";
  if (swept.central.accommodation.option >= 0)
    text += " Accommodation " + gains(f, figure(at.weak(kOwnBelief))) + " from weakness and " +
            gains(f, figure(at.strong(kOwnBelief))) + " from strength.";
  std::size_t closed = 0;
  for (std::size_t x = 0; x < at.options; ++x)
    if ((swept.central.one.open >> x & 1) == 0) ++closed;
  if (closed > 0)
    text += " " + std::to_string(closed) + " of its " + std::to_string(at.options) +
            " options are closed to it.";
  return text;
}

std::string of_all(const HedgeFindings& f) {
  const Symbols& symbols = f.ground.library.world.symbols;
  std::size_t idle = 0;
  std::vector<std::size_t> begun(world::kHedgeOptions.size(), 0);
  for (const HedgeSwept& swept : f.states) {
    solve::Programmes all = 0;
    for (const solve::Programmes set : begins_at(swept.central, kOwnBelief)) all |= set;
    idle += all == 0 ? 1 : 0;
    for (std::size_t x = 0; x < swept.state.options.size(); ++x) {
      const auto rung =
          std::ranges::find(world::kHedgeOptions, symbols.name(swept.state.options[x]->option));
      if ((all >> x & 1) != 0)
        ++begun[static_cast<std::size_t>(rung - world::kHedgeOptions.begin())];
    }
  }
  std::vector<std::string> words;
  for (std::size_t x = 0; x < begun.size(); ++x)
    if (begun[x] > 0)
      words.push_back(std::string(world::kHedgeOptions[x]) + " " + std::to_string(begun[x]));
  std::string text = "Of " + std::to_string(f.states.size()) + " protected states " +
                     std::to_string(idle) +
                     " do best to begin nothing at the belief of the scenario, with the facts of "
                     "the tables; so many begin";
  text += words.empty() ? " none of the options." : ": " + join(words, ", ") + ".";
  if (f.vary.facts && !f.states.empty()) {
    double low = 1, high = 0;
    for (const HedgeSwept& swept : f.states) {
      const HedgeColumns at{swept.state.options.size(),
                            static_cast<std::size_t>(swept.central.problem.years)};
      const double same = swept.figures.mean(at.same(0, kOwnBelief));
      low = std::min(low, same);
      high = std::max(high, same);
    }
    text += " Over facts and assumptions the first step is the same in " + plain(100 * low) +
            " to " + plain(100 * high) + " % of the worlds of a state.";
  }
  return text;
}

}  // namespace

std::string hedge_finding(const HedgeFindings& f) {
  return f.ground.asked.all() ? of_all(f) : of_one(f, f.states.front());
}

void add_notices(card::Record& record, const HedgeFindings& f) {
  const Symbols& symbols = f.ground.library.world.symbols;
  record.notices.emplace_back(
      "Costs, leads and effects of options, and what war and defeat cost, are assumptions over "
      "wide ranges, the same for all states but for size, industry and exposure: read how an "
      "answer changes, not its level. Nuclear options are told at the level of policy only.");
  record.notices.emplace_back(
      "Beliefs stand still within a plan: what news would change is seen by asking again, or in "
      "`regret`. A threshold is exact on a lattice of 0.05.");
  if (!f.ground.asked.all()) {
    const Guarded& s = f.states.front().state;
    if (s.stood_for)
      record.notices.push_back(symbols.name(s.state) + " has no rows of its own: those of " +
                               symbols.name(s.stood_for) + " stand for it.");
    if (!s.promise)
      record.notices.push_back(symbols.name(s.guarantor) + " promised " + symbols.name(s.state) +
                               " nothing: it comes as a partner that only declared itself.");
    if (s.player >= 0 && f.ground.asked.strengths_by_model)
      record.notices.push_back("The chances of losing are those of the contingency " +
                               f.ground.players[static_cast<std::size_t>(s.player)].contingency +
                               "; the own force of all its targets counts as one.");
  }
  if (f.ground.asked.trade)
    record.notices.emplace_back(
        "Trade counts the same share for every state that an attack on it would close straits to, "
        "as if it traded like the world; one whose own ports are shut loses more. `war_cost` may "
        "hold some of it already.");
  if (!f.ground.asked.gates_hold)
    record.notices.emplace_back("Opinion at home closes nothing here (--gates ignored).");
}

}  // namespace entente::analysis
