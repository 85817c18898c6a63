/// What a request asks of the catalogue: JSON in, a checked question out.
///
/// Floor 9; uses base, text, card, scenario and catalogue.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "faces/server/own_file.h"
#include "faces/server/scenarios.h"

namespace entente::server {

/// One question, ready to be run.
struct Ask {
  const scenario::Analysis* analysis = nullptr;
  std::string subject;
  card::Arguments arguments;
  Run run;                          ///< Seed, draws and precision alone.
  int priority = 0;                 ///< Higher is taken first.
  bool of_record = false;           ///< The subject is the id of a run whose record is asked about.
  std::optional<OwnFile> own = {};  ///< The file that the subject names, where it came along.
  NamedTexts texts;  ///< Scenarios that are kept and that it needs, as they were when it was asked.
};

/// Whether an analysis is offered over HTTP: those that write files of the machine are not.
[[nodiscard]] bool is_offered(const card::Card& card);

/// Whether a field of it is: a request names no file of the machine.
[[nodiscard]] bool is_offered(const card::Card& card, const card::Field& field);

/// Reads `{"name": ..., "subject": ..., "params": {...}, "seed": ..., "draws": ..., "precision":
/// ..., "priority": ...}`. The subject may be a text, a number, an event as an object, or
/// `{"text": TOML}` for a study or case of one's own; a param a
/// text, a number, true or false, or a list of them. Every fault at once, at `body:LINE:COLUMN`:
/// those of `catalogue::check_arguments`, `unknown_verb`, `unknown_key`, `wrong_type`, and
/// `bad_value` for what names a file. Any bytes are safe.
/// Where a verb asks about a record, its subject is the id of a run; whether there is one is seen
/// when it is carried out.
[[nodiscard]] Result<Ask> read_ask(std::string_view body,
                                   std::span<const scenario::Analysis* const> verbs,
                                   const scenario::Library& library, const Lookup& kept);

/// A question as the store keeps it: what was asked as JSON on one line, the texts of scenarios
/// that are kept on the next. Equal for equal questions, whatever their priority.
[[nodiscard]] std::string kept_form(const Ask& ask);

/// The question back from `kept_form`. Errors: as `read_ask`, where the library is another.
[[nodiscard]] Result<Ask> read_kept(std::string_view kept,
                                    std::span<const scenario::Analysis* const> verbs,
                                    const scenario::Library& library);

/// The members of the question in `kept_form`, without its braces.
[[nodiscard]] std::string question_of(std::string_view kept);

/// The id of a run: the same for the same question of the same program and library.
[[nodiscard]] std::string run_id(std::string_view kept, std::string_view version,
                                 std::string_view library);

}  // namespace entente::server
