#include "play/view.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/date.h"

namespace entente::play {
namespace {

using campaign::Stage;

using Json = nlohmann::ordered_json;

constexpr const char* kSides[] = {"challenger", "defender", "neutral"};
constexpr const char* kStands[] = {"out", "in", "delayed", "reneged"};
constexpr const char* kAnswers[] = {"honour", "delay", "renege"};

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// One look at a room: what the viewer believes, and what it follows.
class Looking {
 public:
  Looking(const Room& room, const world::World& world, const Viewer& viewer)
      : room_(room), model_(room.model), world_(world), viewer_(viewer) {
    const bool knows_all = viewer.facilitator && room.round > 0;
    belief_ = room.belief(viewer.player);
    if (knows_all || room.state == RoomState::over) {
      std::ranges::fill(belief_, 0);
      belief_[room.profile] = 1;
    }
    outlook_ = outlook(model_, belief_, room.place);
    asked_ = room.asked();
  }

  Json seats() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < room_.seats.size(); ++i) list.push_back(seat(i));
    return list;
  }

  Json you() const {
    if (viewer_.facilitator) return {{"seat", "facilitator"}, {"firm", nullptr}};
    if (!viewer_.player) return {{"seat", nullptr}, {"firm", nullptr}};
    const std::size_t player = *viewer_.player;
    const bool two = model_.bit_of(player) >= 0 && room_.round > 0;
    return {{"seat", about().players[player].id},
            {"firm", two ? Json(room_.seats[player].firm) : Json()}};
  }

  Json now() const {
    const Stage& stage = model_.stage(room_.place);
    const auto at = static_cast<std::size_t>(stage.at);
    if (room_.at_end())
      return {{"at", about().ends[at].id},
              {"rung", about().ends[at].rung},
              {"kind", "end"},
              {"event", nullptr},
              {"given", Json::array()}};
    const scenario::CrisisNode& node = about().nodes[at];
    return {{"at", node.id},
            {"rung", node.rung},
            {"kind", stage.kind == Stage::Kind::answer ? "answer" : "decision"},
            {"event", or_null(node.ask)},
            {"given", node.given}};
  }

  Json odds() const {
    std::vector<actors::CrisisSeat> sitting = model_.world.seats;
    const Stage& stage = model_.stage(room_.place);
    for (std::size_t i = 0; i < sitting.size(); ++i) sitting[i].status = stage.status[i];
    const int rung = about().end(about().accident)->rung;
    const auto range = actors::bargaining_range(sitting, rung, model_.world.terms);
    Json ends = Json::array();
    for (std::size_t e = 0; e < about().ends.size(); ++e)
      ends.push_back({{"id", about().ends[e].id},
                      {"title", about().ends[e].title},
                      {"war", about().ends[e].war},
                      {"rung", about().ends[e].rung},
                      {"p", outlook_.ends[e]}});
    return {{"war", outlook_.war},
            {"challenger_wins", range.odds},
            {"bargain", {{"low", range.low}, {"high", range.high}}},
            {"ends", std::move(ends)}};
  }

  Json promises() const {
    Json list = Json::array();
    for (const campaign::Trigger& trigger : model_.triggers)
      for (const campaign::Bound& ally : trigger.allies) list.push_back(promise(trigger, ally));
    return list;
  }

  /// Of the seat that looks, where it is asked.
  Json choices() const {
    Json list = Json::array();
    if (!viewer_.player || std::ranges::find(asked_, *viewer_.player) == asked_.end()) return list;
    const auto options = options_of(model_, belief_, room_.place, *viewer_.player);
    for (std::size_t m = 0; m < options.size(); ++m) list.push_back(choice(options[m], m));
    return list;
  }

  Json chosen() const {
    if (!viewer_.player || !room_.chosen[*viewer_.player]) return {};
    const auto options = options_of(model_, belief_, room_.place, *viewer_.player);
    return options[room_.chosen[*viewer_.player]->move].name;
  }

  Json log() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < room_.lines.size(); ++i) {
      const Line& line = room_.lines[i];
      if (!may_read(line)) continue;
      list.push_back({{"n", i + 1},
                      {"at", time_words(line.at)},
                      {"round", line.round},
                      {"who", line.who},
                      {"kind", line.kind},
                      {"text", line.text},
                      {"rung", line.rung}});
    }
    return list;
  }

  Json numbers() const {
    Json list = Json::array();
    campaign::CrisisWorld world = model_.world;
    for (const campaign::CrisisNumber& one : model_.numbers)
      list.push_back({{"name", one.name},
                      {"unit", one.unit},
                      {"value", *one.in(world)},
                      {"low", one.range.low},
                      {"high", one.range.high}});
    return list;
  }

  Json nodes() const {
    Json list = Json::array();
    for (const scenario::CrisisNode& node : about().nodes)
      list.push_back({{"id", node.id},
                      {"rung", node.rung},
                      {"words", node.ask.empty() ? node.mover + " moves" : "law: " + node.ask}});
    return list;
  }

  static std::string time_words(Milliseconds at);

 private:
  [[nodiscard]] const scenario::CrisisCase& about() const { return model_.about; }

  [[nodiscard]] bool may_read(const Line& line) const {
    if (viewer_.facilitator || room_.state == RoomState::over) return true;
    if (line.only) return viewer_.player == line.only;
    return line.to.empty() ||
           (viewer_.player && std::ranges::find(line.to, *viewer_.player) != line.to.end());
  }

  Json seat(std::size_t i) const {
    const scenario::CrisisPlayer& player = about().players[i];
    const Seat& one = room_.seats[i];
    const world::State* state = world_.state(world_.symbols.find(player.id));
    const int bit = model_.bit_of(i);
    double firm = 0;
    const Belief all = room_.belief({});
    for (std::size_t p = 0; p < all.size(); ++p)
      if (bit >= 0 && (p >> bit & 1) != 0) firm += all[p];
    const bool asked = std::ranges::find(asked_, i) != asked_.end();
    const bool shown = viewer_.facilitator || room_.state == RoomState::over;
    Json json{{"seat", player.id},
              {"title", state == nullptr ? player.id : state->name},
              {"side", kSides[static_cast<std::size_t>(player.side)]},
              {"ally", player.ally},
              {"holder", one.person                       ? "person"
                         : room_.state == RoomState::open ? "free"
                                                          : "engine"},
              {"name", or_null(one.name)},
              {"stands", kStands[static_cast<std::size_t>(model_.stage(room_.place).status[i])]},
              {"asked", asked},
              {"chosen", room_.chosen[i].has_value()},
              {"stake", model_.world.seats[i].stake},
              {"strength", model_.world.seats[i].strength},
              {"may_be_firm", bit >= 0 ? Json(model_.world.firm[i]) : Json()},
              {"firm_believed", bit >= 0 ? Json(firm) : Json()}};
    if (shown && bit >= 0 && room_.round > 0) json["firm"] = one.firm;
    return json;
  }

  /// What an ally answered when this question was put: nothing where it was not.
  [[nodiscard]] Json answer_of(const std::string& node, std::size_t player) const {
    Json found;
    for (const Step& step : room_.steps) {
      if (step.player != static_cast<int>(player)) continue;
      const Stage& stage = model_.stage(step.place);
      if (stage.kind == Stage::Kind::answer &&
          about().nodes[static_cast<std::size_t>(stage.at)].id == node)
        found = kAnswers[step.move];
    }
    return found;
  }

  Json promise(const campaign::Trigger& trigger, const campaign::Bound& ally) const {
    double reached = 0, p = 0;
    std::vector<double> worth(3, 0);
    for (std::size_t q = 0; q < outlook_.reach.size(); ++q)
      for (std::size_t place = 0; place < outlook_.reach[q].size(); ++place) {
        const double w = outlook_.reach[q][place];
        const std::size_t number = model_.node(q, static_cast<int>(place));
        const Stage& stage = model_.game.stages[number];
        if (w <= 0 || stage.kind != Stage::Kind::answer ||
            stage.ally != static_cast<int>(ally.player) ||
            about().nodes[static_cast<std::size_t>(stage.at)].id != trigger.node)
          continue;
        const solve::GameNode& node = model_.game.game.nodes[number];
        reached += w;
        p += w * model_.play.play[static_cast<std::size_t>(node.set)][0];
        for (std::size_t m = 0; m < 3; ++m)
          worth[m] +=
              w * model_.play.values[static_cast<std::size_t>(node.children[m])][ally.player];
      }
    const bool open = reached > 0;
    Json weighed;
    if (open)
      for (std::size_t m = 0; m < 3; ++m) weighed[kAnswers[m]] = worth[m] / reached;
    return {{"ally", about().players[ally.player].id},
            {"at", trigger.node},
            {"event", trigger.event},
            {"owes", ally.owes},
            {"duty", or_null(ally.duty)},
            {"agreement", or_null(ally.agreement)},
            {"article", or_null(ally.article)},
            {"discretion", or_null(ally.discretion)},
            {"because", or_null(ally.because)},
            {"theta", ally.theta ? Json(*ally.theta) : Json()},
            {"answer", answer_of(trigger.node, ally.player)},
            {"open", open},
            {"p_honour", open ? Json(p / reached) : Json()},
            {"worth", weighed}};
  }

  Json choice(const Option& option, std::size_t m) const {
    const Stage& stage = model_.stage(room_.place);
    const scenario::CrisisNode& node = about().nodes[static_cast<std::size_t>(stage.at)];
    Json json{{"move", option.name}};
    if (stage.kind == Stage::Kind::decision) {
      const scenario::CrisisMove& move = node.moves[m];
      json["leads"] = where_words(move.to);
      json["otherwise"] = move.otherwise.empty() ? Json() : Json(where_words(move.otherwise));
      json["to_rung"] = rung_of(move.to);
      json["covert"] = move.covert;
      json["joins"] = move.joins;
      json["chance"] =
          move.chance ? Json(model_.world.chance[static_cast<std::size_t>(stage.at)][m]) : Json();
    } else {
      json["leads"] = where_words(m == 2 ? node.alone : node.joined);
      json["otherwise"] = m == 2 ? Json(where_words(node.joined)) : Json();
      json["to_rung"] = rung_of(m == 2 ? node.alone : node.joined);
      json["covert"] = json["joins"] = false;
      json["chance"] = nullptr;
    }
    json["p"] = option.p;
    json["worth"] = option.worth;
    json["war"] = option.war;
    return json;
  }

  [[nodiscard]] int rung_of(const std::string& id) const {
    const scenario::CrisisEnd* end = about().end(id);
    return end != nullptr ? end->rung : about().node(id)->rung;
  }

  [[nodiscard]] std::string where_words(const std::string& id) const {
    if (const scenario::CrisisEnd* end = about().end(id)) return "the end: " + end->title;
    const scenario::CrisisNode& node = *about().node(id);
    if (!node.ask.empty()) return "the allies are asked: " + node.ask;
    std::string called = node.id;  // Several nodes may be of one mover.
    std::ranges::replace(called, '_', ' ');
    return node.mover + " moves (" + called + ")";
  }

  const Room& room_;
  const Model& model_;
  const world::World& world_;
  Viewer viewer_;
  Belief belief_;
  Outlook outlook_;
  std::vector<std::size_t> asked_;
};

/// ISO 8601 in UTC, to the second.
std::string Looking::time_words(Milliseconds at) {
  constexpr Milliseconds kDay = 86'400'000;
  const Milliseconds day = at / kDay, second = at % kDay / 1000;
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  return to_text(Date{static_cast<std::int32_t>(day)}) + text;
}

Json end_of(const Room& room) {
  if (room.state != RoomState::over || !room.at_end()) return {};
  const auto at = static_cast<std::size_t>(room.model.stage(room.place).at);
  const scenario::CrisisEnd& end = room.model.about.ends[at];
  return {{"id", end.id}, {"title", end.title}, {"war", end.war}};
}

Json head(const Room& room) {
  return {{"case", room.model.about.name},
          {"title", room.opening.title.empty() ? room.model.about.title : room.opening.title},
          {"state", word(room.state)},
          {"step", room.acts + 1},
          {"round", room.round},
          {"opened", Looking::time_words(room.opening.at)}};
}

}  // namespace

std::string view(const Room& room, const world::World& world, const Viewer& viewer,
                 Milliseconds now) {
  const Looking look(room, world, viewer);
  Json json = head(room);
  json["note"] = room.model.about.note;
  json["source"] = room.model.about.source;
  json["precision"] = room.model.world.terms.precision;
  json["clock"] = room.opening.clock;
  const auto due = room.deadline();
  json["remaining"] =
      due ? Json(static_cast<double>(std::max<Milliseconds>(*due - now, 0)) / 1000) : Json();
  json["you"] = look.you();
  json["seats"] = look.seats();
  json["now"] = look.now();
  json["odds"] = look.odds();
  json["promises"] = look.promises();
  json["choices"] = look.choices();
  json["chosen"] = look.chosen();
  if (viewer.facilitator) {
    json["seed"] = room.opening.seed;
    json["numbers"] = look.numbers();
    json["nodes"] = look.nodes();
  }
  json["log"] = look.log();
  json["end"] = end_of(room);
  return dump(json);
}

std::string summary(const Room& room, const world::World& world) {
  Json json = head(room);
  json["seats"] = Looking(room, world, {}).seats();
  json["end"] = end_of(room);
  return dump(json);
}

}  // namespace entente::play
