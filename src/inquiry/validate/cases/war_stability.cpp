#include "solve/war_stability.h"

#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kAtRandom = 2000;

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  const solve::TheoremTried all = solve::theorem_exhaustively();
  const solve::TheoremTried some = solve::theorem_at_random(kAtRandom, request.run.seed);
  const auto whole = [](std::size_t number) { return static_cast<std::int64_t>(number); };
  return {
      same("networks of 3 to 5, cases", std::int64_t{23'168}, whole(all.cases)),
      same("networks of 3 to 5, war-stable with links", std::int64_t{0},
           whole(all.stable_with_links)),
      same("closed form of the empty network, differs", std::int64_t{0}, whole(all.empty_differs)),
      same("networks of 6 to 9 at random, war-stable with links", std::int64_t{0},
           whole(some.stable_with_links))};
}

}  // namespace

const Case war_stability_case{
    "war_stability",
    "No network with a link is war-stable: theorem 1, by enumeration and at random.",
    "Jackson, Nei 2015",
    "Jackson and Nei (2015), PNAS 112: 15277-15284",
    "published",
    run};

}  // namespace entente::inquiry
