/// A user's own design.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/name.h"
#include "scenario/toml_text.h"
#include "studies/experiments/experiments.h"
#include "text/csv.h"

namespace entente::studies {
namespace {

constexpr std::string_view kPassedOver[] = {"scenario", "policy", "model"};

class OwnDesign {
 public:
  OwnDesign(const Exploration& exploration, const text::Csv& csv) : e_(exploration), csv_(csv) {}

  Result<Points> run(std::size_t sample) {
    columns();
    if (!faults_.empty()) return faults_;
    Points points;
    points.design.factors = e_.axes.size();
    const auto add = [&](std::size_t row) {
      for (std::size_t j = 0; j < e_.axes.size(); ++j) {
        const double value =
            number(e_.axes[j], csv_.rows[row][static_cast<std::size_t>(columns_[j])]);
        points.values.push_back(value);
        points.design.values.push_back(e_.axes[j].coordinate(value));
      }
    };
    const std::size_t all = csv_.rows.size();
    if (sample > 0 && sample < all)
      for (const std::uint64_t one : solve::some_of(all, sample, e_.seed)) add(one);
    else
      for (std::size_t i = 0; i < all; ++i) add(i);
    if (!faults_.empty()) return faults_;
    return points;
  }

 private:
  void columns() {
    std::vector<std::string> known;
    for (const Axis& one : e_.axes) {
      known.push_back(one.id());
      columns_.push_back(csv_.column(one.id()));
      if (columns_.back() < 0)
        faults_.push_back({Code::missing_key,
                           {csv_.file, 1, 1},
                           "the design has no column for the factor `" + one.id() + "`",
                           "every factor has a column with its id"});
    }
    for (std::size_t i = 0; i < csv_.header.size(); ++i) {
      const std::string& name = csv_.header[i];
      if (std::ranges::find(known, name) != known.end() ||
          std::ranges::find(kPassedOver, name) != std::end(kPassedOver))
        continue;
      faults_.push_back({Code::unknown_key, csv_.header_places[i],
                         "the study has no factor `" + name + "`", did_you_mean(name, known)});
    }
    if (csv_.rows.empty())
      faults_.push_back({Code::empty_file, {csv_.file, 1, 1}, "the design has no points", ""});
  }

  double number(const Axis& axis, const text::Cell& cell) {
    const Where where{csv_.file, cell.line, cell.column};
    if (!axis.words.empty()) {
      const auto found = std::ranges::find(axis.words, cell.text);
      if (found != axis.words.end()) return static_cast<double>(found - axis.words.begin());
      faults_.push_back({Code::unknown_name, where,
                         "`" + axis.id() + "` has no value `" + cell.text + "`",
                         did_you_mean(cell.text, axis.words)});
      return 0;
    }
    double value = 0;
    const char* const end = cell.text.data() + cell.text.size();
    const auto [stop, fault] = std::from_chars(cell.text.data(), end, value);
    if (fault != std::errc() || stop != end || !std::isfinite(value)) {
      faults_.push_back({Code::wrong_type, where,
                         "`" + axis.id() + "` must be a number, not `" + cell.text + "`", ""});
      return axis.low;
    }
    if (value < axis.low || value > axis.high || (axis.factor.whole && value != std::floor(value)))
      faults_.push_back({Code::bad_value, where,
                         "`" + cell.text + "` is no value of the factor `" + axis.id() + "`",
                         std::string(axis.factor.whole ? "a whole number from " : "it lies from ") +
                             scenario::number_text(axis.low) + " to " +
                             scenario::number_text(axis.high)});
    return value;
  }

  const Exploration& e_;
  const text::Csv& csv_;
  std::vector<int> columns_;  ///< Of each axis.
  Faults faults_;
};

}  // namespace

Result<Points> read_own_design(const Exploration& e, const DesignChoice& choice) {
  const auto bytes = text::read_file(choice.file);
  if (!bytes) return bytes.error();
  const auto csv = text::parse_csv(*bytes, choice.file);
  if (!csv) return csv.error();
  return OwnDesign(e, *csv).run(choice.sample);
}

}  // namespace entente::studies
