/// Scenarios as text, laid out for allocation, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "campaign/allocation.h"
#include "campaign/gaps.h"
#include "campaign/question.h"
#include "scenario/reform.h"

namespace entente::campaign::test {

/// The library built into the tests, read once.
inline const scenario::Library& reference() {
  static const scenario::Library made = scenario::built_in_library().value();
  return made;
}

/// The library as a scenario of this text has it, or its faults.
inline Result<scenario::Library> reformed(const std::string& text,
                                          const std::vector<std::string>& without = {}) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const auto path = std::filesystem::path(testing::TempDir()) /
                    (std::string("entente_") + test->test_suite_name() + test->name() + ".toml");
  std::ofstream(path) << text;
  auto made = scenario::reform(reference(), path.string(), without);
  std::filesystem::remove(path);
  return made;
}

/// A library laid out, with its nominal numbers. The situation points into the library.
struct Laid : Question {
  scenario::Library library;
  Numbers numbers;

  [[nodiscard]] Numbers world(const WorldId& id, const Push* push = nullptr) const {
    return numbers_of(situation, premises, library.world.symbols, id, push);
  }
  [[nodiscard]] Kept kept(Honour honour = Honour::kept, std::uint64_t draw = 0) const {
    return kept_in(situation, numbers, honour, 1, draw);
  }
  [[nodiscard]] Problem problem(std::vector<int> set, int element) const {
    return problem_of(situation, numbers, kept(), set, element);
  }
  [[nodiscard]] int element(const std::string& name) const {
    return static_cast<int>(std::ranges::find(situation.element_names, name) -
                            situation.element_names.begin());
  }
  [[nodiscard]] std::size_t place(const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(situation.places, name, &PlaceCase::name) -
                                    situation.places.begin());
  }
  [[nodiscard]] std::size_t owner(const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(situation.owners, name, &OwnerCase::name) -
                                    situation.owners.begin());
  }
  /// The pool of an owner with this name and element; the number of pools where there is none.
  [[nodiscard]] std::size_t pool(const std::string& owned, const std::string& name,
                                 const std::string& kind) const {
    std::size_t at = 0;
    while (at < situation.pools.size() &&
           !(situation.pools[at].owner == static_cast<int>(owner(owned)) &&
             situation.pools[at].name == name && situation.pools[at].element == element(kind)))
      ++at;
    return at;
  }
  /// The helper of a state in a place, or null.
  [[nodiscard]] const Helper* helper(const std::string& state, const std::string& at) const {
    const Symbol id = library.world.symbols.find(state);
    for (const Helper& one : situation.law[place(at)].helpers)
      if (one.state == id) return &one;
    return nullptr;
  }
};

/// Lays a library out; null, and a failed test, where that is refused.
inline std::unique_ptr<Laid> laid_out(Result<scenario::Library> library) {
  if (!library) {
    ADD_FAILURE() << to_text(library.error().front());
    return nullptr;
  }
  auto laid = std::make_unique<Laid>();
  laid->library = std::move(library).value();
  auto situation = lay_out(laid->library);
  if (!situation) {
    ADD_FAILURE() << to_text(situation.error().front());
    return nullptr;
  }
  laid->situation = std::move(situation).value();
  laid->premises.belief = belief::asked({});
  laid->premises.plan = laid->library.plan;
  laid->numbers = laid->world({});
  return laid;
}

/// The reference world, laid out once.
inline const Laid& reference_laid() {
  static const auto laid = laid_out(reference());
  return *laid;
}

/// The optimum of a set over all elements, weighted but not scaled.
inline double optimum(const Laid& laid, const Kept& kept, const std::vector<int>& set) {
  const WorldTerms world = world_terms(laid.situation, laid.numbers);
  return shortfall(draw_terms(world, kept), set);
}

}  // namespace entente::campaign::test
