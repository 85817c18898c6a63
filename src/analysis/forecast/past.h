/// The alliances of the past year by year, and what ties are taken to hang on, from imported data.
///
/// Floor 5; part of forecast; uses history and panel. Immutable once read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/forecast/asked.h"
#include "panel/portfolios.h"
#include "panel/sources.h"
#include "solve/link_formation.h"

namespace entente::analysis {

inline constexpr int kPastFrom = 1950;

/// A statistic of a pair that comes from a variable of the panel.
struct Covariate {
  std::string_view statistic, variable;
  bool of_states = false;
  double (*of)(double a, double b) = nullptr;  ///< Of two states, or of the pair's cell in both.
};

class Past {
 public:
  /// Years from `kPastFrom` to the last of the alliances. Errors: those of the store.
  [[nodiscard]] static Result<std::unique_ptr<Past>> read(history::Store store, const Run& run);

  [[nodiscard]] int first() const { return members_.first(); }
  [[nodiscard]] int last() const { return members_.last(); }
  [[nodiscard]] const panel::Members& members() const { return members_; }

  /// Pairs with a pact of defence, either way, as ties of rung 1, in the order of members.
  [[nodiscard]] solve::ValuedTies pacts(int year) const;
  /// Rungs as the forecast has them: a pact of defence `kPactRung`, one of offence, neutrality or
  /// consultation 2, one of non-aggression 1.
  [[nodiscard]] solve::ValuedTies rungs(int year) const;

  /// The covariates that the database has tables for: asymmetry, democracy, distance, regime,
  /// rivalry, in this order.
  [[nodiscard]] bool has(std::string_view statistic) const;
  /// Of a pair of states in a year; not a number where missing.
  /// REQUIRES: both are members of that year, `has(statistic)`.
  [[nodiscard]] double of(std::string_view statistic, int year, int a, int b) const;
  /// [i][j] whether members of a year are rivals; nobody is where no table says.
  [[nodiscard]] std::vector<std::vector<char>> rivals(int year) const;

  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
  /// Hashes and editions of the tables that were read.
  [[nodiscard]] std::vector<std::string> inputs() const;

  Past(const Past&) = delete;
  Past& operator=(const Past&) = delete;

 private:
  Past(history::Store store, panel::AtopPromises promises, panel::Members members);
  Faults read_covariates(const Run& run);

  history::Store store_;
  panel::AtopPromises promises_;
  panel::Members members_;
  std::vector<std::pair<const Covariate*, panel::Cells>> read_;
  std::vector<std::string> left_out_;
  std::vector<std::string_view> tables_;
};

/// What is there to read, and what it takes where there is none.
struct PastFound {
  std::unique_ptr<Past> past;
  std::string needs;
};

/// Opens the database that the question names, or the default one where it is there. Errors: those
/// of the database where one is named; `bad_value` where no year lies on one side of the split.
[[nodiscard]] Result<PastFound> find_past(const ForecastAsked& asked, const Run& run);

}  // namespace entente::analysis
