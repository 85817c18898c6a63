#include "text/reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/name.h"
#include "text/bytes.h"

namespace entente::text {
namespace {

/// Whether a value of kind `is` may stand where `asked` is asked.
bool fits(Kind is, Kind asked) {
  if (asked == Kind::real) return is == Kind::real || is == Kind::integer;
  // JSON has no dates: the text is read by whoever asks for the date.
  if (asked == Kind::date) return is == Kind::date || is == Kind::text;
  return is == asked;
}

std::string must_be(std::string_view what, std::string_view asked, Kind is) {
  return std::string(what) + " must be " + std::string(asked) + ", not " +
         std::string(kind_word(is));
}

/// Reports that `key` is absent. A thing that is no table was reported when the reader was made.
void report_missing(TableReader& reader, const Node& table, std::string_view what,
                    std::string_view key) {
  if (table.kind != Kind::table || table.find(key) != nullptr) return;
  reader.fault(Code::missing_key, key, std::string(what) + " needs " + quoted(key));
}

}  // namespace

TableReader::TableReader(const Node& table, std::string_view file, std::string what, Faults& faults)
    : table_(table), file_(file), what_(std::move(what)), faults_(faults) {
  if (table_.kind == Kind::table) return;
  faults_.push_back(
      Error{Code::wrong_type, where(), must_be(what_, kind_word(Kind::table), table_.kind), ""});
}

std::string TableReader::required_text(std::string_view key) {
  report_missing(*this, table_, what_, key);
  return text(key).value_or(std::string());
}

Date TableReader::required_date(std::string_view key) {
  report_missing(*this, table_, what_, key);
  return date(key).value_or(Date{});
}

double TableReader::required_number(std::string_view key) {
  report_missing(*this, table_, what_, key);
  return number(key).value_or(0.0);
}

std::optional<std::string> TableReader::text(std::string_view key) {
  const Node* node = get(key, Kind::text);
  if (node == nullptr) return {};
  return node->text;
}

std::optional<Date> TableReader::date(std::string_view key) {
  const Node* node = get(key, Kind::date);
  if (node == nullptr) return {};
  if (node->kind == Kind::date) return node->date;
  std::optional<Date> read = parse_date(node->text);
  if (!read) {
    fault(Code::no_such_date, key, quoted(key) + " cannot be " + quoted(node->text),
          "write a day that exists as YYYY-MM-DD");
  }
  return read;
}

std::optional<double> TableReader::number(std::string_view key) {
  const Node* node = get(key, Kind::real);
  if (node == nullptr) return {};
  if (!std::isfinite(node->real)) {
    fault(Code::bad_value, key, quoted(key) + " must be a finite number");
    return {};
  }
  return node->real;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) {
  const Node* node = get(key, Kind::integer);
  if (node == nullptr) return {};
  return node->integer;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const Node* node = get(key, Kind::boolean);
  if (node == nullptr) return {};
  return node->boolean;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const Node* node = raw(key);
  if (node == nullptr) return {};
  if (node->kind == Kind::text) return {node->text};
  if (node->kind != Kind::array) {
    fault(Code::wrong_type, key, must_be(quoted(key), "a text or a list of texts", node->kind));
    return {};
  }
  std::vector<std::string> out;
  out.reserve(node->items.size());
  for (const Node& item : node->items) {
    if (item.kind == Kind::text) {
      out.push_back(item.text);
    } else {
      faults_.push_back(Error{Code::wrong_type,
                              {file_, item.line, item.column},
                              must_be("each item of " + quoted(key), "a text", item.kind),
                              ""});
    }
  }
  return out;
}

std::vector<const Node*> TableReader::tables(std::string_view key) {
  const Node* node = raw(key);
  if (node == nullptr) return {};
  if (node->kind == Kind::table) return {node};
  if (node->kind != Kind::array) {
    fault(Code::wrong_type, key, must_be(quoted(key), "a table or a list of tables", node->kind));
    return {};
  }
  std::vector<const Node*> out;
  out.reserve(node->items.size());
  for (const Node& item : node->items) {
    if (item.kind == Kind::table) {
      out.push_back(&item);
    } else {
      faults_.push_back(Error{Code::wrong_type,
                              {file_, item.line, item.column},
                              must_be("each item of " + quoted(key), "a table", item.kind),
                              ""});
    }
  }
  return out;
}

const Node* TableReader::table(std::string_view key) { return get(key, Kind::table); }

const Node* TableReader::raw(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.kind == Kind::table ? table_.find(key) : nullptr;
}

std::optional<std::size_t> TableReader::choice(std::string_view key,
                                               std::span<const std::string_view> choices) {
  const Node* node = get(key, Kind::text);
  if (node == nullptr) return {};
  const auto chosen = std::find(choices.begin(), choices.end(), node->text);
  if (chosen != choices.end()) return static_cast<std::size_t>(chosen - choices.begin());
  const std::vector<std::string> names(choices.begin(), choices.end());
  std::string hint = did_you_mean(node->text, names);
  if (hint.empty()) hint = "it is one of " + join(names, ", ");
  fault(Code::bad_value, key, quoted(key) + " cannot be " + quoted(node->text), std::move(hint));
  return {};
}

Where TableReader::where(std::string_view key) const {
  const Node* node = table_.kind == Kind::table ? table_.find(key) : nullptr;
  return node == nullptr ? where() : Where{file_, node->line, node->column};
}

Where TableReader::where(std::string_view key, std::size_t item) const {
  const Node* node = table_.kind == Kind::table ? table_.find(key) : nullptr;
  if (node == nullptr || node->kind != Kind::array || item >= node->items.size()) return where(key);
  return Where{file_, node->items[item].line, node->items[item].column};
}

Where TableReader::where() const { return Where{file_, table_.line, table_.column}; }

void TableReader::fault(Code code, std::string_view key, std::string message, std::string hint) {
  faults_.push_back(Error{code, where(key), std::move(message), std::move(hint)});
}

void TableReader::done() {
  if (table_.kind != Kind::table) return;
  for (const Entry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    faults_.push_back(Error{Code::unknown_key,
                            {file_, entry.line, entry.column},
                            what_ + " has no " + quoted(entry.key),
                            did_you_mean(entry.key, known_)});
  }
}

const Node* TableReader::get(std::string_view key, Kind kind) {
  const Node* node = raw(key);
  if (node == nullptr || fits(node->kind, kind)) return node;
  fault(Code::wrong_type, key, must_be(quoted(key), kind_word(kind), node->kind));
  return nullptr;
}

}  // namespace entente::text
