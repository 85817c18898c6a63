/// Collective decisions as files: who wants what, how much it counts, and the rule of the body.
///
/// Floor 3; uses base, text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/ranged.h"
#include "text/node.h"

namespace entente::scenario {

/// Actors that one negotiation may have.
inline constexpr std::size_t kMostNegotiators = 300;

struct Negotiator {
  std::string name;
  Ranged position, salience;  ///< Salience in [0, 1].
  double capability = 0;      ///< Not below 0; in the unit of the case.
  std::string confidence;     ///< Of the capability: A, B, C, or empty for exact.
  std::string source;         ///< Of all its figures.
  bool votes = true;          ///< Has a vote under the rule; others only press.
  double population = 0;      ///< Million people, for rules that count them.
  std::optional<double> never_below, never_above;  ///< Side commitments: offers beyond are refused.
  std::string bloc;                                ///< Votes in contests as one with others.
  Where where;
};

/// How the body decides.
enum class DecisionRule { consensus, qualified_majority, two_thirds, majority };
inline constexpr std::string_view kDecisionRules[] = {"consensus", "qualified_majority",
                                                      "two_thirds", "majority"};

/// What the treaties say about deciding, coming in and going out.
struct Institution {
  std::string body;
  DecisionRule rule = DecisionRule::consensus;
  std::string source;
  std::string invoked_by;                                        ///< Who may put the question.
  double consent_months = 0, consent_low = 0, consent_high = 0;  ///< 0: no parliament is asked.
  std::string consent_source;
  double withdrawal_months = 0;  ///< Notice; 0 where the treaty names none.
  std::string withdrawal_source;
  std::string accession;  ///< How others come in, with the article.
};

struct NegotiationCase {
  std::string name, title, note, source, unit, capability_unit;
  double low = 0, high = 0;    ///< Ends of the line of options.
  double status_quo = 0;       ///< What stands where nothing is decided.
  std::optional<double> came;  ///< What was decided in the end, where it is known.
  std::string came_source;
  Institution institution;
  std::vector<Negotiator> actors;
};

/// A file with the tables `[negotiation]` and `[institution]`; actors stand in the text `actors`, a
/// table with the columns name, capability, position, salience, source and, where needed,
/// position_low, position_high, salience_low, salience_high, confidence, votes, population,
/// never_below, never_above, bloc. Every fault of the file at once, those of the text at its lines:
/// `missing_key`, `unknown_key`, `wrong_type`, `bad_value` (outside its range or list),
/// `duplicate`, `no_source`, `range_missing` (one end alone), `unsourced_range` (a value outside
/// its range), `empty_file` and `too_large`.
[[nodiscard]] Result<NegotiationCase> read_negotiation(const text::Document& document);

}  // namespace entente::scenario
