// A parser of our own, because the usual libraries forget where a value stood.
#include <charconv>
#include <optional>
#include <set>

#include "text/bytes.h"
#include "text/node.h"

namespace entente::text {
namespace {

constexpr std::size_t kMostFaults = 100;

/// Recursive descent over RFC 8259. The first break of the grammar ends the parse; repeated keys do
/// not, and are all reported.
class JsonParser {
 public:
  JsonParser(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

  Result<Document> parse() {
    Node root;
    skip_space();
    const bool parsed = parse_value(root, 0);
    if (parsed) {
      skip_space();
      if (at_ < bytes_.size()) fail(at_, "there is text after the end of the value");
    }
    if (faults_.empty() && root.kind != Kind::table) {
      fault(Code::syntax, {file_, root.line, root.column},
            "the file must hold one object in braces, not " + std::string(kind_word(root.kind)));
    }
    if (!faults_.empty()) return std::move(faults_);
    return Document{file_, std::move(root)};
  }

 private:
  void fault(Code code, Where where, std::string message, std::string hint = "") {
    faults_.push_back(Error{code, std::move(where), std::move(message), std::move(hint)});
  }

  bool fail(std::size_t offset, std::string message) {
    fault(Code::syntax, place_of(bytes_, offset, file_), std::move(message));
    return false;
  }

  [[nodiscard]] char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }

  /// The place of the current byte. It is asked in the order of the file, so that all calls
  /// together cost O(bytes) even when the file is a single line.
  void mark(int& line, int& column) {
    for (; marked_ < at_; ++marked_) {
      if (bytes_[marked_] == '\n') {
        ++line_;
        column_ = 1;
      } else if (!continues(bytes_[marked_])) {
        ++column_;
      }
    }
    line = line_;
    column = column_;
  }

  bool parse_value(Node& node, int depth) {
    mark(node.line, node.column);
    if (depth > kDeepest) {
      return fail(at_, "values are nested over " + std::to_string(kDeepest) + " levels");
    }
    if (++count_ > kMostValues) {
      fault(Code::too_large, {file_, 0, 0},
            "the file holds over " + std::to_string(kMostValues) + " values",
            "split it into several files");
      return false;
    }
    if (at_ == bytes_.size()) return fail(at_, "the file ends where a value should stand");
    switch (peek()) {
      case '{':
        return parse_table(node, depth);
      case '[':
        return parse_array(node, depth);
      case '"':
        node.kind = Kind::text;
        return parse_text(node.text);
      case 't':
        node.kind = Kind::boolean;
        node.boolean = true;
        return parse_word("true");
      case 'f':
        node.kind = Kind::boolean;
        return parse_word("false");
      case 'n':
        return parse_word("null");
      default:
        return parse_number(node);
    }
  }

  bool parse_word(std::string_view word) {
    if (bytes_.substr(at_, word.size()) != word) return fail(at_, "this is no JSON value");
    at_ += word.size();
    return true;
  }

  bool parse_table(Node& node, int depth) {
    node.kind = Kind::table;
    std::set<std::string, std::less<>> keys;
    const std::size_t open = at_++;
    skip_space();
    if (take('}')) return true;
    for (;;) {
      Entry entry;
      skip_space();
      mark(entry.line, entry.column);
      if (at_ == bytes_.size()) return fail(open, "this brace is never closed");
      if (peek() != '"') return fail(at_, "a key in double quotes should stand here");
      if (!parse_text(entry.key)) return false;
      if (!keys.insert(entry.key).second && faults_.size() < kMostFaults) {
        fault(Code::syntax, {file_, entry.line, entry.column},
              "the key " + quoted(entry.key) + " stands twice in one object",
              "keep one of the two");
      }
      skip_space();
      if (!take(':')) return fail(at_, "a colon should stand after the key");
      skip_space();
      if (!parse_value(entry.value, depth + 1)) return false;
      node.entries.push_back(std::move(entry));
      skip_space();
      if (take('}')) return true;
      if (at_ == bytes_.size()) return fail(open, "this brace is never closed");
      if (!take(',')) return fail(at_, "a comma or a closing brace should stand here");
    }
  }

  bool parse_array(Node& node, int depth) {
    node.kind = Kind::array;
    const std::size_t open = at_++;
    skip_space();
    if (take(']')) return true;
    for (;;) {
      skip_space();
      if (!parse_value(node.items.emplace_back(), depth + 1)) return false;
      skip_space();
      if (take(']')) return true;
      if (at_ == bytes_.size()) return fail(open, "this bracket is never closed");
      if (!take(',')) return fail(at_, "a comma or a closing bracket should stand here");
    }
  }

  bool parse_text(std::string& out) {
    const std::size_t open = at_++;
    for (;;) {
      if (at_ == bytes_.size()) return fail(open, "this quote is never closed");
      const char c = bytes_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c == '\n') return fail(open, "this quote is not closed on its line");
      if (static_cast<unsigned char>(c) < 0x20) {
        return fail(at_, "a control character must be written as an escape");
      }
      if (c == '\\') {
        if (!parse_escape(out)) return false;
      } else {
        out += c;
        ++at_;
      }
    }
  }

  bool parse_escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const std::size_t start = at_++;
    if (peek() == 'u') return parse_code_point(out, start);
    const std::size_t which = at_ < bytes_.size() ? kLetters.find(bytes_[at_]) : kLetters.npos;
    if (which == kLetters.npos) return fail(start, "there is no such escape");
    out += kMeant[which];
    ++at_;
    return true;
  }

  bool parse_code_point(std::string& out, std::size_t start) {
    std::optional<unsigned> unit = parse_unit();
    if (!unit) return fail(start, "four hexadecimal digits should stand after `\\u`");
    unsigned point = *unit;
    if (point >= 0xD800 && point <= 0xDFFF) {
      const bool high = point <= 0xDBFF && peek() == '\\';
      if (high) ++at_;
      unit = high ? parse_unit() : std::nullopt;
      if (!unit || *unit < 0xDC00 || *unit > 0xDFFF) return fail(start, "half a surrogate pair");
      point = 0x10000 + ((point - 0xD800) << 10) + (*unit - 0xDC00);
    }
    append_utf8(out, point);
    return true;
  }

  /// `uXXXX` at the current place.
  std::optional<unsigned> parse_unit() {
    if (peek() != 'u' || bytes_.size() - at_ < 5) return {};
    unsigned unit = 0;
    const char* first = bytes_.data() + at_ + 1;
    const auto [end, error] = std::from_chars(first, first + 4, unit, 16);
    if (error != std::errc() || end != first + 4) return {};
    at_ += 5;
    return unit;
  }

  static void append_utf8(std::string& out, unsigned point) {
    const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
      put(0xC0 | point >> 6);
    } else {
      if (point < 0x10000) {
        put(0xE0 | point >> 12);
      } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
      }
      put(0x80 | (point >> 6 & 0x3F));
    }
    put(0x80 | (point & 0x3F));
  }

  bool digits() {
    const std::size_t start = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > start;
  }

  bool parse_number(Node& node) {
    const std::size_t start = at_;
    take('-');
    if (!take('0') && !digits()) return fail(start, "this is no JSON value");
    bool whole = true;
    if (take('.')) {
      whole = false;
      if (!digits()) return fail(start, "a digit should stand after the point of a number");
    }
    if (take('e') || take('E')) {
      whole = false;
      if (!take('+')) take('-');
      if (!digits()) return fail(start, "a digit should stand in the exponent of a number");
    }
    const char* first = bytes_.data() + start;
    const char* last = bytes_.data() + at_;
    // A whole number beyond 64 bits becomes a real one, as in other readers of JSON.
    if (whole && std::from_chars(first, last, node.integer).ec == std::errc()) {
      node.kind = Kind::integer;
      node.real = static_cast<double>(node.integer);
      return true;
    }
    node.kind = Kind::real;
    if (std::from_chars(first, last, node.real).ec == std::errc()) return true;
    return fail(start, "this number is too large or too small to be held");
  }

  std::string_view bytes_;
  std::string file_;
  Faults faults_;
  std::size_t at_ = 0;
  std::size_t marked_ = 0;
  std::size_t count_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

Result<Document> parse_json(std::string_view bytes, std::string_view file) {
  if (std::optional<Error> fault = check_bytes(bytes, file)) return *std::move(fault);
  bytes = without_mark(bytes);
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return empty_file(file);
  return JsonParser(bytes, file).parse();
}

}  // namespace entente::text
