/// What a scenario has to answer with: pools, readiness, days, shares, dependence, figures.
#include "inquiry/diff/scenario_holdings.h"

namespace entente::inquiry {
namespace {

class ForcesHolder {
 public:
  ForcesHolder(const scenario::Library& library, Holdings& into)
      : world_(library.world), into_(into) {}

  void hold() {
    pools();
    readiness();
    deployments();
    distances();
    prepositioned();
    participation();
    theatre_bases();
    home_bases();
    dependencies();
    substitutes();
    price_changes();
    elements();
    figures();
  }

 private:
  const std::string& text(Symbol symbol) const { return world_.symbols.name(symbol); }

  ThingKind& kind(std::string name, std::string told_by) {
    return into_.emplace_back(ThingKind{std::move(name), std::move(told_by), {}});
  }

  void pools() {
    ThingKind& all = kind("pool", "owner, base, element");
    for (const world::Pool& one : world_.pools) {
      Thing thing{name_of({text(one.owner), text(one.base), text(one.element)}), {}};
      hold_number(thing, "amount", one.amount, "units");
      hold_number(thing, "home_defence", one.home_defence, "share");
      if (one.ready) thing.fields.push_back({"ready", *one.ready, "share"});
      if (one.readier) hold_number(thing, "readier", *one.readier, "share");
      hold_number(thing, "added", one.added, "units");
      thing.fields.push_back({"home", one.home, ""});
      all.things.push_back(std::move(thing));
    }
  }

  void readiness() {
    ThingKind& all = kind("readiness", "kind, element, day");
    for (const world::Readiness& one : world_.readiness) {
      Thing thing{name_of({text(one.kind), text(one.element), std::to_string(one.day)}), {}};
      hold_number(thing, "share", one.share, "share");
      all.things.push_back(std::move(thing));
    }
  }

  void deployments() {
    ThingKind& all = kind("deployment", "base, theatre, element, owner");
    for (const world::Deployment& one : world_.deployments) {
      Thing thing{name_of({text(one.base), text(one.theatre), text(one.element), text(one.owner)}),
                  {}};
      hold_number(thing, "days", one.days, "days");
      all.things.push_back(std::move(thing));
    }
  }

  void distances() {
    ThingKind& all = kind("distance", "base, theatre");
    for (const world::Distance& one : world_.distances) {
      Thing thing{name_of({text(one.base), text(one.theatre)}), {}};
      hold_number(thing, "km", one.km, "km");
      all.things.push_back(std::move(thing));
    }
  }

  void prepositioned() {
    ThingKind& all = kind("prepositioned", "owner, from, theatre, element");
    for (const world::Prepositioned& one : world_.prepositioned) {
      Thing thing{name_of({text(one.owner), text(one.from), text(one.theatre), text(one.element)}),
                  {}};
      hold_number(thing, "sets", one.sets, "units");
      hold_number(thing, "days", one.days, "days");
      all.things.push_back(std::move(thing));
    }
  }

  void participation() {
    ThingKind& all = kind("participation", "theatre, state, element");
    for (const world::Participation& one : world_.participations) {
      Thing thing{name_of({text(one.theatre), text(one.state), text(one.element)}), {}};
      hold_number(thing, "share", one.share, "share");
      all.things.push_back(std::move(thing));
    }
  }

  void theatre_bases() {
    ThingKind& all = kind("theatre_base", "theatre, base");
    for (const world::TheatreBase& one : world_.theatre_bases)
      all.things.push_back(
          {name_of({text(one.theatre), text(one.base)}), {{"inside", one.inside, ""}}});
  }

  void dependencies() {
    ThingKind& all = kind("dependency", "user, element, service, supplier");
    for (const world::Dependency& one : world_.dependencies) {
      Thing thing{
          name_of({text(one.user), text(one.element), text(one.service), text(one.supplier)}), {}};
      hold_number(thing, "share", one.share, "share");
      thing.fields.push_back({"hard", one.hard, ""});
      hold_number(thing, "lapse_days", one.lapse_days, "days");
      all.things.push_back(std::move(thing));
    }
  }

  void substitutes() {
    ThingKind& all = kind("substitute", "user, element, service, supplier");
    for (const world::Substitute& one : world_.substitutes) {
      Thing thing{
          name_of({text(one.user), text(one.element), text(one.service), text(one.supplier)}), {}};
      hold_number(thing, "cost", one.cost, "bn USD of 2025");
      hold_number(thing, "months", one.months, "months");
      all.things.push_back(std::move(thing));
    }
  }

  void home_bases() {
    ThingKind& all = kind("home_base", "state, base");
    for (const world::HomeBase& one : world_.home_bases)
      all.things.push_back({name_of({text(one.state), text(one.base)}), {{"home", true, ""}}});
  }

  void price_changes() {
    ThingKind& all = kind("price_change", "state");
    for (const world::PriceChange& one : world_.price_changes) {
      Thing thing{text(one.state), {}};
      hold_number(thing, "factor", one.factor, "");
      all.things.push_back(std::move(thing));
    }
  }

  void elements() {
    ThingKind& all = kind("element", "element");
    for (const world::Element& one : world_.elements) {
      Thing thing{text(one.id), {{"unit", one.unit, ""}}};
      hold_number(thing, "purchase_cost", one.purchase_cost, "bn USD of 2025");
      hold_number(thing, "annual_cost", one.annual_cost, "bn USD of 2025 a year");
      hold_number(thing, "lead_months", one.lead_months, "months");
      hold_number(thing, "lift_tonnes", one.lift_tonnes, "t");
      all.things.push_back(std::move(thing));
    }
  }

  void figures() {
    ThingKind& all = kind("figure", "state, what, where, year");
    for (const world::Figure& one : world_.figures)
      all.things.push_back(
          {name_of({text(one.state), one.what, one.where, std::to_string(one.year)}),
           {{"value", one.value, one.unit}}});
  }

  const world::World& world_;
  Holdings& into_;
};

}  // namespace

void hold_forces(const scenario::Library& library, Holdings& into) {
  ForcesHolder(library, into).hold();
}

}  // namespace entente::inquiry
