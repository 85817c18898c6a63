// libFuzzer entry: no bytes may crash the reader of large tables or the importers. The first byte
// chooses the format, the rest is the file; the database is in memory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "history/import.h"

namespace {

using namespace entente;

/// The bytes of this run: the importer asks for its file by name.
std::string_view& bytes() {
  static std::string_view held;
  return held;
}

Result<text::ByteStream> opened(const std::string& name) {
  return text::ByteStream::of(bytes(), name, std::uint64_t{1} << 24U);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto formats = history::formats();
  const history::Format& format = *formats[data[0] % formats.size()];
  bytes() = {reinterpret_cast<const char*>(data) + 1, size - 1};
  history::Store store = history::Store::in_memory();
  const std::vector<std::string> files = {"fuzz"};
  const auto done = history::import_files(store, format, files, "2026-01-01", Run{}, opened);
  if (!done) {
    if (done.error().empty() || !store.datasets().empty()) std::abort();
    for (const Error& fault : done.error())
      if (fault.message.empty() || fault.where.line < 0) std::abort();
    return 0;
  }
  // What was read is there, whole.
  const auto read = store.read(done->front().table, {"rowid"});
  if (!read || static_cast<std::int64_t>(read->rows) != done->front().rows) std::abort();
  return 0;
}
