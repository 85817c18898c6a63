// What a file says of itself must hold together: names that exist, exceptions that can stand.
#include <algorithm>
#include <map>
#include <set>

#include "base/name.h"
#include "treaty/read.h"
#include "treaty/read_parts.h"

namespace entente::treaty {
namespace {

std::string quoted(const Symbols& symbols, Symbol name) { return "`" + symbols.name(name) + "`"; }

/// Lists that share no state can never speak of the same promisor or beneficiary.
bool disjoint(const std::optional<PartySet>& a, const std::optional<PartySet>& b) {
  if (!a || !b || a->who != PartySet::Who::listed || b->who != PartySet::Who::listed) return false;
  return std::ranges::none_of(a->states, [&](Symbol state) {
    return std::ranges::find(b->states, state) != b->states.end();
  });
}

bool opposite(const std::optional<bool>& a, const std::optional<bool>& b) {
  return a && b && *a != *b;
}

/// True where no event can meet the conditions of both. Lists of attackers prove nothing: an event
/// may have several attackers.
bool never_together(const Exception& a, const Exception& b) {
  if (!a.spell.overlaps(b.spell)) return true;
  if (a.reading.reading && a.reading.reading == b.reading.reading &&
      a.reading.value != b.reading.value)
    return true;
  if (disjoint(a.promisors, b.promisors) || disjoint(a.beneficiaries, b.beneficiaries)) return true;
  if (opposite(a.attacker_is_party, b.attacker_is_party) || opposite(a.provoked, b.provoked) ||
      opposite(a.non_state, b.non_state) || opposite(a.side_is_attacker, b.side_is_attacker))
    return true;
  return a.area && a.area == b.area && a.outside_area != b.outside_area;
}

bool same_outcome(const Exception& a, const Exception& b) {
  return a.duty == b.duty && (a.duty == Duty::none || a.discretion == b.discretion);
}

class ExceptionCheck {
 public:
  ExceptionCheck(const Agreement& agreement, const Symbols& symbols, Faults& faults)
      : agreement_(agreement), symbols_(symbols), faults_(faults) {}

  void run() {
    labels();
    targets();
    circles();
    clashes();
  }

 private:
  void add(Code code, const Where& where, std::string message, std::string hint = "") {
    faults_.push_back({code, where, std::move(message), std::move(hint)});
  }

  void labels() {
    std::map<Symbol, Where> seen;
    const auto once = [&](Symbol label, const Where& where) {
      if (!seen.emplace(label, where).second)
        add(Code::duplicate, where, "the label " + quoted(symbols_, label) + " stands twice",
            "it stands first in line " + std::to_string(seen[label].line));
    };
    for (const Article& article : agreement_.articles) once(article.label, article.where);
    for (const Exception& exception : agreement_.exceptions) once(exception.label, exception.where);
  }

  [[nodiscard]] const Exception* exception(Symbol label) const {
    for (const Exception& one : agreement_.exceptions)
      if (one.label == label) return &one;
    return nullptr;
  }

  void targets() {
    std::vector<std::string> known;
    for (const Article& article : agreement_.articles)
      known.push_back(symbols_.name(article.label));
    for (const Exception& one : agreement_.exceptions) known.push_back(symbols_.name(one.label));
    for (const Exception& one : agreement_.exceptions) {
      const auto& to = symbols_.name(one.to);
      if (std::ranges::find(known, to) == known.end())
        add(Code::dangling_exception, one.where,
            "exception " + quoted(symbols_, one.label) + " overrides `" + to +
                "`, and there is no such rule",
            did_you_mean(to, known));
    }
  }

  void circles() {
    for (const Exception& start : agreement_.exceptions) {
      std::vector<std::string> path{symbols_.name(start.label)};
      const Exception* at = exception(start.to);
      while (at != nullptr && path.size() <= agreement_.exceptions.size()) {
        path.push_back(symbols_.name(at->label));
        if (at == &start) {
          // Reported once, at the exception of the circle that comes first in the file.
          const bool first =
              std::ranges::none_of(agreement_.exceptions, [&](const Exception& other) {
                return &other < &start &&
                       std::ranges::find(path, symbols_.name(other.label)) != path.end();
              });
          if (first)
            add(Code::exception_circle, start.where,
                "exceptions override one another in a circle: " + join(path, " -> "));
          break;
        }
        at = exception(at->to);
      }
    }
  }

  void clashes() {
    for (const Exception& a : agreement_.exceptions)
      for (const Exception& b : agreement_.exceptions)
        if (&a < &b && a.to == b.to && !same_outcome(a, b) && !never_together(a, b))
          add(Code::clash, b.where,
              "exceptions " + quoted(symbols_, a.label) + " and " + quoted(symbols_, b.label) +
                  " to " + quoted(symbols_, a.to) + " can hold together and owe different things",
              "make their conditions disjoint, or let one override the other");
  }

  const Agreement& agreement_;
  const Symbols& symbols_;
  Faults& faults_;
};

class NameCheck {
 public:
  NameCheck(const ReadingRoom& room, const Agreement& agreement)
      : room_(room), agreement_(agreement) {
    for (const Area& area : agreement.areas) known_.push_back(symbols().name(area.id));
    for (const Area& area : room.shared) known_.push_back(symbols().name(area.id));
  }

  void run() {
    for (const Area& area : agreement_.areas) predicate(area);
    circles();
  }

 private:
  [[nodiscard]] const Symbols& symbols() const { return room_.world.symbols; }

  void add(Code code, const Area& owner, std::string message, std::string hint = "") {
    room_.faults.push_back({code, owner.at, std::move(message), std::move(hint)});
  }

  /// Reports a name that is none of `known`: "area `x` names the state `y`, which ...".
  void unknown(Code code, const Area& owner, std::string_view what, Symbol name,
               const std::vector<std::string>& known) {
    const auto& text = symbols().name(name);
    add(code, owner,
        "area " + quoted(symbols(), owner.id) + " names the " + std::string(what) + " `" + text +
            "`, which " +
            (code == Code::unknown_area ? "nobody defined" : "the library does not have"),
        did_you_mean(text, known));
  }

  void predicate(const Area& owner) {
    const world::World& world = room_.world;
    for (const Symbol name : areas_named(owner.where))
      if (std::ranges::find(known_, symbols().name(name)) == known_.end())
        unknown(Code::unknown_area, owner, "area", name, known_);
    for (const Step& step : owner.where.steps) {
      if (step.op == Step::Op::within && world.polygon(step.names.front()) == nullptr)
        unknown(Code::unknown_area, owner, "polygon", step.names.front(),
                world.names_of("polygon"));
      if (step.op != Step::Op::in || step.names.empty()) continue;
      if (step.set == Step::Set::group && world.group(step.names.front()) == nullptr)
        unknown(Code::unknown_name, owner, "group", step.names.front(), world.names_of("group"));
      if (step.set == Step::Set::names)
        for (const Symbol name : step.names) word(step.field, name, owner);
    }
  }

  /// A word that no place carries would make an area silently empty.
  void word(Step::Field field, Symbol name, const Area& owner) {
    using Field = Step::Field;
    const world::World& world = room_.world;
    if (field >= Field::administered_by && field <= Field::owner) {
      if (symbols().name(name) != "none" && world.state(name) == nullptr)
        unknown(Code::unknown_state, owner, "state", name, world.names_of("state"));
    } else if (field == Field::id) {
      if (world.place(name).empty())
        unknown(Code::unknown_place, owner, "place", name, world.names_of("place"));
    } else {
      const auto known = words_of(field);
      if (std::ranges::find(known, symbols().name(name)) == known.end())
        unknown(Code::unknown_name, owner, field == Field::asset ? "asset" : "word", name, known);
    }
  }

  /// The words of a column: those of the format (docs/agreements.md), and those that places carry.
  [[nodiscard]] std::vector<std::string> words_of(Step::Field field) const {
    using Field = Step::Field;
    switch (field) {
      case Field::asset:
        return {"territory", "forces", "vessel", "aircraft"};
      case Field::kind:
        return with_places({"homeland", "capital", "island", "territory", "disputed", "base",
                            "sea_area", "strait", "reef", "exclave", "embassy"},
                           &world::Place::kind);
      case Field::continent:
        return with_places(
            {"europe", "asia", "africa", "north_america", "south_america", "oceania", "antarctica"},
            &world::Place::continent);
      case Field::eu:
        return with_places({"yes", "no", "outermost", "associated"}, &world::Place::eu);
      case Field::region:
        return with_places({}, &world::Place::region);
      default:
        return with_places({}, &world::Place::sea);
    }
  }

  [[nodiscard]] std::vector<std::string> with_places(std::set<std::string> words,
                                                     Symbol world::Place::*column) const {
    for (const world::Place& place : room_.world.places)
      words.insert(symbols().name(place.*column));
    return {words.begin(), words.end()};
  }

  /// Areas that lean on one another in a circle would have no meaning.
  void circles() {
    for (const Area& start : agreement_.areas) {
      std::set<Symbol> seen;
      std::vector<Symbol> open = areas_named(start.where);
      while (!open.empty()) {
        const Symbol name = open.back();
        open.pop_back();
        if (name == start.id) {
          add(Code::predicate, start, "area " + quoted(symbols(), start.id) + " leans on itself");
          break;
        }
        if (!seen.insert(name).second) continue;
        for (const Area& area : agreement_.areas)
          if (area.id == name)
            for (const Symbol further : areas_named(area.where)) open.push_back(further);
      }
    }
  }

  const ReadingRoom& room_;
  const Agreement& agreement_;
  std::vector<std::string> known_;
};

}  // namespace

void check_exceptions(const Agreement& agreement, const Symbols& symbols, Faults& faults) {
  ExceptionCheck(agreement, symbols, faults).run();
}

void check_names(const ReadingRoom& room, const Agreement& agreement) {
  NameCheck(room, agreement).run();
}

}  // namespace entente::treaty
