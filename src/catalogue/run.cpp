/// Runs an analysis and stamps what its record rests on.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>

#include "base/digits.h"
#include "base/name.h"
#include "base/version.h"
#include "catalogue/catalogue.h"
#include "catalogue/with_history.h"
#include "scenario/reform.h"
#include "text/byte_stream.h"

namespace entente::catalogue {
namespace {

using card::Field;
using card::Subject;
using card::Type;

/// True for subjects that may be the path of a file.
bool may_be_file(Subject subject) {
  return subject == Subject::event || subject == Subject::scenario || subject == Subject::study ||
         subject == Subject::case_ || subject == Subject::file;
}

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

/// Records never hold a folder: the same file or folder elsewhere gives the same record.
std::string without_folder(const std::string& text) {
  std::error_code ignored;
  if (text.find('/') == std::string::npos || !std::filesystem::exists(text, ignored)) return text;
  const std::filesystem::path path = std::filesystem::path(text).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// The arguments with the defaults of the card and of the common fields.
card::Arguments with_defaults(const card::Card& card, card::Arguments arguments) {
  for (const auto fields : {card.fields, common_fields()}) {
    for (const Field& field : fields) {
      if (field.fallback.empty()) continue;
      auto& values = arguments[std::string(field.name)];
      if (values.empty()) values.emplace_back(field.fallback);
    }
  }
  return arguments;
}

card::Value typed(const Field& field, const std::string& text) {
  const char* const end = text.data() + text.size();
  if (field.type == Type::integer) {
    std::int64_t whole = 0;
    std::from_chars(text.data(), end, whole);
    return whole;
  }
  if (field.type == Type::number) {
    double number = 0;
    std::from_chars(text.data(), end, number);
    return number;
  }
  if (field.type == Type::boolean) return text == "true";
  return without_folder(text);
}

/// Adds the parameters that the analysis did not state itself.
void add_params(const card::Card& card, const std::string& subject,
                const card::Arguments& arguments, card::Params& params) {
  const auto stated = [&](std::string_view key) {
    return std::any_of(params.begin(), params.end(), [&](const auto& p) { return p.first == key; });
  };
  const std::string word(card::subject_name(card));
  if (!subject.empty() && !stated(word)) {
    params.insert(params.begin(), {word, {card::Value(without_folder(subject))}});
  }
  const auto add = [&](const Field& field) {
    const auto given = arguments.find(field.name);
    if (given == arguments.end() || given->second.empty() || stated(field.name)) return;
    if (field.repeated) {
      std::vector<std::string> texts = given->second;
      for (std::string& text : texts) text = without_folder(text);
      params.push_back({std::string(field.name), {std::move(texts)}});
    } else {
      params.push_back({std::string(field.name), {typed(field, given->second.back())}});
    }
  };
  for (const Field& field : card.fields) add(field);
  // The scenario has its own place in a record; an analysis that varies anything states it itself.
  for (const Field& field : common_fields()) {
    if (field.name == "without") add(field);
  }
}

std::string command(const card::Card& card, const std::string& subject,
                    const card::Arguments& arguments, const Run& run) {
  std::vector<std::string> words = {"entente", dashed(card.name)};
  if (!subject.empty()) words.push_back(without_folder(subject));
  for (const auto fields : {card.fields, common_fields()}) {
    for (const Field& field : fields) {
      const auto given = arguments.find(field.name);
      if (given == arguments.end()) continue;
      for (const std::string& value : given->second) {
        words.push_back("--" + dashed(field.name));
        if (field.type == Type::boolean && value == "true") continue;
        if (field.type == Type::boolean) {
          words.back() += "=" + value;
        } else {
          words.push_back(without_folder(value));
        }
      }
    }
  }
  if (run.seed != Run{}.seed) {
    words.insert(words.end(), {"--seed", std::to_string(run.seed)});
  }
  if (run.draws != 0) words.insert(words.end(), {"--draws", std::to_string(run.draws)});
  if (run.precision != 0) words.insert(words.end(), {"--precision", shortest(run.precision)});
  return shell_words(words);
}

/// Names and hashes of the files that were read beside the library.
std::vector<std::string> inputs(const card::Card& card, const std::string& subject,
                                const card::Arguments& arguments) {
  std::vector<std::string> found;
  const auto add = [&](const std::string& path) {
    if (!is_file(path)) return;
    // In pieces: a published table may be larger than what is read whole.
    if (const auto hash = text::file_hash(path))
      found.push_back(without_folder(path) + " " + *hash);
  };
  if (may_be_file(card.subject)) add(subject);
  for (const Field& field : card.fields) {
    const auto given = arguments.find(field.name);
    if (field.type != Type::file || given == arguments.end()) continue;
    for (const std::string& path : given->second) add(path);
  }
  add(card::argument(arguments, "scenario"));
  return found;
}

constexpr std::int64_t kFirstDraws = 64;
constexpr std::int64_t kMostDraws = 1 << 20;

std::optional<double> number_in(const card::Table& table, std::size_t row, std::size_t column) {
  const card::Value cell = table.cell(row, column);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return std::nullopt;
}

std::size_t column_of(const card::Table& table, const std::string& name) {
  const auto found = std::ranges::find(table.columns, name, &card::RecordColumn::name);
  return static_cast<std::size_t>(found - table.columns.begin());
}

/// The leading figure where it is least sure: the first column of the first table that has an
/// interval, in the row with the widest. Nothing where no table has one.
std::optional<Estimate> least_sure(const card::Record& record) {
  for (const card::Table& table : record.tables)
    for (const card::RecordColumn& end : table.columns) {
      if (!end.name.ends_with("_lo")) continue;
      const std::string name = end.name.substr(0, end.name.size() - 3);
      const std::size_t at = column_of(table, name), low = column_of(table, end.name),
                        high = column_of(table, name + "_hi");
      if (at == table.columns.size() || high == table.columns.size()) continue;
      Estimate widest{.figure = name, .of = {}};
      for (std::size_t row = 0; row < table.size(); ++row) {
        const auto value = number_in(table, row, at), from = number_in(table, row, low),
                   to = number_in(table, row, high);
        if (!value || !from || !to || *to - *from < widest.high - widest.low) continue;
        const card::Value first = table.cell(row, 0);
        const auto* of = std::get_if<std::string>(&first);
        widest = {name, of == nullptr ? "" : *of, *value, *from, *to, 0};
      }
      return widest;
    }
  return std::nullopt;
}

/// Runs an analysis with more and more draws until its leading figure is as sure as was asked. The
/// draws of a try do not depend on those before it, so the answer is that of its number of draws.
Result<card::Record> precise(const Analysis& analysis, const scenario::Request& request) {
  const double wanted = request.run.precision;
  Run tried = request.run;
  tried.precision = 0;
  tried.draws = std::max(request.run.draws, kFirstDraws);
  std::optional<card::Record> last;
  for (;; tried.draws *= 2) {
    Result<card::Record> done = Error{};
    try {
      done = analysis.run(
          {request.library, request.subject, request.arguments, tried, request.analyses});
      if (!done) return done;
      if (stopped(tried)) done.value().partial = true;
    } catch (const Cancelled&) {
      if (!last) throw;
      last->partial = true;  // The try before this one stands.
      return std::move(*last);
    }
    card::Record& record = done.value();
    if (!record.exact && record.provenance.draws == 0) record.provenance.draws = tried.draws;
    auto figure = least_sure(record);
    if (!figure) {
      record.notices.emplace_back(
          "No figure here has an interval, so --precision changed nothing.");
      return done;
    }
    figure->draws = tried.draws;
    if (tried.estimate) tried.estimate(*figure);
    const double reach = (figure->high - figure->low) / 2;
    const bool enough = reach <= wanted;
    if (enough || record.partial || tried.draws >= kMostDraws) {
      record.notices.push_back("With " + std::to_string(tried.draws) + " draws the interval of `" +
                               figure->figure + "` reaches " + significant(reach, 3) +
                               " to either side at most; " + significant(wanted, 3) + " was asked" +
                               (enough ? "." : ", and not reached."));
      return done;
    }
    last = std::move(record);
  }
}

constexpr std::int64_t kFewestDraws = 16;
constexpr std::int64_t kShareOfTry = 8;

/// Tells what fewer draws show before a run of many, where somebody listens: tries with four times
/// the draws of the one before, a sixth of the work together. Nothing of them stays.
void foretell(const Analysis& analysis, const scenario::Request& request) {
  Run tried = request.run;
  const bool sampled = card::argument(request.arguments, "vary") != "none";
  if (!tried.estimate || !sampled || analysis.card.checkpoints) return;
  tried.progress = {};
  for (std::int64_t draws = kFewestDraws; draws * kShareOfTry <= request.run.draws; draws *= 4) {
    tried.draws = draws;
    try {
      const Result<card::Record> done = analysis.run(
          {request.library, request.subject, request.arguments, tried, request.analyses});
      auto figure = done && !done->partial ? least_sure(*done) : std::nullopt;
      if (!figure || stopped(tried)) return;
      figure->draws = draws;
      tried.estimate(*figure);
    } catch (const Cancelled&) {
      return;  // The run itself stops at once, and keeps what it has.
    }
  }
}

constexpr scenario::Analyses kAnalyses{
    all, [](const Analysis& analysis, const std::string& subject, const card::Arguments& arguments,
            const Run& run, const scenario::Library& library) {
      Run quiet = run;  // Figures of a question inside another are nobody's news.
      quiet.estimate = nullptr;
      return catalogue::run(analysis, subject, arguments, quiet, library);
    }};

}  // namespace

std::string dashed(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', '-');
  return text;
}

std::string shell_words(std::span<const std::string> words) {
  constexpr std::string_view kPlain = "_./:,=+-@%";
  std::vector<std::string> quoted;
  for (const std::string& word : words) {
    const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             kPlain.find(c) != std::string_view::npos;
    });
    if (plain) {
      quoted.push_back(word);
    } else if (word.find_first_of("\"$`\\!") == std::string::npos) {
      quoted.push_back("\"" + word + "\"");
    } else {
      std::string text = "'";
      for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
      quoted.push_back(text + "'");
    }
  }
  return join(quoted, " ");
}

Result<card::Record> run(const Analysis& analysis, const std::string& subject,
                         const card::Arguments& arguments, const Run& run,
                         const scenario::Library& library) {
  const auto start = std::chrono::steady_clock::now();
  const card::Card& card = analysis.card;
  if (Faults faults = check_arguments(card, subject, arguments); !faults.empty()) return faults;
  if (stopped(run)) throw Cancelled();

  const card::Arguments full = with_defaults(card, arguments);
  const std::string scenario = card.subject == Subject::scenario && !subject.empty()
                                   ? subject
                                   : card::argument(full, "scenario");
  const auto without = full.find("without");
  const bool changed =
      !card.applies_scenarios && (scenario != scenario::kReference || without != full.end());
  // The only place where a scenario changes what is asked. Most runs change nothing and copy
  // nothing.
  std::vector<std::string> history_inputs;
  Result<scenario::Library> joined = scenario::Library{};
  const bool historical = asks_for_history(card, full);
  if (historical) {
    joined = with_history(library, card::argument(full, "data"), history_inputs);
    if (!joined) return std::move(joined).error();
  }
  const scenario::Library& known = historical ? joined.value() : library;
  Result<scenario::Library> reformed = scenario::Library{};
  if (changed) {
    reformed = scenario::reform(
        known, scenario, without == full.end() ? std::vector<std::string>() : without->second);
    if (!reformed) return std::move(reformed).error();
  }
  const scenario::Library& asked = changed ? reformed.value() : known;

  const scenario::Request request{asked, subject, full, run, &kAnalyses};
  if (run.precision <= 0) foretell(analysis, request);
  Result<card::Record> done =
      run.precision > 0 ? precise(analysis, request) : analysis.run(request);
  if (!done) return done;
  if (stopped(run) && !done.value().partial) throw Cancelled();

  card::Record& record = done.value();
  record.analysis = card.name;
  record.question = card.question;
  record.scenario_name = asked.scenario;
  record.scenario_hash = asked.hash;
  record.notices.insert(record.notices.begin(), asked.notices.begin(), asked.notices.end());
  add_params(card, subject, full, record.params);
  card::Provenance& from = record.provenance;
  from.version = kVersion;
  from.seed = run.seed;
  if (from.draws == 0 && !record.exact) from.draws = run.draws;
  from.library = library.hash;
  from.inputs.insert(from.inputs.end(), history_inputs.begin(), history_inputs.end());
  for (std::string& input : inputs(card, subject, arguments))
    from.inputs.push_back(std::move(input));
  from.command = command(card, subject, arguments, run);
  from.citation = "Entente contributors (2026). Entente, an engine of alliance law. Version " +
                  std::string(kVersion) + ", library " + library.hash.substr(0, 12) + ".";
  record.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return done;
}

}  // namespace entente::catalogue
