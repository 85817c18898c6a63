/// One world: every uncertain number of a situation with a value.
///
/// Floor 4; uses floors 0-3. A world is named by (seed, number); the nominal one has the values of
/// the tables. Facts are log-normal about their value (standard deviation of the logarithm .05, .15
/// or .40 by confidence); an assumption lies below its value with probability one half, uniform on
/// either side. Numbers with one key move together: a whole readiness curve, a whole demand.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "actors/aggressor/aggressor.h"
#include "actors/proxy.h"
#include "belief/asked.h"
#include "campaign/adjudication/judge.h"
#include "campaign/assumptions.h"
#include "campaign/situation.h"

namespace entente::campaign {

/// One quantity moved away from where the world has it; for one-at-a-time questions.
struct Push {
  std::vector<std::uint64_t> keys;  ///< Streams that are pushed.
  double u = 0.5;                   ///< To this quantile.
};

/// What is believed before a world is sampled.
struct Premises {
  belief::Asked belief;
  Assumptions campaign;
  Movement movement;
  Judgement judgement;
  actors::Stakes stakes;
  const actors::AggressorModel* aggressor = nullptr;  ///< Never null once read.
  const Judge* judge = nullptr;                       ///< Likewise.
  scenario::Plan plan;     ///< Its ranges replace those of the assumptions.
  std::vector<Push> held;  ///< What is held at a quantile in every world; keys in order, and of
                           ///< two that have a key the first counts.
};

/// Calls use(field, value) for every assumption that is a number: of belief, of campaign, of
/// movement, of the judges and of the stakes.
template <class Held, class Use>
void each_assumption(Held& held, const Use& use) {
  for (const auto& one : belief::kAssumptions) use(one.field, held.belief.assumptions.*one.value);
  for (const auto& one : kAssumptions) use(one.field, held.campaign.*one.value);
  for (const auto& one : kMovements) use(one.field, held.movement.*one.value);
  for (const auto& one : kJudgements) use(one.field, held.judgement.*one.value);
  for (const auto& one : actors::kStakes) use(one.field, held.stakes.*one.value);
}

/// Which world is meant.
struct WorldId {
  std::uint64_t seed = 1;
  std::optional<std::uint64_t> number;  ///< None: the nominal world.
};

/// The quantile at u in (0, 1) of what is not known about a number.
[[nodiscard]] double quantile(const world::Uncertain& range, double u);

/// A number in a world: of one key the same in whatever asks.
[[nodiscard]] double value_in(const Knob& knob, const WorldId& id);

/// Two-dimensional tables are flat: [owner * places + place], [pool * places + place], ...
struct Numbers {
  Assumptions campaign;
  Movement movement;
  belief::Asked belief;
  Judgement judgement;
  std::vector<double> weight;                ///< [place]
  std::vector<double> demand, host;          ///< [(place * elements + element) * periods + period]
  std::vector<double> demand_end, host_end;  ///< On the last day: [place * elements + element]
  std::vector<double> amount, home_defence;  ///< [pool]; what was added to it included.
  std::vector<double> days;                  ///< [pool * places + place]; arrival after the order.
  std::vector<double> ready;                 ///< [(pool * places + place) * periods + period]
  std::vector<double> share;                 ///< [(owner * places + place) * elements + element]
  std::vector<double> theta;                 ///< [owner * places + place]; 0: does not come.
  std::vector<double> mu, supplier_mu;       ///< [owner], [supplier]; shift in probits.
  std::vector<double> hold_share, lapse_days;  ///< [hold]
  /// [hold] 1: withheld whatever is drawn, with its `lapse_days` alone (0: at once, whatever the
  /// table says); empty: none is.
  std::vector<char> cut;
  std::vector<double> host_ready;  ///< [period], then the last day.
  std::vector<double> red;    ///< [(place * elements + element) * periods + period] attackers'.
  std::vector<double> clock;  ///< [place] days until the aim is lost; 0: the horizon.
  std::vector<actors::Pressure> pressure;  ///< [place] of levers on whoever may attack.
  std::vector<double> umbrella_by;         ///< [owner * places + place] of its nuclear promise.
  std::vector<actors::Proxy> proxy;        ///< [place]; of those with a sponsor.
  // Where rules of movement are set, else empty.
  std::vector<double> km;        ///< [pool * places + place]
  std::vector<double> tonnes;    ///< [element]
  std::vector<double> swing;     ///< [(from * places + to) * elements + element] days of the way.
  std::vector<double> swing_km;  ///< [from * places + to]
};

/// Adds units to a pool, and to the host supply where the owner is attacked and they are at home.
void add_units(Numbers& numbers, const Situation& situation, std::size_t pool, double units);

/// The promise that makes a helper most likely to come, and how likely that is.
struct Best {
  const world::Commitment* promise = nullptr;  ///< Null: it promised nothing.
  double theta = 0;
};
[[nodiscard]] Best best_promise(const Helper& helper, const Symbols& symbols,
                                const belief::Assumptions& assumptions);

/// Facts about a promise that the library lacks are no assumptions to sample over.
[[nodiscard]] bool sampled(const belief::Assumption& assumption);

/// The stream by which the reliability of an owner in a place is sampled.
[[nodiscard]] std::uint64_t theta_key(const OwnerCase& owner, const PlaceCase& place);

/// The stream by which an assumption of belief or campaign is sampled.
[[nodiscard]] std::uint64_t assumption_key(std::string_view name);

/// The range over which an assumption is sampled: that of a lever on it, else the scenario's, else
/// that of its field; in a scenario from nothing, which holds only what is written, none.
[[nodiscard]] world::Uncertain range_of(const card::Field& field, double value,
                                        const scenario::Plan& plan);

/// The stakes of a draw: as `numbers_of` samples the assumptions of a world, each draw its own;
/// what the premises hold is held in all of them.
[[nodiscard]] actors::Stakes stakes_of(const Premises& premises, const WorldId& draw);

/// The numbers of a world. `push`, where given, overrides the quantile of its keys, in the nominal
/// world too. Cost O(all numbers), about a millisecond for the reference world.
[[nodiscard]] Numbers numbers_of(const Situation& situation, const Premises& premises,
                                 const Symbols& symbols, const WorldId& id,
                                 const Push* push = nullptr);

}  // namespace entente::campaign
