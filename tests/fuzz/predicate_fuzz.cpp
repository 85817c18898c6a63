// libFuzzer entry: no text may crash the reader of areas, and what was read can be judged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "treaty/predicate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  entente::Symbols symbols;
  const auto read = entente::treaty::parse_predicate(text, symbols);
  if (read) {
    if (read->steps.empty()) std::abort();
    for (const entente::Symbol area : entente::treaty::areas_named(*read)) {
      if (symbols.name(area).empty()) std::abort();
    }
    return 0;
  }
  if (read.error().empty()) std::abort();
  for (const entente::Error& fault : read.error()) {
    if (fault.message.empty()) std::abort();
  }
  return 0;
}
