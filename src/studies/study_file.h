/// A study as its file writes it: a scenario, variants of it, beliefs, measures.
///
/// Floor 5; part of studies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "studies/claim_file.h"
#include "studies/explore_file.h"
#include "text/node.h"

namespace entente::studies {

/// How a variant turns money into forces.
enum class SpendHow {
  none,
  present_mix,  ///< Each state more of what it has.
  each_alone,   ///< Each state what closes most of its own gaps, blind to what others buy.
  pooled        ///< All together what closes most of the gap of all contingencies at once.
};

/// Money of a variant. What is absent has the default of its way of spending.
struct Spend {
  SpendHow how = SpendHow::none;
  std::optional<double> money;      ///< bn USD a year; absent: that of the study.
  std::optional<double> lines;      ///< Lines of production of an element, >= 1.
  std::vector<std::string> states;  ///< Who spends: states, groups, and either with a minus.
  Where where;
};

/// What is believed: levers that every variant pulls.
struct StudyBelief {
  std::string id, name;
  std::vector<text::Node> levers;
};

/// One way to organise things. The levers of its base come first.
struct StudyVariant {
  std::string id, name;
  std::vector<std::string> beliefs;  ///< Under which it is looked at; empty: all.
  std::vector<text::Node> levers;    ///< With those of its base, less what it drops.
  Spend spend;
  Where where;
};

struct StudyFile {
  std::string name, question;
  std::string scenario;  ///< Empty: the reference.
  std::string hub = "USA";
  std::string baseline;               ///< The variant that others are compared with.
  std::vector<std::string> measures;  ///< In the order of the list of measures.
  double money = 0;                   ///< bn USD a year.
  std::vector<double> levels;         ///< Further amounts of money that are reported.
  double years = 10;
  std::vector<StudyBelief> beliefs;    ///< At least one.
  std::vector<StudyVariant> variants;  ///< At least two; one where it is only explored.
  std::optional<ExploreFile> explore;  ///< How it is explored; none where the file does not say.
  std::optional<ClaimFile> claim;      ///< The argument that it tests; none where there is none.
  std::string file;                    ///< As named in faults.
};

/// Reads a study. Names of states and cards are checked where they are used. Faults, all at once:
/// those of `SectionReader`, `read_explore` and `read_claim`; `missing_key` (fewer than two
/// variants, spending without money); `too_large` (over 64 variants, 8 beliefs or 16 levels);
/// `duplicate` (two of one id); `unknown_name` (base, baseline, belief, measure, a lever that is
/// dropped); `bad_value` (a variant built on itself, a name that is no slug).
[[nodiscard]] Result<StudyFile> read_study(const text::Document& document);

/// The way of spending in words of the file.
[[nodiscard]] std::string_view word(SpendHow how);

}  // namespace entente::studies
