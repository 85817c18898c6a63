/// A factor of an exploration, ready to be set: from a coordinate to a value, from a value to a
/// world.
///
/// Floor 5; part of studies.
#pragma once

#include <string>
#include <vector>

#include "scenario/analysis.h"
#include "studies/explore_file.h"

namespace entente::studies {

/// A factor with its range as it stands after defaults. Coordinates lie in [0, 1].
struct Axis {
  ExploreFactor factor = {};
  double low = 0, high = 1;             ///< Of the value, or of its number among `words`.
  std::vector<std::string> words = {};  ///< Values that were listed; empty for a range.
  double plain = 0;                     ///< The value where others are moved one at a time.
  std::string unit = {};

  [[nodiscard]] const std::string& id() const { return factor.id; }
  /// The value at a coordinate: uniform over the range, whole numbers and listed values alike
  /// likely. Of listed values the number, from 0.
  [[nodiscard]] double value(double u) const;
  /// The coordinate in the middle of what `value` maps to the value.
  [[nodiscard]] double coordinate(double value) const;
  /// The value as people write it.
  [[nodiscard]] std::string word(double value) const;
  /// The value as a cell of a table.
  [[nodiscard]] card::Value cell(double value) const;
  /// What it sets, in words of the file: `assumption warning_days`.
  [[nodiscard]] std::string sets() const;
  /// Steps that a grid takes through it: as many as it has values, at most `wanted`.
  [[nodiscard]] std::size_t levels(std::size_t wanted) const;
};

/// What is asked at one point: the world, and flags beside those of the measure.
struct Setting {
  scenario::Library library;
  std::vector<std::pair<std::string, std::string>> flags;
};

/// A plan's library with every factor at its value. Errors: those of `read_levers` and `pull`, in
/// their place in the study. Cost: a copy of the library, and one more a lever.
[[nodiscard]] Result<Setting> setting_at(const scenario::Library& plan,
                                         const std::vector<Axis>& axes, const double* values,
                                         const std::string& file);

}  // namespace entente::studies
