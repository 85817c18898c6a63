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
using studies::Axis;
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

}  // namespace

Result<std::vector<Ground>> grounds_of(const Retracing& question) {
  const auto read = campaign::read_question(question.library, {});
  if (!read) return read.error();
  const auto factors = campaign::factors_of(*read);
  std::vector<Ground> found;
  for (const Field& field : question.analysis->card.fields) {
    if (!is_number(field) || !(field.low < field.high)) continue;
    const auto given = question.arguments.find(field.name);
    if (given == question.arguments.end() || given->second.empty()) continue;
    const world::Uncertain range = range_of(field, factors, read->premises);
    if (!(range.low < range.high)) continue;
    Ground one = ground(Sets::assumption, std::string(field.name), range.low, range.high);
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

Result<double> ask_again(const Retracing& question, const RecordCell& cell,
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
  return studies::read_gauge(*record, cell.gauge);
}

Result<RestsOn> rest(const Retracing& question, const RecordCell& cell,
                     const scenario::Analyses& analyses, const Run& run) {
  struct Task {
    const Ground* ground = nullptr;
    double low = 0, high = 0;
    Faults faults = {};
  };
  auto grounds = grounds_of(question);
  if (!grounds) return grounds.error();
  const auto now = ask_again(question, cell, analyses, run, nullptr, 0);
  if (!now) return now.error();
  RestsOn found{std::move(grounds).value(), {}, *now};
  std::vector<Task> tasks(found.grounds.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].ground = &found.grounds[i];
  Faults faults;
  (void)in_order(
      tasks, run,
      [&](Task& task) {
        const Axis& axis = task.ground->axis;
        const auto low = ask_again(question, cell, analyses, run, task.ground, axis.low);
        if (!low) {
          task.faults = low.error();
          return;
        }
        const auto high = ask_again(question, cell, analyses, run, task.ground, axis.high);
        if (!high) {
          task.faults = high.error();
          return;
        }
        task.low = *low;
        task.high = *high;
      },
      [&](const Task& task) {
        if (faults.empty()) faults = task.faults;
        found.moved.push_back(
            {static_cast<std::size_t>(&task - tasks.data()), task.low, task.high});
      });
  if (!faults.empty()) return faults;
  return found;
}

}  // namespace entente::inquiry
