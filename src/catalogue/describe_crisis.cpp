/// What a crisis of the library says: who plays, what may be done, how it may end.
#include <algorithm>

#include "base/name.h"
#include "catalogue/describe.h"
#include "scenario/crisis_file.h"

namespace entente::catalogue {
namespace {

constexpr card::Column kPlayerColumns[] = {
    {"player", "", "Who."},
    {"side", "", "challenger, defender or neutral."},
    {"ally", "", "Whether it moves only where law binds it, or joins of its own will."},
    {"stake", "prize", "What the whole prize is worth to it."},
    {"stake_low", "prize", "Low end."},
    {"stake_high", "prize", "High end."},
    {"strength", "of the case", "In a war over it."},
    {"democracy", "index", "How far its public can punish it for giving way."},
    {"firm", "probability", "That it bears war more easily than others think; empty if known."},
};
constexpr card::Column kNodeColumns[] = {
    {"node", "", "Where."},
    {"rung", "0-7", "Of the ladder."},
    {"mover", "", "Who moves; or the event that law is asked about."},
    {"moves", "", "What may be done, and where that leads."},
};
constexpr card::Column kEndColumns[] = {
    {"end", "", "How it may end."},
    {"title", "", "In words."},
    {"rung", "0-7", "Of the ladder."},
    {"share", "share", "Of the prize that goes to the challenger; empty where war decides."},
};
constexpr card::TableSpec kPlayers{"players", "Who plays.", kPlayerColumns};
constexpr card::TableSpec kNodes{"nodes", "What may be done.", kNodeColumns};
constexpr card::TableSpec kEnds{"ends", "How it may end.", kEndColumns};

}  // namespace

void describe_crisis(Description& out) {
  const auto& cases = out.library.crises;
  const auto found =
      std::ranges::find(cases, out.name, &std::pair<std::string, std::string>::first);
  if (found == cases.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  const auto read = scenario::read_crisis(*document);
  if (!read) return;
  out.found.push_back("a crisis of the library: " + read->title);
  out.say("crisis", "title", read->title);
  out.say("crisis", "note", read->note);
  out.say("crisis", "source", read->source);
  out.say("crisis", "confidence", read->confidence);
  out.say("crisis", "run it", "entente crisis " + out.name);
  constexpr const char* kSides[] = {"challenger", "defender", "neutral"};
  card::Table& players = out.record.table(kPlayers);
  for (const scenario::CrisisPlayer& one : read->players)
    players.row({one.id, std::string(kSides[static_cast<std::size_t>(one.side)]), one.ally,
                 one.stake.value, one.stake.low, one.stake.high, one.strength.value,
                 one.democracy.value, one.firm ? card::Value(one.firm->value) : card::Value()});
  card::Table& nodes = out.record.table(kNodes);
  for (const scenario::CrisisNode& one : read->nodes) {
    std::vector<std::string> moves;
    for (const scenario::CrisisMove& move : one.moves)
      moves.push_back(move.name + " -> " + move.to +
                      (move.otherwise.empty() ? "" : " or " + move.otherwise));
    if (!one.ask.empty()) moves = {"joined -> " + one.joined, "alone -> " + one.alone};
    nodes.row({one.id, static_cast<std::int64_t>(one.rung),
               one.ask.empty() ? one.mover : "law: " + one.ask, join(moves, "; ")});
  }
  card::Table& ends = out.record.table(kEnds);
  for (const scenario::CrisisEnd& one : read->ends)
    ends.row({one.id, one.title, static_cast<std::int64_t>(one.rung),
              one.war || one.middle ? card::Value() : card::Value(one.share.value)});
}

}  // namespace entente::catalogue
