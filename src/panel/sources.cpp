#include "panel/sources.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "panel/portfolios.h"

namespace entente::panel {
namespace {

using history::Columns;

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

void fold_in(double& cell, double value, Fold fold) {
  if (std::isnan(value)) return;
  if (std::isnan(cell) || fold == Fold::replace)
    cell = value;
  else
    cell = fold == Fold::sum ? cell + value : std::max(cell, value);
}

/// The first and the last year of a table.
std::pair<std::int64_t, std::int64_t> covered(const Columns::Whole& years) {
  if (years.empty()) return {1, 0};
  const auto [least, most] = std::ranges::minmax_element(years);
  return {*least, *most};
}

}  // namespace

Result<const Columns*> Sources::read(std::string_view table,
                                     std::span<const std::string_view> names,
                                     std::string_view where) {
  std::string key(table);
  for (const std::string_view name : names) key += "," + std::string(name);
  key += "," + std::string(where);
  auto found = read_.find(key);
  if (found == read_.end()) {
    auto columns = store_.read(table, names, where);
    if (!columns) return columns.error();
    found = read_.emplace(key, std::make_unique<Columns>(std::move(columns).value())).first;
  }
  return static_cast<const Columns*>(found->second.get());
}

Result<Cells> Sources::by_state(const Asked& asked) {
  const std::string_view names[] = {asked.state, "year", asked.value};
  const auto rows = read(asked.table, names, asked.where);
  if (!rows) return rows.error();
  const Columns& columns = **rows;
  const auto& states = columns.whole(asked.state);
  const auto& years = columns.whole("year");
  const Cells values = numbers_of(columns, asked.value);
  const auto [first, last] = covered(years);
  Cells cells = asked.zero ? states_between(first, last) : Cells(members_.states(), kNothing);
  for (std::size_t row = 0; row < columns.rows; ++row) {
    const std::ptrdiff_t at = members_.state_row(years[row], states[row]);
    if (at >= 0) fold_in(cells[static_cast<std::size_t>(at)], values[row], asked.fold);
  }
  return cells;
}

Result<Cells> Sources::by_pair(const Asked& asked) {
  const std::string_view names[] = {"ccode1", "ccode2", "year", asked.value};
  const auto rows = read(asked.table, names, asked.where);
  if (!rows) return rows.error();
  const Columns& columns = **rows;
  const auto& years = columns.whole("year");
  const auto& a = columns.whole("ccode1");
  const auto& b = columns.whole("ccode2");
  const Cells values = numbers_of(columns, asked.value);
  const auto [first, last] = covered(years);
  Cells cells =
      asked.zero ? pairs_between(first, last) : Cells(members_.pairs(directed_), kNothing);
  for (std::size_t row = 0; row < columns.rows; ++row)
    put(cells, years[row], a[row], b[row], values[row], asked);
  return cells;
}

Result<Cells> Sources::with_anyone(const Asked& asked) {
  const std::string_view names[] = {"ccode1", "ccode2", "year", asked.value};
  const auto rows = read(asked.table, names, asked.where);
  if (!rows) return rows.error();
  const Columns& columns = **rows;
  const auto& years = columns.whole("year");
  const Cells values = numbers_of(columns, asked.value);
  const auto [first, last] = covered(years);
  Cells cells = states_between(first, last);
  for (std::size_t row = 0; row < columns.rows; ++row) {
    const std::ptrdiff_t at = members_.state_row(years[row], columns.whole("ccode1")[row]);
    if (at >= 0) fold_in(cells[static_cast<std::size_t>(at)], values[row], asked.fold);
  }
  return cells;
}

Result<const Capabilities*> Sources::capabilities() {
  if (capabilities_ == nullptr) {
    auto found = Capabilities::read(store_, members_);
    if (!found) return found.error();
    capabilities_ = std::make_unique<Capabilities>(std::move(found).value());
  }
  return static_cast<const Capabilities*>(capabilities_.get());
}

Result<const std::vector<AllianceYear>*> Sources::alliances() {
  if (alliances_ != nullptr) return static_cast<const std::vector<AllianceYear>*>(alliances_.get());
  const std::string_view names[] = {"atopid", "begyr", "endyr"};
  const auto rows = read("atop_phase", names);
  if (!rows) return rows.error();
  auto found = std::make_unique<std::vector<AllianceYear>>();
  for (std::size_t row = 0; row < (*rows)->rows; ++row) {
    std::int64_t end = (*rows)->whole("endyr")[row];
    if (end == history::kMissing) end = kLastOfAtop;
    const std::int64_t begin =
        std::max<std::int64_t>((*rows)->whole("begyr")[row], members_.first());
    for (std::int64_t year = begin; year <= std::min<std::int64_t>(end, members_.last()); ++year)
      found->push_back({(*rows)->whole("atopid")[row], year});
  }
  std::ranges::sort(*found);
  found->erase(std::unique(found->begin(), found->end()), found->end());
  alliances_ = std::move(found);
  return static_cast<const std::vector<AllianceYear>*>(alliances_.get());
}

std::ptrdiff_t Sources::alliance_row(std::int64_t atopid, std::int64_t year) const {
  assert(alliances_ != nullptr);
  const AllianceYear wanted{atopid, year};
  const auto found = std::ranges::lower_bound(*alliances_, wanted);
  return found == alliances_->end() || *found != wanted ? -1 : found - alliances_->begin();
}

void Sources::put(Cells& cells, std::int64_t year, std::int64_t a, std::int64_t b, double value,
                  const Asked& how) const {
  if (!directed_ && how.order == Order::first && a > b) return;
  const auto into = [&](std::ptrdiff_t at) {
    if (at >= 0) fold_in(cells[static_cast<std::size_t>(at)], value, how.fold);
  };
  into(members_.pair_row(year, a, b, directed_));
  if (directed_ && how.order == Order::symmetric) into(members_.pair_row(year, b, a, directed_));
}

Cells Sources::pairs_between(std::int64_t first, std::int64_t last) const {
  Cells cells;
  cells.reserve(members_.pairs(directed_));
  for (int year = members_.first(); year <= members_.last(); ++year) {
    const std::size_t n = members_.in(year).size();
    const std::size_t pairs = n < 2 ? 0 : directed_ ? n * (n - 1) : n * (n - 1) / 2;
    cells.resize(cells.size() + pairs, year >= first && year <= last ? 0 : kNothing);
  }
  return cells;
}

Cells Sources::states_between(std::int64_t first, std::int64_t last) const {
  Cells cells;
  for (int year = members_.first(); year <= members_.last(); ++year)
    cells.resize(cells.size() + members_.in(year).size(),
                 year >= first && year <= last ? 0 : kNothing);
  return cells;
}

Cells numbers_of(const Columns& columns, std::string_view name) {
  const auto& held = columns.held.find(name)->second;
  if (const auto* numbers = std::get_if<Columns::Number>(&held)) return *numbers;
  Cells cells;
  for (const std::int64_t value : columns.whole(name))
    cells.push_back(value == history::kMissing ? kNothing : static_cast<double>(value));
  return cells;
}

std::int64_t year_of_day(std::string_view day) {
  std::int64_t year = 0;
  const auto [stop, fault] =
      std::from_chars(day.data(), day.data() + std::min<std::size_t>(day.size(), 4), year);
  return fault == std::errc() && stop == day.data() + 4 ? year : history::kMissing;
}

}  // namespace entente::panel
