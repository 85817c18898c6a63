/// Several elements of one set in one programme, with lift as a limit that they share.
///
/// Floor 4; part of campaign. What comes to a contingency by air, from so far away that it needs
/// lift and before ships deliver, takes tonnes times kilometres; the lift that came to that
/// contingency carries so much a day. Source: section 4.1 of the models of this project.
#pragma once

#include <span>
#include <vector>

#include "campaign/programme.h"

namespace entente::campaign {

/// The common limit.
struct Lift {
  int carrier = -1;           ///< The element that carries.
  std::vector<double> until;  ///< [period] days from its begin to that of the next.
  double warning_days = 0;    ///< Carried from then on by what is there on the first day.
  std::size_t air = 0;        ///< Periods that begin before ships deliver.
};

/// The lift of a world.
[[nodiscard]] Lift lift_of(const WorldTerms& world);

/// True where units of a slot come by air.
[[nodiscard]] bool takes_lift(const Slot& slot, const Lift& lift);

/// True where some unit of a problem may need lift.
[[nodiscard]] bool needs_lift(const Problem& problem, const Lift& lift);

/// As `reduced`, where lift is limited: pools none of whose units need lift take none from others,
/// so they go where they can; units that serve nothing asked stay, which frees lift. The optimum of
/// all that share lift is the same. REQUIRES: no moves; not of the element that carries.
[[nodiscard]] Problem reduced_under_lift(const Problem& problem, const Lift& lift);

/// Looks at the problems it was made from, which must live as long.
class Joint {
 public:
  /// `lift`, where given, is shared by all; the problem of its carrier is among them.
  Joint(std::span<const Problem* const> problems, bool with_largest, const Lift* lift = nullptr);

  [[nodiscard]] const solve::LinearProgramme& lp() const { return lp_; }
  [[nodiscard]] std::size_t size() const { return problems_.size(); }
  [[nodiscard]] const Problem& problem(std::size_t i) const { return *problems_[i]; }
  [[nodiscard]] const Programme& programme(std::size_t i) const { return programmes_[i]; }
  /// A column or row of a programme in the whole; -1 stays -1.
  [[nodiscard]] int column(std::size_t i, int of_programme) const {
    return of_programme < 0 ? -1 : first_column_[i] + of_programme;
  }
  [[nodiscard]] int row(std::size_t i, int of_programme) const {
    return of_programme < 0 ? -1 : first_row_[i] + of_programme;
  }
  /// Rows of lift, [place * air periods + period]; empty without.
  [[nodiscard]] const std::vector<int>& lift_rows() const { return lift_rows_; }

 private:
  void add_lift(const Lift& lift);
  void carried(std::size_t i, std::size_t place, std::size_t t, int row);
  void carries(const Lift& lift, std::size_t i, std::size_t place, std::size_t t, int row);

  std::vector<const Problem*> problems_;
  std::vector<Programme> programmes_;
  std::vector<int> first_column_, first_row_;
  std::vector<int> lift_rows_;
  solve::LinearProgramme lp_;
};

/// The canonical optimum of all its elements, by the general solver: the aims of `allocate`, each
/// summed over the elements.
[[nodiscard]] std::vector<Allocation> allocate_jointly(const Joint& joint,
                                                       const Situation& situation);

}  // namespace entente::campaign
