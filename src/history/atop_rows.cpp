#include "history/atop_rows.h"

#include <algorithm>

namespace entente::history {
namespace {

using Whole = Columns::Whole;

constexpr std::string_view kColumns[] = {
    "atopid",   "member",   "yrent",    "moent",    "dayent",   "yrexit",   "moexit",   "dayexit",
    "censored", "milcon",   "statthr1", "statthr2", "defense",  "offense",  "neutral",  "nonagg",
    "consul",   "defcoadv", "defcoloc", "defcocon", "defconum", "defcodem", "defconpr", "offcoadv",
    "offcoloc", "offcocon", "offconum", "offcodem", "neucoadv", "neucoloc", "neucocon", "neuconum",
    "neucodem", "neuconpr", "neucoatt", "concoadv", "concoloc", "concocon", "concoreq"};

/// The columns of each promise, as they are called.
constexpr std::string_view kPromised[] = {"defense", "offense", "neutral", "nonagg", "consul"};
constexpr std::string_view kPrefix[] = {"defco", "offco", "neuco", "", "conco"};

/// A row of the table, by names.
struct Line {
  const Columns& columns;
  std::size_t at;
  [[nodiscard]] std::int64_t value(std::string_view name) const { return columns.whole(name)[at]; }
  /// Whether a condition is coded; a promise without such a column has none.
  [[nodiscard]] bool coded(const std::string& name) const {
    return columns.held.contains(name) && value(name) == 1;
  }
};

/// The first or last day that year, month and day may mean.
Date day_of(const Line& line, std::string_view year, std::string_view month, std::string_view day,
            bool last) {
  const auto y = static_cast<int>(line.value(year));
  const std::int64_t m = line.value(month), d = line.value(day);
  const int in_month = m == kMissing ? (last ? 12 : 1) : static_cast<int>(m);
  if (d != kMissing)
    if (const auto date = make_date(y, in_month, static_cast<int>(d))) return *date;
  if (!last) return *make_date(y, in_month, 1);
  const Date next = in_month == 12 ? *make_date(y + 1, 1, 1) : *make_date(y, in_month + 1, 1);
  return {next.days - 1};
}

Limits limits_of(const Line& line, const std::string& prefix) {
  Limits limits;
  limits.adversary = line.coded(prefix + "adv");
  limits.place = line.coded(prefix + "loc");
  limits.ongoing = line.coded(prefix + "con");
  limits.number = line.coded(prefix + "num");
  limits.demands = line.coded(prefix + "dem");
  limits.unprovoked = line.coded(prefix + "npr");
  limits.attacked = line.coded(prefix + "att");
  limits.on_request = line.coded(prefix + "req");
  if (!limits.adversary) return limits;
  limits.threats = {std::max<std::int64_t>(line.value("statthr1"), 0),
                    std::max<std::int64_t>(line.value("statthr2"), 0)};
  return limits;
}

AtopRow row_of(const Line& line) {
  AtopRow row;
  row.member = line.value("member");
  row.open = line.value("censored") == 1;
  row.spell.from = day_of(line, "yrent", "moent", "dayent", false);
  row.spell.to = row.open ? *make_date(kLastAtopYear, 12, 31)
                          : day_of(line, "yrexit", "moexit", "dayexit", true);
  row.institution = std::clamp<std::int64_t>(line.value("milcon"), 0, 3);
  for (std::size_t i = 0; i < kPromises; ++i) {
    row.promised[i] = line.value(kPromised[i]) == 1;
    if (row.promised[i] && !kPrefix[i].empty())
      row.limits[i] = limits_of(line, std::string(kPrefix[i]));
  }
  return row;
}

}  // namespace

Result<std::map<std::int64_t, std::vector<AtopRow>>> atop_rows(const Store& store) {
  const Result<Columns> columns = store.read("atop_member", kColumns);
  if (!columns) return columns.error();
  std::map<std::int64_t, std::vector<AtopRow>> rows;
  for (std::size_t at = 0; at < columns->rows; ++at) {
    const Line line{columns.value(), at};
    if (line.value("yrent") == kMissing) continue;
    if (line.value("yrexit") == kMissing && line.value("censored") != 1) continue;
    rows[line.value("atopid")].push_back(row_of(line));
  }
  return rows;
}

std::vector<Spell> joined(std::vector<Spell> spells) {
  std::ranges::sort(spells);
  std::vector<Spell> out;
  for (const Spell& spell : spells) {
    if (!out.empty() && spell.from.days <= out.back().to.days + 1) {
      out.back().to = std::max(out.back().to, spell.to);
    } else {
      out.push_back(spell);
    }
  }
  return out;
}

}  // namespace entente::history
