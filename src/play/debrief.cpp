#include "play/debrief.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

#include "base/digits.h"
#include "base/name.h"
#include "campaign/crisis/paths.h"

namespace entente::play {
namespace {

using campaign::Stage;
using card::Value;

constexpr std::size_t kMostPaths = 20;

constexpr card::Column kStepColumns[] = {
    {"step", "", "In order."},
    {"round", "", "Of the room; 0 before the first."},
    {"who", "", "A player, chance, or an inject of the facilitator."},
    {"by", "", "person or engine; empty for chance and injects."},
    {"at", "", "Node of the case."},
    {"rung", "0-7", "Of the ladder."},
    {"words", "", "What was done or happened."},
    {"p", "probability", "That the model's player of this type, or chance, would have done so."},
    {"p_even", "probability", "Naive baseline: every move as likely as any."},
    {"worth", "prize", "Of the move to its mover, expected, as far as it could know."},
    {"best", "", "The move worth most to it."},
    {"forgone", "prize", "What that would have been worth beyond the one taken."},
    {"war_before", "probability", "Of war from there, by the model that knows the types."},
    {"war_after", "probability", "After the step."},
};
constexpr card::Column kSeatColumns[] = {
    {"seat", "", "Player of the case."},
    {"by", "", "person or engine, at the end."},
    {"name", "", "Of the person."},
    {"firm", "", "Its private type; empty where it has one only."},
    {"stands", "", "Of an ally: in, delayed, reneged or out; others are in."},
    {"expected", "prize", "Worth of the crisis to it before the first move, by the model."},
    {"worth", "prize", "Of the end that was reached; empty where none was."},
    {"forgone", "prize", "Sum over its moves of what the best would have been worth beyond it."},
};
constexpr card::Column kEndColumns[] = {
    {"end", "", "Of the case."},
    {"title", "", "In words."},
    {"war", "", "Whether it is war."},
    {"expected", "probability", "Before the first move, types not known."},
    {"p", "probability", "The same, types as they were."},
    {"happened", "", "Whether this is how it ended."},
};
constexpr card::Column kPathColumns[] = {
    {"path", "", "Moves and chances, the likeliest first."},
    {"p", "probability", "Of the model, types not known."},
    {"end", "", "Where it leads."},
    {"played", "", "Whether this is what happened."},
};
constexpr card::Column kAssumptionColumns[] = {
    {"name", "", "A number of the case or of the model."},
    {"value", "as column unit says", "At the end of the game, with what injects changed."},
    {"low", "as column unit says", "Low end of its range."},
    {"high", "as column unit says", "High end."},
    {"unit", "", "The unit of the three."},
    {"at_low", "probability", "Of war before the first move with it at its low end."},
    {"at_high", "probability", "At its high end."},
    {"moves", "probability", "The second less the first."},
    {"source", "", "Where value or range come from."},
};
constexpr card::TableSpec kTables[] = {
    {"steps", "What was done, against what the model's players would have done.", kStepColumns},
    {"seats", "Who played, and what it came to.", kSeatColumns},
    {"ends", "How it might have ended.", kEndColumns},
    {"paths", "The ways that the model held likeliest.", kPathColumns},
    {"assumptions", "What the model's odds hang on, the most first.", kAssumptionColumns},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "steps"},
    {.mark = card::Mark::table, .table = "seats"},
    {.mark = card::Mark::table, .table = "ends"},
    {.mark = card::Mark::table, .table = "paths", .most = 6},
    {.mark = card::Mark::table, .table = "assumptions", .most = 6},
};

std::string percent(double p) { return fixed(100 * p, p > 0 && p < 0.005 ? 2 : 0) + " %"; }

/// The words of the play, as paths of the model have them; without injects, which no path has.
std::string way_of(const Room& room) {
  std::vector<std::string> words;
  for (const Step& one : room.steps)
    if (!one.words.empty()) words.push_back(one.words);
  return join(words, "; ");
}

/// Probability of all that was done and happened, types as they were; 0 after an inject that took
/// play elsewhere.
double chance_of(const Room& room) {
  double p = 1;
  for (const Step& one : room.steps) p *= one.p;
  return p;
}

/// Whether an inject took play elsewhere.
bool was_moved(const Room& room) {
  return std::ranges::any_of(room.steps,
                             [](const Step& one) { return one.player < 0 && one.p == 0; });
}

std::string node_at(const Room& room, int place) {
  const Stage& stage = room.model.stage(place);
  const auto at = static_cast<std::size_t>(stage.at);
  return stage.kind == Stage::Kind::end ? room.model.about.ends[at].id
                                        : room.model.about.nodes[at].id;
}

int rung_at(const Room& room, int place) {
  const Stage& stage = room.model.stage(place);
  const auto at = static_cast<std::size_t>(stage.at);
  return stage.kind == Stage::Kind::end ? room.model.about.ends[at].rung
                                        : room.model.about.nodes[at].rung;
}

void add_steps(card::Record& record, const Room& room) {
  card::Table& table = record.table(kTables[0]);
  std::int64_t number = 0;
  for (const Step& one : room.steps) {
    if (one.words.empty()) continue;  // A slip that did not come.
    const bool mover = one.player >= 0;
    const bool jumped = !mover && one.p == 0;
    const std::string who = mover
                                ? room.model.about.players[static_cast<std::size_t>(one.player)].id
                            : jumped ? "inject"
                                     : "chance";
    table.row({++number, one.round, who,
               mover ? Value(std::string(one.engine ? "engine" : "person")) : Value(),
               node_at(room, one.place), static_cast<std::int64_t>(rung_at(room, one.place)),
               one.words, jumped ? Value() : Value(one.p),
               mover ? Value(1.0 / static_cast<double>(room.model.at(one.place).children.size()))
                     : Value(),
               mover ? Value(one.worth) : Value(), mover ? Value(one.best) : Value(),
               mover ? Value(one.best_worth - one.worth) : Value(), one.war_before, one.war_after});
  }
}

double forgone_by(const Room& room, std::size_t player) {
  double sum = 0;
  for (const Step& one : room.steps)
    if (one.player == static_cast<int>(player)) sum += one.best_worth - one.worth;
  return sum;
}

void add_seats(card::Record& record, const Room& room) {
  constexpr const char* kStands[] = {"out", "in", "delayed", "reneged"};
  card::Table& table = record.table(kTables[1]);
  const std::size_t node = room.model.node(room.profile, room.place);
  for (std::size_t i = 0; i < room.seats.size(); ++i) {
    const Seat& seat = room.seats[i];
    const bool two = room.model.bit_of(i) >= 0 && room.round > 0;
    table.row(
        {room.model.about.players[i].id, std::string(seat.person ? "person" : "engine"),
         seat.name.empty() ? Value() : Value(seat.name), two ? Value(seat.firm) : Value(),
         std::string(kStands[static_cast<std::size_t>(room.model.stage(room.place).status[i])]),
         room.round > 0 ? Value(room.worth_at_start[i]) : Value(),
         room.at_end() ? Value(room.model.game.game.nodes[node].payoffs[i]) : Value(),
         forgone_by(room, i)});
  }
}

void add_ends(card::Record& record, const Room& room) {
  card::Table& table = record.table(kTables[2]);
  Belief truth(room.model.profiles(), 0);
  truth[room.profile] = 1;
  const Outlook before = outlook(room.model, room.model.prior(), room.model.root());
  const Outlook known = outlook(room.model, truth, room.model.root());
  const std::string reached = room.at_end() ? node_at(room, room.place) : "";
  for (std::size_t e = 0; e < room.model.about.ends.size(); ++e) {
    const scenario::CrisisEnd& end = room.model.about.ends[e];
    table.row({end.id, end.title, end.war, before.ends[e], known.ends[e], end.id == reached});
  }
}

void add_paths(card::Record& record, const Room& room) {
  card::Table& table = record.table(kTables[3]);
  const std::string way = way_of(room);
  const auto likely =
      campaign::likely_paths(room.model.about, room.model.game, room.model.play, kMostPaths);
  for (const campaign::CrisisPath& one : likely.paths)
    table.row({one.words, one.p, room.model.about.ends[static_cast<std::size_t>(one.end)].id,
               room.at_end() && one.words == way});
}

double war_with(const Room& room, const campaign::CrisisNumber& number, double value) {
  campaign::CrisisWorld world = room.model.world;
  *number.in(world) = value;
  const auto game = campaign::crisis_game(room.model.about, room.model.triggers, world);
  assert(game);  // Its size hangs on case and law alone.
  const auto play = solve::quantal_response(game->game, world.terms.precision);
  double war = 0;
  for (std::size_t i = 0; i < game->stages.size(); ++i)
    if (game->stages[i].kind == Stage::Kind::end &&
        room.model.about.ends[static_cast<std::size_t>(game->stages[i].at)].war)
      war += play.reach[i];
  return war;
}

void add_assumptions(card::Record& record, const Room& room) {
  card::Table& table = record.table(kTables[4]);
  campaign::CrisisWorld world = room.model.world;
  std::vector<std::vector<Value>> rows;
  for (const campaign::CrisisNumber& one : room.model.numbers) {
    const double low = war_with(room, one, one.range.low),
                 high = war_with(room, one, one.range.high);
    rows.push_back({one.name, *one.in(world), one.range.low, one.range.high, one.unit, low, high,
                    high - low, one.source});
  }
  std::ranges::stable_sort(rows, std::greater(), [](const std::vector<Value>& row) {
    return std::abs(std::get<double>(row[7]));
  });
  for (auto& row : rows) table.row(std::move(row));
}

std::string finding_of(const Room& room) {
  std::string text;
  if (room.round == 0) return "The crisis has not begun.";
  text = room.at_end()
             ? "It ended so: " +
                   room.model.about.ends[static_cast<std::size_t>(room.model.stage(room.place).at)]
                       .title +
                   "."
             : "It has not come to an end.";
  text += " Before the first move the model gave war " + percent(room.war_at_start);
  text += was_moved(room)
              ? "; an inject then took play elsewhere."
              : "; what was done and happened had a chance of " + percent(chance_of(room)) + ".";
  const Step* most = nullptr;
  const Step* turn = nullptr;
  for (const Step& one : room.steps) {
    const double change = std::abs(one.war_after - one.war_before);
    if (turn == nullptr || change > std::abs(turn->war_after - turn->war_before)) turn = &one;
    if (one.player >= 0 && !one.engine &&
        (most == nullptr || one.best_worth - one.worth > most->best_worth - most->worth))
      most = &one;
  }
  if (turn != nullptr && !turn->words.empty())
    text += " The step that changed most: " + turn->words + " (war from " +
            percent(turn->war_before) + " to " + percent(turn->war_after) + ").";
  if (most != nullptr && most->best_worth - most->worth > 0.005)
    text += " The dearest move of a person: " + most->words + ", when \"" + most->best +
            "\" was worth " + fixed(most->best_worth - most->worth, 2) + " of the prize more.";
  return text;
}

}  // namespace

std::span<const card::TableSpec> debrief_tables() { return kTables; }
std::span<const card::View> debrief_views() { return kViews; }

card::Record debrief(const Room& room) {
  card::Record record;
  record.exact = room.model.play.residual <= 1e-9;  // Of the fixed point; nothing is sampled.
  record.provenance.seed = room.opening.seed;
  record.finding = finding_of(room);
  record.params = {{"case", {Value(room.model.about.name)}},
                   {"precision", {Value(room.model.world.terms.precision)}}};
  add_steps(record, room);
  add_seats(record, room);
  add_ends(record, room);
  add_paths(record, room);
  add_assumptions(record, room);
  if (std::ranges::any_of(room.steps, [](const Step& one) { return one.player < 0 && one.p == 0; }))
    record.notices.emplace_back(
        "An inject took play elsewhere; the way that was played is on no "
        "path of the model.");
  record.notices.emplace_back(
      "`worth` is what the model expects with what the mover could know; a move that cost much by "
      "it may have been wise for reasons that the case does not hold.");
  record.notices.emplace_back(
      "Stakes, costs and slips are assumptions: read what a move changes, not how likely war is.");
  if (!room.model.about.note.empty()) record.notices.push_back(room.model.about.note);
  record.notices.push_back("Source: " + room.model.about.source + ".");
  return record;
}

}  // namespace entente::play
