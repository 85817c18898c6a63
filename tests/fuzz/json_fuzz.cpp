// libFuzzer entry: no bytes may crash the parser, and every fault must have a message.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/node.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = entente::text::parse_json(bytes, "fuzz");
  if (read) {
    if (read->root.kind != entente::text::Kind::table) std::abort();
    return 0;
  }
  if (read.error().empty()) std::abort();
  for (const entente::Error& fault : read.error()) {
    if (fault.message.empty() || fault.where.line < 0) std::abort();
  }
  return 0;
}
