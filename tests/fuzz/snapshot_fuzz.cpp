// libFuzzer entry: no bytes may crash the reader of snapshots, also where their hash fits. A
// library that was read can be written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "scenario/library.h"
#include "scenario/snapshot_fields.h"

namespace {

using namespace entente;

void read(std::string_view bytes) {
  const auto library = scenario::from_snapshot(bytes);
  if (!library) {
    if (library.error().empty() || library.error().front().message.empty()) std::abort();
    return;
  }
  if (!scenario::from_snapshot(to_snapshot(*library))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  // With a good head, version and hash, so that the fields behind them are reached.
  std::string sealed = "entente library\n";
  scenario::Writer version;
  version(scenario::kSnapshotVersion);
  sealed += version.take() + std::string(bytes);
  sealed += sha256(sealed);
  read(sealed);
  return 0;
}
