#include "report/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/number.h"

namespace entente::report {
namespace {

using Json = nlohmann::ordered_json;

/// A text as JSON. Bytes that are no UTF-8 (from a command line) become replacement characters.
std::string json_text(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Written here and not by the library, whose doubles are not always the shortest.
struct ValueText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    if (!std::isfinite(value)) return "null";
    std::string text = shortest(value);
    // Keeps a number a number: 4.0 must not read back as a whole number.
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
  }
  std::string operator()(const std::string& value) const { return json_text(value); }
};

std::string value_text(const card::Value& value) { return std::visit(ValueText{}, value); }

/// Puts finished pieces between brackets, one a line, or nothing between them when there is none.
std::string block(const std::vector<std::string>& pieces, char open, char close, int indent) {
  if (pieces.empty()) return {open, close};
  const std::string inner(static_cast<std::size_t>(indent) + 2, ' ');
  std::string text(1, open);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    text += (i == 0 ? "\n" : ",\n") + inner + pieces[i];
  }
  return text + "\n" + std::string(static_cast<std::size_t>(indent), ' ') + close;
}

/// Puts finished pieces between brackets on one line.
std::string line(const std::vector<std::string>& pieces, char open, char close) {
  std::string text(1, open);
  for (std::size_t i = 0; i < pieces.size(); ++i) text += (i == 0 ? "" : ", ") + pieces[i];
  return text + close;
}

std::string member(std::string_view key, const std::string& value) {
  return json_text(key) + ": " + value;
}

std::string member_text(std::string_view key, std::string_view value) {
  return member(key, json_text(value));
}

std::string texts(const std::vector<std::string>& items) {
  std::vector<std::string> pieces;
  for (const std::string& item : items) pieces.push_back(json_text(item));
  return line(pieces, '[', ']');
}

std::string params_text(const card::Params& params, int indent) {
  std::vector<std::string> pieces;
  for (const auto& [key, param] : params) {
    std::string value;
    if (const auto* one = std::get_if<card::Value>(&param.held)) value = value_text(*one);
    if (const auto* list = std::get_if<std::vector<std::string>>(&param.held)) value = texts(*list);
    if (const auto* group = std::get_if<card::Params>(&param.held)) {
      value = params_text(*group, indent + 2);
    }
    pieces.push_back(member(key, value));
  }
  return block(pieces, '{', '}', indent);
}

/// Bytes that are gathered before they are handed on.
constexpr std::size_t kPiece = 1 << 16;

std::string columns_text(const card::Table& table, int indent) {
  std::vector<std::string> columns;
  for (const auto& column : table.columns) {
    columns.push_back(line({member_text("name", column.name), member_text("unit", column.unit),
                            member_text("help", column.help)},
                           '{', '}'));
  }
  return block(columns, '[', ']', indent);
}

/// The rows of a table between brackets, laid out as `block` and `line` would.
void rows_text(const card::Table& table, int indent, const Sink& sink) {
  if (table.size() == 0) return sink("[]");
  const std::string before = "\n" + std::string(static_cast<std::size_t>(indent) + 2, ' ');
  std::string out = "[";
  for (std::size_t row = 0; row < table.size(); ++row) {
    out += (row == 0 ? "" : ",") + before + "[";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      out += (i == 0 ? "" : ", ") + value_text(table.cell(row, i));
    out += "]";
    if (out.size() < kPiece) continue;
    sink(out);
    out.clear();
  }
  sink(out + "\n" + std::string(static_cast<std::size_t>(indent), ' ') + "]");
}

/// All tables between braces.
void tables_text(const std::vector<card::Table>& tables, const Sink& sink) {
  if (tables.empty()) return sink("{}");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const card::Table& table = tables[i];
    sink((i == 0 ? "{" : ",") + std::string("\n    ") + json_text(table.name) +
         ": {\n      \"columns\": " + columns_text(table, 6) + ",\n      \"rows\": ");
    rows_text(table, 6, sink);
    sink("\n    }");
  }
  sink("\n  }");
}

std::string field_text(const card::Field& field) {
  std::vector<std::string> choices;
  for (const auto choice : field.choices) choices.emplace_back(choice);
  const bool ranged = field.low != field.high;
  const auto bound = [&](double value) { return ranged ? ValueText{}(value) : "null"; };
  const auto flag = [](bool value) { return std::string(value ? "true" : "false"); };
  return line({member_text("name", field.name), member_text("type", card::type_word(field.type)),
               member_text("unit", field.unit), member_text("help", field.help),
               member_text("source", field.source), member_text("default", field.fallback),
               member("choices", texts(choices)), member_text("of", field.of),
               member("low", bound(field.low)), member("high", bound(field.high)),
               member("repeated", flag(field.repeated)), member("required", flag(field.required))},
              '{', '}');
}

std::string_view mark_word(card::Mark mark) {
  switch (mark) {
    case card::Mark::table:
      return "table";
    case card::Mark::folded:
      return "folded";
    case card::Mark::leading:
      return "leading";
    case card::Mark::counted:
      return "counted";
    case card::Mark::bars:
      return "bars";
    case card::Mark::lines:
      return "lines";
    case card::Mark::map:
      return "map";
    case card::Mark::network:
      return "network";
  }
  return "table";
}

}  // namespace

void to_json(const card::Record& record, const Sink& sink) {
  std::vector<std::string> notices;
  for (const auto& notice : record.notices) notices.push_back(json_text(notice));
  const card::Provenance& from = record.provenance;
  const std::string provenance =
      block({member_text("version", from.version), member("seed", std::to_string(from.seed)),
             member("draws", std::to_string(from.draws)), member_text("library", from.library),
             member("inputs", texts(from.inputs)), member_text("command", from.command),
             member_text("citation", from.citation)},
            '{', '}', 2);
  const std::string before =
      block({member_text("analysis", record.analysis), member_text("question", record.question),
             member_text("finding", record.finding),
             member("scenario", line({member_text("name", record.scenario_name),
                                      member_text("hash", record.scenario_hash)},
                                     '{', '}')),
             member("params", params_text(record.params, 2))},
            '{', '}', 0);
  std::vector<std::string> members = {member("notices", block(notices, '[', ']', 2)),
                                      member("exact", record.exact ? "true" : "false")};
  if (record.partial) members.push_back(member("partial", "true"));
  members.push_back(member("provenance", provenance));
  members.push_back(
      member("timing", line({member("wall_s", ValueText{}(record.wall_s))}, '{', '}')));
  // The tables stand between two blocks that are whole but for the braces where they meet.
  sink(std::string_view(before).substr(0, before.size() - 2));
  sink(",\n  \"tables\": ");
  tables_text(record.tables, sink);
  sink("," + block(members, '{', '}', 0).substr(1) + "\n");
}

std::string to_json(const card::Record& record) {
  std::string out;
  to_json(record, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

std::string to_json(const card::Card& card) {
  std::vector<std::string> fields, tables, views;
  for (const auto& field : card.fields) fields.push_back(field_text(field));
  for (const auto& table : card.tables) {
    std::vector<std::string> columns;
    for (const auto& column : table.columns) {
      columns.push_back(line({member_text("name", column.name), member_text("unit", column.unit),
                              member_text("help", column.help)},
                             '{', '}'));
    }
    tables.push_back(block({member_text("name", table.name), member_text("help", table.help),
                            member("columns", block(columns, '[', ']', 6))},
                           '{', '}', 4));
  }
  for (const auto& view : card.views) {
    views.push_back(
        line({member_text("mark", mark_word(view.mark)), member_text("table", view.table),
              member_text("x", view.x), member_text("y", view.y)},
             '{', '}'));
  }
  const std::string subject = line({member_text("kind", card::subject_word(card.subject)),
                                    member_text("name", card::subject_name(card)),
                                    member("optional", card.subject_optional ? "true" : "false"),
                                    member_text("help", card.subject_help)},
                                   '{', '}');
  return block({member_text("name", card.name), member_text("question", card.question),
                member_text("source", card.source), member("subject", subject),
                member("fields", block(fields, '[', ']', 2)),
                member("tables", block(tables, '[', ']', 2)),
                member("views", block(views, '[', ']', 2))},
               '{', '}', 0) +
         "\n";
}

}  // namespace entente::report
