#include "card/mover.h"

#include <cmath>

namespace entente::card {
namespace {

constexpr double kNothing = 1e-9;  // Of the figure itself, or of one: what is rounding.

Value end(const std::optional<double>& one) {
  Value value;
  if (one) value = *one;
  return value;
}

}  // namespace

void put_most_first(std::vector<Mover>& movers) {
  std::erase_if(movers, [](const Mover& one) {
    return std::abs(one.moves()) <= kNothing * std::max(1.0, std::abs(one.at_low));
  });
  std::ranges::stable_sort(movers, [](const Mover& a, const Mover& b) {
    const double x = std::abs(a.moves()), y = std::abs(b.moves());
    return x != y ? x > y : a.name < b.name;
  });
}

void add_movers(Table& table, const std::vector<Mover>& movers, const std::vector<Value>& before) {
  for (const Mover& one : movers) {
    std::vector<Value> row = before;
    row.emplace_back(one.name);
    row.emplace_back(std::string(one.assumption ? "assumption" : "facts"));
    row.push_back(end(one.low));
    row.push_back(end(one.high));
    row.emplace_back(one.unit);
    row.emplace_back(one.at_low);
    row.emplace_back(one.at_high);
    row.emplace_back(one.moves());
    table.row(std::move(row));
  }
}

}  // namespace entente::card
