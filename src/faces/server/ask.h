/// What a request asks of the catalogue: JSON in, a checked question out.
///
/// Floor 9; uses base, text, card, scenario and catalogue.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "faces/server/scenarios.h"

namespace entente::server {

/// One question, ready to be run.
struct Ask {
  const scenario::Analysis* analysis = nullptr;
  std::string subject;
  card::Arguments arguments;
  Run run;           ///< Seed, draws and precision alone.
  NamedTexts texts;  ///< Scenarios that are kept and that it needs, as they were when it was asked.
};

/// Whether an analysis is offered over HTTP: those that write files of the machine are not.
[[nodiscard]] bool is_offered(const card::Card& card);

/// Whether a field of it is: a request names no file of the machine.
[[nodiscard]] bool is_offered(const card::Card& card, const card::Field& field);

/// Reads `{"name": ..., "subject": ..., "params": {...}, "seed": ..., "draws": ..., "precision":
/// ...}`. The subject
/// may be a text, a number or an event as an object; a param a text, a number, true or false, or a
/// list of them. Every fault at once, at `body:LINE:COLUMN`: those of `catalogue::check_arguments`,
/// `unknown_verb`, `unknown_key`, `wrong_type`, and `bad_value` for what names a file. Any bytes
/// are safe.
[[nodiscard]] Result<Ask> read_ask(std::string_view body,
                                   std::span<const scenario::Analysis* const> verbs,
                                   const scenario::Library& library, const Lookup& kept);

/// A text that is equal for equal questions.
[[nodiscard]] std::string key_of(const Ask& ask);

}  // namespace entente::server
