#include "analysis/arsenal/arsenal.h"

#include <algorithm>
#include <array>

#include "analysis/arsenal/tables.h"
#include "campaign/stopped.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr card::Field kHorizon[] = {
    {.name = "horizon_days",
     .type = card::Type::integer,
     .unit = "days",
     .help = "How long use, output and transfers are followed.",
     .fallback = "180",
     .low = 1,
     .high = 3650},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kHorizon) + kArsenalAssumptions.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const card::Field& field : kHorizon) fields[at++] = field;
  for (const auto& one : kArsenalAssumptions) fields[at++] = one.field;
  for (const card::Field& field : kFields) fields[at++] = field;
  return fields;
}();

/// Fills in what stands beside: stocks over the use of the first day, the largest stock alone.
void add_baselines(ArsenalFindings& findings, const ArmouryNumbers& numbers) {
  const ArsenalQuestion& q = findings.question;
  for (const Magazine& one : q.magazines) {
    double use = 0, stocks = 0;
    for (const int which : one.uses) use += at(numbers.paths, which).per_day;
    for (const HolderCase& holder : q.armoury.holders)
      if (at(q.armoury.stocks, holder.stock).munition == one.munition &&
          may_fire(q.question.situation, q.armoury, holder, one.uses))
        stocks += holder.part * at(numbers.stock, holder.stock);
    findings.baseline.push_back(use > 0 ? stocks / use : q.premises.days);
    findings.alone.push_back(one.largest < 0 ? 0 : days_alone(numbers, one.largest, one.uses));
  }
}

void add_orders(ArsenalFindings& findings, const ArmouryNumbers& numbers) {
  const ArsenalQuestion& q = findings.question;
  for (const ArsenalMove& one : q.moves) {
    const bool order = one.mover == Mover::ordered_before || one.mover == Mover::ordered_now;
    findings.bought.push_back(order ? rounds_bought(q.armoury, numbers, one.which, kOrder) : 0);
  }
}

void add_notices(Record& record) {
  record.notices.emplace_back(
      "Most stocks, and nearly all use rates, are estimates of this project with confidence C; "
      "read the spread, and `describe MUNITION` for sources.");
  record.notices.emplace_back(
      "A class of munitions is counted as one, though its types do not fit one another's "
      "launchers; losses of stocks to attack are not counted. Both make days too many.");
}

Result<Record> run(const Request& request) {
  auto read = read_question(request.library, request.arguments);
  if (!read) return read.error();
  const Question& question = *read;
  const auto armoury = lay_out_munitions(request.library, question.situation);
  if (!armoury) return armoury.error();
  const ArsenalPremises premises = read_arsenal(request.library, request.arguments);
  const Symbols& symbols = request.library.world.symbols;
  const ArsenalQuestion q = arsenal_question(question, *armoury, premises, symbols);
  if (q.magazines.empty())
    return Error{Code::missing_key,
                 {request.library.scenario, 0, 0},
                 "no set of the scenario `" + request.library.scenario + "` uses munitions",
                 "ask a set with a contingency that does: `entente describe artillery_155`"};
  const Sampling sampling = read_sampling(request.arguments, request.run);
  const Drawn drawn = run_arsenal(q, sampling, request.run);
  ArsenalFindings findings{q, request.library, sampling, drawn};
  const ArmouryNumbers nominal = armoury_numbers(*armoury, premises, {});
  const Numbers numbers = numbers_of(question.situation, question.premises, symbols, {});
  const Kept kept = kept_in(question.situation, numbers, Honour::kept, 0, 0);
  findings.kept = arsenal_row(q, nominal, kept, false);
  add_baselines(findings, nominal);
  add_orders(findings, nominal);
  Record record;
  record.exact = !sampling.vary.anything();
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(drawn.draws);
  record.finding = arsenal_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_tables(record, findings);
  add_notices(record);
  if (!drawn.complete) mark_stopped(record, drawn.draws, sampling.draws);
  return record;
}

}  // namespace

const Analysis arsenal{
    .card = {.name = "arsenal",
             .question = "When do stocks of munitions run out, and what puts that off?",
             .source =
                 "Stock and flow by the day with lead times, shifts and the scarcest component; "
                 "learning by Wright (1936); stocks and use: see the library",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = arsenal_tables(),
             .views = arsenal_views()},
    .run = run,
};

}  // namespace entente::analysis
