#include "treaty/test_read.h"

namespace entente::treaty {
namespace {

using test::kArticle;
using test::kParty;
using test::kTop;
using test::ReadFaults;

TEST_F(ReadFaults, FaultsOfTheTop) {
  EXPECT_EQ(
      all_faults("id = \"Pact!\"\nrung = 6\ninstitution = -1\nform = \"pact\"\n"
                 "confidence = \"D\"\nsigned = 1949-04-04\nended = 1950-01-01\nsource = \"\"\n"),
      "1 missing_key, 1 missing_key, 1 missing_key, 1 bad_value, 2 bad_value, 3 bad_value, "
      "4 bad_value, 5 bad_value, 7 missing_key, 8 no_source");
}

TEST_F(ReadFaults, FaultsOfParties) {
  EXPECT_EQ(faults("[[party]]\nstate = \"FRB\"\n"), "14 unknown_state");
  EXPECT_EQ(faults("[[party]]\nstate = \"USA\"\nfrom = 1950-01-01\n"), "14 overlap");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\nfrom = 1949-04-03\n"), "15 order_of_dates");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\nfrom = 1960-01-01\nto = 1950-01-01\n"),
            "16 order_of_dates");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\ndisputed = \"membership=maybe\"\n"),
            "15 unknown_name");
  EXPECT_EQ(faults("[[party]]\nstate = \"FRA\"\ndisputed = \"moods=bad\"\n"), "15 unknown_name");
  EXPECT_EQ(faults("[[suspension]]\nbetween = \"USA\"\n"), "14 bad_value");
}

TEST_F(ReadFaults, FaultsOfArticlesAndAreas) {
  const std::string x = "[[article]]\nlabel = \"x\"\n";
  EXPECT_EQ(faults(x + "duty = \"love\"\n"), "15 bad_value");
  EXPECT_EQ(faults(x + "duty = \"none\"\n"), "13 missing_key");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nadversary = \"martians\"\n"), "16 unknown_state");
  EXPECT_EQ(faults(x + "duty = \"fight\"\npromisors = [\"FRB\"]\n"), "16 unknown_state");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nrequires = \"luck\"\n"), "16 bad_value");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nbeneficiary = \"FRA\"\n"), "16 unknown_key");
  EXPECT_EQ(faults(x + "duty = \"fight\"\nfrom = 1960-01-01\nto = 1950-01-01\n"),
            "17 order_of_dates");
  EXPECT_NE(faults(x + "duty = \"fight\"\narea = \"nowhere\"\n").find("unknown_area"),
            std::string::npos);
  EXPECT_NE(faults(x + "duty = \"fight\"\nkinds = [\"poetry\"]\n").find("unknown_name"),
            std::string::npos);
}

TEST_F(ReadFaults, FaultsOfAreas) {
  const auto area = [](const std::string& where) {
    return "[[area]]\nid = \"x\"\nwhere = \"" + where + "\"\n";
  };
  const auto found = [&](const std::string& where) {
    const std::string list = faults(area(where));
    return list.substr(list.find(' ') + 1);
  };
  EXPECT_EQ(faults(area("true") + area("false")), "17 overlap");
  EXPECT_EQ(faults(area("lat >> 5")), "15 predicate");
  EXPECT_EQ(found("elsewhere"), "unknown_area");
  EXPECT_EQ(found("within triangle"), "unknown_area");
  EXPECT_EQ(found("sovereign in martians"), "unknown_name");
  EXPECT_EQ(found("sovereign = FRB"), "unknown_state");
  EXPECT_EQ(found("id = atlantis"), "unknown_place");
  EXPECT_EQ(found("not x"), "predicate");
}

TEST_F(ReadFaults, AFaultInAPredicateStandsWhereItIs) {
  const auto agreement = read(std::string(kTop) + std::string(kParty) + std::string(kArticle) +
                              "[[area]]\nid = \"x\"\nwhere = \"lat >> 5\"\n");
  ASSERT_FALSE(agreement);
  EXPECT_EQ(agreement.error()[0].where.column, 15);  // The second `>`; the text begins at 10.
}

TEST_F(ReadFaults, EmptyAgreementsAreRefused) {
  EXPECT_EQ(all_faults(std::string(kTop)), "1 missing_key, 1 missing_key");
}

TEST_F(ReadFaults, SharedAreasAreKnown) {
  shared.push_back(
      {w.at("everywhere"), parse_predicate("true", w.world.symbols).value(), {}, "", "", {}});
  EXPECT_EQ(faults("[[article]]\nlabel = \"x\"\nduty = \"fight\"\narea = \"everywhere\"\n"), "");
}

TEST_F(ReadFaults, Readings) {
  const auto read = [&](std::string_view text) {
    return read_readings(text::parse_toml(text, "readings.toml").value(), w.world.symbols);
  };
  const std::string good =
      "[[reading]]\nid = \"r\"\nquestion = \"Is it so?\"\nvalues = [\"yes\", \"no\"]\n"
      "meanings = [\"so\", \"not so\"]\ndefault = \"no\"\nsource = \"us\"\n";
  const auto readings = read(good);
  ASSERT_TRUE(readings);
  ASSERT_EQ(readings->size(), 1u);
  EXPECT_EQ(w.name(readings->front().fallback), "no");
  EXPECT_EQ(w.names(readings->front().values), "yes no");
  EXPECT_EQ(readings->front().meanings[1], "not so");
  EXPECT_FALSE(read(good + good));
  const auto bad = read(
      "[[reading]]\nid = \"r\"\nquestion = \"?\"\nvalues = [\"yes\"]\n"
      "meanings = []\ndefault = \"maybe\"\nsource = \"us\"\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().size(), 3u);
}

TEST_F(ReadFaults, SharedGeography) {
  const auto read = [&](std::string_view text) {
    return read_areas(text::parse_toml(text, "areas.toml").value(), w.world);
  };
  const auto areas = read(
      "[[polygon]]\nid = \"square\"\npoints = [[0, 0], [0, 1], [1, 1.5]]\n"
      "source = \"us\"\n[[area]]\nid = \"inside\"\nwhere = \"within square\"\n");
  ASSERT_TRUE(areas);
  EXPECT_EQ(areas->size(), 1u);
  ASSERT_EQ(w.world.polygons.back().points.size(), 3u);
  EXPECT_DOUBLE_EQ(w.world.polygons.back().points[2].second, 1.5);
  EXPECT_FALSE(read("[[polygon]]\nid = \"line\"\npoints = [[0, 0], [0, 1]]\nsource = \"us\"\n"));
  EXPECT_FALSE(read("[[polygon]]\nid = \"dust\"\npoints = [[0], [0, 1], 5]\nsource = \"us\"\n"));
}

}  // namespace
}  // namespace entente::treaty
