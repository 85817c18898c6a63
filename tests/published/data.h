// Where the published data sets lie that some tests hold the program against. They are not part of
// this project: a test that does not find them is skipped.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "places.h"

namespace entente::published {

/// The folder, or an empty path.
inline std::filesystem::path folder() {
  const char* named = std::getenv("ENTENTE_PUBLISHED_DATA");
  const std::filesystem::path path =
      named != nullptr ? std::filesystem::path(named) : places::tree() / "../shared/data";
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path : std::filesystem::path();
}

}  // namespace entente::published
