/// What is owed in a scenario: states, agreements and commitments of its day, and readings.
#include <algorithm>

#include "base/name.h"
#include "inquiry/diff/scenario_holdings.h"
#include "treaty/judge.h"

namespace entente::inquiry {
namespace {

class LawHolder {
 public:
  LawHolder(const scenario::Library& library, Holdings& into)
      : library_(library), world_(library.world), into_(into) {}

  void hold() {
    states();
    agreements();
    commitments();
    readings();
  }

 private:
  const std::string& text(Symbol symbol) const { return world_.symbols.name(symbol); }

  ThingKind& kind(std::string name, std::string told_by) {
    return into_.emplace_back(ThingKind{std::move(name), std::move(told_by), {}});
  }

  void states() {
    ThingKind& all = kind("state", "state");
    for (const world::State& one : world_.states)
      if (one.alive.holds(world_.day))
        all.things.push_back({text(one.id), {{"name", one.name, ""}, {"actor", one.is_actor, ""}}});
  }

  void agreements() {
    ThingKind& all = kind("agreement", "agreement");
    for (const treaty::Agreement& one : library_.law.agreements) {
      const bool running =
          one.in_force && *one.in_force <= world_.day && (!one.ended || *one.ended >= world_.day);
      if (!running) continue;
      Thing thing{text(one.id),
                  {{"name", one.name, ""},
                   {"in_force", to_text(*one.in_force), ""},
                   {"form", std::string(word(one.form)), ""},
                   {"rung", static_cast<std::int64_t>(one.rung), "0-5"},
                   {"institution", static_cast<std::int64_t>(one.institution), "0-3"},
                   {"nuclear", one.nuclear, ""},
                   {"parties", parties(one), ""}}};
      if (one.reliability) thing.fields.push_back({"reliability", *one.reliability, "probability"});
      all.things.push_back(std::move(thing));
    }
  }

  std::string parties(const treaty::Agreement& agreement) const {
    std::vector<std::string> names;
    for (const Symbol state :
         treaty::parties_on(agreement, world_, world_.day, library_.readings, library_.law))
      names.push_back(text(state));
    std::ranges::sort(names);
    return join(names, ", ");
  }

  /// Form, institution and backing are those of the agreement and told there.
  void commitments() {
    ThingKind& all = kind("commitment", "promisor, beneficiary, agreement, article");
    for (const world::Commitment& one :
         treaty::commitments_on(library_.law, world_, world_.day, library_.readings))
      all.things.push_back({name_of({text(one.promisor), text(one.beneficiary), text(one.agreement),
                                     text(one.article)}),
                            {{"duty", std::string(word(one.duty)), ""},
                             {"discretion", std::string(word(one.discretion)), ""},
                             {"defensive", one.defensive, ""}}});
  }

  void readings() {
    ThingKind& all = kind("reading", "reading");
    for (const treaty::Reading& one : library_.law.readings) {
      Symbol value = one.fallback;
      for (const auto& [reading, turned] : library_.readings)
        if (reading == one.id) value = turned;
      all.things.push_back({text(one.id), {{"value", text(value), ""}}});
    }
  }

  const scenario::Library& library_;
  const world::World& world_;
  Holdings& into_;
};

}  // namespace

void hold_law(const scenario::Library& library, Holdings& into) { LawHolder(library, into).hold(); }

}  // namespace entente::inquiry
