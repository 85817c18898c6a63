// The law made of ATOP against ATOP's own rows: who owes whom defence on a day. Skipped without the
// published data.
#include <set>

#include "history/agreements.h"
#include "history/import.h"
#include "published/data.h"
#include "scenario/library.h"
#include "treaty/judge.h"

namespace entente::published {
namespace {

using namespace history;
using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;

/// The first and last day of a row, as numbers that can be compared; a missing day is the widest.
std::int64_t number(const Columns& c, std::size_t at, std::string_view year, std::string_view month,
                    std::string_view day, std::int64_t missing) {
  const auto value = [&](std::string_view name) {
    const std::int64_t v = c.whole(name)[at];
    return v == kMissing ? missing : v;
  };
  return (c.whole(year)[at] * 100 + value(month)) * 100 + value(day);
}

/// From the rows alone: a member that promised defence owes it to every other member of the day.
Pairs by_rows(const Columns& c, std::int64_t day, const std::set<std::int64_t>& alive) {
  std::map<std::int64_t, std::pair<std::set<std::int64_t>, std::set<std::int64_t>>> alliances;
  for (std::size_t at = 0; at < c.rows; ++at) {
    const bool open = c.whole("censored")[at] == 1;
    if (number(c, at, "yrent", "moent", "dayent", 1) > day) continue;
    if (!open && number(c, at, "yrexit", "moexit", "dayexit", 31) < day) continue;
    const std::int64_t member = c.whole("member")[at];
    if (!alive.contains(member)) continue;
    auto& [members, promisors] = alliances[c.whole("atopid")[at]];
    members.insert(member);
    if (c.whole("defense")[at] == 1) promisors.insert(member);
  }
  Pairs pairs;
  for (const auto& [id, alliance] : alliances)
    for (const std::int64_t promisor : alliance.second)
      for (const std::int64_t other : alliance.first)
        if (other != promisor) pairs.emplace(promisor, other);
  return pairs;
}

/// The number that ATOP gives the holder of a title on a day.
std::int64_t cow_number(const world::State& state, int year) {
  if (state.cow.starts_with("260 to")) return year <= 1990 ? 260 : 255;  // On 1 July.
  return state.cow.empty() ? 0 : std::stoll(state.cow);
}

TEST(Splice, owes_the_defence_that_the_rows_of_the_publication_owe) {
  if (folder().empty()) GTEST_SKIP() << "skipped: needs the published data sets";
  Store store = Store::in_memory();
  const std::vector<std::string> files = {(folder() / "atop/atop5_1m.csv").string()};
  ASSERT_TRUE(import_files(store, *find_format("atop"), files, "2026-01-01", entente::Run{}));
  world::World world = scenario::built_in_library().value().world;
  treaty::Law law;  // Nothing but ATOP.
  const Spliced done = splice_atop(store, world, law).value();
  EXPECT_EQ(done.added + done.skipped, 789U);
  const Columns rows =
      store
          .read("atop_member", {"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit",
                                "dayexit", "censored", "defense"})
          .value();
  std::size_t seen = 0;
  for (int year = 1816; year <= 2018; ++year) {
    const Date day = *make_date(year, 7, 1);
    std::set<std::int64_t> alive;
    for (const world::State& state : world.states)
      if (!state.cow.empty() && state.alive.holds(day)) alive.insert(cow_number(state, year));
    Pairs law_pairs;
    for (const world::Commitment& c : treaty::commitments_on(law, world, day, {}))
      if (c.duty == world::Duty::fight && c.defensive)
        law_pairs.emplace(cow_number(*world.state(c.promisor), year),
                          cow_number(*world.state(c.beneficiary), year));
    const Pairs row_pairs = by_rows(rows, year * 10000 + 701, alive);
    seen += row_pairs.size();
    for (const auto& [a, b] : row_pairs)
      EXPECT_TRUE(law_pairs.contains({a, b})) << year << ": " << a << " owes " << b;
    for (const auto& [a, b] : law_pairs)
      EXPECT_TRUE(row_pairs.contains({a, b})) << year << ": " << a << " does not owe " << b;
  }
  EXPECT_GT(seen, 50000U);
}

}  // namespace
}  // namespace entente::published
