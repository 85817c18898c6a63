/// A tiny world with a law that tests write line by line. Only for tests.
///
/// USA, GBR and FRA are neighbours over the Atlantic, RUS follows soviet_union and DEU follows
/// germany; `raiders` are no state. `pact` makes an agreement that runs from 1950-01-01.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "treaty/judge.h"

namespace entente::treaty::test {

inline Date day(std::string_view iso) { return parse_date(iso).value(); }

class TestWorld {
 public:
  TestWorld() {
    state("USA", "United States", {});
    state("GBR", "United Kingdom", {});
    state("FRA", "France", {});
    state("ITA", "Italy", {});
    state("soviet_union", "Soviet Union", {day("1917-11-07"), day("1991-12-25")}, {"RUS"});
    state("RUS", "Russia", {day("1991-12-26"), kAlwaysAfter});
    state("germany", "German Reich", {day("1871-01-18"), day("1945-06-05")}, {"DEU"});
    state("DEU", "Germany", {day("1949-05-23"), kAlwaysAfter});
    state("raiders", "Raiders", {});
    world.states.back().is_actor = true;

    place("homeland_usa", "homeland", "USA", "north_america", 39, -98);
    place("homeland_gbr", "homeland", "GBR", "europe", 52, -1);
    place("homeland_fra", "homeland", "FRA", "europe", 47, 2);
    place("homeland_ita", "homeland", "ITA", "europe", 42, 12);
    place("homeland_rus", "homeland", "RUS", "europe", 55, 37);
    place("homeland_deu", "homeland", "DEU", "europe", 51, 10);
    place("hawaii", "island", "USA", "oceania", 21, -157);
    place("atlantic", "sea_area", "none", "", 40, -40).sea = at("atlantic");
    auto& rock = place("rock", "disputed", "GBR", "europe", 57, -13);
    rock.sovereign = at("none");
    rock.claimed_by = {at("FRA"), at("germany")};

    means("armed_force", "attack", 5);
    means("ramming", "grey_zone", 3.4);
    means("water_cannon", "grey_zone", 2.5);
    means("nuclear_threat", "threat", 6);
    means("bombing", "terrorism", 4.2);
    means("flood", "disaster", 3);
    means("call_up", "mobilisation", 2);
    means("takeover", "occupation", 3);
    means("uprising", "insurgency", 3.8);

    group("europeans", {"GBR", "FRA", "ITA", "DEU"});
    group("others", {"europeans"});
    world.groups.back().complement = true;
    world.polygons.push_back({at("box"), {{30, -60}, {60, -60}, {60, -20}, {30, -20}}, {}});
    world.day = day("2026-07-01");

    reading("frozen_membership", {"counts", "does_not_count"});
    reading("suspended_legs", {"do_not_count", "count"});
    reading("attacker_is_party", {"text", "practice"});
    reading("non_state_attackers", {"practice", "text"});
    reading("secret_clauses", {"counted", "ignored"});
    reading("universal_law", {"apart", "counted"});
    reading("death_by_ramming", {"counted", "ignored"});
    reading("membership", {"counts", "does_not"});
    // The tests hold references into the law while they write it.
    law.agreements.reserve(16);
    world.index();
  }

  Symbol at(std::string_view name) { return world.symbols.intern(name); }
  std::vector<Symbol> all(const std::vector<std::string>& names) {
    std::vector<Symbol> symbols;
    for (const auto& name : names) symbols.push_back(at(name));
    return symbols;
  }
  [[nodiscard]] const std::string& name(Symbol symbol) const { return world.symbols.name(symbol); }
  [[nodiscard]] std::string names(const std::vector<Symbol>& symbols) const {
    std::string text;
    for (const Symbol symbol : symbols) text += (text.empty() ? "" : " ") + name(symbol);
    return text;
  }

  /// A treaty of these parties, signed on 1949-04-04 and in force from 1950-01-01 without end.
  Agreement& pact(std::string_view id, const std::vector<std::string>& parties) {
    Agreement made;
    made.id = at(id);
    made.name = std::string(id);
    made.rung = 4;
    made.signed_on = day("1949-04-04");
    made.in_force = day("1950-01-01");
    for (const auto& party : parties) {
      Party one;
      one.state = at(party);
      one.spell = {*made.in_force, kAlwaysAfter};
      made.parties.push_back(one);
    }
    return law.agreements.emplace_back(std::move(made));
  }

  /// An article of the pact: by default all owe it to the others when they are attacked.
  Article& article(Agreement& agreement, std::string_view label, Duty duty) {
    Article made;
    made.label = at(label);
    made.duty = duty;
    made.beneficiaries.who = PartySet::Who::others;
    if (duty == Duty::consult) made.threshold = Threshold::consult;
    if (duty == Duty::not_attack) made.threshold = Threshold::attack;
    return agreement.articles.emplace_back(std::move(made));
  }

  /// An exception without conditions; it owes nothing for reason `exempt`.
  Exception& exception(Agreement& agreement, std::string_view label, std::string_view to) {
    Exception made;
    made.label = at(label);
    made.to = at(to);
    made.reason = "exempt";
    return agreement.exceptions.emplace_back(std::move(made));
  }

  PartySet listed(const std::vector<std::string>& names) {
    return {.who = PartySet::Who::listed, .states = all(names), .group = {}};
  }

  /// An area of the agreement. REQUIRES: a good predicate.
  Symbol area(Agreement& agreement, std::string_view id, std::string_view where) {
    Area made;
    made.id = at(id);
    made.where = parse_predicate(where, world.symbols).value();
    agreement.areas.push_back(std::move(made));
    return at(id);
  }

  void read_as(std::string_view id, std::string_view value) {
    readings.emplace_back(at(id), at(value));
  }

  Party& party(Agreement& agreement, std::string_view state) {
    for (Party& one : agreement.parties)
      if (one.state == at(state)) return one;
    agreement.parties.emplace_back().state = at(state);
    agreement.parties.back().spell = {*agreement.in_force, kAlwaysAfter};
    return agreement.parties.back();
  }

  /// The event and facts of these lines. REQUIRES: good lines.
  Event event(std::string_view line) { return event_from(line, world).value(); }
  std::vector<Fact> facts(const std::vector<std::string>& lines, Date on) {
    std::vector<Fact> list;
    for (const auto& line : lines) list.push_back(fact_from(line, world, on).value());
    return list;
  }

  Judgement judged(std::string_view line, const std::vector<std::string>& given = {}) {
    index_law(law, world);
    const Event what = event(line);
    return judge(law, world, what, facts(given, what.on), readings);
  }

  /// `STATE:duty:agreement:article`, with a blank between.
  std::string owed(std::string_view line, const std::vector<std::string>& given = {}) {
    std::string text;
    for (const Verdict& v : judged(line, given).verdicts)
      text += (text.empty() ? "" : " ") + name(v.state) + ":" + std::string(word(v.duty)) + ":" +
              name(v.agreement) + ":" + name(v.article);
    return text;
  }

  /// The reasons why `who` owes nothing under the agreement, with a blank between.
  std::string silent(std::string_view who, std::string_view agreement, std::string_view line,
                     const std::vector<std::string>& given = {}) {
    std::string text;
    for (const Silence& s : judged(line, given).silent)
      if (s.state == at(who) && s.agreement == at(agreement))
        text += (text.empty() ? "" : " ") + s.reason;
    return text;
  }

  world::World world;
  Law law;
  Readings readings;

 private:
  void state(std::string_view id, std::string title, Spell alive,
             const std::vector<std::string>& successors = {}) {
    world::State made;
    made.id = at(id);
    made.name = std::move(title);
    made.alive = alive;
    made.successors = all(successors);
    world.states.push_back(std::move(made));
  }

  world::Place& place(std::string_view id, std::string_view kind, std::string_view owner,
                      std::string_view continent, double lat, double lon) {
    world::Place made;
    made.id = at(id);
    made.kind = at(kind);
    made.administered_by = made.sovereign = at(owner);
    made.continent = made.region = at(continent);
    made.eu = at("no");
    made.lat = lat;
    made.lon = lon;
    return world.places.emplace_back(std::move(made));
  }

  void means(std::string_view id, std::string_view kind, double severity) {
    world::Means made;
    made.id = at(id);
    made.kind = at(kind);
    made.severity = severity;
    world.means.push_back(std::move(made));
  }

  void group(std::string_view id, const std::vector<std::string>& members) {
    world::Group made;
    made.id = at(id);
    for (const auto& member : members) made.members.push_back({at(member), {}});
    world.groups.push_back(std::move(made));
  }

  void reading(std::string_view id, const std::vector<std::string>& values) {
    Reading made;
    made.id = at(id);
    made.values = all(values);
    made.fallback = made.values.front();
    law.readings.push_back(std::move(made));
  }
};

}  // namespace entente::treaty::test
