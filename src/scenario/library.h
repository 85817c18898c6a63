/// The library: facts and law read from a folder, or from the snapshot built into the program.
///
/// Floor 3; uses floors 0-2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "treaty/judge.h"
#include "world/world.h"

namespace entente::scenario {

/// Doubt about one promisor: shifts how likely it keeps every promise.
struct Doubt {
  Symbol promisor;
  world::Uncertain mu;  ///< Probits; below 0 is doubt.
};

/// An assumption of the models that a lever or scenario moves.
struct Assumed {
  std::string name;        ///< As its flag, with underscores.
  world::Uncertain value;  ///< Replaces default and range.
};

/// A state that does not let others use its bases for a contingency.
struct Denial {
  Symbol host;
  Symbol theatre;  ///< Empty: every one.
};

/// An attack on networks, satellites or command that leaves units there and less ready for some
/// days from the first.
struct Disruption {
  std::vector<Symbol> states;
  world::Uncertain share;  ///< Of ready units that is lost meanwhile, in [0, 1].
  world::Uncertain days;
};

/// What a promisor does in a later year: for questions that look years ahead.
struct Turn {
  int year = 0;
  Symbol promisor;
  std::optional<world::Uncertain> doubt;  ///< Probits, in place of what was doubted of it before.
  std::vector<Symbol> leaves, returns;    ///< Agreements.
};

/// What a lever changes of what whoever may attack weighs. Where it bears: contingencies named, or
/// those whose targets are among `states`; with neither, all.
struct Pressure {
  std::string lever;                         ///< Its card.
  std::vector<Symbol> contingencies;         ///< By id.
  std::vector<Symbol> states;                ///< That are protected.
  std::optional<world::Uncertain> hazard;    ///< Relative change of how often attacks begin, > -1.
  std::optional<world::Uncertain> conceded;  ///< Share of the prize that is had without a fight.
  std::optional<world::Uncertain> cost;      ///< Of an attack besides, in prizes.
  std::optional<world::Uncertain> slip;      ///< Added to P(an incident is taken for armed attack).
  bool offer = false;  ///< Made to the attacker: how it reads depends on the balance.
};

/// A nuclear promise extended further or withheld.
struct UmbrellaChange {
  Symbol guarantor;
  std::vector<Symbol> states;  ///< That are protected by it.
  world::Uncertain by;         ///< Added to how likely it is kept, in [-1, 1].
};

/// What a scenario asks and chooses beside facts and law.
struct Plan {
  bool empty = false;  ///< Begun from nothing: what is not written is 0 days, all ready, no weight.
  std::vector<std::vector<Symbol>> sets;  ///< Contingencies that come due at once, in file order.
  std::vector<std::pair<Symbol, double>> element_weights;  ///< v_k; elements without one: default.
  std::vector<std::pair<std::string, std::pair<double, double>>> uncertainty;  ///< Ranges by name.
  std::vector<std::pair<std::string, std::string>> models;                     ///< Card by purpose.
  std::vector<std::pair<std::string, double>> facts_at;  ///< Groups of facts held at a quantile.
  std::vector<Doubt> doubts;                             ///< Each promisor once.
  std::vector<Assumed> assumed;                          ///< Each name once.
  std::vector<Denial> denials;
  std::vector<Disruption> disruptions;
  std::vector<Pressure> pressures;  ///< In the order in which levers were pulled.
  std::vector<UmbrellaChange> umbrellas;
  std::vector<Turn> turns;  ///< By year; of one year in the order of the file.
  int horizon = 90;         ///< Days, from 1 to 3650.
  int after_months = 120;   ///< Levers with a longer delay are not in effect.
};

/// A lever that was pulled (`levers/lever.h`).
struct Pulled {
  std::string card;               ///< A lever of the library, or a kind.
  world::Uncertain cost;          ///< bn USD of 2025 a year.
  world::Uncertain delay_months;  ///< Until it is in effect.
  bool in_effect = true;          ///< Else its delay is longer than the plan looks ahead.
  std::vector<std::string> excludes;
};

/// Facts and law together, with the hash that names them.
struct Library {
  world::World world;
  treaty::Law law;
  treaty::Readings readings;  ///< Switches that a scenario turned from their defaults.
  Plan plan;
  std::vector<Pulled> pulled;        ///< In the order in which they were pulled.
  std::vector<std::string> notices;  ///< What a scenario has to say; for every record.
  std::vector<std::pair<std::string, std::string>> scenarios;     ///< Files by name, sorted.
  std::vector<std::pair<std::string, std::string>> levers;        ///< Files by name, sorted.
  std::vector<std::pair<std::string, std::string>> studies;       ///< Files by name, sorted.
  std::vector<std::pair<std::string, std::string>> claims;        ///< Files by name, sorted.
  std::vector<std::pair<std::string, std::string>> landscapes;    ///< Files by name, sorted.
  std::vector<std::pair<std::string, std::string>> negotiations;  ///< The same.
  std::vector<std::pair<std::string, std::string>> crises;        ///< The same.
  std::string name, licence;                                      ///< Of `library.toml`.
  std::string scenario = "reference_2026";  ///< What this state of the library is called.
  std::string hash;  ///< SHA-256 over the sorted (path, SHA-256 of the file) of all its files.
};

/// Reads a whole library folder; every fault of every file at once.
/// Files: states.csv, actors.csv, places.csv, means.csv, groups.csv, group_members.csv, areas.toml,
/// readings.toml, library.toml (day, name, licence); and, where there are any, elements.csv,
/// figures/*.csv, agreements/*.toml and the tables of `force_facts.h` and `munition_facts.h`.
/// Faults name a file by its path inside the folder. A fault that only follows from another (a
/// state unknown because states.csv cannot be read) is not reported. Errors: those of the readers,
/// and `unreadable`, `duplicate` (two files with one id).
[[nodiscard]] Result<Library> read_library(const std::string& folder);

/// The library as bytes that `from_snapshot` turns back, ending in their SHA-256.
[[nodiscard]] std::string to_snapshot(const Library& library);

/// Turns bytes back into a library. Any bytes are safe. Errors: `not_text` where the bytes
/// or their hash are broken or of another version. Cost O(bytes).
[[nodiscard]] Result<Library> from_snapshot(std::string_view bytes);

/// The library built into this program. Checked by hash at every start.
[[nodiscard]] Result<Library> built_in_library();

}  // namespace entente::scenario
