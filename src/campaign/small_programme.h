/// The optimum of small problems, by a method made for them.
///
/// Floor 4; part of campaign.
#pragma once

#include <optional>
#include <vector>

#include "campaign/certificate.h"
#include "campaign/pool_simplex.h"

namespace entente::campaign {

/// Whether bounds meet: within 1e-11 of the optimum, or of a hundredth of what is asked where
/// almost nothing is missing.
[[nodiscard]] bool meet(const OptimumBounds& bounds, double required);

/// Solves one problem after the other in the same memory; an answer depends on its problem alone.
/// A variable is what comes to a slot in a period: in those periods alone in which more may come
/// than before and somebody asks. A limit that the next one or the caps keep is left out.
class SmallProgramme {
 public:
  /// The optimum of an outline, which is an allocation's objective that a dual bound meets; none
  /// where the method gave up or the bounds do not meet. Cost: about a step a variable, most of
  /// them within a pool.
  [[nodiscard]] std::optional<double> optimum(const Outline& outline);

  // After it, of the same outline, which must still live.
  /// The prices that prove it.
  [[nodiscard]] const Claim& claim() const { return claim_; }
  /// A further aim: the largest unmet share of a place is made least; `asked` ([place * periods +
  /// period]) is what it asked for, `time` the share of each period. False where it gives up.
  [[nodiscard]] bool level(std::span<const double> asked, std::span<const double> time);
  /// A further aim: sum of cost ([slot], >= 0) * units there at the end is made least.
  [[nodiscard]] bool minimise(std::span<const double> cost);
  /// Units there, and units short.
  [[nodiscard]] double there(std::size_t slot, std::size_t t) const;
  [[nodiscard]] double lacking(std::size_t cell) const;
  /// Whether the further aims kept the rules and the optimum, within 1e-9.
  [[nodiscard]] bool kept();

 private:
  void begin(const Outline& outline);
  void add_pool(std::size_t pool);
  void find_arrivals(std::size_t slot, const Outline::Limit& limit);
  void add_arrivals(std::size_t pool);
  void add_caps(const Outline::Limit& limit, std::size_t slot);
  void add_limits(std::size_t pool, bool away_only);
  [[nodiscard]] bool asked(std::size_t slot, std::size_t t) const;
  [[nodiscard]] std::size_t next_arrival(std::size_t slot, std::size_t t) const;
  void add_limit(std::size_t pool, std::size_t t, bool away_only);
  [[nodiscard]] bool counts(const Outline::Limit& limit, std::size_t slot, bool away_only) const;
  [[nodiscard]] bool any_arrives(std::size_t pool, std::size_t t, bool away_only) const;
  void make_claim();
  void claim_limits(std::size_t pool, bool away_only);

  const Outline* o_ = nullptr;
  double units_ = 1, weights_ = 1;
  std::vector<Variable> arrival_;     ///< [slot * periods + period]
  std::vector<Variable> all_, away_;  ///< [limit * periods + period] sum.
  std::vector<char> arrives_;         ///< [slot * periods + period] it is a variable.
  PoolSimplex simplex_;
  Claim claim_;
  std::vector<double> kinks_, costs_;  ///< [place * periods + period]
  std::vector<double> work_;
  double optimum_ = 0;
  std::vector<double> part_, size_, unit_cost_;
  std::vector<std::size_t> group_;
};

/// One problem alone.
[[nodiscard]] inline std::optional<double> small_optimum(const Outline& outline) {
  return SmallProgramme().optimum(outline);
}

}  // namespace entente::campaign
