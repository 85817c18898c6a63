// libFuzzer entry: no line may crash the grammar of events and facts or the search for their names.
// Every fault points into the line, and an event that resolves reads back from its own text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scenario/library.h"
#include "treaty/event.h"

namespace {

using namespace entente;

void check(const Faults& faults, std::size_t size) {
  if (faults.empty()) std::abort();
  for (const Error& fault : faults)
    if (fault.message.empty() || fault.where.column < 1 ||
        fault.where.column > static_cast<int>(size) + 1)
      std::abort();
}

const world::World& world() {
  static const scenario::Library library = scenario::built_in_library().value();
  return library.world;
}

void event(std::string_view line) {
  const auto written = treaty::parse_event(line);
  if (!written) return check(written.error(), line.size());
  if (written->attackers.empty() || written->targets.empty()) std::abort();
  const auto event = treaty::resolve(*written, world());
  if (!event) return check(event.error(), line.size());
  const std::string text = to_text(*event, world());
  const auto again = treaty::event_from(text, world());
  if (!again || to_text(*again, world()) != text) std::abort();
}

void fact(std::string_view line) {
  const auto fact = treaty::fact_from(line, world(), world().day);
  if (!fact) return check(fact.error(), line.size());
  if (!fact->subject) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  event(line);
  fact(line);
  return 0;
}
