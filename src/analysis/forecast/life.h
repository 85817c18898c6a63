/// The state of a draw between years, and the parts of a year that change it.
///
/// Floor 5; part of forecast.
#pragma once

#include <string>
#include <vector>

#include "analysis/forecast/years.h"
#include "base/stream.h"

namespace entente::analysis {

/// A protected state in a year.
struct Ward {
  belief::Belief belief;         ///< In the guarantor, without doubt.
  actors::hedge::Ladder ladder;  ///< With two rungs more: what it spends, and its pacts.
  solve::PlanProblem frame;      ///< Of its ladder.
  solve::Programmes stand = 0;
  std::vector<int> left;    ///< Years of what is in progress.
  double spending = 0;      ///< bn USD; 0: not known.
  std::size_t options = 0;  ///< Rungs of its own.

  /// What was begun of the own rungs.
  [[nodiscard]] solve::Programmes begun() const;
  [[nodiscard]] solve::Programmes running() const;
};

class Life {
 public:
  Life(const ForecastGround& ground, const ForecastWorld& world, std::uint64_t seed,
       std::size_t draw);

  /// Goes on to a year; the first is one after that of the scenario.
  void go_to(int year);
  [[nodiscard]] YearSeen seen() const;

 private:
  // conduct.cpp
  void turns();
  void governments();
  void attackers();
  void attacked(std::size_t player);
  void test(std::size_t guarantor, const std::vector<std::size_t>& states,
            const std::string& contingency);
  void observe(std::size_t guarantor, const std::vector<std::size_t>& states, bool kept,
               double weight);
  [[nodiscard]] double attack_chance_of(std::size_t player, solve::Acting acting) const;

  // answers.cpp
  void spend();
  void plan();
  void consider(std::size_t ward);
  void make_ties();
  [[nodiscard]] double option_costs(std::size_t ward) const;

  // life.cpp
  [[nodiscard]] double promised(std::size_t ward) const;  ///< Reliability of what binds now.
  [[nodiscard]] double moved(std::size_t ward, double theta) const;
  [[nodiscard]] double believed(std::size_t ward) const;
  [[nodiscard]] double mu(std::size_t guarantor) const {
    return doubt_[guarantor] + shift_[guarantor];
  }
  [[nodiscard]] bool gone(Symbol promisor, Symbol agreement) const;
  void set_extra_rungs(std::size_t ward);
  [[nodiscard]] Stream stream(std::string_view who, std::string_view purpose) const;

  const ForecastGround& g_;
  const ForecastWorld& w_;
  std::uint64_t seed_;
  std::size_t draw_;
  int year_;
  std::vector<Ward> wards_;
  std::vector<double> doubt_, shift_;         ///< [guarantor] by the scenario, by its government.
  std::set<std::pair<Symbol, Symbol>> gone_;  ///< Promisor and agreement.
  std::vector<int> quiet_until_;              ///< [player]
  solve::ValuedTies ties_;
  double attacks_ = 0, tested_ = 0, broken_ = 0, threats_ = 0;  ///< Of the year.
};

}  // namespace entente::analysis
