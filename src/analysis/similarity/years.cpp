#include "analysis/similarity/years.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

#include "base/digits.h"
#include "base/threads.h"
#include "panel/capabilities.h"

namespace entente::analysis {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<std::string_view, 2> kNeeded = {"atop_directed", "system_year"};
constexpr std::array<std::string_view, 1> kWeights = {"nmc"};

/// Puts the states of a year in the order of their names.
void sort_by_name(panel::YearTies& ties) {
  const std::size_t n = ties.names.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return ties.names[i]; });
  panel::YearTies sorted{ties.year, {}, std::vector<std::uint8_t>(n * n), {}};
  for (std::size_t i = 0; i < n; ++i) {
    sorted.names.push_back(ties.names[order[i]]);
    sorted.weights.push_back(ties.weights[order[i]]);
    for (std::size_t k = 0; k < n; ++k)
      sorted.levels[i * n + k] = ties.levels[order[i] * n + order[k]];
  }
  ties = std::move(sorted);
}

/// Weights by capability, where the database has them.
Result<std::optional<panel::Capabilities>> read_weights(const YearsAsked& asked,
                                                        const history::Store& store,
                                                        const panel::Members& members,
                                                        YearsRead& read) {
  std::optional<panel::Capabilities> none;
  if (!asked.weighted) return none;
  if (const Faults missing = store.missing(kWeights); !missing.empty()) {
    read.notices.push_back("No capabilities, so s_weighted is empty: " + missing.front().hint);
    return none;
  }
  auto found = panel::Capabilities::read(store, members);
  if (!found) return found.error();
  const auto inputs = store.inputs(kWeights);
  read.inputs.insert(read.inputs.end(), inputs.begin(), inputs.end());
  return std::optional(std::move(found).value());
}

/// The years that the database knows. Returns the first year it does not.
Result<int> read_database(const YearsAsked& asked, const scenario::Library& library,
                          YearsRead& read) {
  const auto store = history::Store::open_with(asked.data, kNeeded);
  if (!store) return store.error();
  const auto promises = panel::AtopPromises::read(*store, asked.span.first, asked.span.last);
  if (!promises) return promises.error();
  const int last = std::min(asked.span.last, promises->last());
  if (asked.span.first > last) return asked.span.first;
  const auto members = panel::Members::read(*store, asked.span.first, last);
  if (!members) return members.error();
  read.inputs = store->inputs(kNeeded);
  const auto weights = read_weights(asked, *store, *members, read);
  if (!weights) return weights.error();
  const panel::StateNames names(library.world);
  for (int year = asked.span.first; year <= last; ++year) {
    panel::YearTies ties = promises->ties(year, *members, asked.ordering);
    ties.names = names.of_all(members->in(year), year);
    for (const int number : members->in(year)) {
      const auto row = static_cast<std::size_t>(members->state_row(year, number));
      ties.weights.push_back(weights.value() ? weights.value()->cinc[row] : kNothing);
    }
    sort_by_name(ties);
    read.years.push_back(std::move(ties));
  }
  if (last > members->listed_to())
    read.notices.push_back("The list of states ends with " + std::to_string(members->listed_to()) +
                           "; later years have its last members.");
  read.source = "Alliance Treaty Obligations and Provisions, directed promises to " +
                std::to_string(promises->last());
  return last + 1;
}

/// The years of the library among those asked, from `first` on.
Faults read_library(const YearsAsked& asked, const scenario::Library& library, int first,
                    YearsRead& read) {
  if (first > asked.span.last) return {};
  const std::string day = to_text(library.world.day);
  int last = 0;
  std::from_chars(day.data(), day.data() + 4, last);
  if (asked.span.last > last)
    return {{Code::bad_value,
             {"arguments", 0, 0},
             "the library ends with " + std::to_string(last) + ", before " +
                 std::to_string(asked.span.last),
             ""}};
  for (int year = first; year <= asked.span.last; ++year)
    read.years.push_back(panel::ties_of_library(library, year, asked.ordering));
  const std::string from_library = "agreements of the library on 1 July";
  read.source +=
      (read.source.empty() ? "" : "; from " + std::to_string(first) + " ") + from_library;
  read.notices.emplace_back(
      "Years from " + std::to_string(first) +
      " are answered from the library, which knows no capabilities: s_weighted is empty.");
  if (first <= panel::kLastOfAtop)
    read.notices.emplace_back(
        "The library is a selection of agreements. `entente import atop FILE` and `entente import "
        "system FILE` bring every alliance from 1815 to 2018.");
  return {};
}

card::PackedTexts& texts(std::vector<card::Packed>& columns, std::size_t i) {
  return std::get<card::PackedTexts>(columns[i]);
}
std::vector<double>& numbers(std::vector<card::Packed>& columns, std::size_t i) {
  return std::get<card::PackedNumbers>(columns[i]).cells;
}

double mean_of(const card::Table& table, std::size_t column, std::size_t first, std::size_t last) {
  const auto& cells = std::get<card::PackedNumbers>(table.packed[column]).cells;
  double sum = 0, count = 0;
  for (std::size_t row = first; row < last; ++row)
    if (!std::isnan(cells[row])) {
      sum += cells[row];
      count += 1;
    }
  return count > 0 ? sum / count : kNothing;
}

std::string two_digits(double value) {
  if (std::isnan(value)) return "nothing";
  return fixed(value, 2);
}

std::size_t pairs_of(const panel::YearTies& ties) {
  return ties.names.size() < 2 ? 0 : ties.names.size() * (ties.names.size() - 1) / 2;
}

}  // namespace

Result<YearsRead> read_years(const YearsAsked& asked, const scenario::Library& library) {
  YearsRead read;
  int first = asked.span.first;
  std::error_code ignored;
  const bool database =
      !asked.data.empty() || std::filesystem::exists(history::path_of(asked.data), ignored);
  if (database && first <= panel::kLastOfAtop) {
    const auto next = read_database(asked, library, read);
    if (!next) return next.error();
    first = *next;
  }
  if (Faults faults = read_library(asked, library, first, read); !faults.empty()) return faults;
  return read;
}

void fill_years(const YearsRead& read, const panel::Comparison& how, const Run& run,
                card::Table& table) {
  std::vector<std::size_t> begin(read.years.size() + 1, 0);
  std::map<std::string, std::uint32_t> words;
  for (std::size_t y = 0; y < read.years.size(); ++y) {
    begin[y + 1] = begin[y] + pairs_of(read.years[y]);
    for (const std::string& name : read.years[y].names) words.try_emplace(name, 0);
  }
  std::vector<card::Packed> columns = {card::PackedTexts{}, card::PackedTexts{},
                                       card::PackedIntegers{}};
  for (std::size_t i = 3; i < 8; ++i)
    columns.emplace_back(card::PackedNumbers{std::vector<double>(begin.back())});
  std::uint32_t place = 0;
  for (auto& [name, at] : words) {
    at = place++;
    texts(columns, 0).words.push_back(name);
  }
  texts(columns, 1).words = texts(columns, 0).words;
  for (const std::size_t i : {0, 1}) texts(columns, i).cells.resize(begin.back());
  auto& years = std::get<card::PackedIntegers>(columns[2]).cells;
  years.resize(begin.back());

  on_threads(read.years.size(), run, [&](std::size_t i) {
    // Late years have most states: they are begun first.
    const std::size_t y = read.years.size() - 1 - i;
    const panel::YearTies& ties = read.years[y];
    const auto alike = panel::compare(ties, how);
    std::vector<std::uint32_t> word;
    for (const std::string& name : ties.names) word.push_back(words.find(name)->second);
    std::size_t row = begin[y];
    for (std::size_t a = 0; a < word.size(); ++a)
      for (std::size_t b = a + 1; b < word.size(); ++b, ++row) {
        texts(columns, 0).cells[row] = word[a];
        texts(columns, 1).cells[row] = word[b];
        years[row] = ties.year;
        const panel::Alike& one = alike[row - begin[y]];
        const double values[] = {one.s, one.s_weighted, one.tau_b, one.pi, one.kappa};
        for (std::size_t c = 0; c < 5; ++c) numbers(columns, 3 + c)[row] = values[c];
      }
  });
  table.pack(std::move(columns));
}

std::string years_finding(const YearsRead& read, const card::Table& table) {
  const auto part = [&](const panel::YearTies& ties, std::size_t first) {
    const std::size_t last = first + pairs_of(ties);
    return "in " + std::to_string(ties.year) + " the " + std::to_string(pairs_of(ties)) +
           " pairs of " + std::to_string(ties.names.size()) + " states have a mean S of " +
           two_digits(mean_of(table, 3, first, last)) + " and, beyond chance, a mean kappa of " +
           two_digits(mean_of(table, 7, first, last));
  };
  const std::size_t rows = table.size();
  std::string text = part(read.years.front(), 0);
  text[0] = 'I';
  if (read.years.size() > 1)
    text = std::to_string(rows) + " pairs of states: " + part(read.years.front(), 0) + "; " +
           part(read.years.back(), rows - pairs_of(read.years.back()));
  return text + ".";
}

}  // namespace entente::analysis
