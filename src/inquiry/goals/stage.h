/// A scenario in which only some of its promises were ever made.
///
/// Floor 6; part of goals. The law is judged once, with everything; a coalition then keeps some of
/// what it found. That is what leaving agreements out of the library gives, wherever no agreement
/// bears on what another says (a test holds it to that).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "campaign/theatre.h"
#include "inquiry/goals/players.h"

namespace entente::inquiry {

/// A promise that a contingency triggers.
struct Triggered {
  std::size_t place = 0, helper = 0;  ///< Contingency; which of its helpers.
  world::Commitment promise;
  Needs needs;
};

/// Points into the library it was made from. Not safe from several threads.
class Stage {
 public:
  /// Errors: those of `campaign::read_question`.
  [[nodiscard]] static Result<std::unique_ptr<Stage>> make(
      const scenario::Library& library, const card::Arguments& arguments, const Players& players,
      const std::vector<world::Commitment>& promises);

  /// Keeps what this coalition has promised, and nothing else of the players. Cost O(promises).
  void keep(const Members& members);

  /// Tells coalitions apart that an attacker or a planner could tell apart.
  [[nodiscard]] std::string signature(const Members& members) const;

  [[nodiscard]] const campaign::Question& question() const { return question_; }
  /// One a contingency, whether or not it is asked for.
  [[nodiscard]] const std::vector<campaign::Player>& attackers() const { return attackers_; }
  /// [place] whether some set asks for it.
  [[nodiscard]] const std::vector<char>& asked() const { return asked_; }
  /// In the contingencies that are asked for, by contingency and helper.
  [[nodiscard]] const std::vector<Triggered>& triggered() const { return triggered_; }
  /// [player] whether any coalition is changed by it, as far as forces go.
  [[nodiscard]] std::vector<char> moves_forces(std::size_t players) const;
  [[nodiscard]] const scenario::Library& library() const { return library_; }

 private:
  /// What a supplier's hold bears on a contingency by: any of these.
  struct Link {
    std::size_t hold = 0, place = 0;
    std::vector<Needs> by;
  };

  Stage(const scenario::Library& library, campaign::Question question);
  void take_promises(const Players& players);
  void take_links(const Players& players, const std::vector<world::Commitment>& promises);
  void point_roles();

  const scenario::Library& library_;
  campaign::Question question_;
  std::vector<campaign::Player> attackers_;
  std::vector<char> asked_;
  std::vector<Triggered> triggered_;
  std::vector<Link> links_;
  std::vector<std::vector<char>> comes_anyway_;  ///< [place][helper] without a promise.
};

}  // namespace entente::inquiry
