#include "scenario/negotiation_file.h"

#include <gtest/gtest.h>

namespace entente::scenario {
namespace {

const std::string kHead = "name,capability,position,salience,source";

/// A sound case with these actors, and these lines in [negotiation] and [institution].
std::string file(const std::string& actors, const std::string& negotiation = "",
                 const std::string& institution = "rule = \"consensus\"\n") {
  return "[negotiation]\nname = \"t\"\ntitle = \"t\"\nsource = \"s\"\nunit = \"%\"\n"
         "capability_unit = \"votes\"\nlow = 0\nhigh = 10\nstatus_quo = 2\nactors = \"\"\"\n" +
         actors + "\"\"\"\n" + negotiation +
         "[institution]\nbody = \"b\"\nsource = \"s\"\ninvoked_by = \"any\"\n" + institution;
}

std::string first_fault(const std::string& toml) {
  const auto parsed = text::parse_toml(toml, "n.toml");
  EXPECT_TRUE(parsed) << toml;
  const auto read = read_negotiation(*parsed);
  if (read) return "sound";
  const std::string all = to_text(read.error().front());
  return all.substr(0, all.find('\n'));
}

std::string actors_fault(const std::string& rows, const std::string& head = kHead) {
  return first_fault(file(head + "\n" + rows));
}

TEST(NegotiationFile, ReadsActorsWithTheirRanges) {
  const auto parsed = text::parse_toml(
      file("name,capability,confidence,position,position_low,position_high,salience,salience_low,"
           "salience_high,votes,never_below,bloc,source\n"
           "A,5,B,4,3,6,0.5,0.2,1,no,1.5,one,assumption: ours\nB,1,,9,,,1,,,,,,printed\n"),
      "n.toml");
  ASSERT_TRUE(parsed);
  const auto read = read_negotiation(*parsed);
  ASSERT_TRUE(read) << to_text(read.error().front());
  ASSERT_EQ(read->actors.size(), 2U);
  const Negotiator& a = read->actors.front();
  EXPECT_EQ(a.position.low, 3);
  EXPECT_EQ(a.position.value, 4);
  EXPECT_EQ(a.position.high, 6);
  EXPECT_EQ(a.salience.low, 0.2);
  EXPECT_EQ(a.confidence, "B");
  EXPECT_FALSE(a.votes);
  EXPECT_EQ(a.never_below, 1.5);
  EXPECT_FALSE(a.never_above);
  EXPECT_EQ(a.bloc, "one");
  EXPECT_EQ(read->actors[1].position.low, 9);  // A fact has no range.
  EXPECT_EQ(read->institution.rule, DecisionRule::consensus);
}

TEST(NegotiationFile, RefusesWhatNobodyCanBe) {
  EXPECT_EQ(actors_fault("A,1,11,1,s\nB,1,2,1,s\n"),
            "n.toml:12:5: the position of `A` is 11 [bad_value]");
  EXPECT_EQ(actors_fault("A,-1,3,1,s\nB,1,2,1,s\n"),
            "n.toml:12:3: the capability of `A` is -1 [bad_value]");
  EXPECT_EQ(actors_fault("A,1,3,2,s\nB,1,2,1,s\n"),
            "n.toml:12:7: the salience of `A` is 2 [bad_value]");
  EXPECT_EQ(actors_fault("A,1,much,1,s\nB,1,2,1,s\n"),
            "n.toml:12:5: `much` is no decimal number of at most 18 digits [wrong_type]");
  EXPECT_EQ(actors_fault("A,1,,1,s\nB,1,2,1,s\n"),
            "n.toml:12:5: `A` has no position [missing_key]");
  EXPECT_EQ(actors_fault("A,1,3,1,s\nA,1,2,1,s\n"),
            "n.toml:13:1: `A` stands in line 12 as well [duplicate]");
  EXPECT_EQ(actors_fault("A,1,3,1,\nB,1,2,1,s\n"),
            "n.toml:12:9: the figures of `A` have no source [no_source]");
  EXPECT_EQ(actors_fault("A,1,3,1,assumption: ours\nB,1,2,1,s\n"),
            "n.toml:12:9: `A` is an assumption without the ranges it may lie in [range_missing]");
  EXPECT_EQ(actors_fault("A,1,3,1,s\n"),
            "n.toml:11:1: a negotiation needs two actors or more [empty_file]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,4\nB,1,2,1,s,\n", kHead + ",never_below"),
            "n.toml:12:5: `A` stands where it says it never goes [bad_value]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,no\nB,1,2,1,s,no\n", kHead + ",votes"),
            "n.toml:10:10: nobody has a vote [bad_value]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,perhaps\nB,1,2,1,s,no\n", kHead + ",votes"),
            "n.toml:12:11: `perhaps` is neither yes nor no [bad_value]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,D\nB,1,2,1,s,\n", kHead + ",confidence"),
            "n.toml:12:11: `D` is no confidence [bad_value]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,2\nB,1,2,1,s,\n", kHead + ",position_low"),
            "n.toml:12:5: the position of `A` has one end of its range only [range_missing]");
  EXPECT_EQ(actors_fault("A,1,3,1,s,4,5\nB,1,2,1,s,,\n", kHead + ",position_low,position_high"),
            "n.toml:12:5: the position of `A` lies outside its own range [unsourced_range]");
}

TEST(NegotiationFile, RefusesWhatIsNoTableOfActors) {
  EXPECT_EQ(actors_fault("A,1,3,1,s,x\nB,1,2,1,s,\n", kHead + ",colour"),
            "n.toml:11:42: actors have no column `colour` [unknown_key]");
  EXPECT_EQ(actors_fault("A,1,3,s\nB,1,2,s\n", "name,capability,position,source"),
            "n.toml:11:1: actors need the column `salience` [missing_key]");
  EXPECT_EQ(actors_fault("A,1,3\nB,1,2,1,s\n"),
            "n.toml:12:1: this row has 3 fields, the header has 5 fields [syntax]");
  std::string many;
  for (std::size_t i = 0; i <= kMostNegotiators; ++i)
    many += "A" + std::to_string(i) + ",1,3,1,s\n";
  EXPECT_EQ(actors_fault(many), "n.toml:312:1: 301 actors are too many [too_large]");
}

TEST(NegotiationFile, RefusesWhatIsNoCase) {
  const std::string sound = kHead + "\nA,1,3,1,s\nB,1,2,1,s\n";
  EXPECT_EQ(first_fault(file(sound)), "sound");
  EXPECT_EQ(first_fault("[negotiation]\n"),
            "n.toml:1:1: the file needs the table `[institution]` [missing_key]");
  EXPECT_EQ(first_fault(file(sound, "came = 3\n")),
            "n.toml:15:8: what came has no source [no_source]");
  EXPECT_EQ(first_fault(file(sound, "",
                             "rule = \"consensus\"\nconsent_months = 9\n"
                             "consent_low = 10\nconsent_high = 12\n"
                             "consent_source = \"s\"\n")),
            "n.toml:20:18: the delay of consent lies outside its own range [unsourced_range]");
  EXPECT_EQ(first_fault(file(sound, "", "rule = \"consensus\"\nwithdrawal_months = 12\n")),
            "n.toml:20:21: the notice of withdrawal has no source [no_source]");
  EXPECT_EQ(first_fault(file(sound, "", "rule = \"qualified_majority\"\n")),
            "n.toml:12:1: `A` has no population, which a qualified majority counts [missing_key]");
  std::string off = file(sound);
  off.replace(off.find("status_quo = 2"), 14, "status_quo = 20");
  EXPECT_EQ(first_fault(off), "n.toml:9:14: the status quo is off the line of options [bad_value]");
  std::string flat = file(sound);
  flat.replace(flat.find("high = 10"), 9, "high = 0");
  EXPECT_EQ(first_fault(flat), "n.toml:8:8: the line of options has no length [bad_value]");
}

}  // namespace
}  // namespace entente::scenario
