// Where the published data sets lie that some tests hold the program against. They are not part of
// this project: a test that does not find them is skipped.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace entente::published {

/// The folder, or an empty path.
inline std::filesystem::path folder() {
  const char* named = std::getenv("ENTENTE_PUBLISHED_DATA");
  const std::filesystem::path path =
      named != nullptr ? std::filesystem::path(named)
                       : std::filesystem::path(ENTENTE_SOURCE_DIR) / "../shared/data";
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path : std::filesystem::path();
}

}  // namespace entente::published
