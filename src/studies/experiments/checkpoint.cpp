#include "studies/experiments/checkpoint.h"

#include <charconv>
#include <filesystem>

#include "base/digits.h"
#include "text/node.h"

namespace entente::studies {
namespace {

constexpr std::string_view kFirst = "entente checkpoint 1";
constexpr auto kEvery = std::chrono::seconds(3);
constexpr int kSparing = 20;  ///< Writing takes at most this part of the time.

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) break;  // A line without its end was never finished.
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string_view key_of(std::string_view line) { return line.substr(0, line.find(' ')); }

/// What a line of the head says, for people: hashes by their first digits.
std::string value_of(std::string_view line) {
  const std::string_view value = line.substr(std::min(line.size(), key_of(line).size() + 1));
  return std::string(value.substr(0, 12));
}

Error damaged(const std::string& path, std::size_t line) {
  return {Code::syntax,
          {path, static_cast<int>(line), 1},
          "this is no checkpoint, or a damaged one",
          "remove the file, or name another with --checkpoint"};
}

Error differs(const std::string& path, std::size_t line, std::string_view has,
              std::string_view wants) {
  return {Code::bad_value,
          {path, static_cast<int>(line), 1},
          "this checkpoint is of another " + std::string(key_of(wants)) + ": " + value_of(has) +
              ", and " + value_of(wants) + " is asked",
          "ask as it was begun, remove the file, or name another with --checkpoint"};
}

/// The text of the file as the first rank finds it; a minus alone where there is none.
Result<std::string> found_text(const Run& run) {
  const bool reads = run.ranks == nullptr || run.ranks->rank == 0;
  std::string mine;
  if (reads) {
    std::error_code ignored;
    const bool there = std::filesystem::exists(run.checkpoint, ignored);
    const auto text = there ? text::read_file(run.checkpoint) : Result<std::string>(std::string());
    mine = !text ? "!" : there ? "+" + *text : "-";
  }
  if (run.ranks != nullptr) mine = run.ranks->gather(mine).front();
  if (mine == "!")
    return Error{Code::unreadable, {run.checkpoint, 0, 0}, "the checkpoint cannot be read", ""};
  return mine;
}

}  // namespace

std::string row_text(const Outcomes& outcomes) {
  std::string text;
  for (const double value : outcomes) text += (text.empty() ? "" : " ") + shortest(value);
  return text;
}

std::optional<Outcomes> row_of(const std::string& text) {
  Outcomes row;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    double value = 0;
    const auto [stop, fault] = std::from_chars(at, end, value);
    if (fault != std::errc()) return std::nullopt;
    row.push_back(value);
    at = stop;
    // One space and a further number, or the end.
    if (at != end && (*at++ != ' ' || at == end)) return std::nullopt;
  }
  return row.empty() ? std::nullopt : std::optional(std::move(row));
}

void Checkpoint::keep() {
  if (path_.empty() || Clock::now() < next_) return;
  write();
}

void Checkpoint::close() {
  if (!path_.empty() && written_ < rows.size()) write();
}

void Checkpoint::write() {
  const auto begun = Clock::now();
  const Faults faults = text::write_file(
      [&](const Sink& sink) {
        sink(head_);
        for (const Outcomes& row : rows) sink(row_text(row) + "\n");
      },
      path_);
  if (faults.empty()) written_ = rows.size();
  next_ = Clock::now() + std::max<Clock::duration>(kEvery, kSparing * (Clock::now() - begun));
}

Result<Checkpoint> open_checkpoint(const Run& run, const std::vector<std::string>& origin,
                                   std::size_t figures, std::size_t wanted) {
  Checkpoint checkpoint;
  if (run.checkpoint.empty()) return checkpoint;
  const auto text = found_text(run);
  if (!text) return text.error();
  checkpoint.head_ = std::string(kFirst) + "\n";
  for (const std::string& line : origin) checkpoint.head_ += line + "\n";
  if (text->front() == '+') {
    const auto lines = lines_of(std::string_view(*text).substr(1));
    if (lines.empty() || lines.front() != kFirst) return damaged(run.checkpoint, 1);
    for (std::size_t i = 0; i < origin.size(); ++i) {
      if (i + 1 >= lines.size() || key_of(lines[i + 1]) != key_of(origin[i]))
        return damaged(run.checkpoint, i + 2);
      if (lines[i + 1] != origin[i]) return differs(run.checkpoint, i + 2, lines[i + 1], origin[i]);
    }
    for (std::size_t i = origin.size() + 1; i < lines.size(); ++i) {
      auto row = row_of(std::string(lines[i]));
      if (!row || row->size() != figures || checkpoint.rows.size() == wanted)
        return damaged(run.checkpoint, i + 1);
      checkpoint.rows.push_back(std::move(*row));
    }
  }
  if (run.ranks == nullptr || run.ranks->rank == 0) {
    checkpoint.path_ = run.checkpoint;
    checkpoint.written_ = checkpoint.rows.size();
    // Whether a file can be made there shows now, not after hours.
    if (checkpoint.rows.empty())
      if (Faults faults = text::write_file(checkpoint.head_, run.checkpoint); !faults.empty())
        return faults;
    checkpoint.next_ = Checkpoint::Clock::now() + kEvery;
  }
  return checkpoint;
}

}  // namespace entente::studies
