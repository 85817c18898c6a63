/// What attackers have before them in one world: outcomes over who keeps its word, whoever else
/// attacks.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "actors/aggressor/aggressor.h"
#include "actors/grey_zone.h"
#include "campaign/clash.h"
#include "campaign/gaps.h"
#include "campaign/question.h"
#include "scenario/library.h"
#include "solve/binary_game.h"

namespace entente::campaign {

/// A potential attacker: one contingency.
struct Player {
  std::string aggressor;  ///< Its attackers, joined by commas.
  std::string contingency;
  int place = 0;
  bool grey = false;                   ///< Below the threshold of armed attack.
  bool pact = false;                   ///< A target has a defence pact.
  bool own_weapons = false;            ///< A target has nuclear weapons.
  std::vector<std::size_t> umbrellas;  ///< Owners with nuclear weapons, or a promise that has them
                                       ///< behind it, that promised to fight.
};

/// One a contingency, in the order of the situation.
[[nodiscard]] std::vector<Player> players_of(const Question& question,
                                             const scenario::Library& library);

/// Whether the library's figures give a state nuclear weapons; in a scenario from nothing, which
/// has none, false.
[[nodiscard]] bool has_weapons(const scenario::Library& library, Symbol state);

/// The mean of the probability of winning, by weight. REQUIRES: not empty.
[[nodiscard]] double mean_win(std::span<const actors::Outcome> outcomes);

/// How likely the nuclear promise over a player's targets is kept, in [0, 1]: that of the owner
/// most likely to, with what levers change of it; 1 where a target has weapons of its own, 0 where
/// nobody promised.
[[nodiscard]] double umbrella_over(const Situation& situation, const Numbers& numbers,
                                   const Player& player);

/// The honour draws of a world.
struct Draws {
  Honour honour = Honour::drawn;
  std::uint64_t seed = 1;
  std::size_t first = 0, count = 1;
  /// In place of draws every pattern of `honour_patterns`, each with its probability. REQUIRES: the
  /// world has few enough uncertain promises.
  bool enumerated = false;
};

/// Battles of one world that were fought before, by what they hang on: who attacks, who came, in
/// which draw. For whoever asks of one world with other promises in it again and again.
struct Fought {
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<double>> wins;  ///< [in the set]
};

/// Works outcomes out as they are asked for, and keeps them. Not safe from several threads. Once
/// the run is stopped they mean nothing, and come at once.
class Theatre {
 public:
  /// `fought`, where given, is read and filled. REQUIRES: it was filled from worlds that differ in
  /// promises alone.
  Theatre(const Question& question, const std::vector<Player>& players, Numbers numbers,
          const Draws& draws, const Run& run, Fought* fought = nullptr);

  /// One a draw, or a pattern of honour with its weight: player q if `acting`, q among them,
  /// attack. Cost the first time: one programme a draw and element.
  [[nodiscard]] const std::vector<actors::Outcome>& outcomes(int q, solve::Acting acting);
  [[nodiscard]] actors::Prospect prospect(int q, solve::Acting acting, double chance);

  /// Gain of q over leaving things as they are: of an attack, or of a campaign below the threshold.
  [[nodiscard]] double gain(int q, solve::Acting acting, const actors::AggressorModel& model,
                            const actors::Stakes& stakes, double chance);

  /// The same if its sponsor stood behind it so. REQUIRES: q has one.
  [[nodiscard]] double gain_through(const actors::Proxy& proxy, int q, solve::Acting acting,
                                    const actors::AggressorModel& model,
                                    const actors::Stakes& stakes, double chance);

  /// The same of a prospect in hand, under what levers press on q.
  [[nodiscard]] double gain(int q, const actors::Prospect& seen,
                            const actors::AggressorModel& model,
                            const actors::Stakes& stakes) const;
  /// The campaign of a player below the threshold.
  [[nodiscard]] actors::Campaign campaign(int q, const actors::Prospect& seen,
                                          const actors::AggressorModel& model,
                                          const actors::Stakes& stakes) const;

  /// The mean over draws of the probability that q wins.
  [[nodiscard]] double win(int q, solve::Acting acting);
  [[nodiscard]] double win_unaided(int q) const { return unaided_[static_cast<std::size_t>(q)]; }
  [[nodiscard]] double umbrella(int q) const { return umbrella_[static_cast<std::size_t>(q)]; }
  /// Months that a campaign of q lasts.
  [[nodiscard]] double months(int q) const;
  [[nodiscard]] const Numbers& numbers() const { return world_->numbers; }
  [[nodiscard]] std::size_t draws() const { return terms_.size(); }
  [[nodiscard]] double weight(std::size_t draw) const { return weight_[draw]; }
  /// Battles of a set in a draw.
  [[nodiscard]] std::vector<Battle> battles(std::size_t draw, solve::Acting acting) const;
  /// The battle of q if nobody came.
  [[nodiscard]] Battle unaided(int q) const;

 private:
  /// Stakes as a player has them, its sponsor's weighed in.
  [[nodiscard]] actors::Stakes stakes_of(int q, const actors::Stakes& stakes) const;
  [[nodiscard]] double weigh(int q, const actors::Prospect& seen,
                             const actors::AggressorModel& model,
                             const actors::Stakes& stakes) const;
  [[nodiscard]] actors::Campaign priced(int q, const actors::Prospect& seen,
                                        const actors::AggressorModel& model,
                                        const actors::Stakes& stakes) const;
  [[nodiscard]] actors::Stakes pressed(int q, const actors::Prospect& seen,
                                       const actors::AggressorModel& model,
                                       const actors::Stakes& stakes) const;
  [[nodiscard]] std::vector<int> set_of(solve::Acting acting) const;
  void work_out(solve::Acting acting);
  /// The chance of each attacker of a set in a draw.
  [[nodiscard]] std::vector<double> wins(std::size_t draw, const std::vector<int>& set) const;
  [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> hangs_on(std::size_t draw,
                                                                 const std::vector<int>& set) const;

  const Question& question_;
  const std::vector<Player>& players_;
  const Run& run_;
  Fought* fought_;
  std::size_t first_;  ///< Number of the first draw.
  std::unique_ptr<const SharedWorld> world_;
  std::vector<Kept> kept_;
  std::vector<double> weight_;              ///< [draw]
  std::vector<DrawTerms> terms_;            ///< [draw]
  std::vector<int> patron_;                 ///< [place] Owner, or -1; -1 where nobody may act.
  std::vector<double> unaided_, umbrella_;  ///< [player]
  /// By mask: [player in it][draw].
  std::map<solve::Acting, std::vector<std::vector<actors::Outcome>>> known_;
};

}  // namespace entente::campaign
