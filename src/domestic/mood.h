/// The mood of a promisor's public when it is asked whether to send troops, each number a field
/// with its range.
///
/// Floor 2; uses card. Nobody has measured it for promises still to be kept: assumptions of this
/// project.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::domestic {

/// The numbers; defaults are those of the fields.
struct Mood {
  double support = 0.55, threat = 0.5, casualties = 2000;
};
using MoodField = card::Assumption<Mood>;
inline constexpr std::array kMoods = {
    MoodField{card::number("support_troops", "share",
                           "Support in the promisor for sending troops before the crisis.",
                           card::kOurs, "0.55", 0.35, 0.75),
              &Mood::support},
    MoodField{card::number("threat_felt", "share",
                           "How far the crisis is felt as a threat at home, from none to full.",
                           card::kOurs, "0.5", 0, 1),
              &Mood::threat},
    MoodField{card::number("casualties", "people", "Own casualties after which it is asked again.",
                           card::kOurs, "2000", 10, 50000),
              &Mood::casualties},
};

}  // namespace entente::domestic
