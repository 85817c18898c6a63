#include "text/csv_stream.h"

#include <algorithm>
#include <cstring>

#include "text/bytes.h"

namespace entente::text {
namespace {

constexpr std::size_t kPiece = 1U << 18U;
constexpr std::size_t kLongestRow = 4U << 20U;

std::string fields(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " field" : " fields");
}

/// Latin-1 is the first 256 code points of Unicode.
std::string from_latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (byte >> 6U));
      out += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return out;
}

}  // namespace

Faults FaultList::take(std::string_view file) && {
  if (count_ > listed_.size()) {
    const std::size_t more = count_ - listed_.size();
    listed_.push_back(
        {listed_.front().code,
         {std::string(file), 0, 0},
         std::to_string(more) + (more == 1 ? " more fault is" : " more faults are") + " not listed",
         ""});
  }
  return std::move(listed_);
}

void CsvStream::fault(Code code, std::string message, std::string hint) {
  faults_.add({code, {name(), static_cast<int>(line_), 0}, std::move(message), std::move(hint)});
}

/// Makes room and reads on; false where there is no more.
bool CsvStream::fill() {
  if (ended_) return false;
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(size_), buffer_.begin());
  size_ -= at_;
  at_ = 0;
  if (buffer_.size() < size_ + kPiece) buffer_.resize(std::max(size_ + kPiece, 2 * buffer_.size()));
  Result<std::size_t> got = bytes_.read(buffer_.data() + size_, buffer_.size() - size_);
  if (!got) {
    Error error = got.error().front();
    error.where.line = static_cast<int>(next_line_);
    faults_.add(std::move(error));
    ended_ = true;
    size_ = 0;
    return false;
  }
  size_ += *got;
  ended_ = *got == 0;
  return !ended_;
}

/// Where the row that begins at `at_` ends: the first line end outside quotes, or `size_` where the
/// buffer holds none. Quotes inside a field come in pairs, so counting them is enough.
std::size_t CsvStream::line_end(std::size_t from) const {
  bool open = false;
  const char* const data = buffer_.data();
  std::size_t start = from;
  for (;;) {
    const void* found = std::memchr(data + start, mark_, size_ - start);
    if (found == nullptr) return size_;
    const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - data);
    const auto quotes = std::count(data + start, data + end, '"');
    if (quotes % 2 != 0) open = !open;
    if (!open) return end;
    start = end + 1;
  }
}

/// The next line that is not blank, without its end.
bool CsvStream::take_line(char*& begin, char*& end) {
  for (;;) {
    std::size_t stop = line_end(at_);
    while (stop == size_) {
      if (size_ - at_ > kLongestRow) {
        line_ = next_line_;
        fault(Code::syntax, "this row is longer than 4 MB", "a quote may never be closed");
        ended_ = true;
        size_ = at_;
        return false;
      }
      const bool more = fill();  // Moves what is left to the front.
      stop = more ? line_end(at_) : size_;
      if (!more) break;
    }
    if (stop == size_ && at_ == size_) return false;
    line_ = next_line_;
    begin = buffer_.data() + at_;
    end = buffer_.data() + stop;
    next_line_ += 1 + std::count(begin, end, mark_);
    at_ = std::min(stop + 1, size_);
    if (mark_ == '\n' && end > begin && end[-1] == '\r') --end;
    if (std::memchr(begin, 0, static_cast<std::size_t>(end - begin)) != nullptr) {
      fault(Code::not_text, "the file is binary: this line holds a NUL byte");
      ended_ = true;
      size_ = at_;
      return false;
    }
    if (begin != end) return true;
  }
}

/// Takes one quoted field. Its doubled quotes are closed up in the buffer.
bool CsvStream::take_quoted(char*& at, char* end, CsvRow& row) {
  char* out = ++at;
  const char* const start = out;
  for (;; ++at) {
    if (at == end) {
      fault(Code::syntax, "a quote in this row is never closed");
      return false;
    }
    if (*at == '"') {
      if (at + 1 == end || at[1] != '"') break;
      ++at;
    }
    *out++ = *at;
  }
  ++at;
  row.cells.emplace_back(start, static_cast<std::size_t>(out - start));
  if (at == end || *at == ',') return true;
  fault(Code::syntax, "there is text after the closing quote of a field",
        "double a quote that belongs to the field");
  return false;
}

bool CsvStream::split(char* begin, char* end, CsvRow& row) {
  row.cells.clear();
  row.line = line_;
  for (char* at = begin;; ++at) {
    if (at != end && *at == '"') {
      if (!take_quoted(at, end, row)) return false;
    } else {
      char* const stop = std::find(at, end, ',');
      if (std::memchr(at, '"', static_cast<std::size_t>(stop - at)) != nullptr) {
        fault(Code::syntax, "a quote stands inside a field without quotes",
              "put the field in quotes and double the quote");
        return false;
      }
      row.cells.emplace_back(at, static_cast<std::size_t>(stop - at));
      at = stop;
    }
    if (at == end) return true;
  }
}

void CsvStream::to_utf8(CsvRow& row) {
  converted_.clear();
  converted_.reserve(row.cells.size());  // The views must stay good.
  for (std::string_view& cell : row.cells) {
    if (is_utf8(cell)) continue;
    ++latin1_cells_;
    cell = converted_.emplace_back(from_latin1(cell));
  }
}

bool CsvStream::next(CsvRow& row) {
  char* begin = nullptr;
  char* end = nullptr;
  while (take_line(begin, end)) {
    const bool plain = std::all_of(begin, end, [](char c) { return (c & '\x80') == 0; });
    if (!split(begin, end, row)) continue;
    if (!header_.empty() && row.cells.size() != header_.size()) {
      fault(Code::syntax, "this row has " + fields(row.cells.size()) + ", the header has " +
                              fields(header_.size()));
      continue;
    }
    if (!plain) to_utf8(row);
    return true;
  }
  return false;
}

bool CsvStream::read_header() {
  fill();
  const std::string_view start(buffer_.data(), size_);
  if (without_mark(start).size() != start.size()) at_ = 3;
  // Files of old Macintosh programs end their lines in a lone CR, all of them.
  const std::size_t first = start.find_first_of("\r\n");
  if (first != std::string_view::npos && start[first] == '\r' && first + 1 < start.size() &&
      start[first + 1] != '\n')
    mark_ = '\r';
  CsvRow row;
  if (!next(row)) return false;
  header_.assign(row.cells.begin(), row.cells.end());
  return true;
}

Result<CsvStream> CsvStream::open(ByteStream bytes) {
  CsvStream stream(std::move(bytes));
  if (stream.read_header()) return stream;
  if (stream.faults_.empty()) return empty_file(stream.name());
  return std::move(stream.faults_).take(stream.name());
}

}  // namespace entente::text
