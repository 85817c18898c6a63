#include <algorithm>
#include <cmath>

#include "analysis/crisis/findings.h"
#include "solve/bootstrap.h"

namespace entente::analysis {
namespace {

using card::Value;

constexpr card::Column kOutcomes[] = {
    {"end", "", "How it ends, by its name in the case."},
    {"title", "", "In words."},
    {"rung", "0-7", "Of the ladder."},
    {"war", "", "Whether strengths decide; else it is settled."},
    {"p", "probability", "As the case stands."},
    {"p_p05", "probability", "5 % of worlds lie below; empty where nothing is varied."},
    {"p_p95", "probability", "5 % lie above."},
    {"p_even", "probability", "Naive baseline: every move as likely as any."},
};
constexpr card::Column kPaths[] = {
    {"path", "", "Moves in their order, with what chance did."},
    {"p", "probability", "Of just this path; types of players not told apart."},
    {"end", "", "Where it leads."},
    {"war", "", "Whether that is war."},
};
constexpr card::Column kMoves[] = {
    {"at", "", "Node of the case."},
    {"rung", "0-7", "Of the node."},
    {"mover", "", "Whose move."},
    {"move", "", "Which; of a bound ally honour, delay or renege."},
    {"reached", "probability", "That play comes there, whoever has joined."},
    {"p", "probability", "Of the move, given that."},
    {"p_firm", "probability", "The same of its firm type; empty where its resolve is known."},
    {"war_if", "probability", "Of war, if it always moved so there and all else were as played."},
    {"change", "probability", "war_if less the probability of war as played."},
};
constexpr card::Column kTriggers[] = {
    {"at", "", "Node of the case where the law is asked."},
    {"event", "", "What it is asked about."},
    {"ally", "", "A player marked as an ally."},
    {"owes", "", "Whether it owes to fight or to assist, and so has a move."},
    {"duty", "", "fight or assist."},
    {"agreement", "", "By which agreement, or which comes nearest."},
    {"article", "", "And which article of it."},
    {"discretion", "", "automatic, own_judgement, on_request or by_vote."},
    {"honour", "probability", "In the game, given that it is asked."},
    {"delay", "probability", "Likewise."},
    {"renege", "probability", "Likewise."},
    {"theta", "probability",
     "Baseline: reliability of the promise by `credibility`, no crisis known."},
    {"because", "", "Of the law."},
};
constexpr card::Column kBargaining[] = {
    {"allies", "", "Who stands with whom: none, or all that are bound at some rung."},
    {"types", "", "Of the first challenger and the first defender: firm or not."},
    {"odds", "probability", "That the challenger's side wins a war."},
    {"low", "share", "Least the challenger would take instead of it."},
    {"high", "share", "Most the defender would give."},
    {"width", "share", "What both would gain by not fighting."},
};
constexpr card::Column kPlayers[] = {
    {"player", "", "Who."},
    {"side", "", "challenger, defender or neutral."},
    {"worth", "prize", "Of the crisis to it, expected, as played."},
    {"worth_even", "prize", "Naive baseline: every move as likely as any."},
};
constexpr card::Column kLadder[] = {
    {"rung", "0-7", "Of the ladder of severity."},
    {"cost", "share of the stake", "Of standing there at the end, as used."},
    {"slip", "probability", "That a move to it slips into war, as used."},
};
constexpr card::Column kSolution[] = {
    {"method", "", "recursion: exact; fixed point: over information sets."},
    {"nodes", "count", "Of the game, a state that several ways lead to counted once."},
    {"sets", "count", "Information sets."},
    {"rounds", "count", "Of the fixed point; 0 for a recursion."},
    {"residual", "probability", "Largest distance of play from the answer to it."},
};
constexpr card::Column kAssumptions[] = {
    {"name", "", "A number of the case or of the model, of which the latter are flags."},
    {"value", "as column unit says", "What this run used."},
    {"low", "as column unit says", "Low end of its range."},
    {"high", "as column unit says", "High end."},
    {"unit", "", "The unit of the three."},
    {"at_low", "probability", "Of war with it at its low end, all else unchanged."},
    {"at_high", "probability", "At its high end."},
    {"moves", "probability", "The second less the first."},
    {"source", "", "Where value or range come from."},
};
constexpr card::Column kBeliefs[] = {
    {"at", "", "Node of the case where somebody moves, or an end."},
    {"rung", "0-7", "Of the ladder."},
    {"player", "", "Whose resolve is private."},
    {"reached", "probability", "That play comes there."},
    {"firm", "probability", "That it is firm, given that play came there (Bayes)."},
    {"before", "probability", "Before the first move."},
};
constexpr card::TableSpec kTables[] = {
    {"outcomes", "How it may end.", kOutcomes},
    {"paths", "How it climbs, the likeliest path first.", kPaths},
    {"moves", "Every move, and what it changes.", kMoves},
    {"triggers", "Who is bound, rung by rung, and what it does.", kTriggers},
    {"bargaining", "What both sides would rather take than fight for.", kBargaining},
    {"players", "What the crisis is worth to whom.", kPlayers},
    {"ladder", "What rungs cost and how they slip.", kLadder},
    {"solution", "How it was solved.", kSolution},
    {"assumptions", "What the answer hangs on, the most first.", kAssumptions},
    {"beliefs", "What others learn of a private resolve on the way; empty where all is known.",
     kBeliefs},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "outcomes"},
    {.mark = card::Mark::table, .table = "paths", .most = 6},
    {.mark = card::Mark::table, .table = "triggers", .most = 8},
    {.mark = card::Mark::table, .table = "bargaining"},
    {.mark = card::Mark::table, .table = "assumptions", .most = 6},
    {.mark = card::Mark::counted, .table = "moves"},
    {.mark = card::Mark::counted, .table = "players"},
    {.mark = card::Mark::counted, .table = "ladder"},
    {.mark = card::Mark::counted, .table = "beliefs"},
    {.mark = card::Mark::table, .table = "solution"},
};

void add_outcomes(card::Record& record, const CrisisFindings& f) {
  card::Table& table = record.table(kTables[0]);
  for (std::size_t e = 0; e < f.about.ends.size(); ++e) {
    std::vector<double> p;
    for (const CrisisEnding& one : f.worlds) p.push_back(one.ends[e]);
    const scenario::CrisisEnd& end = f.about.ends[e];
    table.row({end.id, end.title, static_cast<std::int64_t>(end.rung), end.war, f.now.ends[e],
               p.empty() ? Value() : Value(solve::quantile_of(p, 0.05)),
               p.empty() ? Value() : Value(solve::quantile_of(p, 0.95)), f.even.ends[e]});
  }
}

void add_paths(card::Record& record, const CrisisFindings& f) {
  card::Table& paths = record.table(kTables[1]);
  for (const campaign::CrisisPath& one : f.paths) {
    const scenario::CrisisEnd& end = f.about.ends[static_cast<std::size_t>(one.end)];
    paths.row({one.words, one.p, end.id, end.war});
  }
  card::Table& moves = record.table(kTables[2]);
  for (const MoveFound& one : f.moves)
    moves.row({one.at, static_cast<std::int64_t>(one.rung), one.mover, one.move, one.reached, one.p,
               one.two_types ? Value(one.p_firm) : Value(), one.war_if, one.war_if - f.now.war});
}

void add_triggers(card::Record& record, const CrisisFindings& f) {
  card::Table& table = record.table(kTables[3]);
  for (const campaign::Trigger& trigger : f.triggers)
    for (const campaign::Bound& ally : trigger.allies) {
      const std::string& id = f.about.players[ally.player].id;
      const auto given = [&](std::string_view move) {
        for (const MoveFound& one : f.moves)
          if (one.at == trigger.node && one.mover == id && one.move == move) return Value(one.p);
        return Value();
      };
      table.row({trigger.node, trigger.event, id, ally.owes, ally.duty, ally.agreement,
                 ally.article, ally.discretion, given("honour"), given("delay"), given("renege"),
                 ally.theta ? Value(*ally.theta) : Value(), ally.because});
    }
}

void add_bargaining(card::Record& record, const CrisisFindings& f) {
  card::Table& table = record.table(kTables[4]);
  const int rung = f.about.end(f.about.accident)->rung;
  const auto first = [&](scenario::CrisisSide side) {
    return static_cast<std::size_t>(
        std::ranges::find(f.about.players, side, &scenario::CrisisPlayer::side) -
        f.about.players.begin());
  };
  const std::size_t attacker = first(scenario::CrisisSide::challenger);
  const std::size_t target = first(scenario::CrisisSide::defender);
  const std::size_t players = f.about.players.size();
  const auto two = [&](std::size_t i) { return i < players && f.about.players[i].firm; };
  for (const bool joined : {false, true}) {
    std::vector<actors::CrisisSeat> seats = f.plain.seats;
    bool any = false;
    for (std::size_t i = 0; i < players; ++i) {
      if (!f.about.players[i].ally) continue;
      bool owes = false;
      for (const campaign::Trigger& one : f.triggers)
        for (const campaign::Bound& ally : one.allies)
          owes = owes || (ally.player == i && ally.owes);
      seats[i].status = joined && owes ? actors::AllyStatus::in : actors::AllyStatus::out;
      any = any || owes;
    }
    if (joined && !any) continue;
    for (const bool a : {false, true})
      for (const bool d : {false, true}) {
        if ((a && !two(attacker)) || (d && !two(target))) continue;
        auto typed = seats;
        if (a) typed[attacker].cost *= f.plain.firm_cost[attacker];
        if (d) typed[target].cost *= f.plain.firm_cost[target];
        const auto range = actors::bargaining_range(typed, rung, f.plain.terms);
        const auto said = [](bool firm) { return std::string(firm ? "firm" : "not firm"); };
        table.row({std::string(joined ? "all that are bound" : "none"), said(a) + ", " + said(d),
                   range.odds, range.low, range.high, range.high - range.low});
      }
  }
}

void add_players(card::Record& record, const CrisisFindings& f) {
  constexpr const char* kSides[] = {"challenger", "defender", "neutral"};
  card::Table& players = record.table(kTables[5]);
  const auto even = solve::played(f.game.game, solve::even_play(f.game.game));
  for (std::size_t i = 0; i < f.about.players.size(); ++i)
    players.row({f.about.players[i].id,
                 std::string(kSides[static_cast<std::size_t>(f.about.players[i].side)]),
                 f.play.values.front()[i], even.values.front()[i]});
  card::Table& ladder = record.table(kTables[6]);
  for (int rung = 0; rung < actors::kRungs; ++rung)
    ladder.row({static_cast<std::int64_t>(rung), actors::kRungCost[rung] * f.plain.terms.rung_costs,
                actors::kRungSlip[rung] * f.plain.terms.slips});
  record.table(kTables[7])
      .row({std::string(f.play.exact ? "recursion" : "fixed point"),
            static_cast<std::int64_t>(f.game.game.nodes.size()),
            static_cast<std::int64_t>(f.game.game.sets.size()),
            static_cast<std::int64_t>(f.play.rounds), f.play.residual});
}

/// The posterior of each private type, by place of the case, over all who are of whatever type.
void add_beliefs(card::Record& record, const CrisisFindings& f) {
  card::Table& table = record.table(kTables[9]);
  const auto add = [&](campaign::Stage::Kind kind, std::size_t at, const std::string& id,
                       int rung) {
    for (std::size_t k = 0; k < f.game.uncertain.size(); ++k) {
      double reached = 0, firm = 0;
      for (std::size_t i = 0; i < f.game.stages.size(); ++i) {
        const campaign::Stage& stage = f.game.stages[i];
        if (stage.kind != kind || stage.at != static_cast<int>(at)) continue;
        reached += f.play.reach[i];
        if ((stage.profile >> k & 1) != 0) firm += f.play.reach[i];
      }
      if (reached <= 0) continue;
      const std::size_t player = f.game.uncertain[k];
      table.row({id, static_cast<std::int64_t>(rung), f.about.players[player].id, reached,
                 firm / reached, f.plain.firm[player]});
    }
  };
  for (std::size_t n = 0; n < f.about.nodes.size(); ++n)
    if (f.about.nodes[n].ask.empty())
      add(campaign::Stage::Kind::decision, n, f.about.nodes[n].id, f.about.nodes[n].rung);
  for (std::size_t e = 0; e < f.about.ends.size(); ++e)
    add(campaign::Stage::Kind::end, e, f.about.ends[e].id, f.about.ends[e].rung);
}

void add_assumptions(card::Record& record, const CrisisFindings& f) {
  card::Table& table = record.table(kTables[8]);
  std::vector<std::size_t> order(f.numbers.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto moves = [&](std::size_t i) { return f.swings[i].second - f.swings[i].first; };
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return std::abs(moves(a)) > std::abs(moves(b)); });
  for (const std::size_t i : order) {
    const campaign::CrisisNumber& one = f.numbers[i];
    table.row({one.name, one.range.value, one.range.low, one.range.high, one.unit,
               f.swings[i].first, f.swings[i].second, moves(i), one.source});
  }
}

}  // namespace

std::span<const card::TableSpec> crisis_tables() { return kTables; }
std::span<const card::View> crisis_views() { return kViews; }

void add_tables(card::Record& record, const CrisisFindings& findings) {
  add_outcomes(record, findings);
  add_paths(record, findings);
  add_triggers(record, findings);
  add_bargaining(record, findings);
  add_players(record, findings);
  add_assumptions(record, findings);
  add_beliefs(record, findings);
}

}  // namespace entente::analysis
