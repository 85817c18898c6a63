// Records read back from JSON: any bytes are safe, and what is read is written as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "report/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto record = entente::report::from_json(json);
  if (!record) return 0;
  const std::string written = entente::report::to_json(*record);
  const auto again = entente::report::from_json(written);
  if (!again || entente::report::to_json(*again) != written) std::abort();
  return 0;
}
