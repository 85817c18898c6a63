/// What a landscape of the library says: its states and where its numbers come from.
#include <algorithm>

#include "catalogue/describe.h"
#include "scenario/landscape_file.h"

namespace entente::catalogue {
namespace {

constexpr card::Column kColumns[] = {
    {"state", "", "Who."},
    {"size", "", "Its size, as written."},
    {"actual", "", "The camp in which it was in the end."},
    {"source", "", "Where the size comes from."},
    {"confidence", "", "A, B or C."},
};
constexpr card::TableSpec kSizes{"sizes", "The states of the landscape.", kColumns};

}  // namespace

void describe_landscape(Description& out) {
  const auto& cases = out.library.landscapes;
  const auto found =
      std::ranges::find(cases, out.name, &std::pair<std::string, std::string>::first);
  if (found == cases.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  const auto read = scenario::read_landscape(*document);
  if (!read) return;
  out.found.push_back("a landscape of the library: " + read->title);
  out.say("landscape", "title", read->title);
  out.say("landscape", "note", read->note);
  out.say("landscape", "source", read->source);
  out.say("landscape", "confidence", read->confidence);
  out.say("landscape", "run it", "entente alignment " + out.name);
  card::Table& table = out.record.table(kSizes);
  const scenario::LandscapeSizes& sizes = read->sizes;
  for (std::size_t i = 0; i < sizes.names.size(); ++i)
    table.row({sizes.names[i], text::value(sizes.sizes[i]), sizes.actual[i], sizes.sources[i],
               sizes.confidences[i]});
}

}  // namespace entente::catalogue
