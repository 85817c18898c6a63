#include "report/markdown.h"

#include "report/number.h"

namespace entente::report {
namespace {

/// Text that cannot end a cell or begin markup inside one.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (c == '|' || c == '\\' || c == '*' || c == '<' || c == '`') out += '\\';
    out += c;
  }
  return out;
}

std::string line(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const auto& text : cells) out += " " + text + " |";
  return out + "\n";
}

std::string table_text(const card::Table& table) {
  std::string out = "## " + table.name + "\n\n";
  if (table.size() == 0) return out + "None.\n";
  std::vector<std::string> header, rule;
  for (const auto& column : table.columns) {
    header.push_back(
        cell(column.unit.empty() ? column.name : column.name + " (" + column.unit + ")"));
    rule.emplace_back("---");
  }
  out += line(header) + line(rule);
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      cells.push_back(cell(plain(table.cell(row, i))));
    out += line(cells);
  }
  return out;
}

}  // namespace

std::string to_markdown(const card::Record& record) {
  std::string out = "# " + (record.question.empty() ? record.analysis : record.question) + "\n\n";
  if (record.tables.empty()) {
    out += "```\n" + record.finding + (record.finding.ends_with('\n') ? "" : "\n") + "```\n";
  } else {
    out += record.finding + "\n";
  }
  for (const auto& table : record.tables) out += "\n" + table_text(table);
  if (!record.notices.empty()) {
    out += "\n## notes\n\n";
    for (const auto& notice : record.notices) out += "- " + cell(notice) + "\n";
  }
  const auto& from = record.provenance;
  out += "\n## provenance\n\n";
  out += record.exact ? "- exact\n"
                      : "- sampled: " + std::to_string(from.draws) + " draws, seed " +
                            std::to_string(from.seed) + "\n";
  if (record.partial) out += "- stopped before its end: what there was by then\n";
  out += "- scenario " + cell(record.scenario_name) + " " + record.scenario_hash + "\n";
  out += "- library " + from.library + "\n";
  for (const auto& input : from.inputs) out += "- input " + cell(input) + "\n";
  out += "- version " + from.version + "\n";
  if (!from.citation.empty()) out += "- " + cell(from.citation) + "\n";
  if (!from.command.empty()) out += "\n```\n" + from.command + "\n```\n";
  return out;
}

}  // namespace entente::report
