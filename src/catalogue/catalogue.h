/// The one list that faces see: every analysis, and running one by name with provenance.
///
/// Floor 7; uses floors 0-6.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/analysis.h"

namespace entente::catalogue {

using scenario::Analysis;

/// Every analysis and verb, sorted by name.
[[nodiscard]] std::span<const Analysis* const> all();

/// The analysis called `name` in `list`, or null.
[[nodiscard]] const Analysis* find(std::span<const Analysis* const> list, std::string_view name);
[[nodiscard]] const Analysis* find(std::string_view name);

/// The fields every analysis takes beside its own: scenario, without, vary.
[[nodiscard]] std::span<const card::Field> common_fields();

/// The field called `name` of the card or of the common ones, or null.
[[nodiscard]] const card::Field* find_field(const card::Card& card, std::string_view name);

/// What is wrong with `text` as one value of `field`: type, range, choice. Empty when nothing is.
/// Names are looked up by the analysis, which knows the day they are meant for.
[[nodiscard]] Faults check_value(const card::Field& field, std::string_view text,
                                 const Where& where);

/// What is missing or too much: a subject not given or not wanted, required fields without a value.
[[nodiscard]] Faults check_presence(const card::Card& card, std::string_view subject,
                                    const card::Arguments& arguments);

/// What is wrong with the subject and the arguments as a whole: `check_presence`, unknown and
/// repeated fields, and every value by `check_value`. `where.file` is `arguments`.
[[nodiscard]] Faults check_arguments(const card::Card& card, std::string_view subject,
                                     const card::Arguments& arguments);

/// Runs an analysis: checks the arguments, adds the defaults, applies the scenario, runs, and
/// stamps name, question, scenario, parameters, provenance and time. Errors: those of
/// `check_arguments`, of the scenario and of the analysis. Throws `Cancelled` where
/// `run.cancelled` says so.
[[nodiscard]] Result<card::Record> run(const Analysis& analysis, const std::string& subject,
                                       const card::Arguments& arguments, const Run& run,
                                       const scenario::Library& library);

/// As above, by name. Errors: also `unknown_verb`.
[[nodiscard]] Result<card::Record> run(std::string_view name, const std::string& subject,
                                       const card::Arguments& arguments, const Run& run,
                                       const scenario::Library& library);

/// `name` as it is typed on the command line: dashes for underscores.
[[nodiscard]] std::string dashed(std::string_view name);

/// The words of a command, quoted for a POSIX shell where they need it.
[[nodiscard]] std::string shell_words(std::span<const std::string> words);

}  // namespace entente::catalogue
