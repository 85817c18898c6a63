#include "campaign/crisis/game.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace entente::campaign {
namespace {

using actors::AllyStatus;
using scenario::CrisisNode;
using solve::GameNode;
using solve::GameNodeKind;

using Status = std::vector<AllyStatus>;

/// Builds the part of the game that every profile of types repeats, then the whole.
class Builder {
 public:
  Builder(const scenario::CrisisCase& about, const std::vector<Trigger>& triggers,
          const CrisisWorld& world)
      : about_(about), triggers_(triggers), world_(world) {
    for (std::size_t i = 0; i < about.nodes.size(); ++i)
      places_[about.nodes[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < about.ends.size(); ++i)
      ends_[about.ends[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < about.players.size(); ++i)
      if (about.players[i].firm) made_.uncertain.push_back(i);
  }

  Result<CrisisGame> build() {
    Status status;
    for (const scenario::CrisisPlayer& one : about_.players)
      status.push_back(one.ally ? AllyStatus::out : AllyStatus::in);
    const int root = enter(about_.nodes.front().id, status, -1, -1);
    if (drafts_.size() << made_.uncertain.size() > kMostGameNodes)
      return Error{Code::too_large, about_.nodes.front().where,
                   "the game of `" + about_.name + "` has more than " +
                       std::to_string(kMostGameNodes) + " nodes",
                   "ask fewer allies at once, or leave moves out"};
    assemble(root);
    return std::move(made_);
  }

 private:
  /// A node without its profile. Drafts are made after their children: the root is last.
  struct Draft {
    Stage stage;
    GameNodeKind kind = GameNodeKind::end;
    std::vector<int> children;
    std::vector<double> chances;
    int stood = 0;  ///< Of an end: the rung from which it came.
  };

  using Key = std::tuple<Stage::Kind, int, int, int, int, Status>;

  bool full() const { return drafts_.size() > kMostGameNodes; }

  int add(const Key& key, Draft draft) {
    drafts_.push_back(std::move(draft));
    return known_[key] = static_cast<int>(drafts_.size()) - 1;
  }

  /// Where a move at node `from` leads that goes to `to`; 0 where the game is too large anyhow.
  int enter(const std::string& to, const Status& status, int from, int move) {
    if (full()) return 0;
    const int stood = from < 0 ? 0 : about_.nodes[static_cast<std::size_t>(from)].rung;
    if (const auto end = ends_.find(to); end != ends_.end())
      return finish(end->second, status, stood);
    const int place = places_.at(to);
    const CrisisNode& node = about_.nodes[static_cast<std::size_t>(place)];
    if (!node.ask.empty()) return answer(place, 0, status);
    const double slip = actors::kRungSlip[node.rung] * world_.terms.slips;
    if (from < 0 || actors::kRungSlip[node.rung] <= 0) return decide(place, status);
    const Key key{Stage::Kind::slip, place, from, move, 0, status};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    Draft draft;
    draft.stage = {Stage::Kind::slip, place, -1, from, move, 0, status};
    draft.kind = GameNodeKind::chance;
    draft.children = {finish(ends_.at(about_.accident), status, node.rung), decide(place, status)};
    draft.chances = {slip, 1 - slip};
    return add(key, std::move(draft));
  }

  int decide(int place, const Status& status) {
    const Key key{Stage::Kind::decision, place, -1, -1, 0, status};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const CrisisNode& node = about_.nodes[static_cast<std::size_t>(place)];
    Draft draft;
    draft.stage = {Stage::Kind::decision, place, -1, -1, -1, 0, status};
    draft.kind = GameNodeKind::choice;
    for (std::size_t m = 0; m < node.moves.size() && !full(); ++m)
      draft.children.push_back(follow(place, static_cast<int>(m), status));
    return add(key, std::move(draft));
  }

  int follow(int place, int m, const Status& status) {
    const CrisisNode& node = about_.nodes[static_cast<std::size_t>(place)];
    const auto& move = node.moves[static_cast<std::size_t>(m)];
    Status then = status;
    if (move.joins) then[static_cast<std::size_t>(about_.player(node.mover))] = AllyStatus::in;
    if (!move.chance) return enter(move.to, then, place, m);
    const Key key{Stage::Kind::attribution, place, m, -1, 0, status};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const double chance =
        world_.chance[static_cast<std::size_t>(place)][static_cast<std::size_t>(m)];
    Draft draft;
    draft.stage = {Stage::Kind::attribution, place, -1, place, m, 0, status};
    draft.kind = GameNodeKind::chance;
    draft.children = {enter(move.to, then, place, m), enter(move.otherwise, then, place, m)};
    draft.chances = {chance, 1 - chance};
    return add(key, std::move(draft));
  }

  /// Allies that are bound answer one after the other; who is in or has broken its word is done.
  int answer(int place, std::size_t next, const Status& status) {
    if (full()) return 0;
    const CrisisNode& node = about_.nodes[static_cast<std::size_t>(place)];
    const auto trigger = std::ranges::find(triggers_, node.id, &Trigger::node);
    const auto& allies = trigger->allies;
    while (next < allies.size() &&
           (!allies[next].owes || status[allies[next].player] == AllyStatus::in ||
            status[allies[next].player] == AllyStatus::reneged))
      ++next;
    if (next == allies.size()) {
      bool joined = false;
      for (const Bound& one : allies)
        joined = joined || status[one.player] == AllyStatus::in ||
                 status[one.player] == AllyStatus::delayed;
      return enter(joined ? node.joined : node.alone, status, place, -1);
    }
    const Key key{Stage::Kind::answer, place, static_cast<int>(next), -1, 0, status};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    Draft draft;
    draft.stage = {
        Stage::Kind::answer, place, static_cast<int>(allies[next].player), -1, -1, 0, status};
    draft.kind = GameNodeKind::choice;
    for (const AllyStatus given : {AllyStatus::in, AllyStatus::delayed, AllyStatus::reneged}) {
      Status then = status;
      then[allies[next].player] = given;
      draft.children.push_back(answer(place, next + 1, then));
    }
    return add(key, std::move(draft));
  }

  int finish(int end, const Status& status, int stood) {
    const Key key{Stage::Kind::end, end, stood, -1, 0, status};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    Draft draft;
    draft.stage = {Stage::Kind::end, end, -1, -1, -1, 0, status};
    draft.stood = stood;
    return add(key, std::move(draft));
  }

  std::vector<actors::CrisisSeat> seats(const Status& status, int profile) const {
    std::vector<actors::CrisisSeat> made = world_.seats;
    for (std::size_t i = 0; i < made.size(); ++i) made[i].status = status[i];
    for (std::size_t k = 0; k < made_.uncertain.size(); ++k)
      if ((profile >> k & 1) != 0)
        made[made_.uncertain[k]].cost *= world_.firm_cost[made_.uncertain[k]];
    return made;
  }

  std::vector<double> payoffs(const Draft& draft, int profile) const {
    const auto& end = about_.ends[static_cast<std::size_t>(draft.stage.at)];
    const auto sitting = seats(draft.stage.status, profile);
    actors::CrisisOutcome outcome{
        end.rung,     draft.stood,
        end.war,      world_.shares[static_cast<std::size_t>(draft.stage.at)],
        end.mediated, std::vector<char>(sitting.size(), 0)};
    for (const std::string& who : end.backs)
      outcome.backed[static_cast<std::size_t>(about_.player(who))] = 1;
    if (end.middle) {
      const int rung = about_.end(about_.accident)->rung;
      const auto range = actors::bargaining_range(sitting, rung, world_.terms);
      outcome.share = std::clamp((range.low + range.high) / 2, 0.0, 1.0);
    }
    return crisis_payoffs(sitting, outcome, world_.terms);
  }

  int mover(const Draft& draft) const {
    return draft.stage.kind == Stage::Kind::answer
               ? draft.stage.ally
               : about_.player(about_.nodes[static_cast<std::size_t>(draft.stage.at)].mover);
  }

  /// Of the profile's bits, the mover's own; 0 where it has one type only.
  int own_type(int player, int profile) const {
    for (std::size_t k = 0; k < made_.uncertain.size(); ++k)
      if (static_cast<int>(made_.uncertain[k]) == player) return profile >> k & 1;
    return 0;
  }

  /// The information set of a decision for one own type; made where there is none yet.
  int set_of(std::size_t draft_number, int type) {
    const Draft& draft = drafts_[draft_number];
    const auto key = std::pair(draft_number, type);
    if (const auto found = sets_.find(key); found != sets_.end()) return found->second;
    const int player = mover(draft);
    const CrisisNode& node = about_.nodes[static_cast<std::size_t>(draft.stage.at)];
    solve::InformationSet set{player, node.id, {}};
    if (draft.stage.kind == Stage::Kind::answer)
      set.moves = {"honour", "delay", "renege"};
    else
      for (const auto& move : node.moves) set.moves.push_back(move.name);
    made_.game.sets.push_back(std::move(set));
    return sets_[key] = static_cast<int>(made_.game.sets.size()) - 1;
  }

  double weight(int profile) const {
    double all = 1;
    for (std::size_t k = 0; k < made_.uncertain.size(); ++k) {
      const double firm = world_.firm[made_.uncertain[k]];
      all *= (profile >> k & 1) != 0 ? firm : 1 - firm;
    }
    return all;
  }

  /// Drafts stand children first, so numbers are turned round; profiles one after the other.
  void assemble(int root) {
    for (const auto& one : about_.players) made_.game.players.push_back(one.id);
    const int profiles = 1 << made_.uncertain.size(), count = static_cast<int>(drafts_.size());
    const int first = profiles > 1 ? 1 : 0;
    if (profiles > 1) {
      GameNode start{GameNodeKind::chance, -1, {}, {}, {}};
      for (int p = 0; p < profiles; ++p) {
        start.children.push_back(first + p * count + (count - 1 - root));
        start.chances.push_back(weight(p));
      }
      made_.game.nodes.push_back(std::move(start));
      made_.stages.emplace_back();
    }
    for (int p = 0; p < profiles; ++p)
      for (int d = count - 1; d >= 0; --d) {
        const Draft& draft = drafts_[static_cast<std::size_t>(d)];
        GameNode node{draft.kind, -1, {}, draft.chances, {}};
        for (const int child : draft.children)
          node.children.push_back(first + p * count + (count - 1 - child));
        if (draft.kind == GameNodeKind::end) node.payoffs = payoffs(draft, p);
        if (draft.kind == GameNodeKind::choice)
          node.set = set_of(static_cast<std::size_t>(d), own_type(mover(draft), p));
        made_.game.nodes.push_back(std::move(node));
        made_.stages.push_back(draft.stage);
        made_.stages.back().profile = p;
      }
  }

  const scenario::CrisisCase& about_;
  const std::vector<Trigger>& triggers_;
  const CrisisWorld& world_;
  std::map<std::string, int> places_, ends_;
  std::vector<Draft> drafts_;
  std::map<Key, int> known_;
  std::map<std::pair<std::size_t, int>, int> sets_;
  CrisisGame made_;
};

}  // namespace

Result<CrisisGame> crisis_game(const scenario::CrisisCase& about,
                               const std::vector<Trigger>& triggers, const CrisisWorld& world) {
  return Builder(about, triggers, world).build();
}

std::string move_words(const scenario::CrisisCase& about, const CrisisGame& game, std::size_t node,
                       std::size_t move) {
  const Stage& stage = game.stages[node];
  switch (stage.kind) {
    case Stage::Kind::start:
    case Stage::Kind::end:
      return "";
    case Stage::Kind::slip:
      return move == 0 ? "it slips" : "";
    case Stage::Kind::attribution: {
      const auto& at = about.nodes[static_cast<std::size_t>(stage.from)];
      const auto& made = at.moves[static_cast<std::size_t>(stage.move)];
      if (made.covert) return move == 0 ? "laid to " + at.mover : "laid to nobody";
      return move == 0 ? "it succeeds" : "it fails";
    }
    case Stage::Kind::decision:
    case Stage::Kind::answer: {
      const auto& set = game.game.sets[static_cast<std::size_t>(game.game.nodes[node].set)];
      return game.game.players[static_cast<std::size_t>(set.player)] + ": " + set.moves[move];
    }
  }
  return "";
}

}  // namespace entente::campaign
