#include <gtest/gtest.h>

#include <functional>

#include "treaty/read.h"
#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

class CheckTest : public testing::Test {
 protected:
  /// The codes of the faults, with a blank between.
  std::string faults() {
    Faults found;
    check_exceptions(pact, w.world.symbols, found);
    std::string text;
    for (const Error& error : found)
      text += (text.empty() ? "" : " ") + std::string(code_name(error.code));
    return text;
  }

  test::TestWorld w;
  Agreement& pact = w.pact("pact", {"USA", "GBR", "FRA"});
  Article& art = w.article(pact, "art5", Duty::fight);
};

TEST_F(CheckTest, ASoundAgreementHasNoFaults) {
  w.exception(pact, "but", "art5");
  w.exception(pact, "yet", "but").duty = Duty::assist;
  EXPECT_EQ(faults(), "");
}

TEST_F(CheckTest, LabelsAreUnique) {
  w.article(pact, "art5", Duty::consult);
  EXPECT_EQ(faults(), "duplicate");
  pact.articles.pop_back();
  w.exception(pact, "art5", "art5");
  EXPECT_EQ(faults().substr(0, 9), "duplicate");
}

TEST_F(CheckTest, ExceptionsOverrideWhatIsThere) {
  w.exception(pact, "but", "art55");
  Faults found;
  check_exceptions(pact, w.world.symbols, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, Code::dangling_exception);
  EXPECT_NE(found[0].hint.find("art5"), std::string::npos);
}

TEST_F(CheckTest, CirclesAreReportedOnce) {
  w.exception(pact, "a", "b");
  w.exception(pact, "b", "c");
  w.exception(pact, "c", "a");
  EXPECT_EQ(faults(), "exception_circle");
  w.exception(pact, "self", "self");
  EXPECT_EQ(faults(), "exception_circle exception_circle");
  w.exception(pact, "into_the_circle", "a");  // Not part of it.
  const std::string found = faults();
  EXPECT_EQ(found.find("exception_circle exception_circle exception_circle"), std::string::npos);
}

/// Two exceptions to one rule that owe different things.
struct Pair {
  const char* what;
  std::function<void(test::TestWorld&, Exception&, Exception&)> shape;
  bool clash;
};

Adversary against(const std::vector<Symbol>& states) {
  return {.any = false,
          .states = states,
          .groups = {},
          .not_states = {},
          .not_groups = {},
          .third = false};
}

TEST(Clash, IsAFaultOnlyWhereBothCanHold) {
  using W = test::TestWorld;
  using E = Exception;
  const std::vector<Pair> pairs{
      {"no conditions", [](W&, E&, E&) {}, true},
      {"one condition", [](W&, E& a, E&) { a.provoked = true; }, true},
      {"different conditions",
       [](W&, E& a, E& b) {
         a.provoked = true;
         b.non_state = false;
       },
       true},
      {"provoked and not",
       [](W&, E& a, E& b) {
         a.provoked = true;
         b.provoked = false;
       },
       false},
      {"both provoked",
       [](W&, E& a, E& b) {
         a.provoked = true;
         b.provoked = true;
       },
       true},
      {"attacker a party and not",
       [](W&, E& a, E& b) {
         a.attacker_is_party = true;
         b.attacker_is_party = false;
       },
       false},
      {"states and none",
       [](W&, E& a, E& b) {
         a.non_state = true;
         b.non_state = false;
       },
       false},
      {"began and did not",
       [](W&, E& a, E& b) {
         a.side_is_attacker = true;
         b.side_is_attacker = false;
       },
       false},
      {"one after the other",
       [](W&, E& a, E& b) {
         a.spell.to = day("1999-12-31");
         b.spell.from = day("2000-01-01");
       },
       false},
      {"a day in common",
       [](W&, E& a, E& b) {
         a.spell.to = day("2000-01-01");
         b.spell.from = day("2000-01-01");
       },
       true},
      {"other promisors",
       [](W& w, E& a, E& b) {
         a.promisors = w.listed({"USA"});
         b.promisors = w.listed({"GBR", "FRA"});
       },
       false},
      {"a promisor in common",
       [](W& w, E& a, E& b) {
         a.promisors = w.listed({"USA", "GBR"});
         b.promisors = w.listed({"GBR", "FRA"});
       },
       true},
      {"listed promisors and all",
       [](W& w, E& a, E& b) {
         a.promisors = w.listed({"USA"});
         b.promisors = PartySet{};
       },
       true},
      {"other beneficiaries",
       [](W& w, E& a, E& b) {
         a.beneficiaries = w.listed({"USA"});
         b.beneficiaries = w.listed({"FRA"});
       },
       false},
      {"other attackers, who may attack together",
       [](W& w, E& a, E& b) {
         a.attackers = against({w.at("RUS")});
         b.attackers = against({w.at("ITA")});
       },
       true},
      {"inside and outside",
       [](W& w, E& a, E& b) {
         a.area = b.area = w.at("north");
         b.outside_area = true;
       },
       false},
      {"two areas",
       [](W& w, E& a, E& b) {
         a.area = w.at("north");
         b.area = w.at("south");
       },
       true},
      {"an area and outside another",
       [](W& w, E& a, E& b) {
         a.area = w.at("north");
         b.area = w.at("south");
         b.outside_area = true;
       },
       true},
      {"two values of a reading",
       [](W& w, E& a, E& b) {
         a.reading = {w.at("membership"), w.at("counts")};
         b.reading = {w.at("membership"), w.at("does_not")};
       },
       false},
      {"two readings",
       [](W& w, E& a, E& b) {
         a.reading = {w.at("membership"), w.at("counts")};
         b.reading = {w.at("secret_clauses"), w.at("counted")};
       },
       true},
      {"facts prove nothing",
       [](W& w, E& a, E& b) {
         a.conditions = {{Requires::Kind::resists, {}, {}}};
         b.conditions = {{Requires::Kind::at_war, w.at("ITA"), {}}};
       },
       true},
      {"the same outcome", [](W&, E&, E& b) { b.duty = Duty::none; }, false},
      {"the same outcome for other reasons",
       [](W&, E&, E& b) {
         b.duty = Duty::none;
         b.reason = "political";
       },
       false},
      {"one duty at different discretion",
       [](W&, E& a, E& b) {
         a.duty = Duty::assist;
         b.discretion = Discretion::by_vote;
       },
       true},
      {"different rules", [](W& w, E&, E& b) { b.to = w.at("art4"); }, false},
      {"one overrides the other", [](W& w, E&, E& b) { b.to = w.at("a"); }, false},
  };
  for (const Pair& pair : pairs) {
    test::TestWorld w;
    Agreement& pact = w.pact("pact", {"USA", "GBR", "FRA"});
    w.article(pact, "art5", Duty::fight);
    w.article(pact, "art4", Duty::consult);
    pact.exceptions.reserve(2);
    Exception& a = w.exception(pact, "a", "art5");
    Exception& b = w.exception(pact, "b", "art5");
    b.duty = Duty::assist;
    b.where = {"pact.toml", 7, 1};
    pair.shape(w, a, b);
    Faults found;
    check_exceptions(pact, w.world.symbols, found);
    EXPECT_EQ(found.size(), pair.clash ? 1u : 0u) << pair.what;
    if (!pair.clash || found.empty()) continue;
    EXPECT_EQ(found[0].code, Code::clash) << pair.what;
    EXPECT_EQ(found[0].where.line, 7) << pair.what;
  }
}

}  // namespace
}  // namespace entente::treaty
