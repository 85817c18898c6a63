/// What a scenario asks: day, sets, contingencies, weights and assumptions.
#include "inquiry/diff/scenario_holdings.h"

namespace entente::inquiry {
namespace {

using world::Amount;
using world::Contingency;

class PlanHolder {
 public:
  PlanHolder(const scenario::Library& library, Holdings& into)
      : library_(library), plan_(library.plan), into_(into) {}

  void hold() {
    plan();
    sets();
    contingencies();
    amounts("demand", &Contingency::demand);
    amounts("host_supply", &Contingency::host_supply);
    amounts("red_committed", &Contingency::red_committed);
    element_weights();
    uncertainty();
    models();
    doubts();
    assumed();
    denials();
    disruptions();
    pressures();
    umbrellas();
    turns();
    levers();
  }

 private:
  const std::string& text(Symbol symbol) const { return library_.world.symbols.name(symbol); }

  std::string joined(const std::vector<Symbol>& symbols) const {
    std::string all;
    for (const Symbol one : symbols) all += (all.empty() ? "" : ", ") + text(one);
    return all;
  }

  ThingKind& kind(std::string name, std::string told_by) {
    return into_.emplace_back(ThingKind{std::move(name), std::move(told_by), {}});
  }

  void plan() {
    kind("plan", "the plan")
        .things.push_back(
            {"plan",
             {{"date", to_text(library_.world.day), ""},
              {"horizon", static_cast<std::int64_t>(plan_.horizon), "days"},
              {"after_months", static_cast<std::int64_t>(plan_.after_months), "months"},
              {"empty", plan_.empty, ""}}});
  }

  void sets() {
    ThingKind& all = kind("set", "contingencies");
    for (const auto& set : plan_.sets) {
      std::string name;
      for (const Symbol one : set) name += (name.empty() ? "" : "+") + text(one);
      all.things.push_back({std::move(name), {{"asked", true, ""}}});
    }
  }

  void contingencies() {
    ThingKind& all = kind("contingency", "contingency");
    for (const Contingency& one : library_.world.contingencies) {
      Thing thing{
          text(one.id),
          {{"event", one.event, ""}, {"name", one.name, ""}, {"theatre", text(one.theatre), ""}}};
      hold_number(thing, "weight", one.weight, "");
      hold_number(thing, "loss_clock", one.loss_clock, "days");
      if (one.sponsor) {
        thing.fields.push_back({"sponsor", text(one.sponsor), ""});
        hold_number(thing, "link", one.link, "share");
        hold_number(thing, "attribution", one.attribution, "probability");
      }
      all.things.push_back(std::move(thing));
    }
  }

  void amounts(const std::string& name, const std::vector<Amount> Contingency::*rows) {
    ThingKind& all = kind(name, "contingency, element, day");
    for (const Contingency& one : library_.world.contingencies)
      for (const Amount& row : one.*rows) {
        Thing thing{name_of({text(one.id), text(row.element), std::to_string(row.day)}), {}};
        hold_number(thing, "amount", row.units, "units");
        all.things.push_back(std::move(thing));
      }
  }

  void denials() {
    ThingKind& all = kind("denial", "host, theatre");
    for (const scenario::Denial& one : plan_.denials)
      all.things.push_back({name_of({text(one.host), one.theatre ? text(one.theatre) : "all"}),
                            {{"denied", true, ""}}});
  }

  void disruptions() {
    ThingKind& all = kind("disruption", "number");
    for (std::size_t i = 0; i < plan_.disruptions.size(); ++i) {
      const scenario::Disruption& one = plan_.disruptions[i];
      Thing thing{std::to_string(i + 1), {{"states", joined(one.states), ""}}};
      hold_number(thing, "share", one.share, "");
      hold_number(thing, "days", one.days, "days");
      all.things.push_back(std::move(thing));
    }
  }

  void turns() {
    ThingKind& all = kind("turn", "year, promisor, number");
    for (std::size_t i = 0; i < plan_.turns.size(); ++i) {
      const scenario::Turn& one = plan_.turns[i];
      const auto list = [&](const std::vector<Symbol>& agreements) {
        std::string names;
        for (const Symbol each : agreements) names += (names.empty() ? "" : ", ") + text(each);
        return names;
      };
      Thing thing{name_of({std::to_string(one.year), text(one.promisor), std::to_string(i + 1)}),
                  {{"leaves", list(one.leaves), ""}, {"returns", list(one.returns), ""}}};
      if (one.doubt) hold_number(thing, "doubt", *one.doubt, "probits");
      all.things.push_back(std::move(thing));
    }
  }

  void pressures() {
    ThingKind& all = kind("pressure", "number");
    for (std::size_t i = 0; i < plan_.pressures.size(); ++i) {
      const scenario::Pressure& one = plan_.pressures[i];
      Thing thing{std::to_string(i + 1),
                  {{"lever", one.lever, ""},
                   {"contingencies", joined(one.contingencies), ""},
                   {"states", joined(one.states), ""},
                   {"offer", one.offer, ""}}};
      const auto hold = [&](const std::string& name, const std::optional<world::Uncertain>& number,
                            const std::string& unit) {
        if (number) hold_number(thing, name, *number, unit);
      };
      hold("hazard", one.hazard, "");
      hold("conceded", one.conceded, "share of the prize");
      hold("cost", one.cost, "prize");
      hold("slip", one.slip, "probability");
      all.things.push_back(std::move(thing));
    }
  }

  void umbrellas() {
    ThingKind& all = kind("umbrella", "number");
    for (std::size_t i = 0; i < plan_.umbrellas.size(); ++i) {
      const scenario::UmbrellaChange& one = plan_.umbrellas[i];
      Thing thing{std::to_string(i + 1),
                  {{"guarantor", text(one.guarantor), ""}, {"states", joined(one.states), ""}}};
      hold_number(thing, "by", one.by, "probability");
      all.things.push_back(std::move(thing));
    }
  }

  void element_weights() {
    ThingKind& all = kind("element_weight", "element");
    for (const auto& [element, weight] : plan_.element_weights)
      all.things.push_back({text(element), {{"weight", weight, ""}}});
  }

  void uncertainty() {
    ThingKind& all = kind("uncertainty", "assumption");
    for (const auto& [name, range] : plan_.uncertainty)
      all.things.push_back({name, {{"low", range.first, ""}, {"high", range.second, ""}}});
  }

  void models() {
    ThingKind& all = kind("model", "purpose");
    for (const auto& [purpose, card] : plan_.models)
      all.things.push_back({purpose, {{"card", card, ""}}});
  }

  void doubts() {
    ThingKind& all = kind("doubt", "promisor");
    for (const scenario::Doubt& one : plan_.doubts) {
      Thing thing{text(one.promisor), {}};
      hold_number(thing, "mu", one.mu, "probits");
      all.things.push_back(std::move(thing));
    }
  }

  void assumed() {
    ThingKind& all = kind("assumed", "assumption");
    for (const scenario::Assumed& one : plan_.assumed) {
      Thing thing{one.name, {}};
      hold_number(thing, "value", one.value, "");
      all.things.push_back(std::move(thing));
    }
  }

  void levers() {
    ThingKind& all = kind("lever", "lever");
    for (const scenario::Pulled& one : library_.pulled) {
      Thing thing{one.card, {{"in_effect", one.in_effect, ""}}};
      hold_number(thing, "cost", one.cost, "bn USD of 2025 a year");
      hold_number(thing, "delay", one.delay_months, "months");
      all.things.push_back(std::move(thing));
    }
  }

  const scenario::Library& library_;
  const scenario::Plan& plan_;
  Holdings& into_;
};

}  // namespace

void hold_plan(const scenario::Library& library, Holdings& into) {
  PlanHolder(library, into).hold();
}

}  // namespace entente::inquiry
