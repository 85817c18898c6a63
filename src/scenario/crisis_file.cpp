#include "scenario/crisis_file.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/name.h"
#include "text/reader.h"

namespace entente::scenario {
namespace {

constexpr std::string_view kSides[] = {"challenger", "defender", "neutral"};

class CrisisReader {
 public:
  explicit CrisisReader(const text::Document& document) : file_(document.file) {
    text::TableReader root(document.root, file_, "the file", faults_);
    const text::Node* const table = root.table("crisis");
    if (table == nullptr && root.raw("crisis") == nullptr)
      faults_.push_back(
          {Code::missing_key, {file_, 1, 1}, "the file needs the table `[crisis]`", ""});
    for (const text::Node* one : root.tables("player")) player(*one);
    for (const text::Node* one : root.tables("node")) node(*one);
    for (const text::Node* one : root.tables("end")) end(*one);
    root.done();
    if (table != nullptr) head(*table);
    check_names();
    if (faults_.empty()) check_circles();
  }

  Result<CrisisCase> take() {
    if (faults_.empty()) return std::move(made_);
    sort_faults(faults_);
    return std::move(faults_);
  }

 private:
  void fault(Code code, const Where& where, std::string message, std::string hint) {
    faults_.push_back({code, where, std::move(message), std::move(hint)});
  }

  void head(const text::Node& table) {
    text::TableReader reader(table, file_, "the crisis", faults_);
    made_.name = reader.required_text("name");
    made_.title = reader.required_text("title");
    made_.source = reader.required_text("source");
    made_.confidence = reader.required_text("confidence");
    made_.note = reader.text("note").value_or("");
    made_.accident = reader.required_text("accident");
    accident_ = reader.where("accident");
    reader.done();
    const Where at = reader.where();
    if (made_.players.size() < 2)
      fault(Code::missing_key, at, "a crisis needs two players at least", "add [[player]]");
    if (made_.players.size() > kMostPlayers || made_.nodes.size() > kMostCrisisNodes)
      fault(Code::too_large, at,
            std::to_string(made_.players.size()) + " players and " +
                std::to_string(made_.nodes.size()) + " nodes are too many",
            "the most is " + std::to_string(kMostPlayers) + " and " +
                std::to_string(kMostCrisisNodes));
    const auto firm = std::ranges::count_if(
        made_.players, [](const CrisisPlayer& one) { return one.firm.has_value(); });
    if (firm > static_cast<std::ptrdiff_t>(kMostFirm))
      fault(Code::too_large, at, "the resolve of " + std::to_string(firm) + " players is private",
            "the most is " + std::to_string(kMostFirm) + ": leave `firm` out of the others");
    if (made_.nodes.empty()) fault(Code::missing_key, at, "a crisis needs a node", "add [[node]]");
    if (made_.ends.empty()) fault(Code::missing_key, at, "a crisis needs an end", "add [[end]]");
  }

  /// [low, value, high]
  std::optional<Ranged> ranged(text::TableReader& reader, std::string_view key, double least,
                               double most, bool required) {
    const text::Node* raw = reader.raw(key);
    const std::string name(key);
    if (raw == nullptr) {
      if (required)
        fault(Code::missing_key, reader.where(), "`" + name + "` is missing",
              "write " + name + " = [low, value, high]");
      return {};
    }
    const Where at = reader.where(key);
    const auto number = [](const text::Node& one) {
      return (one.kind == text::Kind::real || one.kind == text::Kind::integer) &&
             std::isfinite(one.real);
    };
    if (raw->kind != text::Kind::array && number(*raw)) {
      fault(Code::range_missing, at, "`" + name + "` has no range",
            "write " + name + " = [low, value, high]");
      return {};
    }
    if (raw->kind != text::Kind::array || raw->items.size() != 3 ||
        !std::ranges::all_of(raw->items, number)) {
      fault(Code::wrong_type, at, "`" + name + "` is not three numbers",
            "write " + name + " = [low, value, high]");
      return {};
    }
    const Ranged read{raw->items[0].real, raw->items[1].real, raw->items[2].real};
    if (read.low > read.value || read.value > read.high)
      fault(Code::unsourced_range, at, "the value of `" + name + "` lies outside its range",
            "write the lowest number first, the highest last");
    if (read.low < least || read.high > most)
      fault(Code::bad_value, at, "`" + name + "` leaves what it may be",
            most > 1e8 ? "it is 0 or more" : "it lies between 0 and 1");
    return read;
  }

  int rung(text::TableReader& reader) {
    const double read = reader.required_number("rung");
    if (read < 0 || read > kTopRung || read != std::floor(read)) {
      fault(Code::bad_value, reader.where("rung"), "there is no such rung",
            "rungs are whole numbers from 0 to 7");
      return 0;
    }
    return static_cast<int>(read);
  }

  void player(const text::Node& table) {
    text::TableReader reader(table, file_, "a player", faults_);
    CrisisPlayer made;
    made.id = reader.required_text("id");
    made.where = reader.where("id");
    if (const auto side = reader.choice("side", kSides)) made.side = static_cast<CrisisSide>(*side);
    made.ally = reader.boolean("ally").value_or(false);
    made.stake = ranged(reader, "stake", 0, 1e9, true).value_or(Ranged{});
    made.strength = ranged(reader, "strength", 0, 1e9, true).value_or(Ranged{});
    made.democracy = ranged(reader, "democracy", 0, 1, true).value_or(Ranged{});
    made.firm = ranged(reader, "firm", 0, 1, false);
    made.firm_cost = ranged(reader, "firm_cost", 0, 1, made.firm.has_value()).value_or(Ranged{});
    reader.done();
    known(made.id, made.where);
    made_.players.push_back(std::move(made));
  }

  void node(const text::Node& table) {
    text::TableReader reader(table, file_, "a node", faults_);
    CrisisNode made;
    made.id = reader.required_text("id");
    made.where = reader.where("id");
    made.rung = rung(reader);
    made.ask = reader.text("ask").value_or("");
    if (!made.ask.empty()) {
      made.joined = reader.required_text("joined");
      made.alone = reader.required_text("alone");
      places_.push_back({made.joined, reader.where("joined")});
      places_.push_back({made.alone, reader.where("alone")});
      made.given = reader.texts("given");
    } else {
      made.mover = reader.required_text("mover");
      for (const text::Node* one : reader.tables("moves")) made.moves.push_back(move(*one));
      if (made.moves.empty())
        fault(Code::bad_value, made.where, "`" + made.mover + "` has no move at `" + made.id + "`",
              "write moves = [{name = ..., to = ...}], or make it an [[end]]");
      movers_.push_back({made.mover, reader.where("mover")});
      for (std::size_t i = 1; i < made.moves.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (made.moves[i].name == made.moves[j].name)
            fault(Code::duplicate, made.moves[i].where,
                  "`" + made.moves[i].name + "` is a move of `" + made.id + "` twice", "keep one");
    }
    reader.done();
    known(made.id, made.where);
    made_.nodes.push_back(std::move(made));
  }

  CrisisMove move(const text::Node& table) {
    text::TableReader reader(table, file_, "a move", faults_);
    CrisisMove made;
    made.name = reader.required_text("name");
    made.to = reader.required_text("to");
    made.where = reader.where("name");
    places_.push_back({made.to, reader.where("to")});
    made.chance = ranged(reader, "attributed", 0, 1, false);
    made.covert = made.chance.has_value();
    if (const auto succeeds = ranged(reader, "succeeds", 0, 1, false)) {
      if (made.covert)
        fault(Code::bad_value, reader.where("succeeds"),
              "`" + made.name + "` has two chances, `attributed` and `succeeds`", "keep one");
      made.chance = succeeds;
    }
    if (made.chance) {
      const std::string_view key = made.covert ? "unseen" : "otherwise";
      made.otherwise = reader.required_text(key);
      places_.push_back({made.otherwise, reader.where(key)});
    }
    made.joins = reader.boolean("joins").value_or(false);
    reader.done();
    return made;
  }

  void end(const text::Node& table) {
    text::TableReader reader(table, file_, "an end", faults_);
    CrisisEnd made;
    made.id = reader.required_text("id");
    made.where = reader.where("id");
    made.title = reader.required_text("title");
    made.rung = rung(reader);
    made.war = reader.boolean("war").value_or(false);
    made.mediated = reader.boolean("mediated").value_or(false);
    made.middle = !made.war && made.mediated && reader.raw("share") == nullptr;
    if (!made.war && !made.middle)
      made.share = ranged(reader, "share", 0, 1, true).value_or(Ranged{});
    made.backs = reader.texts("backs");
    for (std::size_t i = 0; i < made.backs.size(); ++i)
      movers_.push_back({made.backs[i], reader.where("backs", i)});
    reader.done();
    known(made.id, made.where);
    made_.ends.push_back(std::move(made));
  }

  void known(const std::string& id, const Where& where) {
    const auto [first, fresh] = ids_.emplace(id, where);
    if (!fresh)
      fault(Code::duplicate, where,
            "`" + id + "` stands in line " + std::to_string(first->second.line) + " as well",
            "players, nodes and ends have names of their own");
  }

  void check_names() {
    std::vector<std::string> places, players, ends;
    for (const CrisisNode& one : made_.nodes) places.push_back(one.id);
    for (const CrisisEnd& one : made_.ends) {
      places.push_back(one.id);
      ends.push_back(one.id);
    }
    for (const CrisisPlayer& one : made_.players) players.push_back(one.id);
    const auto look = [&](const std::string& name, const Where& where,
                          const std::vector<std::string>& among, std::string_view what) {
      if (!name.empty() && std::ranges::find(among, name) == among.end())
        fault(Code::unknown_name, where,
              "there is no " + std::string(what) + " `" + name + "` in this crisis",
              did_you_mean(name, among));
    };
    for (const auto& [name, where] : places_) look(name, where, places, "node or end");
    for (const auto& [name, where] : movers_) look(name, where, players, "player");
    look(made_.accident, accident_, ends, "end");
    for (const CrisisNode& node : made_.nodes)
      for (const CrisisMove& move : node.moves)
        if (const int who = made_.player(node.mover);
            move.joins && who >= 0 && !made_.players[static_cast<std::size_t>(who)].ally)
          fault(Code::bad_value, move.where,
                "`" + node.mover + "` is in from the start and cannot join",
                "write `ally = true` in its [[player]], or leave `joins` out");
  }

  void check_circles() {
    std::map<std::string, int> seen;
    for (const CrisisNode& one : made_.nodes) visit(one, seen);
  }

  /// 1: on the way, 2: done.
  void visit(const CrisisNode& one, std::map<std::string, int>& seen) {
    if (seen[one.id] != 0) return;
    seen[one.id] = 1;
    const auto follow = [&](const std::string& to, const Where& where) {
      const CrisisNode* next = made_.node(to);
      if (next == nullptr) return;
      if (seen[to] == 1)
        fault(Code::bad_value, where,
              "the crisis comes back from `" + one.id + "` to `" + to + "`: it would never end",
              "give the second time a node of its own");
      visit(*next, seen);
    };
    for (const CrisisMove& move : one.moves) {
      follow(move.to, move.where);
      if (!move.otherwise.empty()) follow(move.otherwise, move.where);
    }
    if (!one.ask.empty()) {
      follow(one.joined, one.where);
      follow(one.alone, one.where);
    }
    seen[one.id] = 2;
  }

  const std::string& file_;
  Faults faults_;
  CrisisCase made_;
  Where accident_;
  std::map<std::string, Where> ids_;
  std::vector<std::pair<std::string, Where>> places_, movers_;
};

template <class Held>
const Held* by_id(const std::vector<Held>& all, const std::string& id) {
  const auto found = std::ranges::find(all, id, &Held::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const CrisisNode* CrisisCase::node(const std::string& id) const { return by_id(nodes, id); }
const CrisisEnd* CrisisCase::end(const std::string& id) const { return by_id(ends, id); }

int CrisisCase::player(const std::string& id) const {
  const CrisisPlayer* found = by_id(players, id);
  return found == nullptr ? -1 : static_cast<int>(found - players.data());
}

Faults unknown_players(const CrisisCase& about, const world::World& world) {
  Faults faults;
  for (const CrisisPlayer& one : about.players)
    if (!world.knows_state(one.id))
      faults.push_back({Code::unknown_state, one.where, "the library has no state `" + one.id + "`",
                        did_you_mean(one.id, world.names_of("state"))});
  return faults;
}

Result<CrisisCase> read_crisis(const text::Document& document) {
  return CrisisReader(document).take();
}

}  // namespace entente::scenario
