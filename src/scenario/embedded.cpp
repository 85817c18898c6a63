// The snapshot of the library as part of the program. ENTENTE_SNAPSHOT_FILE is its path, as a
// string literal; the build makes the file with tools/pack and must make it before this source is
// compiled.

#include <string_view>

#include "scenario/library.h"

#ifndef ENTENTE_SNAPSHOT_FILE
#error "define ENTENTE_SNAPSHOT_FILE as the quoted path of the snapshot"
#endif

// An array in C++ source would take the compiler seconds; the assembler copies the file as it is.
__asm__(
    ".pushsection .rodata\n"
    ".balign 16\n"
    ".hidden entente_snapshot_begin\n"
    ".hidden entente_snapshot_end\n"
    ".global entente_snapshot_begin\n"
    ".global entente_snapshot_end\n"
    "entente_snapshot_begin:\n"
    ".incbin \"" ENTENTE_SNAPSHOT_FILE
    "\"\n"
    "entente_snapshot_end:\n"
    ".popsection\n");

extern "C" {
extern const char entente_snapshot_begin[] __attribute__((visibility("hidden")));
extern const char entente_snapshot_end[] __attribute__((visibility("hidden")));
}

namespace entente::scenario {

Result<Library> built_in_library() {
  const auto size = static_cast<std::size_t>(entente_snapshot_end - entente_snapshot_begin);
  return from_snapshot(std::string_view(entente_snapshot_begin, size));
}

}  // namespace entente::scenario
