/// What the law says of a name.
#include "catalogue/describe.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::TableSpec;
using treaty::Agreement;

constexpr Column kPartyColumns[] = {
    {"state", "", "The party."},
    {"from", "", "First day as a party."},
    {"to", "", "Last day; empty: open."},
    {"note", "", "Disputed, frozen, or a remark."},
    {"source", "", "Where it comes from, if not the agreement's own source."},
};
constexpr TableSpec kParties{"parties", "Who is party and when.", kPartyColumns};

constexpr Column kSuspensionColumns[] = {
    {"state_a", "", "One side."}, {"state_b", "", "The other."},
    {"from", "", "First day."},   {"to", "", "Last day; empty: open."},
    {"note", "", "A remark."},    {"source", "", "Its source."},
};
constexpr TableSpec kSuspensions{"suspensions", "Legs that do not run.", kSuspensionColumns};

constexpr Column kArticleColumns[] = {
    {"article", "", "As cited."},
    {"duty", "", "What is owed."},
    {"discretion", "", "Who decides."},
    {"trigger", "", "What sets it off."},
    {"threshold", "", "The severity an event must reach."},
    {"promisors", "", "Who owes it."},
    {"beneficiaries", "", "To whom."},
    {"adversary", "", "Against whom."},
    {"area", "", "Where; empty: anywhere."},
    {"from", "", "First day, if its own."},
    {"to", "", "Last day, if its own."},
    {"reading", "", "Under which reading only."},
    {"text", "", "What it says, in other words."},
    {"source", "", "Its source."},
};
constexpr TableSpec kArticles{"articles", "General rules.", kArticleColumns};

constexpr Column kExceptionColumns[] = {
    {"exception", "", "As cited."},
    {"to", "", "What it overrides."},
    {"duty", "", "What is owed instead."},
    {"reason", "", "Why nothing is owed."},
    {"reading", "", "Under which reading only."},
    {"text", "", "What it says, in other words."},
    {"source", "", "Its source."},
};
constexpr TableSpec kExceptions{"exceptions", "What overrides a rule.", kExceptionColumns};

constexpr Column kAreaColumns[] = {
    {"area", "", "Its id."},
    {"from", "", "First day."},
    {"to", "", "Last day; empty: open."},
    {"summary", "", "What it covers."},
    {"source", "", "Its source."},
};
constexpr TableSpec kAreas{"areas", "Areas of the agreement.", kAreaColumns};

constexpr Column kExampleColumns[] = {
    {"event", "", "What happens."},
    {"given", "", "Facts known before."},
    {"expect", "", "What must come of it."},
    {"why", "", "The reason."},
};
constexpr TableSpec kExamples{"examples", "Cases the file states itself.", kExampleColumns};

constexpr Column kValueColumns[] = {{"value", "", "What the switch may be."},
                                    {"meaning", "", "What it means."},
                                    {"default", "", "Whether it holds where nothing is said."}};
constexpr TableSpec kValues{"values", "The values of the reading.", kValueColumns};

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : "; ") + item;
  return all;
}

std::string whom(const Description& out, const treaty::PartySet& set) {
  switch (set.who) {
    case treaty::PartySet::Who::all:
      return "all";
    case treaty::PartySet::Who::others:
      return "others";
    case treaty::PartySet::Who::listed:
      return out.texts(set.states);
    case treaty::PartySet::Who::group:
      return out.text(set.group);
  }
  return "";
}

std::string against(const Description& out, const treaty::Adversary& adversary) {
  const auto both = [&](const std::vector<Symbol>& states, const std::vector<Symbol>& groups) {
    const std::string a = out.texts(states), b = out.texts(groups);
    return a.empty() || b.empty() ? a + b : a + ", " + b;
  };
  std::string words = both(adversary.states, adversary.groups);
  if (words.empty()) words = adversary.third ? "third" : "any";
  const std::string excluded = both(adversary.not_states, adversary.not_groups);
  return excluded.empty() ? words : words + " but " + excluded;
}

std::string where(const Description& out, const treaty::AreaOf& area) {
  const std::pair<const char*, Symbol> parts[] = {{"territory", area.territory},
                                                  {"forces", area.forces},
                                                  {"vessel", area.vessel},
                                                  {"aircraft", area.aircraft}};
  if (!area.limited && area.territory == area.forces && area.territory == area.vessel &&
      area.territory == area.aircraft) {
    return out.text(area.territory);
  }
  std::string words;
  for (const auto& [asset, id] : parts) {
    if (id) words += (words.empty() ? "" : ", ") + std::string(asset) + " " + out.text(id);
  }
  return words;
}

std::string under(const Description& out, const treaty::ReadingIs& reading) {
  return reading.reading ? out.text(reading.reading) + "=" + out.text(reading.value) : "";
}

/// Days of a part, left empty where they are those of the whole.
std::string own(Date day, Date whole) { return day == whole ? "" : to_text(day); }

void add_people(Description& out, const Agreement& agreement) {
  card::Table& parties = out.record.table(kParties);
  for (const auto& party : agreement.parties) {
    std::string note = under(out, party.disputed);
    if (party.frozen) note += note.empty() ? "frozen" : "; frozen";
    if (!party.note.empty()) note += (note.empty() ? "" : "; ") + party.note;
    parties.row({out.text(party.state), to_text(party.spell.from), to_text(party.spell.to), note,
                 party.source});
  }
  if (agreement.suspensions.empty()) return;
  card::Table& suspensions = out.record.table(kSuspensions);
  for (const auto& one : agreement.suspensions) {
    suspensions.row({out.text(one.a), out.text(one.b), to_text(one.spell.from),
                     to_text(one.spell.to), one.note, one.source});
  }
}

void add_rules(Description& out, const Agreement& agreement) {
  const Date begun = agreement.in_force.value_or(kAlwaysBefore);
  const Date ended = agreement.ended.value_or(kAlwaysAfter);
  card::Table& articles = out.record.table(kArticles);
  for (const auto& rule : agreement.articles) {
    const std::string duty(world::word(rule.duty));
    articles.row({out.text(rule.label), rule.reason.empty() ? duty : duty + ": " + rule.reason,
                  std::string(world::word(rule.discretion)),
                  std::string(treaty::word(rule.trigger)),
                  std::string(treaty::word(rule.threshold)), whom(out, rule.promisors),
                  whom(out, rule.beneficiaries), against(out, rule.adversary),
                  where(out, rule.area), own(rule.spell.from, begun), own(rule.spell.to, ended),
                  under(out, rule.reading), rule.text, rule.source});
  }
  if (agreement.exceptions.empty()) return;
  card::Table& exceptions = out.record.table(kExceptions);
  for (const auto& one : agreement.exceptions) {
    exceptions.row({out.text(one.label), out.text(one.to), std::string(world::word(one.duty)),
                    one.reason, under(out, one.reading), one.text, one.source});
  }
}

void add_rest(Description& out, const Agreement& agreement) {
  if (!agreement.areas.empty()) {
    card::Table& areas = out.record.table(kAreas);
    for (const auto& area : agreement.areas) {
      areas.row({out.text(area.id), to_text(area.spell.from), to_text(area.spell.to), area.summary,
                 area.source});
    }
  }
  if (agreement.examples.empty()) return;
  card::Table& examples = out.record.table(kExamples);
  for (const auto& one : agreement.examples) {
    examples.row({one.event, joined(one.given), joined(one.expect), one.why});
  }
}

}  // namespace

void describe_agreement(Description& out) {
  const Symbol id = out.library.world.symbols.find(out.name);
  const Agreement* agreement = id ? out.library.law.find(id) : nullptr;
  if (agreement == nullptr) return;
  constexpr std::string_view kKind = "agreement";
  out.found.push_back("the agreement " + agreement->name);
  out.say(kKind, "name", agreement->name);
  out.say(kKind, "form", std::string(world::word(agreement->form)));
  out.say(kKind, "rung", std::to_string(agreement->rung), "0 to 5");
  out.say(kKind, "institution", std::to_string(agreement->institution), "0 to 3");
  if (agreement->nuclear) out.say(kKind, "nuclear", "yes");
  out.say(kKind, "publicity", agreement->publicity);
  out.say(kKind, "signed", to_text(agreement->signed_on));
  out.say(kKind, "in force", agreement->in_force ? to_text(*agreement->in_force) : "never");
  if (agreement->ended) out.say(kKind, "ended", to_text(*agreement->ended));
  if (agreement->kept_apart) out.say(kKind, "kept apart", "it gives no verdict of alliance law");
  out.say(kKind, "atop", agreement->atop, "", "ATOP 5.1");
  out.say(kKind, "summary", agreement->summary);
  out.say(kKind, "note", agreement->note);
  out.say(kKind, "source", agreement->source);
  out.say(kKind, "confidence", std::string(1, agreement->confidence));
  add_people(out, *agreement);
  add_rules(out, *agreement);
  add_rest(out, *agreement);
}

void describe_reading(Description& out) {
  const Symbol id = out.library.world.symbols.find(out.name);
  const treaty::Reading* reading = id ? out.library.law.reading(id) : nullptr;
  if (reading == nullptr) return;
  out.found.push_back("a reading of disputed law: " + reading->question);
  out.say("reading", "question", reading->question);
  out.say("reading", "default", out.text(reading->fallback));
  out.say("reading", "source", reading->source);
  card::Table& values = out.record.table(kValues);
  for (std::size_t i = 0; i < reading->values.size(); ++i) {
    values.row({out.text(reading->values[i]),
                i < reading->meanings.size() ? reading->meanings[i] : std::string(),
                reading->values[i] == reading->fallback});
  }
}

}  // namespace entente::catalogue
