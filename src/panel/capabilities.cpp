#include "panel/capabilities.h"

#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace entente::panel {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<double> index_of_capability(std::span<const std::int64_t> years,
                                        const std::array<std::vector<double>, 6>& components) {
  std::map<std::int64_t, std::array<double, 6>> sums;
  for (std::size_t row = 0; row < years.size(); ++row) {
    auto& sum = sums[years[row]];
    for (std::size_t c = 0; c < components.size(); ++c)
      if (!std::isnan(components[c][row])) sum[c] += components[c][row];
  }
  std::vector<double> index(years.size(), kNothing);
  for (std::size_t row = 0; row < years.size(); ++row) {
    const auto& sum = sums[years[row]];
    double shares = 0;
    int known = 0;
    for (std::size_t c = 0; c < components.size(); ++c) {
      if (std::isnan(components[c][row]) || sum[c] <= 0) continue;
      shares += components[c][row] / sum[c];
      ++known;
    }
    if (known > 0) index[row] = shares / known;
  }
  return index;
}

Result<Capabilities> Capabilities::read(const history::Store& store, const Members& members) {
  const auto rows =
      store.read("nmc", {"ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"},
                 "version = (SELECT max(version) FROM nmc)");
  if (!rows) return rows.error();
  std::array<std::vector<double>, 6> components;
  for (std::size_t c = 0; c < kComponents.size(); ++c) components[c] = rows->number(kComponents[c]);
  const auto& years = rows->whole("year");
  const std::vector<double> index = index_of_capability(years, components);

  Capabilities all;
  for (auto& one : all.components) one.assign(members.states(), kNothing);
  all.cinc = all.published = all.components[0];
  for (std::size_t row = 0; row < years.size(); ++row) {
    const std::ptrdiff_t at = members.state_row(years[row], rows->whole("ccode")[row]);
    if (at < 0) continue;
    const auto to = static_cast<std::size_t>(at);
    for (std::size_t c = 0; c < components.size(); ++c) all.components[c][to] = components[c][row];
    all.cinc[to] = index[row];
    all.published[to] = rows->number("cinc")[row];
  }
  return all;
}

}  // namespace entente::panel
