/// The numbers of the judges, each with its range: none of them is known, all are assumptions.
///
/// Floor 4; uses card. Each is a `card::Field`, so that a question offers it as a flag and an
/// ensemble samples it over its range. What a publication proposes is named in `source`; that it
/// holds for the contingency asked about is an assumption always.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "belief/assumptions.h"
#include "card/assumption.h"

namespace entente::campaign {

/// Defaults are those of the fields.
struct Judgement {
  // Any force against any other.
  double contest_m = 1, defence_advantage = 1.3;
  double logistic_slope = 2.5, force_employment = 0;
  // What the table of ratios says, attacker to defender.
  double win_at_half = 0.05, win_at_two_thirds = 0.2, win_at_parity = 0.4;
  double win_at_three_halves = 0.6, win_at_two = 0.8, win_at_three = 0.95;
  // Where a side gives up.
  double attacker_breaks = 0.3, defender_breaks = 0.4, break_scatter = 0.5;
  // Lanchester.
  double lanchester_p = 0.5, lanchester_q = 0.5, loss_rate = 0.02;
  // Epstein.
  double first_intensity = 0.02, attacker_bears = 0.075, defender_bears = 0.05;
  double withdrawal_most = 20, exchange_ratio = 1.5, ground_km = 100;
  // Salvoes at sea.
  double salvo_offence = 4, salvo_defence = 3, staying_power = 2, salvo_days = 5;
  // Guerrillas.
  double guerrilla_ratio = 10;
};

/// One number: how it is offered and where it is kept.
using JudgementField = card::Assumption<Judgement>;

namespace adjudication {

inline constexpr std::string_view kTable =
    "Planning table of force ratios; its values are assumptions of this project";
inline constexpr std::string_view kBreak =
    "Assumption of this project; Helmbold (1971), RAND R-772, finds no break point that fits all";
inline constexpr std::string_view kEpstein =
    "Assumption; of the order of the examples of Epstein (1985, 1990)";
inline constexpr std::string_view kHughes =
    "Assumption of this project, in the terms of Hughes (1995), Naval Research Logistics 42";

constexpr JudgementField number(double Judgement::*value, std::string_view name,
                                std::string_view unit, std::string_view help,
                                std::string_view source, std::string_view fallback, double low,
                                double high) {
  return {belief::fields::number(name, unit, help, source, fallback, low, high), value};
}

}  // namespace adjudication

/// All of them. The ranges of the table of ratios do not overlap, so that it rises in every draw.
inline constexpr std::array kJudgements = {
    adjudication::number(&Judgement::contest_m, "contest_m", "",
                         "How decisive a ratio of strengths is: exponent of the contest function.",
                         "Assumption; the form is that of Tullock (1980) and Hirshleifer (1989)",
                         "1", 0.5, 3),
    adjudication::number(&Judgement::defence_advantage, "defence_advantage", "ratio",
                         "How many times a defender's strength counts.",
                         "Assumption; at most the three to one of planners", "1.3", 1, 3),
    adjudication::number(&Judgement::logistic_slope, "logistic_slope", "",
                         "Slope of the logistic law in the logarithm of the ratio.",
                         belief::fields::kOurs, "2.5", 1.5, 4),
    adjudication::number(
        &Judgement::force_employment, "force_employment", "share",
        "Exposure that a defender avoids by cover, dispersal and combined arms.",
        "Assumption; the idea is that of Biddle (2004), Military Power; here 1 / (1 - f)", "0", 0,
        0.5),
    adjudication::number(&Judgement::win_at_half, "win_at_half", "probability",
                         "That an attacker half as strong as the defender wins.",
                         adjudication::kTable, "0.05", 0, 0.1),
    adjudication::number(&Judgement::win_at_two_thirds, "win_at_two_thirds", "probability",
                         "That an attacker two thirds as strong as the defender wins.",
                         adjudication::kTable, "0.2", 0.1, 0.3),
    adjudication::number(&Judgement::win_at_parity, "win_at_parity", "probability",
                         "That an attacker as strong as the defender wins.", adjudication::kTable,
                         "0.4", 0.3, 0.5),
    adjudication::number(&Judgement::win_at_three_halves, "win_at_three_halves", "probability",
                         "That an attacker one and a half times as strong wins.",
                         adjudication::kTable, "0.6", 0.5, 0.7),
    adjudication::number(&Judgement::win_at_two, "win_at_two", "probability",
                         "That an attacker twice as strong wins.", adjudication::kTable, "0.8", 0.7,
                         0.9),
    adjudication::number(&Judgement::win_at_three, "win_at_three", "probability",
                         "That an attacker three times as strong wins.", adjudication::kTable,
                         "0.95", 0.9, 1),
    adjudication::number(&Judgement::attacker_breaks, "attacker_breaks", "share",
                         "Losses at which an attacker gives up.", adjudication::kBreak, "0.3", 0.15,
                         0.5),
    adjudication::number(&Judgement::defender_breaks, "defender_breaks", "share",
                         "Losses at which a defender gives up.", adjudication::kBreak, "0.4", 0.2,
                         0.6),
    adjudication::number(&Judgement::break_scatter, "break_scatter", "share",
                         "How far the points where sides give up scatter about their middle.",
                         adjudication::kBreak, "0.5", 0, 1),
    adjudication::number(&Judgement::lanchester_p, "lanchester_p", "",
                         "Exponent of the strength that inflicts losses.",
                         "Assumption; fits of Bracken (1995), Fricker (1998) and Lucas and Turkes "
                         "(2004) do not agree",
                         "0.5", 0, 1),
    adjudication::number(&Judgement::lanchester_q, "lanchester_q", "",
                         "Exponent of the strength that suffers losses.",
                         "Assumption; fits of Bracken (1995), Fricker (1998) and Lucas and Turkes "
                         "(2004) do not agree",
                         "0.5", 0, 1),
    adjudication::number(&Judgement::loss_rate, "loss_rate", "share a day",
                         "What a side loses a day to an equal, without the defence's advantage.",
                         belief::fields::kOurs, "0.02", 0.005, 0.05),
    adjudication::number(&Judgement::first_intensity, "first_intensity", "share a day",
                         "What an attacker loses on the first day.", adjudication::kEpstein, "0.02",
                         0.005, 0.04),
    adjudication::number(&Judgement::attacker_bears, "attacker_bears", "share a day",
                         "Losses a day that an attacker seeks and bears.", adjudication::kEpstein,
                         "0.075", 0.02, 0.1),
    adjudication::number(&Judgement::defender_bears, "defender_bears", "share a day",
                         "Losses a day above which a defender withdraws.", adjudication::kEpstein,
                         "0.05", 0.02, 0.08),
    adjudication::number(&Judgement::withdrawal_most, "withdrawal_most", "km a day",
                         "How fast a defender can withdraw.", adjudication::kEpstein, "20", 5, 40),
    adjudication::number(&Judgement::exchange_ratio, "exchange_ratio", "ratio",
                         "What an attacker loses for each unit that the defender loses.",
                         adjudication::kEpstein, "1.5", 1, 3),
    adjudication::number(&Judgement::ground_km, "ground_km", "km",
                         "Ground the loss of which decides.", belief::fields::kOurs, "100", 20,
                         300),
    adjudication::number(&Judgement::salvo_offence, "salvo_offence", "hits a unit",
                         "Well-aimed missiles of a unit of naval strength in a salvo.",
                         adjudication::kHughes, "4", 2, 8),
    adjudication::number(&Judgement::salvo_defence, "salvo_defence", "hits a unit",
                         "Missiles of a salvo that a unit of naval strength stops.",
                         adjudication::kHughes, "3", 1, 5),
    adjudication::number(&Judgement::staying_power, "staying_power", "hits a unit",
                         "Hits that put a unit of naval strength out of action.",
                         adjudication::kHughes, "2", 1, 4),
    adjudication::number(&Judgement::salvo_days, "salvo_days", "days",
                         "Days between two exchanges of salvoes.", belief::fields::kOurs, "5", 1,
                         15),
    adjudication::number(&Judgement::guerrilla_ratio, "guerrilla_ratio", "ratio",
                         "Defenders to one guerrilla at which neither side wins.",
                         "Assumption; about the ten to one often named in practice", "10", 3, 20),
};

/// The fields of some numbers, for the card of a judge that takes them.
template <auto... members>
inline constexpr auto kFieldsOf = [] {
  std::array<card::Field, sizeof...(members)> fields{};
  std::size_t at = 0;
  const auto add = [&](double Judgement::*member) {
    for (const JudgementField& one : kJudgements)
      if (one.value == member) fields[at] = one.field;
    ++at;
  };
  (add(members), ...);
  return fields;
}();

}  // namespace entente::campaign
