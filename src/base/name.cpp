#include "base/name.h"

#include <algorithm>
#include <vector>

namespace entente {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment distance, case free.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = lower(a[i - 1]);
      const char y = lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

bool is_slug(std::string_view text) {
  char previous = '_';  // So that a leading underscore counts as a double one.
  for (const char c : text) {
    if (!is_lower(c) && !is_digit(c) && c != '_') return false;
    if (c == '_' && previous == '_') return false;
    previous = c;
  }
  return previous != '_';
}

bool is_iso3(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), is_upper);
}

std::string nearest(std::string_view text, std::span<const std::string> known) {
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& name : known) {
    const std::size_t longer = std::max(text.size(), name.size());
    const std::size_t shorter = std::min(text.size(), name.size());
    // The distance is never below the difference in length: most names fall out here.
    if (shorter == 0 || (longer - shorter) * 3 > longer) continue;
    if (best != nullptr && longer - shorter >= best_distance) continue;
    const std::size_t apart = distance(text, name);
    if (apart * 3 > longer) continue;
    if (best == nullptr || apart < best_distance) {
      best = &name;
      best_distance = apart;
    }
  }
  return best == nullptr ? std::string() : *best;
}

std::string did_you_mean(std::string_view text, std::span<const std::string> known) {
  const std::string name = nearest(text, known);
  return name.empty() ? std::string() : "did you mean `" + name + "`?";
}

std::string join(std::span<const std::string> items, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += between;
    out += items[i];
  }
  return out;
}

}  // namespace entente
