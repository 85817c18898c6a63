/// What a user names on either side: a scenario or a record.
///
/// Floor 6; uses scenario and below.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "records/record_file.h"
#include "scenario/library.h"

namespace entente::inquiry {

using records::RecordFile;

/// One of the two that are compared: exactly one of its members is there.
struct Side {
  std::optional<scenario::Library> scenario;  ///< The library with everything applied.
  std::optional<RecordFile> record;
};

/// Reads what `name` names: a scenario of the library, or a file. A file that ends in `.json` is a
/// record where it says so (`is_record`), every other file is a scenario, and has the agreements
/// and states of `without` left out. Errors: those of `reform` and `read_record`, and
/// `bad_argument` for a record in another form, or with something to be left out.
[[nodiscard]] Result<Side> read_side(const std::string& name, const scenario::Library& library,
                                     std::span<const std::string> without);

/// `name` without its folder: what is the same wherever a file stands.
[[nodiscard]] std::string short_name(const std::string& name);

}  // namespace entente::inquiry
