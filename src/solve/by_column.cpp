#include "solve/by_column.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace entente::solve {
namespace {

bool within(const LinearProgramme::Entry& entry, const LinearProgramme& programme) {
  return entry.row >= 0 && std::size_t(entry.row) < programme.rows.size() && entry.column >= 0 &&
         std::size_t(entry.column) < programme.columns.size() && std::isfinite(entry.value);
}

bool each_once(const ByColumn& sorted, std::size_t rows) {
  std::vector<int> seen_in(rows, -1);
  for (std::size_t j = 0; j + 1 < sorted.start.size(); ++j)
    for (int k = sorted.start[j]; k < sorted.start[j + 1]; ++k) {
      int& column = seen_in[sorted.row[k]];
      if (column == int(j)) return false;
      column = int(j);
    }
  return true;
}

}  // namespace

ByColumn by_column(const LinearProgramme& programme) {
  const auto& entries = programme.entries;
  ByColumn sorted{.start = std::vector<int>(programme.columns.size() + 1),
                  .row = std::vector<int>(entries.size()),
                  .value = std::vector<double>(entries.size())};
  for (const auto& entry : entries) {
    assert(within(entry, programme));
    ++sorted.start[entry.column + 1];
  }
  for (std::size_t j = 1; j < sorted.start.size(); ++j) sorted.start[j] += sorted.start[j - 1];
  std::vector<int> next = sorted.start;
  for (const auto& entry : entries) {
    const int k = next[entry.column]++;
    sorted.row[k] = entry.row;
    sorted.value[k] = entry.value;
  }
  assert(each_once(sorted, programme.rows.size()));
  return sorted;
}

}  // namespace entente::solve
