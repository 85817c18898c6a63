// Saved games: any bytes are safe, and what is read is saved as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "play/log.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto log = entente::play::load(json, "save");
  if (log) {
    const std::string saved = entente::play::save(*log);
    const auto again = entente::play::load(saved, "save");
    if (!again || entente::play::save(*again) != saved) std::abort();
  }
  (void)entente::play::read_act(json, "act");
  (void)entente::play::read_opening(json, "opening");
  return 0;
}
