/// Tables and finding of a design.
///
/// Floor 6; part of design.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "card/record.h"
#include "inquiry/design/moves.h"

namespace entente::inquiry {

/// A design with everything that is told of it.
struct Designed {
  const scenario::Request& request;
  const Candidates& candidates;
  const Outcomes& outcomes;
  const Found& found;
  Judgement judgement;
  std::vector<FrontierPoint> frontier;
  std::map<Portfolio, Losses> beside;  ///< Of the best with one lever more or less.
  std::optional<double> target;        ///< A score that is to be reached.
  DesignMovers movers = {};            ///< Empty where facts are not varied.

  [[nodiscard]] double score(Portfolio all) const;
  [[nodiscard]] bool knows(Portfolio all) const;
  /// The cheapest that reaches the target; null where none does.
  [[nodiscard]] const FrontierPoint* reaching() const;
  /// The lever that would add most to the best, whatever it costs; the number of levers: none.
  [[nodiscard]] std::size_t next() const;
};

[[nodiscard]] std::span<const card::TableSpec> design_tables();
[[nodiscard]] std::span<const card::View> design_views();
void add_tables(card::Record& record, const Designed& designed);
[[nodiscard]] std::string design_finding(const Designed& designed);

}  // namespace entente::inquiry
