#include "panel/portfolios.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente::panel {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::uint8_t flag(bool set, std::uint8_t level) { return set ? level : std::uint8_t{0}; }

/// The cross table of one pair.
void fill(solve::Portfolios& both, const YearTies& ties, const Comparison& how, std::size_t i,
          std::size_t j) {
  const std::size_t n = ties.names.size();
  const std::uint8_t top = how.binary ? 1 : 3;
  const auto level = [&](std::size_t from, std::size_t to) -> std::uint8_t {
    if (from == to) return top;
    const std::uint8_t held = ties.levels[from * n + to];
    return how.binary ? flag(held > 0, 1) : held;
  };
  double nobody = 0, weight_of_nobody = 0;  // To whom neither has a tie: most states.
  for (std::size_t k = 0; k < n; ++k) {
    if (!how.include_self && (k == i || k == j)) continue;
    const double weight = std::isnan(ties.weights[k]) ? 0 : ties.weights[k];
    const std::uint8_t a = level(i, k), b = level(j, k);
    if (a == 0 && b == 0) {
      nobody += 1;
      weight_of_nobody += weight;
    } else {
      both.add(a, b, weight);
    }
  }
  both.add(0, 0, weight_of_nobody, nobody);
}

}  // namespace

std::uint8_t level_of(const Promise& promise, Ordering ordering) {
  if (promise.defence || promise.offence) return 3;
  const bool second = ordering == Ordering::atop ? promise.consultation : promise.nonaggression;
  if (promise.neutrality || second) return 2;
  return flag(promise.nonaggression || promise.consultation, 1);
}

std::vector<Alike> compare(const YearTies& ties, const Comparison& how) {
  using solve::Counting;
  const std::size_t n = ties.names.size();
  solve::Portfolios both(0, how.binary ? 1 : 3);
  std::vector<Alike> all;
  all.reserve(n < 2 ? 0 : n * (n - 1) / 2);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      both.clear();
      fill(both, ties, how, i, j);
      all.push_back({both.s(how.how, Counting::once).value_or(kNothing),
                     both.s(how.how, Counting::weighted).value_or(kNothing),
                     both.tau_b().value_or(kNothing),
                     both.pi(how.how, Counting::once).value_or(kNothing),
                     both.kappa(how.how, Counting::once).value_or(kNothing)});
    }
  return all;
}

Result<AtopPromises> AtopPromises::read(const history::Store& store, int first, int last) {
  const auto rows =
      store.read("atop_directed", {"ccode1", "ccode2", "year", "atop_defense", "atop_offense",
                                   "atop_neutral", "atop_nonagg", "atop_consul"});
  if (!rows) return rows.error();
  AtopPromises all;
  all.first_ = first;
  all.years_.resize(static_cast<std::size_t>(last - first) + 1);
  const auto& years = rows->whole("year");
  const auto& from = rows->whole("ccode1");
  const auto& to = rows->whole("ccode2");
  const std::array flags = {&rows->whole("atop_defense"), &rows->whole("atop_offense"),
                            &rows->whole("atop_neutral"), &rows->whole("atop_nonagg"),
                            &rows->whole("atop_consul")};
  for (std::size_t row = 0; row < rows->rows; ++row) {
    all.last_ = std::max(all.last_, static_cast<int>(years[row]));
    if (years[row] < first || years[row] > last) continue;
    const auto set = [&](std::size_t one) { return (*flags[one])[row] == 1; };
    all.years_[static_cast<std::size_t>(years[row] - first)].push_back(
        {from[row], to[row], {set(0), set(1), set(2), set(3), set(4)}});
  }
  return all;
}

std::span<const AtopPromises::Row> AtopPromises::in(int year) const {
  if (year < first_ || year - first_ >= static_cast<int>(years_.size())) return {};
  return years_[static_cast<std::size_t>(year - first_)];
}

YearTies AtopPromises::ties(int year, const Members& members, Ordering ordering) const {
  YearTies ties;
  ties.year = year;
  const std::size_t n = members.in(year).size();
  ties.levels.assign(n * n, 0);
  for (const Row& row : in(year)) {
    const int i = members.place(year, row.from), k = members.place(year, row.to);
    if (i < 0 || k < 0) continue;
    auto& level = ties.levels[static_cast<std::size_t>(i) * n + static_cast<std::size_t>(k)];
    level = std::max(level, level_of(row.promise, ordering));
  }
  return ties;
}

YearTies ties_of_library(const scenario::Library& library, int year, Ordering ordering) {
  const world::World& world = library.world;
  const Date day = make_date(year, 7, 1).value_or(world.day);
  YearTies ties;
  ties.year = year;
  for (const world::State& state : world.states)
    if (!state.is_actor && state.alive.holds(day))
      ties.names.push_back(world.symbols.name(state.id));
  std::ranges::sort(ties.names);
  const std::size_t n = ties.names.size();
  ties.levels.assign(n * n, 0);
  ties.weights.assign(n, kNothing);
  const auto place = [&](Symbol id) {
    return static_cast<std::size_t>(std::ranges::lower_bound(ties.names, world.symbols.name(id)) -
                                    ties.names.begin());
  };
  for (const world::Commitment& one : commitments_on(library.law, world, day, library.readings)) {
    const std::size_t i = place(one.promisor), k = place(one.beneficiary);
    if (i == n || k == n || ties.names[i] != world.symbols.name(one.promisor) ||
        ties.names[k] != world.symbols.name(one.beneficiary))
      continue;
    const Promise promise{.defence = world::binds(one.duty) && one.defensive,
                          .offence = world::binds(one.duty) && !one.defensive,
                          .neutrality = one.duty == world::Duty::stay_out,
                          .nonaggression = one.duty == world::Duty::not_attack,
                          .consultation = one.duty == world::Duty::consult};
    auto& level = ties.levels[i * n + k];
    level = std::max(level, level_of(promise, ordering));
  }
  return ties;
}

}  // namespace entente::panel
