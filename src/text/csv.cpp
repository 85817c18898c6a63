#include "text/csv.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "text/bytes.h"

namespace entente::text {
namespace {

/// Faults beyond these are counted, not listed: a file that is no table at all breaks every row.
constexpr std::size_t kMostFaults = 1000;

class CsvParser {
 public:
  CsvParser(std::string_view bytes, std::string_view file) : bytes_(bytes) { csv_.file = file; }

  Result<Csv> parse() {
    std::vector<Cell> row;
    bool first = true;
    while (next_row(row)) {
      if (std::exchange(first, false)) {
        take_header(row);
      } else if (row.size() != csv_.header.size()) {
        fault(Code::syntax, row.front().line, 1,
              "this row has " + fields(row.size()) + ", the header has " +
                  fields(csv_.header.size()));
      } else {
        csv_.rows.push_back(std::move(row));
      }
    }
    if (first && faults_.empty()) return empty_file(csv_.file);
    if (unlisted_ > 0) {
      faults_.push_back(Error{Code::syntax,
                              {csv_.file, 0, 0},
                              std::to_string(unlisted_) + " more faults are not listed",
                              ""});
    }
    if (!faults_.empty()) return std::move(faults_);
    return std::move(csv_);
  }

 private:
  static std::string fields(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " field" : " fields");
  }

  void fault(Code code, int line, int column, std::string message, std::string hint = "") {
    if (faults_.size() >= kMostFaults) {
      ++unlisted_;
      return;
    }
    faults_.push_back(Error{code, {csv_.file, line, column}, std::move(message), std::move(hint)});
  }

  void take_header(const std::vector<Cell>& row) {
    std::set<std::string, std::less<>> names;
    for (const Cell& cell : row) {
      csv_.header.push_back(cell.text);
      csv_.header_places.push_back({csv_.file, cell.line, cell.column});
      if (!names.insert(cell.text).second) {
        fault(Code::duplicate, cell.line, cell.column,
              "the column " + quoted(cell.text) + " stands twice");
      }
    }
  }

  [[nodiscard]] bool ended() const { return at_ >= bytes_.size(); }
  [[nodiscard]] int column() const { return static_cast<int>(at_ - line_start_) + 1; }

  /// Steps over LF or CRLF, if one stands here.
  bool take_line_end() {
    const std::size_t length = bytes_.substr(at_, 2) == "\r\n" ? 2 : bytes_[at_] == '\n' ? 1 : 0;
    if (length == 0) return false;
    at_ += length;
    ++line_;
    line_start_ = at_;
    return true;
  }

  void skip_line() {
    at_ = std::min(bytes_.find('\n', at_), bytes_.size());
    if (!ended()) take_line_end();
  }

  /// The next row that can be read; false at the end. Broken rows are reported and left out.
  bool next_row(std::vector<Cell>& row) {
    while (!ended()) {
      if (take_line_end()) continue;
      row.clear();
      if (read_row(row)) return true;
      skip_line();
    }
    return false;
  }

  bool read_row(std::vector<Cell>& row) {
    for (;;) {
      Cell& cell = row.emplace_back();
      cell.line = line_;
      cell.column = column();
      const bool quote = !ended() && bytes_[at_] == '"';
      if (!(quote ? read_quoted(cell) : read_plain(cell))) return false;
      if (ended() || take_line_end()) return true;
      ++at_;  // The comma: the readers of fields stop nowhere else.
    }
  }

  [[nodiscard]] bool at_field_end() const {
    return ended() || bytes_[at_] == ',' || bytes_[at_] == '\n' || bytes_.substr(at_, 2) == "\r\n";
  }

  bool read_plain(Cell& cell) {
    const std::size_t start = at_;
    for (; !at_field_end(); ++at_) {
      if (bytes_[at_] == '"') {
        fault(Code::syntax, line_, column(), "a quote stands inside a field without quotes",
              "put the field in quotes and double the quote");
        return false;
      }
      if (bytes_[at_] == '\r') {
        fault(Code::syntax, line_, column(), "a carriage return stands without its line feed");
        return false;
      }
    }
    cell.text = bytes_.substr(start, at_ - start);
    return true;
  }

  bool read_quoted(Cell& cell) {
    ++at_;
    for (;;) {
      if (ended()) {
        fault(Code::syntax, cell.line, cell.column, "this quote is never closed");
        return false;
      }
      const char c = bytes_[at_++];
      if (c == '\n') {
        ++line_;
        line_start_ = at_;
      }
      if (c != '"') {
        cell.text += c;
      } else if (!ended() && bytes_[at_] == '"') {
        cell.text += '"';
        ++at_;
      } else {
        break;
      }
    }
    if (at_field_end()) return true;
    fault(Code::syntax, line_, column(), "there is text after the closing quote of a field",
          "double a quote that belongs to the field");
    return false;
  }

  std::string_view bytes_;
  Csv csv_;
  Faults faults_;
  std::size_t unlisted_ = 0;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

}  // namespace

int Csv::column(std::string_view name) const {
  const auto known = std::find(header.begin(), header.end(), name);
  return known == header.end() ? -1 : static_cast<int>(known - header.begin());
}

Result<Csv> parse_csv(std::string_view bytes, std::string_view file) {
  if (std::optional<Error> fault = check_bytes(bytes, file)) return *std::move(fault);
  return CsvParser(without_mark(bytes), file).parse();
}

std::string csv_field(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                     (text.empty() || (!is_space(text.front()) && !is_space(text.back()))) &&
                     without_mark(text).size() == text.size();  // Else a reader would drop it.
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace entente::text
