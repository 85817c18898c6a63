/// The words of a command line, read against the cards.
///
/// Floor 9; uses base, card and catalogue.
///
/// Read by hand and not by CLI11: a command must report every fault at once, each with the number
/// of its word and the nearest known name, where CLI11 stops at the first and throws.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace entente::cli {

/// What a command asks for.
struct Command {
  enum class Kind { run, overview, help };
  Kind kind = Kind::overview;
  const scenario::Analysis* verb = nullptr;  ///< Of `run` and of `help` for one verb.
  std::string subject;
  card::Arguments arguments;
  Run run;
  std::string format = "table";
  std::string table, out, library;
  bool quiet = false;
};

/// The flags that the face takes itself: format, table, out, seed, draws, threads, time-limit,
/// library, quiet.
[[nodiscard]] std::span<const card::Field> face_fields();

/// Reads the words after the name of the program. Faults stand at `arguments:1:N`, N the number of
/// the word from 1. Errors: `unknown_verb`, `bad_argument`, `bad_value`, `duplicate`,
/// `no_such_date`.
[[nodiscard]] Result<Command> read_words(std::span<const std::string> words,
                                         std::span<const scenario::Analysis* const> verbs);

}  // namespace entente::cli
