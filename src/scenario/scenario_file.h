/// Scenario files: the library with changes, read with every fault at once.
///
/// Floor 3; uses floors 0-2. This version applies the parts that change the law: the day, states,
/// commitments, agreements and readings. The other sections of the format are accepted as they
/// stand.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenario/library.h"
#include "text/node.h"

namespace entente::scenario {

/// A promise written in a scenario.
struct ScenarioCommitment {
  std::string promisor, beneficiary;
  treaty::Duty duty = treaty::Duty::fight;
  treaty::Form form = treaty::Form::treaty;
  int institution = 0;                ///< 0 to 3.
  std::optional<double> reliability;  ///< In [0, 1]; fixes how likely the promise is kept.
};

/// What a scenario file says, with names checked.
struct ScenarioFile {
  std::string name;
  std::string base;    ///< Empty: the reference.
  bool empty = false;  ///< Begin without any agreement.
  std::optional<Date> date;
  std::vector<std::string> states;  ///< Of `[[state]]`.
  std::vector<ScenarioCommitment> commitments;
  std::vector<std::string> add, remove;  ///< Agreements by id, or files to add.
  std::vector<std::pair<std::string, std::string>> readings;
};

/// Reads and checks a scenario against the library. Errors: those of the reader, `unknown_state` (a
/// commitment with a state that neither the library nor a `[[state]]` has), `unknown_name`
/// (agreement or reading), `bad_value`.
[[nodiscard]] Result<ScenarioFile> read_scenario(const text::Document& document,
                                                 const Library& library);

}  // namespace entente::scenario
