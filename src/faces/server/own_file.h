/// A study or case of one's own that is sent with a question.
///
/// Floor 9; uses base, text and scenario. It is a text, read as the library reads its own files;
/// nothing in it reaches the file system.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "scenario/library.h"

namespace entente::server {

struct OwnFile {
  std::string verb;      ///< That is asked.
  std::string name;      ///< As the file calls itself.
  std::string text;      ///< TOML.
  std::string scenario;  ///< That it builds on; empty for none.
  bool operator==(const OwnFile&) const = default;
};

/// Whether a verb takes such a file: study, explore, claims, alignment, negotiate, crisis.
[[nodiscard]] bool takes_own_file(std::string_view verb);

/// Reads name and scenario. Errors at `subject:LINE:COLUMN`: `syntax`, `missing_key` without a
/// name, `bad_value` for a name that is none and for a text that names a file, `duplicate` where
/// the library has the name.
[[nodiscard]] Result<OwnFile> read_own_file(std::string_view verb, std::string_view text,
                                            const scenario::Library& library);

/// The library with the file among its own.
[[nodiscard]] scenario::Library with_own_file(const scenario::Library& library,
                                              const OwnFile& file);

}  // namespace entente::server
