#include "faces/cli/cli.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <ostream>

#include "base/name.h"
#include "faces/cli/help.h"
#include "faces/cli/words.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/text.h"
#include "report/write.h"

namespace entente::cli {
namespace {

int refuse(const Faults& faults, const Setting& setting) {
  for (const Error& fault : faults) setting.err << to_text(fault) << "\n";
  return kUserFault;
}

/// Prints what `fill` hands on, piece by piece.
int print(const std::function<void(const Sink&)>& fill, const Setting& setting) {
  fill([&setting](std::string_view bytes) { setting.out << bytes; });
  setting.out << std::flush;
  if (setting.out) return kDone;
  return refuse({{Code::unreadable, {"standard output", 0, 0}, "the answer cannot be written", ""}},
                setting);
}

int print(const std::string& text, const Setting& setting) {
  return print([&text](const Sink& sink) { sink(text); }, setting);
}

/// Adds what may stop a run and what shows how far it is.
Run with_hooks(Run run, const Command& command, const Setting& setting) {
  using Clock = std::chrono::steady_clock;
  const auto begun = Clock::now();
  run.ranks = setting.ranks;
  const double limit = run.time_limit_s;
  const auto interrupted = setting.interrupted;
  run.cancelled = [=] {
    if (interrupted && interrupted()) return true;
    return limit > 0 && std::chrono::duration<double>(Clock::now() - begun).count() > limit;
  };
  if (setting.terminal && !command.quiet) {
    std::ostream& err = setting.err;
    run.progress = [&err, last = -1](double share) mutable {
      const int percent = static_cast<int>(share * 100);
      if (percent == last) return;
      last = percent;
      err << "\r" << percent << " %" << (percent >= 100 ? "\r     \r" : "") << std::flush;
    };
  }
  return run;
}

/// Leaves only the table that was asked for.
Faults keep_table(card::Record& record, const std::string& name) {
  std::vector<std::string> known;
  for (const card::Table& table : record.tables) known.push_back(table.name);
  const auto found = std::ranges::find(record.tables, name, &card::Table::name);
  if (found == record.tables.end()) {
    std::string hint = did_you_mean(name, known);
    if (hint.empty()) {
      hint = known.empty() ? "this record has no tables" : "known are " + join(known, ", ");
    }
    return {
        {Code::unknown_name, {"arguments", 0, 0}, "the record has no table `" + name + "`", hint}};
  }
  // Only moved: a table may be large.
  card::Table kept = std::move(*found);
  record.tables.clear();
  record.tables.push_back(std::move(kept));
  return {};
}

int deliver(const card::Record& record, const Command& command, const Setting& setting) {
  if (!command.out.empty()) {
    if (Faults faults = report::write(record, command.out, &command.verb->card); !faults.empty()) {
      return refuse(faults, setting);
    }
    if (!command.quiet) setting.err << "wrote " << command.out << "\n";
    return kDone;
  }
  if (command.format == "json")
    return print([&](const Sink& sink) { report::to_json(record, sink); }, setting);
  if (command.format == "csv") {
    if (record.tables.empty()) {
      return refuse({{Code::bad_argument,
                      {"arguments", 0, 0},
                      "`" + catalogue::dashed(command.verb->card.name) + "` has no table for csv",
                      ""}},
                    setting);
    }
    const card::Table& table = record.tables.front();
    return print([&](const Sink& sink) { report::to_csv(table, sink); }, setting);
  }
  return print(report::to_text(record, command.verb->card.views), setting);
}

int ask(const Command& command, const Setting& setting) {
  const card::Card& card = command.verb->card;
  if (!command.out.empty()) {
    // Before the work, not after it.
    Faults faults = report::check_path(command.out, !card.tables.empty());
    if (!faults.empty()) return refuse(faults, setting);
  }
  const Result<scenario::Library> library = setting.library(command.library);
  if (!library) {
    (void)refuse(library.error(), setting);
    // A broken library inside the program is nobody's fault but ours.
    return command.library.empty() ? kOurFault : kUserFault;
  }
  Result<card::Record> record =
      catalogue::run(*command.verb, command.subject, command.arguments,
                     with_hooks(command.run, command, setting), library.value());
  if (!record) return refuse(record.error(), setting);
  if (!command.table.empty()) {
    Faults faults = keep_table(record.value(), command.table);
    if (!faults.empty()) return refuse(faults, setting);
  }
  // All ranks have the same record; one hands it on.
  const bool speaks = setting.ranks == nullptr || setting.ranks->rank == 0;
  const int delivered = speaks ? deliver(record.value(), command, setting) : kDone;
  if (delivered == kDone && !record.value().holds) return kDoesNotHold;
  if (delivered != kDone || !record.value().partial) return delivered;
  setting.err << "entente: " << Cancelled().what() << "; the record holds what there was by then\n";
  return kStopped;
}

}  // namespace

int run_command(std::span<const std::string> words, const Setting& setting) {
  const Result<Command> command = read_words(words, setting.verbs);
  if (!command) return refuse(command.error(), setting);
  switch (command->kind) {
    case Command::Kind::overview:
      return print(overview(setting.verbs), setting);
    case Command::Kind::help:
      return print(command->verb ? help(command->verb->card) : overview(setting.verbs), setting);
    case Command::Kind::run:
      break;
  }
  try {
    return ask(*command, setting);
  } catch (const Cancelled& stop) {
    setting.err << "entente: " << stop.what() << "\n";
    return kStopped;
  }
}

}  // namespace entente::cli
