// A line that is drawn in public.
#include <algorithm>

#include "scenario/levers/presses.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

/// As articles write them, in the order of the enumeration.
constexpr std::array<std::string_view, 17> kThresholds{"armed_attack",
                                                       "armed_aggression",
                                                       "state_of_war",
                                                       "aerospace_attack",
                                                       "attack",
                                                       "aggression",
                                                       "aggression_or_insurgency",
                                                       "extreme_threat",
                                                       "vital_interest",
                                                       "nuclear_threat",
                                                       "public_vessels",
                                                       "terror_disaster",
                                                       "sub_threshold",
                                                       "threat",
                                                       "request",
                                                       "consult",
                                                       "never"};

constexpr ScenarioKey kKeys[] = {
    {name_of("agreement", "agreement", "Whose line it is.", "none: only words")},
    {choice("threshold", kThresholds, "What sets its duties to fight and assist off from now on.",
            "as it is")},
    kWhere,
    kProtected,
    {between("slip", "probability",
             "Added to how likely an incident is taken for an armed attack; below 0 the line "
             "tolerates more.",
             "0", -1, 1),
     Shape::ranged},
};

void check(const Effect& effect, const Where& at, Faults& faults) {
  const bool line = given(effect, "threshold");
  if (line != given(effect, "agreement"))
    faults.push_back({Code::missing_key, at,
                      line ? "a threshold is that of an `agreement`" : "what is the line?",
                      line ? "name it" : "give the `threshold` of the agreement"});
  if (!line && !given(effect, "slip") && !given(effect, "agreement"))
    faults.push_back({Code::missing_key, at, "the lever says nothing that changes",
                      "give it `agreement` and `threshold`, or `slip`"});
  if (given(effect, "slip")) check_where(effect, at, faults);
}

void apply(const Effect& effect, Pulling& pulling) {
  const std::string word = text_of(effect, "threshold");
  if (!word.empty()) {
    const Symbol id = pulling.world().symbols.find(text_of(effect, "agreement"));
    const auto threshold =
        static_cast<treaty::Threshold>(std::ranges::find(kThresholds, word) - kThresholds.begin());
    for (treaty::Agreement& agreement : pulling.library.law.agreements)
      if (agreement.id == id)
        for (treaty::Article& article : agreement.articles)
          if (world::binds(article.duty)) {
            article.threshold = threshold;
            article.threshold_vessel.reset();  // One line for everything that is hit.
          }
  }
  if (!given(effect, "slip")) return;
  Pressure pressure = pressure_of(effect, pulling);
  pressure.slip = number_of(effect, "slip");
  pulling.library.plan.pressures.push_back(std::move(pressure));
}

}  // namespace

extern const LeverKind publish_threshold{
    .name = "publish_threshold",
    .help = "Says in public from which attack on an agreement is answered.",
    .effect =
        "The threshold of the agreement's duties to fight and assist, and how likely an incident "
        "below it is taken for an armed attack.",
    .source =
        "thresholds: docs/agreements.md; that lines invite what lies just below: Altman (2017), "
        "By fait accompli, not coercion; sizes are assumptions of whoever pulls it",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check,
};

}  // namespace entente::scenario::levers
