/// The points of an exploration and what came out at each.
///
/// Floor 5; part of studies.
#pragma once

#include <string>
#include <vector>

#include "solve/designs.h"
#include "studies/experiments/exploration.h"

namespace entente::studies {

/// How points are chosen, read from the study and the flags.
struct DesignChoice {
  std::string kind = {};  ///< A word of `kDesignNames`, or `own`.
  std::size_t size = 0;
  bool second_order = false;
  std::size_t sample = 0;  ///< So many of the points at random; 0: all.
  std::string file = {};   ///< Of an own design.
};

/// Points at which everything is run, in blocks that are analysed whole.
struct Points {
  solve::Design design;        ///< Coordinates.
  std::vector<double> values;  ///< [row * axes + axis]

  [[nodiscard]] std::size_t rows() const { return design.rows(); }
  [[nodiscard]] const double* row(std::size_t i) const {
    return values.data() + i * design.factors;
  }
};

/// Points with what came out at them.
struct Experiments {
  DesignChoice choice;
  Points points;
  std::size_t wanted = 0;                           ///< Rows that were to be run.
  std::vector<std::vector<std::vector<double>>> y;  ///< [option][gauge][row]
  std::vector<std::size_t>
      ensemble;  ///< Rows that are futures of their own, none made from others.

  [[nodiscard]] std::size_t rows() const { return points.rows(); }
};

/// The design that the study and the flags ask for. Errors: `excluded` (an own design and another
/// one), `bad_value` (a sample of a design that cannot be sampled).
[[nodiscard]] Result<DesignChoice> read_choice(const Exploration& exploration,
                                               const card::Arguments& arguments);

/// The points. Errors: `too_large` where there are more than a million runs, with how many and how
/// large, and a sample that would do; those of `read_own_design`.
[[nodiscard]] Result<Points> make_points(const Exploration& exploration,
                                         const DesignChoice& choice);

/// A user's own design: a CSV file with a column a factor by its id, `scenario`, `policy` and
/// `model` passed over. Errors: those of `parse_csv`; `missing_key` (a factor without a column),
/// `unknown_key` (a column that is no factor), `wrong_type`, `bad_value` (outside the range of the
/// factor), `unknown_name` (none of its values); `too_large`.
[[nodiscard]] Result<Points> read_own_design(const Exploration& exploration,
                                             const DesignChoice& choice);

/// Runs the points on the threads of `run`, shared among its ranks. `origin` names all that the
/// outcomes hang on beside the points, line by line as `key value`; where `run` keeps a checkpoint,
/// points that stand in it are not run again. A run that is stopped leaves the whole blocks before
/// it; nothing is thrown where there is one. Errors: those of `outcomes_at` at the first point that
/// fails, with the point; those of `open_checkpoint`. Throws `Cancelled` where not one block was
/// finished.
[[nodiscard]] Result<Experiments> run_points(const Exploration& exploration, DesignChoice choice,
                                             Points points, const Run& run,
                                             const std::vector<std::string>& origin);

/// Lines for `run_points`: version, library, study and what was asked of it.
[[nodiscard]] std::vector<std::string> origin_of(const scenario::Request& request,
                                                 const std::string& study);

}  // namespace entente::studies
