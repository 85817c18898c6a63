/// The munitions of a scenario laid out by index, every number still uncertain; and one world of
/// them.
///
/// Floor 4; uses floors 0-3. Who comes is the ledger's affair: an armoury stands beside a
/// `Situation` and shares its contingencies, owners and worlds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "campaign/arsenal/assumptions.h"
#include "campaign/arsenal/depletion.h"
#include "campaign/arsenal/line.h"
#include "campaign/question.h"

namespace entente::campaign {

/// A member of a list by one of the indices below. REQUIRES: 0 <= index < size.
template <class List>
[[nodiscard]] auto& at(List& list, int index) {
  return list[static_cast<std::size_t>(index)];
}

/// A class of munitions; times in days.
struct MunitionCase {
  Symbol id;
  std::string name;
  Knob unit_cost, lead_months, learning_rate, approval_months;
};

/// What a row of the table says of one holder and munition.
struct StockCase {
  int munition = 0;
  std::string holder;  ///< As in the table: a state or a group.
  Knob stock, production;
  std::optional<Knob> target;
  double target_days = 0;
  std::vector<Knob> components;  ///< Those that still bind: no older than the output.
};

/// A state's part of a row: all of its own, or an equal part of its group's.
struct HolderCase {
  Symbol state;
  std::string name;
  int owner = -1;  ///< In the situation; -1: it has no forces, and fires only where attacked.
  int stock = 0;   ///< Index in `stocks`.
  double part = 1;
  std::vector<bool> attacker;  ///< By contingency.
};

struct UseCase {
  int place = 0, munition = 0;
  Knob per_day;
  std::optional<Knob> days, half_life;
  std::uint64_t path_key = 0;  ///< The stream that says whether use decays or holds.
};

struct TieCase {
  Symbol from, to;
  std::string name;  ///< `USA-JPN`.
  std::vector<int> munitions;
  Knob strength;
};

struct Armoury {
  std::vector<MunitionCase> munitions;  ///< By name.
  std::vector<StockCase> stocks;        ///< By holder and munition.
  std::vector<HolderCase> holders;      ///< By munition, then name of the state.
  std::vector<UseCase> uses;            ///< By contingency and munition.
  std::vector<TieCase> ties;

  /// Index in `uses`, or -1.
  [[nodiscard]] int use(int place, int munition) const;
  /// Whether two states make a munition together; the index of the strongest tie, or -1.
  [[nodiscard]] int tie(Symbol a, Symbol b, int munition) const;
};

/// Lays the munitions of a scenario out. A state that has a row of its own has no part in a row of
/// its group. Errors: `missing_key` where no contingency uses a munition that the scenario counts.
/// Cost O(rows x members).
[[nodiscard]] Result<Armoury> lay_out_munitions(const scenario::Library& library,
                                                const Situation& situation);

/// Every number of an armoury with a value.
struct ArmouryNumbers {
  ArsenalAssumptions assumptions;
  std::vector<double> unit_cost;              ///< m USD, by munition.
  std::vector<double> learning_rate;          ///< By munition, in [0, 1).
  std::vector<double> approval_days;          ///< By munition.
  std::vector<double> stock;                  ///< By stock.
  std::vector<Line> lines;                    ///< By stock.
  std::vector<std::vector<double>> output;    ///< By stock: rounds of each day.
  std::vector<std::vector<double>> unsurged;  ///< The same with the present shifts.
  std::vector<UsePath> paths;                 ///< By use.
  std::vector<std::vector<double>> used;      ///< By use: rounds of each day.
  std::vector<double> strength;               ///< By tie.
};

/// What war makes of every line under these assumptions.
[[nodiscard]] Surge surge_of(const ArsenalAssumptions& assumptions);

/// What is asked of munitions.
struct ArsenalPremises {
  ArsenalAssumptions assumptions;
  scenario::Plan plan;  ///< Its ranges and values replace those of the assumptions.
  int days = 180;       ///< How long contingencies are looked at.
};

/// Reads the fields; what a lever or scenario assumes overrides them.
[[nodiscard]] ArsenalPremises read_arsenal(const scenario::Library& library,
                                           const card::Arguments& arguments);

/// The numbers of a world, sampled as those of a `Situation` are (`numbers.h`). In the nominal
/// world a use decays where a table says how, and holds elsewhere; in others it does either with
/// probability one half. Cost O(stocks x days).
[[nodiscard]] ArmouryNumbers armoury_numbers(const Armoury& armoury,
                                             const ArsenalPremises& premises, const WorldId& id);

}  // namespace entente::campaign
