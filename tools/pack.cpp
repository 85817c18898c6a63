/// Turns the folder of facts into the snapshot that is built into the program.
///
///     pack LIBRARY SNAPSHOT
///
/// Run by the build. Prints every fault of every file and exits 2 when the library is not sound, so
/// that a broken fact stops the build rather than a user.
#include <cstdio>
#include <string>
#include <string_view>

#include "base/error.h"
#include "scenario/library.h"

namespace {

int say(std::string_view text, int status) {
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
  return status;
}

/// False when the file could not be written whole.
bool write(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && whole;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return say("usage: pack LIBRARY SNAPSHOT", 2);
  const auto library = entente::scenario::read_library(words[1]);
  if (!library) {
    for (const auto& fault : library.error()) say(entente::to_text(fault), 2);
    return 2;
  }
  if (!write(words[2], entente::scenario::to_snapshot(*library))) {
    return say(std::string("cannot write ") + words[2], 4);
  }
  return 0;
}
