/// The ties of every state of a year to every other, and how alike any two of them are.
///
/// Floor 4; uses solve and world. Exact: draws no random numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "panel/members.h"
#include "panel/state_names.h"
#include "scenario/library.h"
#include "solve/similarity.h"

namespace entente::panel {

/// Which promise weighs more. `atop`: 3 defence or offence, 2 neutrality or consultation, 1 no
/// aggression (Chiba, Johnson and Leeds 2015). `cow`: 3 defence (or offence, which the Correlates
/// of War count among pacts that bind to intervene), 2 neutrality or no aggression, 1 consultation,
/// its entente (Haege 2011).
enum class Ordering { atop, cow };

/// What one state promises another.
struct Promise {
  bool defence = false, offence = false, neutrality = false, nonaggression = false,
       consultation = false;
};

/// The level of a tie, 0 to 3.
[[nodiscard]] std::uint8_t level_of(const Promise& promise, Ordering ordering);

/// How portfolios are compared.
struct Comparison {
  bool binary = false;       ///< A tie is one or none: levels 0 and 1.
  bool include_self = true;  ///< A state is tied to itself at the highest level; else the two
                             ///< states compared are left out and only third states count.
  solve::Disagreement how = solve::Disagreement::absolute;
};

/// The promises of one year: level of the tie of state i to state k.
struct YearTies {
  int year = 0;
  std::vector<std::string> names;    ///< Of the states.
  std::vector<std::uint8_t> levels;  ///< 0 to 3, shape n x n by i, then k; the diagonal is unread.
  std::vector<double> weights;       ///< One a state; not a number counts nothing.
};

/// The measures of one pair; not a number where nothing can be said.
struct Alike {
  double s, s_weighted, tau_b, pi, kappa;
};

/// Measures of all pairs i < k of a year, in the order (0, 1), (0, 2), ... Cost O(n^3).
[[nodiscard]] std::vector<Alike> compare(const YearTies& ties, const Comparison& how);

/// The last year of Alliance Treaty Obligations and Provisions 5.1: the library goes on from there.
inline constexpr int kLastOfAtop = 2018;

/// Directed promises of the Alliance Treaty Obligations and Provisions project, by year.
class AtopPromises {
 public:
  /// Errors: those of the store.
  [[nodiscard]] static Result<AtopPromises> read(const history::Store& store, int first, int last);

  [[nodiscard]] int last() const { return last_; }  ///< The last year of the data.

  struct Row {
    std::int64_t from, to;
    Promise promise;
  };
  [[nodiscard]] std::span<const Row> in(int year) const;

  /// The ties of a year among its members, in their order; names and weights are left empty.
  [[nodiscard]] YearTies ties(int year, const Members& members, Ordering ordering) const;

 private:
  int first_ = 0, last_ = 0;
  std::vector<std::vector<Row>> years_;
};

/// The ties of a year by the agreements of the library in force on 1 July, among the states that
/// live then, sorted by name. It knows no capabilities: no weights.
[[nodiscard]] YearTies ties_of_library(const scenario::Library& library, int year,
                                       Ordering ordering);

}  // namespace entente::panel
