/// What a portfolio comes to: one figure of the world with its levers pulled, world by world.
///
/// Floor 6; part of design. Every portfolio meets the same worlds and the same draws of honour.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "campaign/question.h"
#include "inquiry/design/candidates.h"
#include "solve/sums.h"

namespace entente::inquiry {

enum class Aim { gap, attacked };
inline constexpr std::string_view kAims[] = {"gap", "attacked"};

/// Holds what was asked and what came out. Not safe from several threads; it uses some itself.
class Outcomes {
 public:
  /// Errors: those of `campaign::read_question`; `unknown_name` for a set that the scenario does
  /// not have.
  [[nodiscard]] static Result<Outcomes> make(const scenario::Request& request,
                                             const Candidates& candidates, std::size_t usual);

  /// [portfolio] losses in each world. One whose levers cannot be pulled together is worth nothing:
  /// its losses are infinite. Cost a portfolio: a judgement of the law, and an allocation a draw;
  /// of `attacked` an equilibrium a world. Throws `Cancelled`.
  [[nodiscard]] std::vector<Losses> losses(std::span<const Portfolio> portfolios);

  /// Over the worlds. REQUIRES: its losses were asked for, and are finite.
  [[nodiscard]] solve::Estimate estimate(Portfolio portfolio) const;
  /// Of `worse` less `better`, draw by draw. REQUIRES: the same of both.
  [[nodiscard]] solve::Estimate difference(Portfolio worse, Portfolio better) const;

  [[nodiscard]] const campaign::Sampling& sampling() const { return sampling_; }
  [[nodiscard]] Aim aim() const { return aim_; }
  [[nodiscard]] const std::string& set() const { return set_; }
  [[nodiscard]] std::size_t worlds() const;
  /// Portfolios whose levers cannot be pulled together.
  [[nodiscard]] std::size_t impossible() const { return impossible_; }

 private:
  Outcomes(const scenario::Request& request, const Candidates& candidates)
      : request_(&request), candidates_(&candidates) {}
  /// [world * per_world + draw]; empty where it cannot be had.
  [[nodiscard]] std::vector<double> figures(Portfolio portfolio) const;
  [[nodiscard]] std::size_t per_world() const;
  [[nodiscard]] solve::Estimate over_worlds(const std::vector<double>& figures) const;
  void add_gaps(const campaign::Question& question, campaign::Numbers numbers, std::size_t world,
                std::vector<double>& figures) const;
  [[nodiscard]] double attacked_in(const campaign::Question& question,
                                   const scenario::Library& library,
                                   const campaign::Numbers& numbers, std::size_t world) const;

  const scenario::Request* request_;
  const Candidates* candidates_;
  campaign::Sampling sampling_;
  Aim aim_ = Aim::gap;
  std::string set_;
  std::size_t set_at_ = 0;
  std::map<Portfolio, std::vector<double>> known_;
  std::size_t impossible_ = 0;
};

}  // namespace entente::inquiry
