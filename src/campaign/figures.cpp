#include "campaign/figures.h"

#include <algorithm>
#include <cmath>

#include "base/digits.h"

namespace entente::campaign {
namespace {

using card::Value;

void cell(std::vector<Value>& row, bool wanted, double value, const Bounds& bounds) {
  row.emplace_back();
  if (wanted) row.back() = std::clamp(value, bounds.least, bounds.most);
}

/// ` (WORDS a to b)`.
std::string between(std::string_view words, double low, double high, std::string_view end,
                    const Bounds& bounds) {
  return " (" + std::string(words) + plain(std::max(bounds.least, low)) + " to " +
         plain(std::min(bounds.most, high)) + std::string(end) + ")";
}

}  // namespace

void put_interval(std::vector<Value>& row, const solve::Estimate& figure, const Vary& vary,
                  const Bounds& bounds) {
  row.emplace_back(figure.mean);
  cell(row, vary.anything(), figure.low, bounds);
  cell(row, vary.anything(), figure.high, bounds);
}

void put(std::vector<Value>& row, const solve::Estimate& figure, const Vary& vary,
         const Bounds& bounds) {
  put_interval(row, figure, vary, bounds);
  cell(row, vary.facts, figure.p05, bounds);
  cell(row, vary.facts, figure.p95, bounds);
}

std::string plain(double value) { return fixed(value, std::abs(value) < 9.95 ? 1 : 0); }

std::string with_interval(const solve::Estimate& figure, const Vary& vary, const Bounds& bounds,
                          std::string_view unit) {
  std::string text = plain(figure.mean) + std::string(unit);
  if (vary.honour) text += between("interval of the mean ", figure.low, figure.high, "", bounds);
  return text;
}

std::string with_spread(const solve::Estimate& figure, const Vary& vary, const Bounds& bounds,
                        std::string_view unit) {
  if (!vary.facts && vary.honour) return with_interval(figure, vary, bounds, unit);
  std::string text = plain(figure.mean) + std::string(unit);
  if (vary.facts)
    return text + between("", figure.p05, figure.p95, " over facts and assumptions", bounds);
  return text + " (every state sending its likelihood's share, so a lower bound)";
}

}  // namespace entente::campaign
