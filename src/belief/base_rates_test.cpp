#include "belief/base_rates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "belief/assumptions.h"
#include "belief/reliability.h"

namespace entente::belief {
namespace {

TEST(BaseRates, PublishedCountsGiveThePublishedShares) {
  const std::pair<std::string_view, double> published[] = {{"all", 0.500},
                                                           {"all_before_1945", 0.663},
                                                           {"all_from_1945", 0.222},
                                                           {"defence", 0.412},
                                                           {"offence", 0.738},
                                                           {"neutrality", 0.778},
                                                           {"non_aggression", 0.367},
                                                           {"consultation", 0.393},
                                                           {"defence_before_1945", 0.610},
                                                           {"defence_from_1945", 0.140},
                                                           {"non_aggression_from_1945", 0.179},
                                                           {"all_1816_1944", 0.745}};
  EXPECT_EQ(counts().size(), std::size(published));
  for (const auto& [type, value] : published) EXPECT_NEAR(share(type), value, 5e-4) << type;
}

TEST(BaseRates, PeriodsAddUp) {
  const auto of = [](std::string_view type) {
    return *std::ranges::find(counts(), type, &Count::type);
  };
  EXPECT_EQ(of("all_before_1945").kept + of("all_from_1945").kept, of("all").kept);
  EXPECT_EQ(of("all_before_1945").all + of("all_from_1945").all, of("all").all);
  EXPECT_EQ(of("defence_before_1945").kept + of("defence_from_1945").kept, of("defence").kept);
  EXPECT_EQ(of("defence_before_1945").all + of("defence_from_1945").all, of("defence").all);
}

TEST(BaseRates, MixtureOfThePeriods) {
  // Validation target V2.3: (0.50 - 0.22) / (0.66 - 0.22) = 0.636.
  EXPECT_NEAR(mixture_weight(0.50, 0.66, 0.22), 0.636, 5e-4);
  EXPECT_NEAR(mixture_weight(share("all"), share("all_before_1945"), share("all_from_1945")),
              92 / 146.0, 1e-12);
}

TEST(BaseRates, ChoicesAreSortedProbabilitiesWithSources) {
  std::string before;
  for (const BaseRates& one : base_rates()) {
    EXPECT_LT(before, one.name);
    before = one.name;
    EXPECT_FALSE(one.source.empty());
    for (const double rate : one.rate) {
      EXPECT_GT(rate, 0);
      EXPECT_LT(rate, 1);
    }
    EXPECT_EQ(find_base_rates(one.name), &one);
  }
  EXPECT_EQ(find_base_rates("wishes"), nullptr);
  EXPECT_NEAR(find_base_rates("berkemeier_fuhrmann")->of(Type::defence), 42 / 102.0, 1e-15);
  EXPECT_EQ(find_base_rates("leeds_long_mitchell")->of(Type::defence), 0.745);
  EXPECT_EQ(find_base_rates("hierarchical")->of(Type::defence), 0.41);
}

TEST(BaseRates, EveryDutyHasAType) {
  using world::Duty;
  world::Commitment c;
  for (const Duty duty : {Duty::fight, Duty::assist, Duty::supply, Duty::share, Duty::host}) {
    c.duty = duty;
    EXPECT_EQ(type_of(c), Type::defence);
  }
  c.duty = Duty::fight;
  c.defensive = false;
  EXPECT_EQ(type_of(c), Type::offence);
  c.duty = Duty::stay_out;
  EXPECT_EQ(type_of(c), Type::neutrality);
  c.duty = Duty::not_attack;
  EXPECT_EQ(type_of(c), Type::non_aggression);
  c.duty = Duty::consult;
  EXPECT_EQ(type_of(c), Type::consultation);
}

TEST(Assumptions, FieldsSayWhatTheCodeUses) {
  const Assumptions defaults;
  for (const Assumption& one : kAssumptions) {
    const card::Field& field = one.field;
    EXPECT_DOUBLE_EQ(std::stod(std::string(field.fallback)), defaults.*one.value) << field.name;
    EXPECT_LT(field.low, field.high) << field.name;
    EXPECT_GE(defaults.*one.value, field.low) << field.name;
    EXPECT_LE(defaults.*one.value, field.high) << field.name;
    EXPECT_FALSE(field.source.empty()) << field.name;
    EXPECT_TRUE(field.help.ends_with('.')) << field.name;
  }
}

TEST(Assumptions, DefaultRatesAreTheHierarchicalOnes) {
  const Assumptions chosen = with_rates({}, *find_base_rates("hierarchical"));
  for (const Assumption& one : kAssumptions) EXPECT_EQ(chosen.*one.value, Assumptions().*one.value);
}

}  // namespace
}  // namespace entente::belief
