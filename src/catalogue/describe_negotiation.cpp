/// What a negotiation of the library says: its actors, its rule and where its numbers come from.
#include <algorithm>

#include "catalogue/describe.h"
#include "scenario/negotiation_file.h"

namespace entente::catalogue {
namespace {

constexpr card::Column kColumns[] = {
    {"actor", "", "Who."},
    {"position", "unit of the case", "What it wants."},
    {"low", "unit of the case", "The least that may be."},
    {"high", "unit of the case", "The most."},
    {"salience", "share", "How much it cares, 0 to 1."},
    {"capability", "unit of the case", "How much it can throw in."},
    {"source", "", "Where these come from."},
};
constexpr card::TableSpec kActors{"actors", "The actors of the negotiation.", kColumns};

}  // namespace

void describe_negotiation(Description& out) {
  const auto& cases = out.library.negotiations;
  const auto found =
      std::ranges::find(cases, out.name, &std::pair<std::string, std::string>::first);
  if (found == cases.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  const auto read = scenario::read_negotiation(*document);
  if (!read) return;
  out.found.push_back("a negotiation of the library: " + read->title);
  out.say("negotiation", "title", read->title);
  out.say("negotiation", "options are in", read->unit);
  out.say("negotiation", "capability is in", read->capability_unit);
  out.say("negotiation", "note", read->note);
  out.say("negotiation", "source", read->source);
  out.say("negotiation", "body", read->institution.body, "", read->institution.source);
  out.say("negotiation", "who may ask", read->institution.invoked_by);
  out.say("negotiation", "run it", "entente negotiate " + out.name);
  card::Table& table = out.record.table(kActors);
  for (const scenario::Negotiator& one : read->actors)
    table.row({one.name, one.position.value, one.position.low, one.position.high,
               one.salience.value, one.capability, one.source});
}

}  // namespace entente::catalogue
