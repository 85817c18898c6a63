#include "panel/members.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace entente::panel {
namespace {

/// Numbers of states lie below this.
constexpr std::int64_t kNumbers = 1000;

}  // namespace

Members::Members(std::span<const std::int64_t> numbers, std::span<const std::int64_t> years,
                 int first, int last)
    : first_(first), listed_to_(first) {
  assert(numbers.size() == years.size() && first <= last);
  int listed = 0;
  for (const std::int64_t year : years) listed = std::max(listed, static_cast<int>(year));
  listed_to_ = listed;
  years_.resize(static_cast<std::size_t>(last - first) + 1);
  std::vector<int> at_the_end;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] < 0 || numbers[i] >= kNumbers) continue;
    const int number = static_cast<int>(numbers[i]);
    if (years[i] == listed) at_the_end.push_back(number);
    if (years[i] < first || years[i] > last) continue;
    years_[static_cast<std::size_t>(years[i] - first)].numbers.push_back(number);
  }
  for (std::size_t i = 0; i < years_.size(); ++i) {
    Year& one = years_[i];
    if (first + static_cast<int>(i) > listed) one.numbers = at_the_end;
    std::ranges::sort(one.numbers);
    one.numbers.erase(std::unique(one.numbers.begin(), one.numbers.end()), one.numbers.end());
    one.place.assign(kNumbers, -1);
    for (std::size_t k = 0; k < one.numbers.size(); ++k)
      one.place[static_cast<std::size_t>(one.numbers[k])] = static_cast<std::int16_t>(k);
    one.states_before = states_;
    one.pairs_before = pairs_;
    states_ += one.numbers.size();
    if (!one.numbers.empty()) pairs_ += one.numbers.size() * (one.numbers.size() - 1) / 2;
  }
}

Result<Members> Members::read(const history::Store& store, int first, int last) {
  const auto rows = store.read("system_year", {"ccode", "year"});
  if (!rows) return rows.error();
  return Members(rows->whole("ccode"), rows->whole("year"), first, last);
}

const Members::Year* Members::year(std::int64_t of) const {
  if (of < first_ || of > last()) return nullptr;
  return &years_[static_cast<std::size_t>(of - first_)];
}

std::span<const int> Members::in(int of) const {
  const Year* found = year(of);
  return found == nullptr ? std::span<const int>() : found->numbers;
}

int Members::place(std::int64_t of, std::int64_t number) const {
  const Year* found = year(of);
  if (found == nullptr || number < 0 || number >= kNumbers) return -1;
  return found->place[static_cast<std::size_t>(number)];
}

std::ptrdiff_t Members::state_row(std::int64_t of, std::int64_t number) const {
  const int at = place(of, number);
  if (at < 0) return -1;
  return static_cast<std::ptrdiff_t>(year(of)->states_before) + at;
}

std::ptrdiff_t Members::pair_row(std::int64_t of, std::int64_t a, std::int64_t b,
                                 bool directed) const {
  std::ptrdiff_t i = place(of, a), j = place(of, b);
  if (i < 0 || j < 0 || i == j) return -1;
  const Year& found = *year(of);
  const auto n = static_cast<std::ptrdiff_t>(found.numbers.size());
  const auto before = static_cast<std::ptrdiff_t>(found.pairs_before);
  if (directed) return 2 * before + i * (n - 1) + (j > i ? j - 1 : j);
  if (i > j) std::swap(i, j);
  return before + i * n - i * (i + 1) / 2 + (j - i - 1);
}

}  // namespace entente::panel
