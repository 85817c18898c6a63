// libFuzzer entry: no file may crash the reader of scenarios. What it accepts comes back from what
// is written of it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/test_library.h"

namespace {

using namespace entente;

const scenario::Library& library() {
  static const scenario::Library small = scenario::test::small_library();
  return small;
}

Result<scenario::ScenarioFile> read(std::string_view bytes) {
  const auto document = text::parse_toml(bytes, "fuzz");
  if (!document) return document.error();
  return scenario::read_scenario(*document, library());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = read({reinterpret_cast<const char*>(data), size});
  if (!file) {
    if (file.error().empty()) std::abort();
    for (const Error& fault : file.error())
      if (fault.message.empty() || fault.where.line < 0) std::abort();
    return 0;
  }
  const std::string text = to_toml(*file);
  const auto again = read(text);
  if (!again || to_toml(*again) != text) std::abort();
  return 0;
}
