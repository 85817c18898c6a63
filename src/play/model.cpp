#include "play/model.h"

#include <algorithm>
#include <cassert>

#include "base/name.h"
#include "text/node.h"

namespace entente::play {
namespace {

using campaign::CrisisNumber;
using campaign::Stage;
using solve::GameNodeKind;

/// Solves the game of the model's world.
Faults solve_again(Model& model) {
  auto game = campaign::crisis_game(model.about, model.triggers, model.world);
  if (!game) return game.error();
  if (game->game.nodes.size() > kMostRoomNodes)
    return {{Code::too_large, model.about.nodes.front().where,
             "the game of `" + model.about.name + "` has " +
                 std::to_string(game->game.nodes.size()) + " nodes, too many for a room",
             "at most " + std::to_string(kMostRoomNodes) +
                 ": ask fewer allies at once, or leave "
                 "moves out; `entente crisis` takes it as it is"}};
  model.game = std::move(game).value();
  model.play = solve::quantal_response(model.game.game, model.world.terms.precision);
  const auto& nodes = model.game.game.nodes;
  model.war.assign(nodes.size(), 0);
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const solve::GameNode& node = nodes[i];
    if (node.kind == GameNodeKind::end) {
      const Stage& stage = model.game.stages[i];
      model.war[i] = model.about.ends[static_cast<std::size_t>(stage.at)].war ? 1 : 0;
      continue;
    }
    const auto& shares = node.kind == GameNodeKind::chance
                             ? node.chances
                             : model.play.play[static_cast<std::size_t>(node.set)];
    for (std::size_t m = 0; m < node.children.size(); ++m)
      model.war[i] += shares[m] * model.war[static_cast<std::size_t>(node.children[m])];
  }
  return {};
}

bool is_share(CrisisNumber::Kind kind) {
  using Kind = CrisisNumber::Kind;
  return kind == Kind::democracy || kind == Kind::firm || kind == Kind::firm_cost ||
         kind == Kind::chance || kind == Kind::share;
}

/// Sums up what a player meets at its turn, over answers of others before it.
struct Gathering {
  const Model& model;
  std::size_t player;
  std::vector<Option> options = {};
  double reached = 0;

  void from(std::size_t node, double p) {
    const solve::GameNode& here = model.game.game.nodes[node];
    assert(here.kind == GameNodeKind::choice);
    const auto& set = model.game.game.sets[static_cast<std::size_t>(here.set)];
    const auto& shares = model.play.play[static_cast<std::size_t>(here.set)];
    const bool own = static_cast<std::size_t>(set.player) == player;
    if (own && options.empty())
      for (const std::string& move : set.moves) options.push_back({.name = move});
    if (own) reached += p;
    for (std::size_t m = 0; m < here.children.size(); ++m) {
      const auto child = static_cast<std::size_t>(here.children[m]);
      if (!own) {
        from(child, p * shares[m]);
        continue;
      }
      options[m].p += p * shares[m];
      options[m].worth += p * model.play.values[child][player];
      options[m].war += p * model.war[child];
    }
  }
};

}  // namespace

std::size_t Model::node(std::size_t profile, int place) const {
  if (profiles() == 1) return static_cast<std::size_t>(place);
  return 1 + profile * static_cast<std::size_t>(places()) + static_cast<std::size_t>(place);
}

int Model::places() const {
  const std::size_t all = game.game.nodes.size();
  return static_cast<int>(profiles() == 1 ? all : (all - 1) / profiles());
}

int Model::next(int place, std::size_t move) const {
  return at(place).children[move] - (profiles() == 1 ? 0 : 1);
}

int Model::root() const {
  return profiles() == 1 ? 0 : game.game.nodes.front().children.front() - 1;
}

Belief Model::prior() const {
  return profiles() == 1 ? Belief{1} : game.game.nodes.front().chances;
}

int Model::bit_of(std::size_t player) const {
  const auto found = std::ranges::find(game.uncertain, player);
  return found == game.uncertain.end() ? -1 : static_cast<int>(found - game.uncertain.begin());
}

Result<Model> make_model(const Opening& opening, const scenario::Library& library) {
  const std::string file = (opening.name.empty() ? "case" : opening.name) + ".toml";
  const auto parsed = text::parse_toml(opening.text, file);
  if (!parsed) return parsed.error();
  auto about = scenario::read_crisis(*parsed);
  if (!about) return about.error();
  Model model;
  model.about = std::move(about).value();
  auto triggers = campaign::triggers_of(model.about, library);
  if (!triggers) return triggers.error();
  model.triggers = std::move(triggers).value();
  actors::CrisisTerms terms;
  terms.precision = opening.precision;
  model.numbers = campaign::crisis_numbers(model.about, terms, library.plan);
  model.world = campaign::plain_world(model.about, terms);
  if (Faults faults = solve_again(model); !faults.empty()) return faults;
  return model;
}

Faults set_numbers(Model& model, std::span<const std::pair<std::string, double>> numbers) {
  Faults faults;
  campaign::CrisisWorld world = model.world;
  for (const auto& [name, value] : numbers) {
    const auto found = std::ranges::find(model.numbers, name, &CrisisNumber::name);
    if (found == model.numbers.end()) {
      std::vector<std::string> known;
      for (const CrisisNumber& one : model.numbers) known.push_back(one.name);
      faults.push_back({Code::unknown_name,
                        {"numbers", 0, 0},
                        "the case has no number called `" + name + "`",
                        did_you_mean(name, known)});
    } else if (!(value >= 0 && value <= (is_share(found->kind) ? 1.0 : 1e6))) {
      faults.push_back({Code::bad_value,
                        {"numbers", 0, 0},
                        "`" + name + "` cannot be " + std::to_string(value),
                        is_share(found->kind) ? "it lies in [0, 1]" : "it is at least 0"});
    } else {
      *found->in(world) = value;
    }
  }
  if (!faults.empty()) return faults;
  model.world = std::move(world);
  return solve_again(model);  // Its size hangs on case and law alone, so this cannot fail.
}

Outlook outlook(const Model& model, const Belief& belief, int place) {
  Outlook found;
  const auto places = static_cast<std::size_t>(model.places());
  found.ends.assign(model.about.ends.size(), 0);
  found.worth.assign(model.about.players.size(), 0);
  found.reach.assign(belief.size(), std::vector<double>(places, 0));
  for (std::size_t p = 0; p < belief.size(); ++p) {
    if (belief[p] <= 0) continue;
    const std::size_t start = model.node(p, place);
    found.war += belief[p] * model.war[start];
    for (std::size_t i = 0; i < found.worth.size(); ++i)
      found.worth[i] += belief[p] * model.play.values[start][i];
    std::vector<double>& reach = found.reach[p];
    reach[static_cast<std::size_t>(place)] = belief[p];
    for (std::size_t i = static_cast<std::size_t>(place); i < places; ++i) {
      if (reach[i] <= 0) continue;
      const std::size_t number = model.node(p, static_cast<int>(i));
      const solve::GameNode& node = model.game.game.nodes[number];
      if (node.kind == GameNodeKind::end) {
        found.ends[static_cast<std::size_t>(model.game.stages[number].at)] += reach[i];
        continue;
      }
      const auto& shares = node.kind == GameNodeKind::chance
                               ? node.chances
                               : model.play.play[static_cast<std::size_t>(node.set)];
      for (std::size_t m = 0; m < node.children.size(); ++m)
        reach[static_cast<std::size_t>(model.next(static_cast<int>(i), m))] += reach[i] * shares[m];
    }
  }
  return found;
}

std::vector<Option> options_of(const Model& model, const Belief& belief, int place,
                               std::size_t player) {
  Gathering all{model, player};
  for (std::size_t p = 0; p < belief.size(); ++p)
    if (belief[p] > 0) all.from(model.node(p, place), belief[p]);
  for (Option& one : all.options) {
    one.p /= all.reached;
    one.worth /= all.reached;
    one.war /= all.reached;
  }
  return std::move(all.options);
}

}  // namespace entente::play
