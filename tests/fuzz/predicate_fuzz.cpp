// libFuzzer entry: no text may crash the reader of areas, and what was read can be judged.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "treaty/predicate.h"

namespace {

using namespace entente;

/// A world of one island, so that every field has something to be compared with.
struct Ground {
  Ground() {
    world::Place made;
    made.id = names.intern("island");
    made.kind = made.id;
    made.claimed_by = {names.intern("JPN"), names.intern("none")};
    world.places.push_back(made);
    world.polygons.push_back({names.intern("box"), {{0, 0}, {0, 9}, {9, 9}}, {}});
    world.index();
  }
  world::World world;
  Symbols& names = world.symbols;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Ground ground;
  const auto read = treaty::parse_predicate(text, ground.names);
  if (!read) {
    if (read.error().size() != 1) std::abort();
    const Error& fault = read.error().front();
    if (fault.message.empty() || fault.where.column < 1 ||
        fault.where.column > static_cast<int>(size) + 1)
      std::abort();
    return 0;
  }
  if (read->steps.empty()) std::abort();
  for (const Symbol area : treaty::areas_named(*read))
    if (ground.names.name(area).empty()) std::abort();
  const std::array<Symbol, 1> parties{ground.names.find("JPN")};
  const treaty::Site site{.world = &ground.world,
                          .place = &ground.world.places.front(),
                          .administered_by = parties[0],
                          .sovereign = parties[0],
                          .asset = ground.names.find("island"),
                          .owner = parties[0],
                          .promisor = parties[0],
                          .attackers = parties,
                          .parties = parties,
                          .day = {}};
  // Every area is the predicate itself: the deepest circle there can be. Two names of areas in one
  // predicate would be followed 2^64 times; the loader refuses circles.
  const bool follow = treaty::areas_named(*read).size() < 2;
  (void)holds(*read, site, [&](Symbol) { return follow ? &*read : nullptr; });
  return 0;
}
