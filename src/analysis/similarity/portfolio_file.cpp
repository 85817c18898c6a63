#include "analysis/similarity/portfolio_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "base/name.h"
#include "text/csv.h"

namespace entente::analysis {
namespace {

using solve::Counting;
using solve::Disagreement;

constexpr std::array<std::string_view, 4> kHeader = {"state", "weight", "a", "b"};
constexpr std::string_view kHint = "the columns are state,weight,a,b";

/// Levels further apart than this are no levels.
constexpr int kWidest = 100;

template <class Number>
std::optional<Number> read(std::string_view text) {
  Number number{};
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Takes a file apart, collecting every fault.
class FileReader {
 public:
  FileReader(const text::Csv& csv, std::optional<std::pair<int, int>> levels)
      : csv_(csv), levels_(levels) {}

  Result<PortfolioFile> read_all() {
    read_header();
    if (!faults_.empty()) return faults_;
    for (const auto& row : csv_.rows) read_row(row);
    if (csv_.rows.empty())
      faults_.push_back({Code::empty_file, {csv_.file, 0, 0}, "the file has no states", ""});
    if (!faults_.empty()) return faults_;
    return finish();
  }

 private:
  struct Tie {
    int a, b;
    double weight;
  };

  void fault(Code code, const text::Cell& cell, std::string message, std::string hint = "") {
    faults_.push_back(
        {code, {csv_.file, cell.line, cell.column}, std::move(message), std::move(hint)});
  }

  void read_header() {
    for (const std::string_view name : kHeader)
      if (csv_.column(name) < 0)
        faults_.push_back({Code::missing_key,
                           {csv_.file, 1, 1},
                           "the column `" + std::string(name) + "` is missing",
                           std::string(kHint)});
    for (std::size_t i = 0; i < csv_.header.size(); ++i)
      if (std::ranges::find(kHeader, csv_.header[i]) == kHeader.end())
        faults_.push_back({Code::unknown_key, csv_.header_places[i],
                           "there is no column `" + csv_.header[i] + "`", std::string(kHint)});
  }

  const text::Cell& cell(const std::vector<text::Cell>& row, std::string_view name) const {
    return row[static_cast<std::size_t>(csv_.column(name))];
  }

  std::optional<int> level(const std::vector<text::Cell>& row, std::string_view name) {
    const text::Cell& at = cell(row, name);
    const auto whole = read<int>(at.text);
    if (!whole) {
      fault(Code::wrong_type, at, "a level is a whole number, not `" + at.text + "`");
    } else if (levels_ && (*whole < levels_->first || *whole > levels_->second)) {
      fault(Code::bad_value, at,
            "the level " + at.text + " is outside " + std::to_string(levels_->first) + ":" +
                std::to_string(levels_->second),
            "widen --levels");
    } else {
      return whole;
    }
    return std::nullopt;
  }

  void read_row(const std::vector<text::Cell>& row) {
    const text::Cell& state = cell(row, "state");
    if (state.text.empty()) fault(Code::bad_value, state, "the state has no name");
    if (!state.text.empty() && !states_.insert(state.text).second)
      fault(Code::duplicate, state, "the state `" + state.text + "` is here twice");
    const text::Cell& at = cell(row, "weight");
    const auto weight = read<double>(at.text);
    if (!weight)
      fault(Code::wrong_type, at, "a weight is a number, not `" + at.text + "`");
    else if (!std::isfinite(*weight) || *weight < 0)
      fault(Code::bad_value, at, "a weight is finite and not negative, not " + at.text);
    const auto a = level(row, "a"), b = level(row, "b");
    if (a && b && weight) ties_.push_back({*a, *b, *weight});
  }

  Result<PortfolioFile> finish() {
    const auto whole_file = [&](std::string message, std::string hint) {
      return Error{Code::bad_value, {csv_.file, 0, 0}, std::move(message), std::move(hint)};
    };
    if (!levels_) {
      levels_ = {ties_.front().a, ties_.front().a};
      for (const Tie& tie : ties_)
        levels_ = {std::min({levels_->first, tie.a, tie.b}),
                   std::max({levels_->second, tie.a, tie.b})};
      if (levels_->first == levels_->second)
        return whole_file("all ties are of one level, so their range is not known",
                          "say it, for example --levels 0:3");
      if (levels_->second - kWidest > levels_->first)
        return whole_file("the levels lie further apart than " + std::to_string(kWidest), "");
    }
    PortfolioFile file{solve::Portfolios(levels_->first, levels_->second),
                       static_cast<int>(ties_.size()), levels_->first, levels_->second};
    for (const Tie& tie : ties_) file.both.add(tie.a, tie.b, tie.weight);
    return file;
  }

  const text::Csv& csv_;
  std::optional<std::pair<int, int>> levels_;
  std::set<std::string> states_;
  std::vector<Tie> ties_;
  Faults faults_;
};

}  // namespace

Result<std::pair<int, int>> read_levels(std::string_view text) {
  const auto colon = text.find(':');
  const bool two = colon != std::string_view::npos;
  const int low = read<int>(text.substr(0, colon)).value_or(1);
  const int high = two ? read<int>(text.substr(colon + 1)).value_or(low) : low;
  constexpr int kFar = kWidest * kWidest;
  if (low < -kFar || high > kFar || low >= high || low < high - kWidest)
    return Error{Code::bad_argument,
                 {"arguments", 0, 0},
                 "`levels` cannot be `" + std::string(text) + "`",
                 "write the least and the greatest level, at most " + std::to_string(kWidest) +
                     " apart, like 0:3"};
  return std::pair(low, high);
}

Result<PortfolioFile> read_portfolios(std::string_view bytes, std::string_view file,
                                      std::string_view levels) {
  Faults faults;
  std::optional<std::pair<int, int>> range;
  if (!levels.empty()) {
    const auto read = read_levels(levels);
    if (read)
      range = *read;
    else
      faults = read.error();
  }
  const auto csv = text::parse_csv(bytes, file);
  if (!csv) faults.insert(faults.end(), csv.error().begin(), csv.error().end());
  if (!csv) return faults;
  Result<PortfolioFile> done = FileReader(*csv, range).read_all();
  if (!done) faults.insert(faults.end(), done.error().begin(), done.error().end());
  if (!faults.empty()) return faults;
  return done;
}

std::vector<std::vector<card::Value>> measures_of(const solve::Portfolios& both) {
  using Text = std::string;
  std::vector<std::vector<card::Value>> rows;
  const auto add = [&](const char* measure, card::Value how, Counting counting,
                       std::optional<double> value) {
    rows.push_back({Text(measure), std::move(how), Text(counting == Counting::once ? "no" : "yes"),
                    value ? card::Value(*value) : card::Value()});
  };
  constexpr std::pair<Disagreement, const char*> kHow[] = {{Disagreement::nominal, "nominal"},
                                                           {Disagreement::absolute, "absolute"},
                                                           {Disagreement::squared, "squared"}};
  for (const auto& [how, word] : kHow)
    for (const Counting counting : {Counting::once, Counting::weighted})
      if (how != Disagreement::nominal) add("S", Text(word), counting, both.s(how, counting));
  add("tau_b", {}, Counting::once, both.tau_b());
  for (const auto& [how, word] : kHow)
    for (const Counting counting : {Counting::once, Counting::weighted})
      add("pi", Text(word), counting, both.pi(how, counting));
  for (const auto& [how, word] : kHow)
    for (const Counting counting : {Counting::once, Counting::weighted})
      add("kappa", Text(word), counting, both.kappa(how, counting));
  return rows;
}

}  // namespace entente::analysis
