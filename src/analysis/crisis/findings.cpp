#include "analysis/crisis/findings.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "base/digits.h"
#include "base/name.h"
#include "solve/bootstrap.h"

namespace entente::analysis {
namespace {

using campaign::Bound;
using campaign::CrisisGame;
using campaign::CrisisWorld;
using campaign::Stage;
using campaign::Trigger;
using solve::GameNodeKind;

/// P(war) where play at some sets is replaced.
double war_with(const CrisisFindings& f, std::vector<std::vector<double>> play) {
  return ending_of(f.about, f.game, solve::played(f.game.game, std::move(play))).war;
}

bool firm_at(const CrisisFindings& f, std::size_t node, int player) {
  const auto& uncertain = f.game.uncertain;
  const auto found = std::ranges::find(uncertain, static_cast<std::size_t>(player));
  return found != uncertain.end() &&
         (f.game.stages[node].profile >> (found - uncertain.begin()) & 1) != 0;
}

}  // namespace

CrisisEnding ending_of(const scenario::CrisisCase& about, const CrisisGame& game,
                       const solve::QuantalResponse& play) {
  CrisisEnding found;
  found.ends.assign(about.ends.size(), 0);
  found.residual = play.residual;
  for (std::size_t i = 0; i < game.stages.size(); ++i)
    if (game.stages[i].kind == Stage::Kind::end)
      found.ends[static_cast<std::size_t>(game.stages[i].at)] += play.reach[i];
  for (std::size_t e = 0; e < about.ends.size(); ++e)
    if (about.ends[e].war) found.war += found.ends[e];
  return found;
}

CrisisEnding ending_of(const scenario::CrisisCase& about, const std::vector<Trigger>& triggers,
                       const CrisisWorld& world) {
  const auto game = campaign::crisis_game(about, triggers, world);
  assert(game);
  return ending_of(about, *game, solve::quantal_response(game->game, world.terms.precision));
}

std::vector<MoveFound> moves_of(const CrisisFindings& f) {
  // By place in the case, ally that answers, and move: the game's nodes that offer it.
  std::map<std::tuple<int, int, std::size_t>, MoveFound> found;
  std::map<std::tuple<int, int, std::size_t>, std::vector<std::pair<int, std::size_t>>> sets;
  std::map<std::tuple<int, int, std::size_t>, std::pair<double, double>> firm;
  for (std::size_t i = 0; i < f.game.stages.size(); ++i) {
    const Stage& stage = f.game.stages[i];
    const auto& node = f.game.game.nodes[i];
    if (node.kind != GameNodeKind::choice) continue;
    const auto& set = f.game.game.sets[static_cast<std::size_t>(node.set)];
    for (std::size_t m = 0; m < set.moves.size(); ++m) {
      const std::tuple key{stage.at, stage.ally, m};
      MoveFound& one = found[key];
      const auto& place = f.about.nodes[static_cast<std::size_t>(stage.at)];
      const double p = f.play.play[static_cast<std::size_t>(node.set)][m];
      one.node = i;
      one.at = place.id;
      one.rung = place.rung;
      one.mover = f.game.game.players[static_cast<std::size_t>(set.player)];
      one.move = set.moves[m];
      one.two_types = f.about.players[static_cast<std::size_t>(set.player)].firm.has_value();
      one.reached += f.play.reach[i];
      one.p += f.play.reach[i] * p;
      if (firm_at(f, i, set.player)) {
        firm[key].first += f.play.reach[i];
        firm[key].second += f.play.reach[i] * p;
      }
      sets[key].emplace_back(node.set, m);
    }
  }
  std::vector<MoveFound> moves;
  for (auto& [key, one] : found) {
    one.p = one.reached > 0 ? one.p / one.reached : 0;
    one.p_firm = firm[key].first > 0 ? firm[key].second / firm[key].first : 0;
    auto play = f.play.play;
    for (const auto& [set, m] : sets[key]) {
      auto& shares = play[static_cast<std::size_t>(set)];
      std::ranges::fill(shares, 0);
      shares[m] = 1;
    }
    one.war_if = war_with(f, std::move(play));
    moves.push_back(std::move(one));
  }
  return moves;
}

std::string crisis_finding(const CrisisFindings& f) {
  const auto percent = [](double p) {
    return p > 0 && p < 0.005 ? fixed(100 * p, 2) + " %" : fixed(100 * p, 0) + " %";
  };
  std::string text = "War in " + percent(f.now.war);
  if (!f.worlds.empty()) {
    std::vector<double> wars;
    for (const CrisisEnding& one : f.worlds) wars.push_back(one.war);
    text += " (" + percent(solve::quantile_of(wars, 0.05)) + " to " +
            percent(solve::quantile_of(wars, 0.95)) + " over facts and assumptions)";
  }
  text += ", in " + percent(f.even.war) + " if every move were as likely as any.";
  const auto likely = std::ranges::max_element(f.now.ends) - f.now.ends.begin();
  const scenario::CrisisEnd& end = f.about.ends[static_cast<std::size_t>(likely)];
  text += " Most likely it ends so: " + end.title + " (" +
          percent(f.now.ends[static_cast<std::size_t>(likely)]) + ").";
  const MoveFound* most = nullptr;
  for (const MoveFound& one : f.moves)
    if (one.reached > 0 &&
        (most == nullptr || std::abs(one.war_if - f.now.war) > std::abs(most->war_if - f.now.war)))
      most = &one;
  if (most != nullptr)
    text += " What would change it most: if " + most->mover + " always chose \"" + most->move +
            "\" at " + most->at + ", war in " + percent(most->war_if) + ".";
  std::vector<std::string> bound;
  for (const Trigger& trigger : f.triggers)
    for (const Bound& ally : trigger.allies)
      if (const std::string& id = f.about.players[ally.player].id;
          ally.owes && std::ranges::find(bound, id) == bound.end())
        bound.push_back(id);
  if (!f.triggers.empty())
    text += bound.empty() ? " No ally is bound at any rung that is asked about."
                          : " Bound to help at some rung: " + join(bound, ", ") + ".";
  return text;
}

}  // namespace entente::analysis
