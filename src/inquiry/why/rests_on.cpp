#include "inquiry/why/rests_on.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/threads.h"
#include "campaign/factors.h"
#include "inquiry/why/sources.h"

namespace entente::inquiry {
namespace {

using card::Field;
using studies::Sets;

constexpr double kLow = 0.05, kHigh = 0.95;  // Quantiles between which facts are moved.

bool is_number(const Field& field) {
  return field.type == card::Type::number || field.type == card::Type::integer;
}

/// The range that the campaign gives the assumption of a flag, else that of the flag.
world::Uncertain range_of(const Field& field, const std::vector<campaign::Factor>& factors,
                          const campaign::Premises& premises) {
  const auto known = std::ranges::find_if(factors, [&](const campaign::Factor& one) {
    return one.assumption && one.name == field.name;
  });
  if (known != factors.end())
    if (const auto range = campaign::range_of(*known, premises)) return *range;
  world::Uncertain range;
  range.low = field.low;
  range.high = field.high;
  return range;
}

Ground ground(Sets sets, const std::string& target, double low, double high) {
  Ground one;
  one.axis.factor.id = one.axis.factor.name = one.axis.factor.target = target;
  one.axis.factor.sets = sets;
  one.axis.low = low;
  one.axis.high = high;
  return one;
}

/// The cell in another record of the same analysis; none where it is empty or its row is not there.
std::optional<double> read_again(const card::Record& record, const RecordCell& cell) {
  const auto value = studies::read_gauge(record, cell.gauge);
  return value ? std::optional(*value) : std::nullopt;
}

}  // namespace

Result<std::vector<Ground>> grounds_of(const Retracing& question) {
  const auto read = campaign::read_question(question.library, {});
  if (!read) return read.error();
  const auto factors = campaign::factors_of(*read);
  const auto assumptions = campaign::known_assumptions();
  std::vector<Ground> found;
  for (const Field& field : question.analysis->card.fields) {
    if (!is_number(field) || !(field.low < field.high)) continue;
    const bool known = std::ranges::find(assumptions, field.name) != assumptions.end();
    if (!known && field.source != card::kOurs) continue;  // What the user chose to ask.
    const auto given = question.arguments.find(field.name);
    if (given == question.arguments.end() || given->second.empty()) continue;
    const world::Uncertain range = range_of(field, factors, read->premises);
    if (!(range.low < range.high)) continue;
    Ground one = ground(known ? Sets::assumption : Sets::argument, std::string(field.name),
                        range.low, range.high);
    one.axis.unit = field.unit;
    one.axis.factor.whole = field.type == card::Type::integer;
    one.axis.plain = std::stod(given->second.back());
    one.source = field.source;
    found.push_back(std::move(one));
  }
  for (const campaign::Factor& factor : factors) {
    if (factor.assumption) continue;
    Ground one = ground(Sets::facts, factor.name, kLow, kHigh);
    one.axis.unit = "quantile";
    one.axis.plain = 0.5;
    one.source = sources_of(factor.name, question.library.world);
    found.push_back(std::move(one));
  }
  return found;
}

Result<Answer> ask_again(const Retracing& question, const RecordCell& cell,
                         const scenario::Analyses& analyses, const Run& run, const Ground* moved,
                         double value) {
  Run alone = run;
  alone.threads = 1;
  alone.progress = nullptr;
  alone.draws = question.draws;
  card::Arguments arguments = question.arguments;
  Result<card::Record> record = card::Record{};
  if (moved == nullptr) {
    record = analyses.run(*question.analysis, question.subject, arguments, alone, question.library);
  } else {
    const auto setting = studies::setting_at(question.library, {moved->axis}, &value, "arguments");
    if (!setting) return setting.error();
    for (const auto& [name, text] : setting->flags) arguments[name] = {text};
    record = analyses.run(*question.analysis, question.subject, arguments, alone, setting->library);
  }
  if (!record) return record.error();
  if (record->partial) throw Cancelled();
  return Answer{read_again(*record, cell), record->exact};
}

Result<RestsOn> rest(const Retracing& question, const RecordCell& cell,
                     const scenario::Analyses& analyses, const Run& run) {
  auto grounds = grounds_of(question);
  if (!grounds) return grounds.error();
  const auto now = ask_again(question, cell, analyses, run, nullptr, 0);
  if (!now) return now.error();
  if (!now->value)
    return Error{Code::bad_value,
                 {"arguments", 0, 0},
                 "the cell is empty when the question is asked again with nothing varied",
                 "trace a cell that has a figure at the facts of the tables"};
  RestsOn found{std::move(grounds).value(), {}, *now->value, now->exact};
  std::vector<Moved> tasks(found.grounds.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].ground = i;
  (void)in_order(
      tasks, run,
      [&](Moved& task) {
        const Ground& ground = found.grounds[task.ground];
        const auto end = [&](double value) -> std::optional<double> {
          const auto answer = ask_again(question, cell, analyses, run, &ground, value);
          return answer ? answer->value : std::nullopt;
        };
        task.at_low = end(ground.axis.low);
        task.at_high = end(ground.axis.high);
      },
      [&](const Moved& task) { found.moved.push_back(task); });
  return found;
}

}  // namespace entente::inquiry
