#include "inquiry/explore/export.h"

#include <filesystem>

#include "scenario/toml_text.h"
#include "text/csv.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

using scenario::number_text;
using scenario::quoted_text;
using studies::DesignChoice;
using text::csv_field;

/// `["a", "b"]`; names are slugs and words of a file, so what TOML quotes JSON reads.
template <class List, class Name>
std::string list(const List& items, const Name& name) {
  std::string text = "[";
  for (const auto& one : items) text += (text.size() == 1 ? "" : ", ") + name(one);
  return text + "]";
}

std::string experiments(const Findings& f) {
  const Exploration& e = f.exploration;
  std::string text;
  for (const Axis& axis : e.axes) text += axis.id() + ",";
  text += "scenario,policy,model\n";
  for (const Option& option : e.options)
    for (std::size_t i = 0; i < f.experiments.rows(); ++i) {
      for (std::size_t j = 0; j < e.axes.size(); ++j)
        text += csv_field(e.axes[j].word(f.experiments.points.row(i)[j])) + ",";
      text += std::to_string(i) + "," + option.id + ",entente\n";
    }
  return text;
}

std::string outcomes(const Findings& f) {
  const Exploration& e = f.exploration;
  std::string text;
  for (const Gauge& gauge : e.gauges) text += (text.empty() ? "" : ",") + gauge.id();
  text += "\n";
  for (const auto& option : f.experiments.y)
    for (std::size_t i = 0; i < f.experiments.rows(); ++i)
      for (std::size_t g = 0; g < e.gauges.size(); ++g)
        text += number_text(option[g][i]) + (g + 1 < e.gauges.size() ? "," : "\n");
  return text;
}

std::string problem(const Findings& f) {
  const Exploration& e = f.exploration;
  const DesignChoice& choice = f.experiments.choice;
  const auto id = [](const auto& one) { return quoted_text(one.id()); };
  std::string text = "{\n  \"num_vars\": " + std::to_string(e.axes.size());
  text += ",\n  \"names\": " + list(e.axes, id);
  text += ",\n  \"bounds\": " + list(e.axes, [](const Axis& axis) {
            return "[" + number_text(axis.low) + ", " + number_text(axis.high) + "]";
          });
  std::string values;
  for (const Axis& axis : e.axes)
    if (!axis.words.empty())
      values += (values.empty() ? "" : ", ") + quoted_text(axis.id()) + ": " +
                list(axis.words, quoted_text);
  text += ",\n  \"values\": {" + values + "}";
  text += ",\n  \"outputs\": " + list(e.gauges, id);
  text += ",\n  \"policies\": " +
          list(e.options, [](const Option& one) { return quoted_text(one.id); });
  text += ",\n  \"design\": " + quoted_text(choice.kind);
  text += ",\n  \"size\": " + std::to_string(choice.size);
  text += ",\n  \"calc_second_order\": ";
  text += choice.second_order ? "true" : "false";
  text += ",\n  \"seed\": " + std::to_string(e.seed) + "\n}\n";
  return text;
}

}  // namespace

Faults export_experiments(const Findings& findings, const std::string& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  const std::pair<const char*, std::string> files[] = {{"experiments.csv", experiments(findings)},
                                                       {"outcomes.csv", outcomes(findings)},
                                                       {"problem.json", problem(findings)}};
  for (const auto& [name, bytes] : files) {
    const std::string path = (std::filesystem::path(folder) / name).string();
    if (Faults faults = text::write_file(bytes, path); !faults.empty()) return faults;
  }
  return {};
}

}  // namespace entente::inquiry
