/// Every figure of a burden in one world of facts and assumptions.
///
/// Floor 5; part of burden.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/burden/duplication.h"
#include "analysis/burden/members.h"
#include "analysis/burden/size.h"
#include "campaign/worlds.h"

namespace entente::analysis {

/// Equilibria that are told: with or without joint products, with or without the threat term.
struct BurdenVariant {
  std::string_view name;
  bool joint = false, threat = false;
};
inline constexpr std::array kVariants = {
    BurdenVariant{"public_good"}, BurdenVariant{"joint_product", true},
    BurdenVariant{"threat", false, true}, BurdenVariant{"joint_product_and_threat", true, true}};

/// What a burden is held against.
struct Yardstick {
  enum class Kind { voluntary, efficient, population, exposure, benefit, pledge };
  std::string name;
  Kind kind = Kind::voluntary;
  std::size_t variant = 0;  ///< Of `voluntary` and `efficient`.
  double pledge = 0;        ///< % of GDP.
};

/// Everything that is read before worlds are drawn. Points into the library.
struct BurdenCase {
  const BurdenAsked& asked;
  const scenario::Plan& plan;
  Benefits benefits;
  Holdings holdings;
  Duplication duplication;
  std::vector<Alliance> years;  ///< Of the test of size, ascending.
};

/// Where each figure stands in a row, and how the row is worked out.
class BurdenModel {
 public:
  explicit BurdenModel(const BurdenCase& facts);

  [[nodiscard]] const std::vector<Yardstick>& yardsticks() const { return yardsticks_; }
  [[nodiscard]] bool threatened() const { return !facts_.benefits.adversaries.empty(); }

  /// Of a member: bn USD spent, its share of the alliance's, and its share of GDP, in %.
  enum class Own { spent, share, product };
  static constexpr std::size_t kOwn = 3;
  /// Of a member against a yardstick: its share, % of the alliance's spending; that in % of its
  /// GDP; and what it spends less that, points of GDP.
  enum class Against { share, due, distance };
  static constexpr std::size_t kAgainst = 3;
  /// Of an equilibrium: bn USD given freely and efficiently, the first as a share of the second,
  /// welfare over that of Lindahl's, and the coefficient of resource use.
  enum class Balance { given, efficient, ratio, welfare, resource };
  static constexpr std::size_t kBalance = 5;
  /// Of the alliance against a yardstick: bn USD by which members fall short together, and their
  /// share of all spending.
  enum class Short { sum, share };
  static constexpr std::size_t kShort = 2;

  [[nodiscard]] std::size_t own(std::size_t ally, Own which) const;
  [[nodiscard]] std::size_t against(std::size_t ally, std::size_t yardstick, Against which) const;
  [[nodiscard]] std::size_t balance(std::size_t variant, Balance which) const;
  [[nodiscard]] std::size_t shortfall(std::size_t yardstick, Short which) const;
  [[nodiscard]] std::size_t technology(std::size_t capability, solve::Technology which) const;
  [[nodiscard]] std::size_t factor(std::size_t duplicated) const;
  [[nodiscard]] std::size_t worth() const;  ///< Of all that is pooled, bn USD a year.
  [[nodiscard]] std::size_t spearman(std::size_t year) const;
  [[nodiscard]] std::size_t kendall(std::size_t year) const;
  [[nodiscard]] std::size_t size() const;

  /// All figures in a world; those of `{}` are the nominal ones. Cost: milliseconds.
  [[nodiscard]] std::vector<double> row(const campaign::WorldId& id) const;

  /// What a world of terms makes of the alliance: for tables of the nominal one.
  [[nodiscard]] actors::BurdenTerms terms(const campaign::WorldId& id) const;
  [[nodiscard]] std::vector<solve::Contributor> contributors(const BurdenVariant& variant,
                                                             const actors::BurdenTerms& terms,
                                                             const campaign::WorldId& id) const;
  [[nodiscard]] solve::Aggregate aggregate(std::size_t capability, solve::Technology technology,
                                           const actors::BurdenTerms& terms,
                                           const campaign::WorldId& id) const;
  /// Weight of a capability in security: of counted ones by cost, of the umbrella and of command
  /// by assumption.
  [[nodiscard]] double weight(std::size_t capability, const actors::BurdenTerms& terms) const;
  /// How exposed each is to adversaries: strength over distance, 1 for the most exposed; none
  /// where no adversary is known.
  [[nodiscard]] std::vector<double> exposure(const campaign::WorldId& id) const;

 private:
  struct Actual;
  /// What part of the alliance each has to cover: by people; empty (alike) where nobody counts
  /// them.
  [[nodiscard]] std::vector<double> needs(const campaign::WorldId& id) const;
  void own_figures(std::vector<double>& row, const Actual& actual) const;
  void yardstick_figures(std::vector<double>& row, const Actual& actual,
                         const campaign::WorldId& id, const actors::BurdenTerms& terms) const;
  void balances(std::vector<double>& row, const campaign::WorldId& id,
                const actors::BurdenTerms& terms) const;
  [[nodiscard]] std::vector<double> shares(const Yardstick& yardstick, const Actual& actual,
                                           const campaign::WorldId& id,
                                           const actors::BurdenTerms& terms) const;

  const BurdenCase& facts_;
  std::vector<Yardstick> yardsticks_;
  std::size_t allies_ = 0;
};

/// The weight of security at which as much would be given freely as is spent; 0 where none in
/// (0, 0.5) does.
[[nodiscard]] double fitting_alpha(const std::vector<solve::Contributor>& incomes, double spent);

/// Sums of the rows: of 256 to 1024 worlds, or of the nominal one where facts are not varied.
/// Of a run that is stopped those there are; throws `Cancelled` where there is nothing to show.
[[nodiscard]] campaign::DrawnWorlds burden_sweep(const BurdenModel& model,
                                                 const campaign::Sampling& sampling,
                                                 const Run& run);

}  // namespace entente::analysis
