/// What a coalition comes to, measure by measure, in one world.
///
/// Floor 6; part of goals. Every coalition sees the same worlds and the same draws of honour and
/// stakes, so differences are paired.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "inquiry/goals/measure.h"

namespace entente::inquiry {

/// What is played: everything that is the same in all worlds.
struct Played {
  const scenario::Request& request;
  const Players& players;
  const std::vector<world::Commitment>& promises;
  std::string hub;
  campaign::Sampling sampling;
  std::vector<std::string> goals = {};  ///< Those that are asked for; empty: all.

  /// The measures of the goals that are asked for, and of cost, which the audit needs.
  [[nodiscard]] std::vector<const Measure*> measures() const;
  /// Draws of the attackers' stakes in a world.
  [[nodiscard]] std::size_t stakes() const {
    return sampling.vary.facts ? campaign::kDrawsPerWorld : 1;
  }
  [[nodiscard]] std::size_t worlds() const { return sampling.vary.facts ? sampling.worlds() : 1; }
};

/// The library with the levers of a coalition pulled, in the order of their names. Some may be
/// beyond pulling without others, though each alone and all together can be.
[[nodiscard]] Result<scenario::Library> library_with(const Played& played, const Members& members);

[[nodiscard]] std::vector<Held> held_by(const Players& players,
                                        const std::vector<world::Commitment>& promises);

/// One world and its coalitions. Not safe from several threads.
class World {
 public:
  /// REQUIRES: the scenario was laid out once without a fault. Throws `Cancelled`.
  World(const Played& played, std::size_t number);

  /// The things that a measure counts, with everything there.
  [[nodiscard]] const std::vector<Item>& things(const Measure& measure);

  /// [stakes] the outcomes of a coalition by these measures, [stakes * measures + measure]. Known
  /// again for coalitions that leave the same promises.
  [[nodiscard]] std::vector<double> values(const Members& members,
                                           std::span<const Measure* const> measures);

  /// [player] whether forces hang on it.
  [[nodiscard]] std::vector<char> moves_forces() const {
    return stage_->moves_forces(played_.players.size());
  }
  [[nodiscard]] std::size_t evaluated() const { return evaluated_; }
  /// Why a coalition of levers could not be worked out, where there was one; it counts nothing.
  [[nodiscard]] const Faults& faults() const { return faults_; }

 private:
  /// A scenario laid out with its numbers; of players that change more than promises, one each
  /// coalition.
  [[nodiscard]] std::vector<double> on(Stage& stage, std::span<const Measure* const> measures,
                                       const Members& members, campaign::Fought* fought);
  void look(Stage& stage, const campaign::Numbers& numbers, std::span<const Measure* const> wanted,
            campaign::Fought* fought, std::vector<double>& row) const;
  [[nodiscard]] campaign::Numbers numbers_in(const Stage& stage) const;

  const Played& played_;
  campaign::WorldId id_;
  std::size_t number_;
  std::vector<Held> held_;
  std::unique_ptr<Stage> stage_;
  campaign::Numbers all_;  ///< With every promise kept.
  std::vector<double> theta_;
  std::map<const Measure*, std::vector<Item>> things_;
  campaign::Fought fought_;
  mutable campaign::TradeKept trade_;
  std::map<std::string, std::vector<double>> known_;
  std::size_t evaluated_ = 0;
  Faults faults_;
};

}  // namespace entente::inquiry
