// libFuzzer entry: no file may crash the reader of agreements. What it accepts can be judged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/library.h"
#include "treaty/read.h"

namespace {

using namespace entente;

const scenario::Library& library() {
  static const scenario::Library built_in = scenario::built_in_library().value();
  return built_in;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = text::parse_toml(bytes, "fuzz");
  if (!document) return 0;
  // Reading interns names; they pile up over the inputs, as they do over the files of a library.
  static world::World world = library().world;
  const auto read =
      treaty::read_agreement(*document, world, library().law.areas, library().law.readings);
  if (!read) {
    if (read.error().empty()) std::abort();
    for (const Error& fault : read.error())
      if (fault.message.empty() || fault.where.line < 0) std::abort();
    return 0;
  }
  if (read->parties.empty() || read->articles.empty()) std::abort();
  static const auto event =
      treaty::event_from("RUS attacks USA,DEU at guam by nuclear_threat", world).value();
  treaty::Law law;
  law.areas = library().law.areas;
  law.readings = library().law.readings;
  law.agreements.push_back(*read);
  treaty::index_law(law, world);
  (void)judge(law, world, event, {}, {});
  (void)commitments_on(law, world, world.day, {});
  return 0;
}
