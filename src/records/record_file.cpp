#include "records/record_file.h"

#include <optional>

#include "base/name.h"
#include "text/reader.h"

namespace entente::records {
namespace {

using card::Value;
using text::Kind;
using text::Node;
using text::TableReader;

/// A single value; nothing where it is a list or a table.
std::optional<Value> value_of(const Node& node) {
  switch (node.kind) {
    case Kind::null:
      return Value();
    case Kind::boolean:
      return Value(node.boolean);
    case Kind::integer:
      return Value(node.integer);
    case Kind::real:
      return Value(node.real);
    case Kind::text:
      return Value(node.text);
    case Kind::date:
      return Value(to_text(node.date));
    case Kind::array:
    case Kind::table:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Enough of a hash to tell it from another, and as much as a terminal has room for.
std::string short_hash(const std::string& hash) { return hash.substr(0, 12); }

class RecordReader {
 public:
  explicit RecordReader(const text::Document& document)
      : file_(document.file), root_(document.root, document.file, "a record", faults_) {}

  Result<RecordFile> read() {
    record_.analysis = root_.required_text("analysis");
    record_.analysis_where = root_.where("analysis");
    if (const Node* scenario = required("scenario")) {
      TableReader reader(*scenario, file_, "`scenario`", faults_);
      origin("scenario", Value(reader.required_text("name")));
      origin("scenario_hash", Value(short_hash(reader.required_text("hash"))));
    }
    provenance();
    if (const Node* params = root_.table("params")) take_params(*params, "");
    if (const Node* tables = required("tables"))
      for (const text::Entry& entry : tables->entries) table(entry);
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    return std::move(record_);
  }

 private:
  void fault(Code code, const Node& node, std::string message, std::string hint = "") {
    faults_.push_back({code, {file_, node.line, node.column}, std::move(message), std::move(hint)});
  }

  const Node* required(std::string_view key) {
    const Node* table = root_.table(key);
    if (table == nullptr && root_.raw(key) == nullptr)
      root_.fault(Code::missing_key, key, "a record needs `" + std::string(key) + "`",
                  "it is what `--out FILE.json` writes");
    return table;
  }

  void origin(std::string name, Value value) {
    record_.origin.emplace_back(std::move(name), std::move(value));
  }

  void provenance() {
    if (const auto exact = root_.boolean("exact")) origin("exact", *exact);
    const Node* table = root_.table("provenance");
    if (table == nullptr) return;
    for (const std::string key : {"version", "library", "seed", "draws"}) {
      const Node* node = table->find(key);
      if (node == nullptr) continue;
      if (key == "library" && node->kind == Kind::text)
        origin(key, Value(short_hash(node->text)));
      else if (auto value = value_of(*node))
        origin(key, std::move(*value));
    }
  }

  void take_params(const Node& group, const std::string& before) {
    for (const auto& [key, line, column, node] : group.entries) {
      if (node.kind == Kind::table) {
        take_params(node, before + key + ".");
      } else if (auto value = value_of(node)) {
        record_.params.emplace_back(before + key, std::move(*value));
      } else {
        std::vector<std::string> items;
        for (const Node& item : node.items)
          if (item.kind == Kind::text) items.push_back(item.text);
        record_.params.emplace_back(before + key, join(items, ", "));
      }
    }
  }

  void table(const text::Entry& entry) {
    card::Table table;
    table.name = entry.key;
    TableReader reader(entry.value, file_, "table `" + entry.key + "`", faults_);
    for (const Node* column : reader.tables("columns")) {
      TableReader one(*column, file_, "a column of `" + entry.key + "`", faults_);
      table.columns.push_back({one.required_text("name"), one.text("unit").value_or(""),
                               one.text("help").value_or("")});
    }
    const Node* rows = entry.value.kind == Kind::table ? reader.raw("rows") : nullptr;
    if (rows == nullptr) {
      if (entry.value.kind == Kind::table)
        reader.fault(Code::missing_key, "rows", "table `" + entry.key + "` has no rows",
                     "a table without any is written `\"rows\": []`");
      return;
    }
    if (rows->kind != Kind::array)
      return fault(Code::wrong_type, *rows,
                   "`rows` is a list of rows, not " + std::string(text::kind_word(rows->kind)));
    for (const Node& row : rows->items) take_row(row, table);
    record_.tables.push_back(std::move(table));
  }

  void take_row(const Node& row, card::Table& table) {
    if (row.kind != Kind::array)
      return fault(Code::wrong_type, row,
                   "a row is a list of values, not " + std::string(text::kind_word(row.kind)));
    if (row.items.size() != table.columns.size())
      return fault(Code::bad_value, row,
                   "this row has " + std::to_string(row.items.size()) + " values for " +
                       std::to_string(table.columns.size()) + " columns of `" + table.name + "`");
    std::vector<Value> values;
    for (const Node& item : row.items) {
      auto value = value_of(item);
      if (!value)
        return fault(Code::wrong_type, item,
                     "a cell holds one value, not " + std::string(text::kind_word(item.kind)));
      values.push_back(std::move(*value));
    }
    table.row(std::move(values));
  }

  std::string file_;
  Faults faults_;
  TableReader root_;
  RecordFile record_;
};

}  // namespace

bool is_record(const text::Document& document) {
  return document.root.find("analysis") != nullptr || document.root.find("tables") != nullptr;
}

Result<RecordFile> read_record(const text::Document& document) {
  return RecordReader(document).read();
}

}  // namespace entente::records
