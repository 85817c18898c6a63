// How alike two portfolios of promises are, with the choices that `similarity` makes by default.
#include <algorithm>
#include <limits>
#include <utility>

#include "base/threads.h"
#include "panel/portfolios.h"
#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kPortfolios[] = {"atop_directed"};
constexpr std::string_view kWeighted[] = {"atop_directed", "nmc"};

/// Writes one measure of the pairs of a year into their rows.
template <double Alike::*Measure>
void fill_year(const Sources& sources, const YearTies& ties, Cells& cells) {
  const auto alike = compare(ties, {});
  const auto members = sources.members().in(ties.year);
  std::size_t pair = 0;
  for (std::size_t a = 0; a < members.size(); ++a)
    for (std::size_t b = a + 1; b < members.size(); ++b, ++pair)
      for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
        const auto row =
            sources.members().pair_row(ties.year, members[from], members[to], sources.directed());
        cells[static_cast<std::size_t>(row)] = alike[pair].*Measure;
      }
}

template <double Alike::*Measure>
Result<Cells> measure(Sources& sources) {
  const Members& members = sources.members();
  const auto promises = AtopPromises::read(sources.store(), members.first(), members.last());
  if (!promises) return promises.error();
  Cells weights(members.states(), kNothing);
  if constexpr (Measure == &Alike::s_weighted) {
    const auto capabilities = sources.capabilities();
    if (!capabilities) return capabilities.error();
    weights = (*capabilities)->cinc;
  }
  Cells cells(members.pairs(sources.directed()), kNothing);
  const int last = std::min(members.last(), promises->last());
  if (last < members.first()) return cells;
  on_threads(
      static_cast<std::size_t>(last - members.first()) + 1, sources.run(), [&](std::size_t i) {
        const int year = last - static_cast<int>(i);
        YearTies ties = promises->ties(year, members, Ordering::atop);
        ties.names.resize(members.in(year).size());
        for (const int state : members.in(year))
          ties.weights.push_back(weights[static_cast<std::size_t>(members.state_row(year, state))]);
        fill_year<Measure>(sources, ties, cells);
      });
  return cells;
}

constexpr Variable kVariables[] = {
    {.name = "kappa",
     .help = "Cohen's kappa of the two portfolios of promises; as `similarity` does by default.",
     .pairs = {measure<&Alike::kappa>, kPortfolios}},
    {.name = "pi",
     .help = "Scott's pi of the two portfolios of promises; as `similarity` does by default.",
     .pairs = {measure<&Alike::pi>, kPortfolios}},
    {.name = "s",
     .help = "S of Signorino and Ritter of the two portfolios of promises; as `similarity` does by "
             "default.",
     .pairs = {measure<&Alike::s>, kPortfolios}},
    {.name = "s_weighted",
     .help = "S with third states weighed by capability; as `similarity` does by default.",
     .pairs = {measure<&Alike::s_weighted>, kWeighted}},
    {.name = "tau_b",
     .help = "Kendall's tau-b of the two portfolios of promises; as `similarity` does by default.",
     .pairs = {measure<&Alike::tau_b>, kPortfolios}},
};

}  // namespace

std::span<const Variable> similarity_variables() { return kVariables; }

}  // namespace entente::panel
