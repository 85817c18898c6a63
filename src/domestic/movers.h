/// How far events move support for an option, each number a field with its range.
///
/// Floor 2; uses card. Support is a share in [0, 1]; a mover is what is added to or taken from it.
/// Source: models of this project, section 16. One number is after a published finding (casualties:
/// Mueller 1973, recalled); all others are assumptions of this project.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::domestic {

/// The numbers; defaults are those of the fields.
struct Movers {
  double threat = 0.2, casualties = 0.15, casualties_from = 100;
  double tax = 0.08, debt = 0.02, social = 0.12;
  double information = 0.05, information_half_life = 60;
  double rally = 0.1, rally_half_life = 4;
  double vote = 4, election_months = 48;
};

using Mover = card::Assumption<Movers>;

inline constexpr std::array kMovers = {
    Mover{card::number("opinion_threat", "share", "What threat adds to support, from none to full.",
                       card::kOurs, "0.2", 0.05, 0.4),
          &Movers::threat},
    Mover{card::number("opinion_casualties", "share per factor of ten",
                       "What support loses each time casualties grow tenfold.",
                       "Mueller (1973), War, Presidents and Public Opinion: about 15 points in "
                       "Korea and Vietnam, recalled; range: assumption",
                       "0.15", 0.1, 0.2),
          &Movers::casualties},
    Mover{card::number("casualties_from", "people",
                       "Casualties up to which a war still has the support it began with.",
                       "Assumption of this project; the surveys of Mueller (1973) begin with some "
                       "hundreds",
                       "100", 1, 1000),
          &Movers::casualties_from},
    Mover{card::number("opinion_tax", "share per % of GDP",
                       "What support loses to one per cent of GDP of new taxes.", card::kOurs,
                       "0.08", 0.03, 0.15),
          &Movers::tax},
    Mover{card::number("opinion_debt", "share per % of GDP",
                       "What support loses to one per cent of GDP borrowed each year.", card::kOurs,
                       "0.02", 0, 0.06),
          &Movers::debt},
    Mover{card::number("opinion_social", "share per % of GDP",
                       "What support loses to social spending cut by one per cent of GDP.",
                       card::kOurs, "0.12", 0.05, 0.25),
          &Movers::social},
    Mover{card::number("opinion_information", "share",
                       "What a hostile campaign takes that reaches all of a public that resists "
                       "nothing.",
                       card::kOurs, "0.05", 0.02, 0.1),
          &Movers::information},
    Mover{card::number("information_half_life", "days",
                       "Days until half of what a campaign took is back.", card::kOurs, "60", 30,
                       120),
          &Movers::information_half_life},
    Mover{card::number("opinion_rally", "share",
                       "What a crisis adds while the public rallies to its government.",
                       "Assumption of this project; the effect is that of Mueller (1970), American "
                       "Political Science Review 64",
                       "0.1", 0.05, 0.15),
          &Movers::rally},
    Mover{card::number("rally_half_life", "months", "Months until half of a rally is gone.",
                       card::kOurs, "4", 2, 8),
          &Movers::rally_half_life},
    Mover{card::number("vote_weight", "logit per share",
                       "How sharply a vote turns on support for the government's course.",
                       card::kOurs, "4", 2, 8),
          &Movers::vote},
    Mover{card::number("election_months", "months",
                       "Months between changes of government, on average.",
                       "Assumption of this project: a hazard of 1/48 a month", "48", 24, 96),
          &Movers::election_months},
};

}  // namespace entente::domestic
