// libFuzzer entry: no line may crash the grammar of events, and every fault points into the line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "treaty/event.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto read = entente::treaty::parse_event(line);
  if (read) {
    if (read->attackers.empty() || read->targets.empty()) std::abort();
    return 0;
  }
  if (read.error().empty()) std::abort();
  for (const entente::Error& fault : read.error()) {
    if (fault.message.empty() || fault.where.column < 0) std::abort();
  }
  return 0;
}
