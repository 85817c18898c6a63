/// Agreements as dated law: plain data, written by `read.h` and judged by `judge.h`.
///
/// Floor 2; uses base and world. The file format is described in docs/agreements.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "treaty/predicate.h"
#include "world/commitment.h"
#include "world/world.h"

namespace entente::treaty {

using world::Discretion;
using world::Duty;
using world::Form;

/// What sets a clause off. See docs/agreements.md for each.
enum class Trigger {
  armed_attack,
  aggression,
  threat,
  war,
  war_joined,
  own_attack,
  violation,
  indirect_attack,
  insurgency,
  mobilisation,
  occupation,
  terror_or_disaster,
  request,
  standing,
};

/// Which severity an event must reach (`tau`, docs/agreements.md).
enum class Threshold {
  armed_attack,
  armed_aggression,
  state_of_war,
  aerospace_attack,
  attack,
  aggression,
  aggression_or_insurgency,
  extreme_threat,
  vital_interest,
  nuclear_threat,
  public_vessels,
  terror_disaster,
  sub_threshold,
  threat,
  request,
  consult,
  never,
};

/// Severity on the 0-7 ladder that meets the threshold; infinite for `never`.
[[nodiscard]] double tau(Threshold threshold);

/// How a clause treats attackers that are no states.
enum class NonState { no, practice, text };

/// Whom a list of parties means.
struct PartySet {
  enum class Who { all, others, listed, group };
  Who who = Who::all;
  std::vector<Symbol> states;  ///< Of `listed`; codes as written, resolved to titles by the day.
  Symbol group;                ///< Of `group`.
};

/// Against whom a clause runs.
struct Adversary {
  bool any = true;
  std::vector<Symbol> states;      ///< Named powers.
  std::vector<Symbol> groups;      ///< Named classes.
  std::vector<Symbol> not_states;  ///< Excluded powers or classes.
  std::vector<Symbol> not_groups;
  bool third = false;  ///< Only powers that are no party of the agreement.
};

/// A reading of disputed law: the clause counts only when the switch has this value.
struct ReadingIs {
  Symbol reading;  ///< Empty: always.
  Symbol value;
};

/// A further condition on what others do.
struct Requires {
  enum class Kind { none, assists, resists, at_war, bound };
  Kind kind = Kind::none;
  Symbol who;        ///< The state that must act; the beneficiary when empty (`resists`).
  Symbol agreement;  ///< Of `bound`: the promise of `who` that must be triggered.
};

/// Areas by what is hit. An empty symbol: anywhere.
struct AreaOf {
  Symbol territory, forces, vessel, aircraft;
  bool limited = false;  ///< Some asset is named and the others are not covered at all.
};

/// One clause: a general rule.
struct Article {
  Symbol label;
  std::string text;  ///< Paraphrase in one or two sentences.
  Duty duty = Duty::none;
  std::string reason;  ///< Of duty none: the reason code (opt_in, political, ...).
  Discretion discretion = Discretion::automatic;
  Trigger trigger = Trigger::armed_attack;
  Threshold threshold = Threshold::armed_attack;
  std::optional<Threshold> threshold_vessel;  ///< Instead, when a vessel is hit.
  PartySet promisors, beneficiaries;
  Adversary adversary;
  int min_adversaries = 1;
  int max_adversaries = 0;  ///< 0: no upper limit.
  bool unprovoked = false;  ///< Falls away where the beneficiary gave provocation.
  bool covers_older_war = false;
  NonState non_state = NonState::no;
  std::vector<Symbol> kinds;  ///< Kinds of means that set it off; empty: any.
  AreaOf area;
  std::vector<Requires> conditions;  ///< `requires` in the file; all must hold.
  Spell spell;                       ///< Own days inside those of the agreement.
  bool secret = false;
  ReadingIs reading;
  std::string source;
  char confidence = 'B';
  Where where;  ///< Where the label stands, for faults.
};

/// A labelled exception: where its conditions hold, it replaces the rule (or exception) it names.
struct Exception {
  Symbol label;
  Symbol to;  ///< The rule or exception it overrides.
  std::string text;
  Duty duty = Duty::none;  ///< What is owed instead.
  std::string reason;      ///< Of duty none: why nothing is owed.
  Discretion discretion = Discretion::automatic;
  std::optional<PartySet> promisors;
  std::optional<PartySet> beneficiaries;
  std::optional<Adversary> attackers;  ///< Holds when an attacker is among these.
  std::optional<bool> attacker_is_party;
  std::optional<bool> provoked;
  std::optional<bool> non_state;
  std::optional<bool> side_is_attacker;  ///< The beneficiary is among the attackers.
  Symbol area;                           ///< Holds inside this area; empty: no condition.
  bool outside_area = false;             ///< Holds outside it instead.
  std::vector<Requires> conditions;
  Spell spell;
  ReadingIs reading;
  std::string source;
  Where where;
};

/// A named area of the agreement for a stretch of days.
struct Area {
  Symbol id;
  Predicate where;
  Spell spell;
  std::string summary, source;
  Where at;  ///< Where the predicate stands, for faults.
};

/// One spell of membership.
struct Party {
  Symbol state;
  Spell spell;
  ReadingIs disputed;   ///< Not empty: counts only under this reading.
  bool frozen = false;  ///< Participation frozen: counts only under reading `frozen_membership`.
  std::string note, source;
  Where where;
};

/// A leg between two parties that does not run.
struct Suspension {
  Symbol a, b;
  Spell spell;
  std::string note, source;
};

/// A case that the file itself states: an event and what must come of it.
struct Example {
  std::string event;
  std::vector<std::string> given;
  std::vector<std::string> expect;  ///< `STATE:duty:agreement:article-or-reason`.
  std::string why;
  Where where;
};

struct Agreement {
  Symbol id;
  std::string name;
  Form form = Form::treaty;
  int rung = 0;         ///< 0 none to 5 (assumption).
  int institution = 0;  ///< 0 to 3.
  bool nuclear = false;
  std::string publicity = "public";
  Date signed_on;
  std::optional<Date> in_force;  ///< Nothing: never in force (so far).
  std::optional<Date> ended;     ///< Last day in force.
  std::optional<double>
      reliability;          ///< Of a promise a scenario wrote and fixed; handed on unread.
  bool kept_apart = false;  ///< Universal pacts and unilateral doctrines: no alliance verdicts.
  std::string atop;         ///< ATOP ids, blank between them.
  std::string summary, source, note;
  char confidence = 'B';
  std::vector<Party> parties;
  std::vector<Suspension> suspensions;
  std::vector<Area> areas;
  std::vector<Article> articles;
  std::vector<Exception> exceptions;
  std::vector<Example> examples;
  std::string file;  ///< Path relative to the library, for faults and pages.
};

/// A reading experts dispute, as a named switch with a default.
struct Reading {
  Symbol id;
  std::string question;
  std::vector<Symbol> values;
  std::vector<std::string> meanings;  ///< One a value.
  Symbol fallback;
  std::string source;
};

/// All law: agreements sorted by id, shared areas and readings.
struct Law {
  std::vector<Agreement> agreements;
  std::vector<Area> areas;  ///< Shared geography.
  std::vector<Reading> readings;

  /// Made by `index_law`: for each symbol, the agreements in which that state, a predecessor or a
  /// successor of it was ever party or beneficiary; and those that reach beyond their parties.
  std::vector<std::vector<std::uint32_t>> by_state;
  std::vector<std::uint32_t> reaching;

  [[nodiscard]] const Agreement* find(Symbol id) const;
  [[nodiscard]] const Reading* reading(Symbol id) const;
};

/// Sorts the agreements by id and makes the look-ups of `law`. Call after any change of it.
void index_law(Law& law, const world::World& world);

/// Where a state stands in an agreement on a day.
enum class Standing { never, not_yet, in_force, withdrawn, frozen, disputed, not_in_force, ended };

[[nodiscard]] std::string_view word(Trigger trigger);
[[nodiscard]] std::string_view word(Threshold threshold);

}  // namespace entente::treaty
