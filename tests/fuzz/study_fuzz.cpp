// libFuzzer entry: no file may crash the reader of studies, nor the check of what it accepts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "inquiry/study/study.h"
#include "scenario/test_library.h"
#include "studies/study_file.h"

namespace {

using namespace entente;

const scenario::Library& library() {
  static const scenario::Library small = scenario::test::small_library();
  return small;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = text::parse_toml({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!document) return 0;
  const auto study = studies::read_study(*document);
  if (study && !study->scenario.empty()) return 0;  // Names a file, which is not what is tried.
  const Faults faults = inquiry::check_study(*document, library());
  if (!study && faults.empty()) std::abort();
  for (const Error& fault : faults)
    if (fault.message.empty() || fault.where.line < 0) std::abort();
  return 0;
}
