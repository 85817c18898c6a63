#include "history/plan.h"

#include <algorithm>
#include <set>

#include "base/name.h"

namespace entente::history {
namespace {

std::string lower(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// "mem1..59" as mem1 to mem59, anything else as itself.
std::vector<std::string> spelled_out(const std::string& word) {
  const std::size_t dots = word.find("..");
  if (dots == std::string::npos) return {word};
  const std::size_t digits = word.find_first_of("0123456789");
  std::vector<std::string> names;
  const int last = std::stoi(word.substr(dots + 2));
  for (int i = std::stoi(word.substr(digits, dots - digits)); i <= last; ++i)
    names.push_back(word.substr(0, digits) + std::to_string(i));
  return names;
}

/// "a|b c": the spellings of a column, each of which may be of several words.
std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// How well a layout fits a header.
struct Fit {
  Plan plan;
  std::size_t required = 0, found = 0;  ///< Required columns, and how many the file has.
  std::size_t matched = 0;              ///< Columns of either kind that it has.
  [[nodiscard]] bool whole() const { return found == required; }
};

Fit fit(const Layout& layout, std::span<const std::string> header) {
  Fit out;
  out.plan.layout = &layout;
  out.plan.columns = columns_of(layout);
  std::vector<bool> kept(header.size(), false);
  for (PlannedColumn& column : out.plan.columns) {
    if (column.set->required) ++out.required;
    for (std::size_t at = 0; at < header.size() && column.position < 0; ++at) {
      if (std::ranges::find(column.spellings, header[at]) == column.spellings.end()) continue;
      column.position = static_cast<int>(at);
      kept[at] = true;
      ++out.matched;
      if (column.set->required) ++out.found;
    }
  }
  for (std::size_t at = 0; at < header.size(); ++at) {
    if (header[at] == "version") out.plan.version_at = static_cast<int>(at);
    if (!kept[at] && header[at] != "version" && !header[at].empty())
      out.plan.not_kept.push_back(header[at]);
  }
  return out;
}

/// The best of `fits` that are whole, by columns that match; several where they match equally.
std::vector<Fit> best(std::vector<Fit> fits) {
  std::erase_if(fits, [](const Fit& one) { return !one.whole(); });
  const auto rank = [](const Fit& one) { return std::pair(one.required, one.matched); };
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const Fit& one : fits) most = std::max(most, rank(one));
  std::erase_if(fits, [&](const Fit& one) { return rank(one) != most; });
  return fits;
}

std::vector<Fit> fits_of(const Format& format, std::span<const std::string> header) {
  std::vector<Fit> fits;
  for (const Layout& layout : format.layouts) fits.push_back(fit(layout, header));
  return fits;
}

/// The fault of a file of another format or of none.
Error wrong_file(std::span<const std::string> header, const Format& format,
                 const std::string& file) {
  std::vector<Fit> others;
  for (const Format* other : formats()) {
    if (other == &format) continue;
    for (Fit& one : fits_of(*other, header)) others.push_back(std::move(one));
  }
  const std::string what = "this is no file of `" + std::string(format.name) + "`";
  others = best(std::move(others));
  if (!others.empty()) {
    const std::string_view table = others.front().plan.layout->table;
    const std::string looks(format_of(table)->name);
    return {Code::wrong_type,
            {file, 1, 0},
            what + ": it looks like `" + looks + "` (table " + std::string(table) + ")",
            "entente import " + looks + " " + file};
  }
  std::vector<std::string> tables;
  for (const Layout& layout : format.layouts) tables.emplace_back(layout.table);
  return {Code::wrong_type,
          {file, 1, 0},
          what + ", nor of any other format",
          "`entente describe " + std::string(format.name) + "` lists the columns of " +
              join(tables, ", ")};
}

/// The faults of a file that looks right but for some columns.
Faults missing_columns(const Fit& near, std::span<const std::string> header,
                       const std::string& file) {
  std::vector<std::string> free = near.plan.not_kept;
  Faults faults;
  for (const PlannedColumn& column : near.plan.columns) {
    if (!column.set->required || column.position >= 0) continue;
    const std::string close = nearest(column.name, free);
    faults.push_back({Code::missing_key,
                      {file, 1, 0},
                      "the column `" + column.name + "` of " +
                          std::string(near.plan.layout->table) + " is missing",
                      close.empty() ? "the header has " + std::to_string(header.size()) + " columns"
                                    : "is it the one called `" + close + "`?"});
  }
  return faults;
}

Faults twice(const Plan& plan, std::span<const std::string> header, const std::string& file) {
  Faults faults;
  for (const PlannedColumn& column : plan.columns) {
    if (column.position < 0) continue;
    if (std::ranges::count(header, header[static_cast<std::size_t>(column.position)]) > 1)
      faults.push_back(
          {Code::duplicate, {file, 1, 0}, "the column `" + column.name + "` stands twice", ""});
  }
  return faults;
}

}  // namespace

int Plan::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &PlannedColumn::name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::vector<StoredColumn> Plan::stored() const {
  std::vector<StoredColumn> out;
  if (layout->kept_by_version) out.push_back({"version", Held::text});
  for (const PlannedColumn& column : columns) {
    const Type type = column.set->type;
    out.push_back({column.name, type == Type::whole    ? Held::whole
                                : type == Type::number ? Held::number
                                                       : Held::text});
  }
  if (!layout->made.name.empty()) out.push_back({std::string(layout->made.name), Held::whole});
  if (!layout->censoring.empty()) out.push_back({"censored", Held::whole});
  return out;
}

std::vector<std::string> words(std::string_view text) { return split(text, ' '); }

std::vector<PlannedColumn> columns_of(const Layout& layout) {
  std::vector<PlannedColumn> columns;
  for (const ColumnSet& set : layout.columns) {
    for (const std::string& word : words(set.names)) {
      const std::vector<std::string> spellings = split(word, '|');
      for (std::string& name : spelled_out(spellings.front())) {
        PlannedColumn column{std::move(name), {}, &set, words(set.missing)};
        column.spellings = {column.name};
        // A cross stands for a blank inside a name of the publication.
        for (std::size_t i = 1; i < spellings.size(); ++i) {
          std::string spelling = spellings[i];
          std::ranges::replace(spelling, '+', ' ');
          column.spellings.push_back(std::move(spelling));
        }
        columns.push_back(std::move(column));
      }
    }
  }
  return columns;
}

Result<std::vector<Plan>> recognise(std::span<const std::string> header, const Format& format,
                                    const std::string& file) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(lower(name));
  const std::vector<Fit> fits = fits_of(format, names);
  std::vector<Plan> plans;
  for (Fit& one : best(fits)) plans.push_back(std::move(one.plan));
  if (!plans.empty()) {
    if (Faults faults = twice(plans.front(), names, file); !faults.empty()) return faults;
    return plans;
  }
  const Error wrong = wrong_file(names, format, file);
  const auto share = [](const Fit& one) {
    return static_cast<double>(one.found) / static_cast<double>(one.required);
  };
  const auto near = std::ranges::max_element(fits, {}, share);
  const bool of_another = wrong.message.find("looks like") != std::string::npos;
  // Half of the columns: no two formats share so many.
  if (!of_another && share(*near) >= 0.5) return missing_columns(*near, names, file);
  return wrong;
}

}  // namespace entente::history
