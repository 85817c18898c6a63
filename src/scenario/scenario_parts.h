/// What the readers of the sections of a scenario file share.
///
/// Floor 3; uses base, text and world. Part of the reader of scenario files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario_file.h"
#include "scenario/section_reader.h"

namespace entente::scenario {

/// A file being read, with what its names are held against.
struct ScenarioReading {
  const Library& library;   ///< Untouched.
  const Library& based_on;  ///< What the file changes.
  ScenarioFile& file;
  Faults& faults;
  bool empty = false;  ///< The file, or its base, began with nothing.

  /// Reports a state that neither `based_on` nor a `[[state]]` has.
  void known_state(SectionReader& reader, std::string_view key, const std::string& name);
};

/// The sections on forces: states come first, since pools and contingencies name them.
void read_scenario_states(ScenarioReading& reading, const std::vector<const text::Node*>& nodes);
void read_scenario_forces(ScenarioReading& reading, text::TableReader& root);

/// The sections on munitions, once contingencies are known by name.
void read_scenario_munitions(ScenarioReading& reading, text::TableReader& root);

/// What promisors do in later years, once agreements are known.
void read_scenario_turns(ScenarioReading& reading, text::TableReader& root);

/// The sections on law: commitments, agreements and readings.
void read_scenario_law(ScenarioReading& reading, text::TableReader& root);

}  // namespace entente::scenario
