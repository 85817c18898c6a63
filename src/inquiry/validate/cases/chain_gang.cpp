#include "actors/chain_gang.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// A state deciding on its attacked ally; strengths are 100 CINC of the year.
struct Decision {
  const char* who;
  double self, ally, attacker;
  double perceived;  ///< Advantage of defence, as the year saw it.
  const char* published;
};

constexpr double kOffence = 1 / 1.5, kDefence = 2;

// National Material Capabilities 6.0: germany, russian_empire or soviet_union, FRA, GBR,
// austria_hungary, serbia and BEL of 1914; czechoslovakia of 1938; POL of 1939.
constexpr double kGermany14 = 15.820104, kRussia14 = 11.080456, kFrance14 = 7.4748203;
constexpr double kBritain14 = 13.790944, kAustria14 = 6.8234459, kSerbia14 = 0.18854915;
constexpr double kBelgium14 = 1.1732684, kCentral14 = kGermany14 + kAustria14;
constexpr double kGermany38 = 15.422215, kRussia38 = 16.435921, kFrance38 = 4.5568597;
constexpr double kBritain38 = 7.7787034, kCzechs38 = 1.3047683;
constexpr double kGermany39 = 17.79559, kRussia39 = 13.81359, kFrance39 = 3.9596099;
constexpr double kBritain39 = 9.968365, kPoland39 = 1.8311104;

constexpr Decision kDecisions[] = {
    {"1914, France for Russia", kFrance14, kRussia14 + kSerbia14, kCentral14, kOffence, "join"},
    {"1914, Russia for France and Serbia", kRussia14, kFrance14 + kSerbia14, kCentral14, kOffence,
     "join"},
    {"1914, Germany for Austria-Hungary", kGermany14, kAustria14, kRussia14 + kSerbia14, kOffence,
     "join"},
    {"1914, Britain for France, Russia and Belgium", kBritain14,
     kFrance14 + kRussia14 + kSerbia14 + kBelgium14, kCentral14, kOffence, "join"},
    {"1938, Britain for France and Czechoslovakia", kBritain38, kFrance38 + kCzechs38, kGermany38,
     kDefence, "pass"},
    {"1938, France for Britain and Czechoslovakia", kFrance38, kBritain38 + kCzechs38, kGermany38,
     kDefence, "pass"},
    {"1938, Soviet Union for Britain, France and Czechoslovakia", kRussia38,
     kBritain38 + kFrance38 + kCzechs38, kGermany38, kDefence, "pass"},
    {"1939, Soviet Union for Britain, France and Poland", kRussia39,
     kBritain39 + kFrance39 + kPoland39, kGermany39, kDefence, "pass"},
};

std::vector<Check> run(const scenario::Request&, card::Record&) {
  std::vector<Check> checks;
  for (const Decision& one : kDecisions) {
    const bool joins =
        actors::joining_over_waiting({one.self, one.ally, one.attacker}, {}, one.perceived) > 0;
    checks.push_back(
        same(one.who, std::string(one.published), std::string(joins ? "join" : "pass")));
  }
  return checks;
}

}  // namespace

const Case chain_gang_case{
    "chain_gang",
    "Chain gangs of 1914, when offence was thought to win, and passed bucks of 1938 and 1939, when "
    "defence was: the order of decisions, with pay-offs of ours that were chosen knowing them.",
    "Christensen and Snyder 1990",
    "Christensen and Snyder (1990), International Organization 44: 137-168; capabilities: Singer, "
    "Bremer and Stuckey (1972), National Material Capabilities 6.0",
    "derived",
    run};

}  // namespace entente::inquiry
