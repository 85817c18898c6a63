// Reads a library folder, checks it and writes its snapshot, which the build puts into the program.
//
// Usage: pack LIBRARY OUT. Exit status: 0 written; 2 the library has faults, which are all printed,
// or the file cannot be written.

#include <cstdio>
#include <fstream>
#include <string>

#include "scenario/library.h"

int main(int count, char** words) {
  if (count != 3) {
    std::fputs("usage: pack LIBRARY OUT\n", stderr);
    return 2;
  }
  const auto library = entente::scenario::read_library(words[1]);
  if (!library) {
    for (const entente::Error& fault : library.error())
      std::fprintf(stderr, "%s\n", entente::to_text(fault).c_str());
    std::fprintf(stderr, "%zu faults in %s\n", library.error().size(), words[1]);
    return 2;
  }
  const std::string bytes = entente::scenario::to_snapshot(library.value());
  // What cannot be read back must not be built in.
  if (const auto again = entente::scenario::from_snapshot(bytes); !again) {
    std::fprintf(stderr, "%s\n", entente::to_text(again.error().front()).c_str());
    return 2;
  }
  std::ofstream out(words[2], std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s cannot be written\n", words[2]);
    return 2;
  }
  return 0;
}
