#include "studies/experiments/axis.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenario/levers/lever.h"
#include "scenario/toml_text.h"
#include "studies/study_fields.h"

namespace entente::studies {
namespace {

/// The value as a file would write it.
text::Node node_of(const Axis& axis, double value) {
  if (!axis.words.empty()) return axis.factor.values[static_cast<std::size_t>(value)];
  text::Node node;
  node.kind = axis.factor.whole ? text::Kind::integer : text::Kind::real;
  node.integer = axis.factor.whole ? std::llround(value) : 0;
  node.real = value;
  node.line = axis.factor.target_where.line;
  node.column = axis.factor.target_where.column;
  return node;
}

}  // namespace

double Axis::value(double u) const {
  if (words.empty() && !factor.whole) return low + u * (high - low);
  return std::min(high, std::floor(low + u * (high - low + 1)));
}

double Axis::coordinate(double value) const {
  if (words.empty() && !factor.whole) return (value - low) / (high - low);
  return (value - low + 0.5) / (high - low + 1);
}

std::string Axis::word(double value) const {
  return words.empty() ? scenario::number_text(value) : words[static_cast<std::size_t>(value)];
}

card::Value Axis::cell(double value) const {
  if (!words.empty()) return word(value);
  return value;
}

std::string Axis::sets() const {
  std::string text(kTargetNames[static_cast<std::size_t>(factor.sets)]);
  text += " " + factor.target;
  if (const text::Node* card = factor.lever.find("card")) text += " of " + card->text;
  return text;
}

std::size_t Axis::levels(std::size_t wanted) const {
  if (!words.empty()) return words.size();
  if (factor.whole) return std::min(wanted, static_cast<std::size_t>(high - low) + 1);
  return wanted;
}

Result<Setting> setting_at(const scenario::Library& plan, const std::vector<Axis>& axes,
                           const double* values, const std::string& file) {
  Setting setting{plan, {}};
  std::vector<text::Node> levers;
  for (std::size_t j = 0; j < axes.size(); ++j) {
    const ExploreFactor& factor = axes[j].factor;
    switch (factor.sets) {
      case Sets::assumption: {
        auto& ranges = setting.library.plan.uncertainty;
        std::erase_if(ranges, [&](const auto& one) { return one.first == factor.target; });
        ranges.emplace_back(factor.target, std::pair(values[j], values[j]));
        setting.flags.emplace_back(factor.target, axes[j].word(values[j]));
        break;
      }
      case Sets::facts:
        setting.library.plan.facts_at.emplace_back(factor.target, values[j]);
        break;
      case Sets::argument:
        setting.flags.emplace_back(factor.target, axes[j].word(values[j]));
        break;
      case Sets::lever: {
        text::Node lever = factor.lever;
        lever.entries.push_back({factor.target, factor.target_where.line,
                                 factor.target_where.column, node_of(axes[j], values[j])});
        levers.push_back(std::move(lever));
        break;
      }
    }
  }
  if (levers.empty()) return setting;
  const auto read = scenario::read_levers(levers, file, setting.library);
  if (!read) return read.error();
  auto pulled = scenario::pull(std::move(setting.library), *read);
  if (!pulled) return pulled.error();
  setting.library = std::move(pulled).value();
  return setting;
}

}  // namespace entente::studies
