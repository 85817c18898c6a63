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
  if (a.reading.reading && a.reading.reading == b.reading.reading && a.reading.value != b.reading.value)
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
    for (const Article& article : agreement_.articles) known.push_back(symbols_.name(article.label));
    for (const Exception& one : agreement_.exceptions) known.push_back(symbols_.name(one.label));
    for (const Exception& one : agreement_.exceptions) {
      const auto& to = symbols_.name(one.to);
      if (std::ranges::find(known, to) == known.end())
        add(Code::dangling_exception, one.where,
            "exception " + quoted(symbols_, one.label) + " overrides `" + to + "`, and there is no such rule",
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
          const bool first = std::ranges::none_of(agreement_.exceptions, [&](const Exception& other) {
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
              "exceptions " + quoted(symbols_, a.label) + " and " + quoted(symbols_, b.label) + " to " +
                  quoted(symbols_, a.to) + " can hold together and owe different things",
              "make their conditions disjoint, or let one override the other");
  }

  const Agreement& agreement_;
  const Symbols& symbols_;
  Faults& faults_;
};

class NameCheck {
 public:
  NameCheck(const ReadingRoom& room, const Agreement& agreement) : room_(room), agreement_(agreement) {
    for (const Area& area : agreement.areas) known_.push_back(symbols().name(area.id));
    for (const Area& area : room.shared) known_.push_back(symbols().name(area.id));
  }

  void run() {
    for (const Area& area : agreement_.areas) predicate(area);
    for (const Article& article : agreement_.articles) {
      for (const Symbol name : {article.area.territory, article.area.forces, article.area.vessel,
                                article.area.aircraft})
        area(name, article.where, article.label);
      for (const Symbol kind : article.kinds) check_kind(kind, article);
    }
    for (const Exception& exception : agreement_.exceptions)
      area(exception.area, exception.where, exception.label);
    circles();
  }

 private:
  [[nodiscard]] const Symbols& symbols() const { return room_.world.symbols; }

  void area(Symbol name, const Where& where, Symbol user) {
    if (!name || !reported_.insert({name, user}).second) return;
    const auto& text = symbols().name(name);
    if (std::ranges::find(known_, text) != known_.end()) return;
    room_.faults.push_back({Code::unknown_area, where,
                            quoted(symbols(), user) + " names the area `" + text + "`, which nobody defined",
                            did_you_mean(text, known_)});
  }

  void check_kind(Symbol kind, const Article& article) {
    std::vector<std::string> kinds;
    for (const auto& means : room_.world.means) {
      if (means.kind == kind) return;
      kinds.push_back(symbols().name(means.kind));
    }
    room_.faults.push_back({Code::unknown_name, article.where,
                            "there is no kind of means " + quoted(symbols(), kind),
                            did_you_mean(symbols().name(kind), kinds)});
  }

  void predicate(const Area& owner) {
    const Where where{room_.file, 0, 0};
    for (const Symbol name : areas_named(owner.where)) area(name, where, owner.id);
    for (const Step& step : owner.where.steps) {
      if (step.op == Step::Op::within && room_.world.polygon(step.names.front()) == nullptr)
        room_.faults.push_back({Code::unknown_area, where,
                                "there is no polygon " + quoted(symbols(), step.names.front()),
                                did_you_mean(symbols().name(step.names.front()),
                                             room_.world.names_of("polygon"))});
      if (step.op != Step::Op::in || step.names.empty()) continue;
      if (step.set == Step::Set::group && room_.world.group(step.names.front()) == nullptr)
        room_.faults.push_back({Code::unknown_name, where,
                                "there is no group " + quoted(symbols(), step.names.front()),
                                did_you_mean(symbols().name(step.names.front()),
                                             room_.world.names_of("group"))});
      if (step.set == Step::Set::names) check_words(step, owner);
    }
  }

  /// Words that no place carries would make an area silently empty.
  void check_words(const Step& step, const Area& owner) {
    using Field = Step::Field;
    const bool state = step.field >= Field::administered_by && step.field <= Field::owner;
    for (const Symbol name : step.names) {
      const auto& text = symbols().name(name);
      const Where where{room_.file, 0, 0};
      if (state && text != "none" && room_.world.state(name) == nullptr)
        room_.faults.push_back({Code::unknown_state, where,
                                "area " + quoted(symbols(), owner.id) + " names the state `" + text +
                                    "`, which the library does not have",
                                did_you_mean(text, room_.world.names_of("state"))});
      if (step.field == Field::id && room_.world.place(name).empty())
        room_.faults.push_back({Code::unknown_place, where,
                                "area " + quoted(symbols(), owner.id) + " names the place `" + text +
                                    "`, which the library does not have",
                                did_you_mean(text, room_.world.names_of("place"))});
    }
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
          room_.faults.push_back({Code::predicate, {room_.file, 0, 0},
                                  "area " + quoted(symbols(), start.id) + " leans on itself", ""});
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
  std::set<std::pair<Symbol, Symbol>> reported_;
};

}  // namespace

void check_exceptions(const Agreement& agreement, const Symbols& symbols, Faults& faults) {
  ExceptionCheck(agreement, symbols, faults).run();
}

void check_names(const ReadingRoom& room, const Agreement& agreement) {
  NameCheck(room, agreement).run();
}

}  // namespace entente::treaty
