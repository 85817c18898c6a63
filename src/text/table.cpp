#include "text/table.h"

#include <algorithm>
#include <string_view>

#include "text/bytes.h"

namespace entente::text {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kGap = 2;

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<std::string_view> words;
  std::size_t start = text.find_first_not_of(kSpace);
  while (start != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kSpace, start), text.size());
    words.push_back(text.substr(start, end - start));
    start = text.find_first_not_of(kSpace, end);
  }
  return words;
}

/// The bytes of the first `count` code points.
std::size_t prefix_bytes(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (!continues(text[at]) && count-- == 0) break;
  }
  return at;
}

/// Lines of at most `first`, then `rest` code points; a longer word is cut.
Lines break_lines(std::string_view text, std::size_t first, std::size_t rest) {
  Lines lines{""};
  std::size_t used = 0;
  std::size_t room = first;
  const auto new_line = [&] {
    lines.emplace_back();
    used = 0;
    room = rest;
  };
  for (std::string_view word : words_of(text)) {
    std::size_t length = code_points(word);
    if (used > 0 && used + 1 + length > room) new_line();
    while (length > room) {
      const std::size_t bytes = prefix_bytes(word, room);
      lines.back() += word.substr(0, bytes);
      word.remove_prefix(bytes);
      length -= room;
      new_line();
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += length;
  }
  return lines;
}

/// The lines of a cell: its own, and where those are too long, pieces of them.
Lines cell_lines(std::string_view cell, std::size_t width) {
  Lines lines;
  for (;;) {
    const std::size_t end = std::min(cell.find('\n'), cell.size());
    const std::string_view line = cell.substr(0, end);
    if (code_points(line) <= width) {
      lines.emplace_back(line);  // As it stands: its spaces may be meant.
    } else {
      for (std::string& piece : break_lines(line, width, width)) lines.push_back(std::move(piece));
    }
    if (end == cell.size()) return lines;
    cell.remove_prefix(end + 1);
  }
}

std::size_t widest_line(std::string_view cell) {
  std::size_t widest = 0;
  for (;;) {
    const std::size_t end = std::min(cell.find('\n'), cell.size());
    widest = std::max(widest, code_points(cell.substr(0, end)));
    if (end == cell.size()) return widest;
    cell.remove_prefix(end + 1);
  }
}

std::size_t widest_word(std::string_view cell) {
  std::size_t widest = 1;
  for (const std::string_view word : words_of(cell)) widest = std::max(widest, code_points(word));
  return widest;
}

/// Takes from the widest column, one by one, until all fit or every column is at its floor.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors,
            std::size_t room) {
  std::size_t total = 0;
  for (const std::size_t width : widths) total += width;
  while (total > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] > floors[i] && (widest == widths.size() || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    if (widest == widths.size()) return;
    // Down to the runner-up at once, so that one huge cell costs no more than a small one.
    std::size_t next = floors[widest];
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i != widest && widths[i] < widths[widest]) next = std::max(next, widths[i]);
    }
    const std::size_t step = std::min(widths[widest] - next, total - room);
    const bool tie = std::count(widths.begin(), widths.end(), widths[widest]) > 1;
    const std::size_t cut = tie ? 1 : step;
    widths[widest] -= cut;
    total -= cut;
  }
}

class Layout {
 public:
  Layout(const TextTable& table, int width) : table_(table) {
    measure(table.header);
    for (const auto& row : table.rows) measure(row);
    if (width <= 0 || widths_.empty()) return;
    const std::size_t gaps = kGap * (widths_.size() - 1);
    const std::size_t limit = static_cast<std::size_t>(width);
    const std::size_t room = limit > gaps ? limit - gaps : 0;
    shrink(widths_, words_, room);                                       // Whole words first;
    shrink(widths_, std::vector<std::size_t>(widths_.size(), 1), room);  // cut words if we must.
  }

  std::string print() {
    if (!table_.header.empty()) {
      add_row(table_.header);
      std::vector<std::string> dashes;
      for (const std::size_t width : widths_) dashes.emplace_back(width, '-');
      add_row(dashes);
    }
    for (const auto& row : table_.rows) add_row(row);
    return std::move(out_);
  }

 private:
  void measure(const std::vector<std::string>& row) {
    if (row.size() > widths_.size()) {
      widths_.resize(row.size(), 1);
      words_.resize(row.size(), 1);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths_[i] = std::max(widths_[i], widest_line(row[i]));
      words_[i] = std::max(words_[i], widest_word(row[i]));
    }
  }

  void add_row(const std::vector<std::string>& row) {
    std::vector<Lines> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(cell_lines(row[i], widths_[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string text;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text.append(kGap, ' ');
        const std::string& piece = line < cells[i].size() ? cells[i][line] : kEmpty;
        const std::size_t padding = widths_[i] - code_points(piece);
        const bool right = i < table_.right.size() && table_.right[i];
        if (right) text.append(padding, ' ');
        text += piece;
        if (!right) text.append(padding, ' ');
      }
      text.erase(text.find_last_not_of(" \t\r") + 1);
      out_ += text;
      out_ += '\n';
    }
  }

  inline static const std::string kEmpty;

  const TextTable& table_;
  std::vector<std::size_t> widths_;
  std::vector<std::size_t> words_;
  std::string out_;
};

}  // namespace

std::string lay_out(const TextTable& table, int width) {
  std::string out = Layout(table, width).print();
  return out.empty() ? "\n" : out;
}

int narrowest(const TextTable& table) {
  std::vector<std::size_t> widths(table.header.size(), 1);
  const auto measure = [&](const std::vector<std::string>& row) {
    if (row.size() > widths.size()) widths.resize(row.size(), 1);
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], widest_word(row[i]));
  };
  measure(table.header);
  for (const auto& row : table.rows) measure(row);
  std::size_t total = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  return static_cast<int>(total);
}

std::string wrap(const std::string& paragraph, int width, int indent) {
  if (width <= 0) return paragraph;
  const int inner = std::max(1, width - std::max(0, indent));
  const Lines lines =
      break_lines(paragraph, static_cast<std::size_t>(width), static_cast<std::size_t>(inner));
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      out += '\n';
      out.append(static_cast<std::size_t>(std::max(0, indent)), ' ');
    }
    out += lines[i];
  }
  return out;
}

}  // namespace entente::text
