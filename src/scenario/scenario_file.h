/// Scenario files: the library with changes, read with every fault at once, and written back.
///
/// Floor 3; uses floors 0-2. What a file may hold is said in `scenario_fields.h`; `reform.h`
/// applies it. Names stand here as written.
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
  std::optional<treaty::Duty> duty;   ///< Absent: fight.
  std::optional<treaty::Form> form;   ///< Absent: treaty.
  std::optional<int> institution;     ///< 0 to 3; absent: 0.
  std::optional<double> reliability;  ///< In [0, 1]; fixes how likely the promise is kept.
};

/// A state of the scenario's own, or forces of any state.
struct ScenarioState {
  std::string id;
  std::vector<std::pair<std::string, double>> forces;  ///< Units >= 0 by element.
};

/// A contingency as its table was written: `read_contingency` reads it.
struct ScenarioContingency {
  std::string id;
  text::Node table;
};

/// A pool that is added or changed. What is absent keeps its value or default.
struct ScenarioPool {
  std::string id, owner, base, element;
  std::optional<double> amount, amount_low, amount_high;  ///< Units >= 0.
  std::optional<double> ready;                            ///< Share in [0, 1].
  std::optional<double> home_defence, home_defence_low, home_defence_high;
  std::optional<bool> home;
  std::string moved_from;  ///< `OWNER/base`; empty for none.
  Where where, amount_where, moved_where;
};

/// Share of the units of an element usable so many days after the order.
struct ScenarioReadiness {
  std::string element;
  int day = 0;
  double share = 0;
};

/// Days of deployment of the pools that `pool` fits.
struct ScenarioDeploy {
  std::string pool, contingency;
  std::optional<double> days, km;  ///< >= 0.
  Where pool_where;
};

/// What a holder has and makes of a munition. What is absent keeps its value, or is 0.
struct ScenarioMunitionStock {
  std::string holder, munition;
  std::optional<world::Uncertain> stock;       ///< Rounds >= 0.
  std::optional<world::Uncertain> production;  ///< Rounds a month, >= 0.
};

/// What answering a contingency uses of a munition.
struct ScenarioMunitionUse {
  std::string contingency, munition;
  world::Uncertain per_day;  ///< Rounds >= 0.
  std::optional<world::Uncertain> days, half_life;
};

/// What a promisor does in a later year.
struct ScenarioTurn {
  int year = 0;
  std::string promisor;
  std::optional<world::Uncertain> doubt;     ///< Probits.
  std::vector<std::string> leaves, returns;  ///< Agreements by id.
};

/// What a scenario file says, checked.
struct ScenarioFile {
  std::string name;
  std::string base;    ///< Empty: the reference.
  bool empty = false;  ///< Begin with names and nothing else.
  std::optional<Date> date;
  std::optional<int> horizon;       ///< Days, from 1 to 3650.
  std::optional<int> after_months;  ///< From 0 to 1200.
  std::vector<std::vector<std::string>> sets;
  std::vector<ScenarioContingency> contingencies;
  std::vector<ScenarioState> states;
  std::vector<ScenarioPool> pools;
  std::vector<ScenarioReadiness> readiness;
  std::vector<ScenarioDeploy> deployments;
  std::vector<ScenarioMunitionStock> munition_stocks;
  std::vector<ScenarioMunitionUse> munition_uses;
  std::vector<std::pair<std::string, double>> element_weights;
  std::vector<ScenarioCommitment> commitments;
  std::vector<std::string> add, remove;  ///< Agreements by id, or files to add.
  std::vector<std::pair<std::string, std::string>> readings;
  std::vector<ScenarioTurn> turns;
  std::vector<text::Node> levers;  ///< As they stand; `read_levers` reads them.
  std::vector<std::pair<std::string, std::pair<double, double>>> uncertainty;
  std::vector<std::pair<std::string, std::string>> models;
  std::string file;  ///< As named in faults.
};

/// Reads a scenario and checks it against what it changes: `based_on` is the base as applied,
/// `library` the untouched library, whose agreements may be added. Errors, all at once: those of
/// `SectionReader`, `read_contingency` and `read_sets`, `unknown_state`, `unknown_name` (element,
/// base, pool, contingency, agreement, reading), `duplicate`, `range_missing`, `unsourced_range`,
/// and `bad_value` where more units are moved than there are; and those of `read_levers` and
/// `pull`. Cost: a copy of the world.
[[nodiscard]] Result<ScenarioFile> read_scenario(const text::Document& document,
                                                 const Library& library, const Library& based_on);

/// The same for a scenario that changes the untouched library.
[[nodiscard]] Result<ScenarioFile> read_scenario(const text::Document& document,
                                                 const Library& library);

/// The scenario as TOML in canonical layout: sections and keys in the order of `scenario_fields.h`,
/// what is absent left out, no comments. Reading it gives the same scenario, and the same text
/// again.
[[nodiscard]] std::string to_toml(const ScenarioFile& file);

}  // namespace entente::scenario
