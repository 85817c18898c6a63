/// What is usable of every element of every user, day by day, over worlds of facts.
///
/// Floor 5; part of cutoff.
#pragma once

#include <string>
#include <vector>

#include "analysis/cutoff/asked.h"
#include "campaign/worlds.h"

namespace entente::analysis {

/// An element of a user, and the services behind it: [first, last) of a list sorted by both.
struct Dependent {
  Symbol user, element;
  std::size_t first = 0, last = 0;
  double units = 0;  ///< With the facts of the tables; 0 where nobody counts them.
};

/// What depends on the patron, and where each figure stands in a row of figures. Shares lie in
/// [0, 1].
class Dependents {
 public:
  Dependents(const scenario::Library& library, std::vector<campaign::Service> services,
             const CutoffAsked& asked);

  /// What substitutes bring back is told of this day, the last of the ledger.
  static constexpr int kRestoreDay = 90;

  [[nodiscard]] const std::vector<campaign::Service>& services() const { return services_; }
  [[nodiscard]] const std::vector<Dependent>& all() const { return all_; }
  [[nodiscard]] const std::vector<Symbol>& elements() const { return elements_; }
  [[nodiscard]] const std::vector<int>& days() const { return days_; }
  [[nodiscard]] std::size_t users() const { return users_; }

  [[nodiscard]] std::size_t usable(std::size_t dependent, std::size_t day) const {
    return dependent * days_.size() + day;
  }
  /// Of an element of all users that depend, by their units (alike where nobody counts them).
  [[nodiscard]] std::size_t element(std::size_t element, std::size_t day) const {
    return all_.size() * days_.size() + element * days_.size() + day;
  }
  /// The mean of those elements that are counted, on the first day and on `kRestoreDay`.
  [[nodiscard]] std::size_t overall(bool later) const {
    return element(elements_.size(), 0) + (later ? 1 : 0);
  }
  /// What a service alone would bring back on `kRestoreDay` if it were replaced, and that a bn USD.
  [[nodiscard]] std::size_t restored(std::size_t service) const {
    return overall(true) + 1 + 2 * service;
  }
  [[nodiscard]] std::size_t restored_per_bn(std::size_t service) const {
    return restored(service) + 1;
  }
  [[nodiscard]] std::size_t size() const { return restored(services_.size()); }

  /// All figures in one world. Cost O(services x days).
  [[nodiscard]] std::vector<double> row(const campaign::WorldId& id) const;

  /// With every share and every lapse at the end of its range that is worst for the users, or best;
  /// the figures up to `overall`. Sampled one by one their errors cancel, so this is wider.
  [[nodiscard]] std::vector<double> end_row(bool worst) const;

  /// With the facts of the tables but for streams that are pushed; the figures up to `overall`.
  /// REQUIRES: keys in order.
  [[nodiscard]] std::vector<double> pushed_row(const campaign::Push& push) const;

  /// The naive reading with the facts of the tables: shares added up, at once; the figures up to
  /// `overall`.
  [[nodiscard]] std::vector<double> naive_row() const;

 private:
  /// What is left of a dependent on a day.
  [[nodiscard]] double left(const std::vector<campaign::Withheld>& held, std::size_t dependent,
                            int day) const;

  /// The figures up to `overall` from what is left of each dependent on each day, the last one
  /// being `kRestoreDay`.
  template <class Left>
  std::vector<double> shares(const Left& left) const;

  const campaign::Switch& thrown_;
  std::vector<campaign::Service> services_;
  std::vector<Dependent> all_;
  std::vector<Symbol> elements_;
  std::vector<int> days_;
  std::size_t users_ = 0;
};

/// Rows over worlds: those the ledger samples and more, as they cost little; one, that of the
/// tables, where facts are not varied. Of a run that is stopped those there are; throws `Cancelled`
/// where there is nothing to show.
[[nodiscard]] campaign::DrawnWorlds share_sweep(const Dependents& dependents,
                                                const campaign::Sampling& sampling, const Run& run);

}  // namespace entente::analysis
