#include "analysis/alignment/alignment.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// The minima of a case of the library, as `alignment` gives them.
card::Table minima_of(const scenario::Request& request, const std::string& landscape) {
  const card::Arguments none;
  const auto record = analysis::alignment.run({request.library, landscape, none, request.run});
  const card::Table* found = record ? record->find("minima") : nullptr;
  return found == nullptr ? card::Table{} : *found;
}

card::Value cell(const card::Table& table, std::size_t row, std::string_view column) {
  if (row >= table.rows.size()) return {};
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (table.columns[c].name == column) return table.rows[row][c];
  return {};
}

double number(const card::Table& table, std::size_t row, std::string_view column) {
  const card::Value value = cell(table, row, column);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&value);
  return real == nullptr ? NAN : *real;
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  std::vector<Check> checks;
  const auto count = [](const card::Table& table) {
    return static_cast<std::int64_t>(table.rows.size());
  };
  for (const auto& [year, published] :
       {std::pair("1936", 2), std::pair("1937", 2), std::pair("1938", 1), std::pair("1939", 1)})
    checks.push_back(same(std::string(year) + ", minima", std::int64_t{published},
                          count(minima_of(request, std::string("europe_") + year))));
  const card::Table first = minima_of(request, "europe_1936");
  for (Check& one :
       citing("our coding",
              {near("1936, energy of the first", -2087.7255, number(first, 0, "energy"), 1e-3),
               near("1936, energy of the second", -2043.8733, number(first, 1, "energy"), 1e-3),
               near("1936, basin of the first", 44'010, number(first, 0, "basin"), 0),
               near("1936, basin of the second", 21'526, number(first, 1, "basin"), 0)}))
    checks.push_back(std::move(one));
  checks.push_back(same("five great powers, minima", std::int64_t{4},
                        count(minima_of(request, "realist_1936"))));
  return checks;
}

}  // namespace

const Case landscape_case{"landscape",
                          "The camps of 1936 to 1939 under a coding of ours within the published "
                          "rules, which 35 of 3,240 "
                          "such codings reproduce.",
                          "Axelrod, Bennett 1993",
                          "Axelrod and Bennett (1993), British Journal of Political Science 23: "
                          "211-233; the propensities "
                          "are not printed there",
                          "published",
                          run};

}  // namespace entente::inquiry
