#include "base/hash.h"
#include "scenario/library.h"
#include "scenario/snapshot_fields.h"

namespace entente::scenario {
namespace {

constexpr std::string_view kMagic = "entente library\n";
constexpr std::size_t kHashSize = 64;

Error broken(std::string message) {
  return {Code::not_text, {"snapshot", 0, 0}, std::move(message), "build the program again"};
}

}  // namespace

std::string to_snapshot(const Library& library) {
  Writer writer;
  // The empty symbol is in every table.
  const auto& names = library.world.symbols.names();
  writer(kSnapshotVersion, std::vector<std::string>(names.begin() + 1, names.end()), library.name,
         library.licence, library.hash, library.world, library.law, library.plan, library.scenarios,
         library.levers, library.studies, library.claims, library.landscapes, library.negotiations,
         library.crises);
  std::string bytes = std::string(kMagic) + writer.take();
  bytes += sha256(bytes);
  return bytes;
}

Result<Library> from_snapshot(std::string_view bytes) {
  if (bytes.size() < kMagic.size() + kHashSize || bytes.substr(0, kMagic.size()) != kMagic)
    return broken("these bytes are no snapshot of a library");
  const std::string_view body = bytes.substr(0, bytes.size() - kHashSize);
  if (sha256(body) != bytes.substr(body.size()))
    return broken("the snapshot of the library is damaged: its hash does not fit");
  Reader reader(body.substr(kMagic.size()));
  int version = 0;
  reader(version);
  if (version != kSnapshotVersion) return broken("the snapshot is of another version");
  Library library;
  std::vector<std::string> names;
  reader(names);
  for (const std::string& name : names) library.world.symbols.intern(name);
  // A name that stands twice would shift all symbols after it.
  if (library.world.symbols.names().size() != names.size() + 1)
    return broken("the snapshot of the library repeats a name");
  reader.limit_symbols(names.size() + 1);
  reader(library.name, library.licence, library.hash, library.world, library.law, library.plan,
         library.scenarios, library.levers, library.studies, library.claims, library.landscapes,
         library.negotiations, library.crises);
  if (!reader.sound() || !reader.at_end())
    return broken("the snapshot of the library is cut short");
  library.world.index();
  treaty::index_law(library.law, library.world);
  return library;
}

}  // namespace entente::scenario
