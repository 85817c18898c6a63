/// Battles for the tests of adjudication.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "campaign/adjudication/judge.h"

namespace entente::campaign::test {

/// A battle of constant strengths on land.
inline Battle steady(double attacker, double defender, double clock = 0) {
  Battle battle;
  battle.days = {0};
  battle.clock = clock;
  battle.attacker.strength = {attacker};
  battle.defender.strength = {defender};
  return battle;
}

/// The same at sea: all strength is naval.
inline Battle at_sea(double attacker, double defender) {
  Battle battle = steady(attacker, defender);
  battle.attacker.naval = {attacker};
  battle.defender.naval = {defender};
  return battle;
}

inline double judged(const char* judge, const Battle& battle, const Judgement& numbers = {}) {
  return win(*adjudication::find(judge), battle, numbers);
}

/// Numbers with which every side gives up exactly at its point.
inline Judgement exact() {
  Judgement numbers;
  numbers.break_scatter = 0;
  return numbers;
}

/// A number from low to high.
inline double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

/// Five periods of strengths from 0.1 to 10 times one another, sometimes with ships, sometimes with
/// a clock, sometimes against guerrillas.
inline Battle any_battle() {
  Battle battle;
  battle.days = {0, 3, 10, 30, 60};
  if (*rc::gen::arbitrary<bool>()) battle.clock = between(0.5, 100);
  battle.irregular = *rc::gen::inRange(0, 4) == 0;
  const bool ships = *rc::gen::arbitrary<bool>();
  for (Side* side : {&battle.attacker, &battle.defender})
    for (std::size_t i = 0; i < battle.days.size(); ++i) {
      side->strength.push_back(between(0.1, 10) / between(1, 10));
      if (ships) side->naval.push_back(side->strength.back() * between(0, 1));
    }
  return battle;
}

/// Every number somewhere in its range.
inline Judgement any_numbers() {
  Judgement numbers;
  for (const JudgementField& one : kJudgements)
    numbers.*one.value = between(one.field.low, one.field.high);
  return numbers;
}

/// A side with more in some periods.
inline Side more_of(Side side) {
  const double most = between(0, 1);
  for (double& strength : side.strength) strength *= 1 + most * between(0, 1);
  for (double& strength : side.naval) strength *= 1 + most * between(0, 1);
  return side;
}

}  // namespace entente::campaign::test
