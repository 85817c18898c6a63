#include <algorithm>

#include "analysis/negotiate/findings.h"
#include "analysis/negotiate/rules.h"
#include "base/name.h"
#include "solve/bootstrap.h"
#include "solve/share.h"

namespace entente::analysis {
namespace {

using card::Value;

constexpr card::Column kWinners[] = {
    {"option", "unit of the case", "A position of somebody, or what stands without a decision."},
    {"p", "probability", "To win the election by weight, whatever the rule of the body."},
    {"p_p05", "probability", "5 % of worlds lie below; empty where nothing is varied."},
    {"p_p95", "probability", "5 % lie above."},
    {"carries", "", "Whether it carries under the rule of the body."},
    {"adopted", "", "Whether it is the likeliest that carries, or what stands where none does."},
    {"adopted_in", "share", "Of worlds in which it is adopted; empty where nothing is varied."},
    {"adopted_in_lo", "share", "90 % interval of that share (Wilson)."},
    {"adopted_in_hi", "share", "Its upper end."},
    {"against", "", "Members with a vote who are against."},
};
constexpr card::Column kPath[] = {
    {"round", "count", "From 1."},
    {"mover", "", "Who takes an offer."},
    {"proposer", "", "Whose offer."},
    {"from", "unit of the case", "Where the mover stood."},
    {"to", "unit of the case", "Where it stands after."},
    {"p_win", "probability", "Of the proposer in the contest that is not fought."},
};
constexpr card::Column kRounds[] = {
    {"round", "count", "0 is before any bargain."},
    {"shifts", "count", "Offers taken in it."},
    {"mean", "unit of the case", "Of positions by capability and salience, after it."},
    {"lowest", "unit of the case", "The lowest position after it."},
    {"highest", "unit of the case", "The highest."},
};
constexpr card::Column kBaseline[] = {
    {"measure", "", "What is worked out without any model of contests."},
    {"value", "unit of the case", "As the case stands."},
    {"value_p05", "unit of the case", "5 % of worlds lie below; empty where nothing is varied."},
    {"value_p95", "unit of the case", "5 % lie above."},
    {"error", "unit of the case", "Off what came; empty where the case does not say."},
};
constexpr card::Column kActors[] = {
    {"actor", "", "Who."},
    {"position", "unit of the case", "As the case has it."},
    {"weight", "share", "Capability times salience, of all."},
    {"settles_at", "unit of the case", "After the last bargain."},
    {"stance", "", "For, against or silent on the likeliest option."},
    {"pivotal", "", "Whether its change of mind alone turns the result on that option round."},
    {"source", "", "Where its figures come from."},
};
constexpr card::Column kInstitution[] = {
    {"what", "", "A rule of the body."},
    {"value", "", "What it says."},
    {"source", "", "Where it stands."},
};
constexpr card::Column kAssumptions[] = {
    {"name", "", "A number of the case or of the model."},
    {"value", "as column unit says", "What this run used."},
    {"low", "as column unit says", "Low end of its range."},
    {"high", "as column unit says", "High end."},
    {"unit", "", "The unit of the three."},
    {"at_low", "unit of the case",
     "Mean after the last bargain with it at its low end, all else unchanged."},
    {"at_high", "unit of the case", "At its high end."},
    {"moves", "unit of the case", "The second less the first."},
    {"source", "", "Where value or range come from."},
};
constexpr card::TableSpec kTables[] = {
    {"winners", "Every option: the election, and the rule of the body.", kWinners},
    {"path", "Offers that were taken, in their order.", kPath},
    {"rounds", "Positions round by round.", kRounds},
    {"baseline", "What simpler rules say, and how far off what came.", kBaseline},
    {"actors", "Who wants what, and who could turn the result.", kActors},
    {"institution", "How the body decides, who may ask, what it takes to come in and go.",
     kInstitution},
    {"assumptions", "What the mean after bargains hangs on, the most first.", kAssumptions},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::table, .table = "winners", .most = 12},
    {.mark = card::Mark::table, .table = "baseline"},
    {.mark = card::Mark::table, .table = "rounds", .most = 12},
    {.mark = card::Mark::table, .table = "institution"},
    {.mark = card::Mark::counted, .table = "path"},
    {.mark = card::Mark::counted, .table = "actors"},
    {.mark = card::Mark::table, .table = "assumptions", .most = 5},
};

void add_winners(card::Record& record, const NegotiateFindings& f) {
  card::Table& table = record.table(kTables[0]);
  for (std::size_t i = 0; i < f.options.size(); ++i) {
    std::vector<double> p;
    std::size_t adopted = 0;
    for (const Outcome& one : f.worlds) {
      p.push_back(one.p[i]);
      adopted += one.adopted == i ? 1 : 0;
    }
    const auto stance = stances(f.base.choosers, f.options[i], f.about.status_quo, f.base.rules);
    std::vector<std::string> against;
    for (std::size_t a = 0; a < stance.size(); ++a)
      if (stance[a] < 0 && f.about.actors[a].votes) against.push_back(f.about.actors[a].name);
    const bool varied = !p.empty();
    const auto share =
        varied ? solve::share_of(static_cast<double>(adopted), static_cast<double>(p.size()))
               : solve::Share{};
    const auto sampled = [&](double figure) { return varied ? Value(figure) : Value(); };
    table.row({f.options[i], f.outcome.p[i], varied ? Value(solve::quantile_of(p, 0.05)) : Value(),
               varied ? Value(solve::quantile_of(p, 0.95)) : Value(), Value(f.outcome.carried[i]),
               f.outcome.adopted == i, sampled(share.value), sampled(share.low),
               sampled(share.high), join(against, ", ")});
  }
}

void add_path(card::Record& record, const NegotiateFindings& f) {
  card::Table& path = record.table(kTables[1]);
  std::vector<std::int64_t> shifts(f.path.positions.size(), 0);
  for (const solve::Shift& one : f.path.shifts) {
    ++shifts[one.round];
    path.row({static_cast<std::int64_t>(one.round), f.about.actors[one.mover].name,
              f.about.actors[one.proposer].name, one.from, one.to, one.p_win});
  }
  card::Table& rounds = record.table(kTables[2]);
  for (std::size_t round = 0; round < f.path.positions.size(); ++round) {
    std::vector<solve::Chooser> moved = f.base.choosers;
    const auto& at = f.path.positions[round];
    for (std::size_t a = 0; a < at.size(); ++a) moved[a].ideal = at[a];
    rounds.row({static_cast<std::int64_t>(round), shifts[round], solve::weighted_mean(moved),
                *std::ranges::min_element(at), *std::ranges::max_element(at)});
  }
}

void add_baseline(card::Record& record, const NegotiateFindings& f) {
  card::Table& table = record.table(kTables[3]);
  const auto row = [&](std::string measure, double value, double (*figure)(const Outcome&)) {
    const bool varied = figure != nullptr && !f.worlds.empty();
    const Spread spread = varied ? spread_of(f, figure) : Spread{};
    table.row({std::move(measure), value, varied ? Value(spread.p05) : Value(),
               varied ? Value(spread.p95) : Value(),
               f.about.came ? Value(value - *f.about.came) : Value()});
  };
  row("capability times salience, mean", f.outcome.mean, [](const Outcome& o) { return o.mean; });
  row("capability times salience, median", f.outcome.median,
      [](const Outcome& o) { return o.median; });
  double expected = 0;
  for (std::size_t i = 0; i < f.options.size(); ++i) expected += f.outcome.p[i] * f.options[i];
  row("model: mean of the election", expected, nullptr);
  row("model: mean after the last bargain", f.outcome.bargained,
      f.path_varied ? +[](const Outcome& o) { return o.bargained; } : nullptr);
  row("rule of the body", f.options[f.outcome.adopted], nullptr);
}

void add_actors(card::Record& record, const NegotiateFindings& f) {
  card::Table& table = record.table(kTables[4]);
  const auto top =
      static_cast<std::size_t>(std::ranges::max_element(f.outcome.p) - f.outcome.p.begin());
  const auto stance = stances(f.base.choosers, f.options[top], f.about.status_quo, f.base.rules);
  const auto turns = pivotal(f.about.actors, stance, f.rule);
  double all = 0;
  for (const solve::Chooser& one : f.base.choosers) all += one.weight;
  for (std::size_t a = 0; a < f.about.actors.size(); ++a) {
    const auto& actor = f.about.actors[a];
    const char* const says = !actor.votes    ? "no vote"
                             : stance[a] > 0 ? "for"
                             : stance[a] < 0 ? "against"
                                             : "silent";
    table.row({actor.name, actor.position.value,
               all > 0 ? Value(f.base.choosers[a].weight / all) : Value(),
               f.path.positions.back()[a], std::string(says), Value(bool(turns[a])), actor.source});
  }
}

std::string months(double count) {
  std::string text = std::to_string(count);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void add_institution(card::Record& record, const NegotiateFindings& f) {
  card::Table& table = record.table(kTables[5]);
  const scenario::Institution& body = f.about.institution;
  const auto row = [&](std::string what, std::string value, const std::string& source) {
    if (!value.empty()) table.row({std::move(what), std::move(value), source});
  };
  row("body", body.body, body.source);
  row("rule", std::string(scenario::kDecisionRules[static_cast<std::size_t>(f.rule)]),
      f.rule == body.rule ? body.source : "asked for with --rule");
  row("who may ask", body.invoked_by, body.source);
  std::vector<std::string> blockers;
  // Each alone, against all others.
  for (std::size_t a = 0; a < f.about.actors.size(); ++a) {
    std::vector<int> stance(f.about.actors.size(), 1);
    stance[a] = -1;
    if (f.about.actors[a].votes && !carries(f.about.actors, stance, f.rule))
      blockers.push_back(f.about.actors[a].name);
  }
  const auto voters =
      static_cast<std::size_t>(std::ranges::count_if(f.about.actors, &scenario::Negotiator::votes));
  row("who can block alone",
      blockers.empty()            ? "nobody"
      : blockers.size() == voters ? "each of the " + std::to_string(voters) + " with a vote"
                                  : join(blockers, ", "),
      "follows from the rule");
  row("consent of parliaments",
      body.consent_months > 0
          ? months(body.consent_months) + " months (" + months(body.consent_low) + " to " +
                months(body.consent_high) + ")"
          : "not asked",
      body.consent_source);
  row("accession", body.accession, body.source);
  row("notice of withdrawal",
      body.withdrawal_months > 0 ? months(body.withdrawal_months) + " months" : "none named",
      body.withdrawal_source);
}

}  // namespace

std::span<const card::TableSpec> negotiate_tables() { return kTables; }
std::span<const card::View> negotiate_views() { return kViews; }

void add_tables(card::Record& record, const NegotiateFindings& findings) {
  add_winners(record, findings);
  add_path(record, findings);
  add_baseline(record, findings);
  add_actors(record, findings);
  add_institution(record, findings);
  card::Table& table = record.table(kTables[6]);
  for (const Swing& one : findings.swings)
    table.row({one.name, one.range.value, one.range.low, one.range.high, one.unit, one.low,
               one.high, one.high - one.low, one.source});
}

}  // namespace entente::analysis
