// libFuzzer entry: no request may crash what turns it into a question, reach a file, or be refused
// without a reason. The first line is the target, the second the type of the body, the rest the
// body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "faces/server/ask.h"
#include "faces/server/guard.h"
#include "faces/server/target.h"
#include "scenario/library.h"

namespace {

using namespace entente;

const scenario::Library& library() {
  static const scenario::Library held = scenario::built_in_library().value();
  return held;
}

std::string_view line(std::string_view& rest) {
  const std::string_view first = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(first.size() < rest.size() ? first.size() + 1 : first.size());
  return first;
}

void check(const Faults& faults) {
  if (faults.empty()) std::abort();
  for (const Error& fault : faults)
    if (fault.message.empty() || fault.where.file.empty()) std::abort();
}

std::optional<std::string> kept(const std::string& name) {
  if (name == "mine") return "[scenario]\nname = \"mine\"\nbase = \"baltic\"\n";
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view target = line(rest);
  const std::string type(line(rest));
  if (const auto read = server::read_target(target)) {
    for (const std::string& segment : read->path)
      if (segment == ".." || segment.find('/') != std::string::npos) std::abort();
  }
  (void)server::refused(
      {.method = "POST", .target = std::string(target), .headers = {{"content-type", type}}},
      server::loopback_names(80));
  const auto ask = server::read_ask(rest, catalogue::all(), library(), kept);
  if (!ask) {
    check(ask.error());
  } else {
    if (ask->analysis == nullptr) std::abort();
    const std::string form = server::kept_form(*ask);
    const auto again = server::read_kept(form, catalogue::all(), library());
    if (!again || server::kept_form(*again) != form) std::abort();
    // What may be looked for on the disk never leaves the folder the server stands in.
    if (ask->subject.find('/') != std::string::npos && !ask->subject.starts_with('{')) std::abort();
    for (const auto& [name, values] : ask->arguments)
      for (const std::string& value : values)
        if (value.find('/') != std::string::npos) std::abort();
  }
  if (type.find("scenario") != std::string::npos) {
    const auto checked = server::check_scenario(rest, "body", library(), kept);
    if (!checked) check(checked.error());
  }
  return 0;
}
