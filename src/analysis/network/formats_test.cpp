#include "analysis/network/formats.h"

#include <gtest/gtest.h>

namespace entente::analysis {
namespace {

world::Network small() {
  world::Network made;
  made.when = "1914";
  made.strength_of = "cinc";
  made.states = {{"A & \"B\"", world::Uncertain::known(0.25)},
                 {"<C>, D", world::Uncertain::known(0.5)},
                 {"E", world::Uncertain::known(0)}};
  made.ties = {{0, 1, 3}, {1, 0, 1}, {2, 0, 2}};
  return made;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(NetworkFormats, NamesAreEscaped) {
  EXPECT_TRUE(holds(graphml(small()), "<data key=\"name\">A &amp; &quot;B&quot;</data>"));
  EXPECT_TRUE(holds(gexf(small()), "label=\"&lt;C&gt;, D\""));
  EXPECT_TRUE(holds(pajek(small()), "1 \"A & 'B'\"\n2 \"<C>, D\"\n"));
  EXPECT_EQ(
      edge_list(small()),
      "from,to,value\n\"A & \"\"B\"\"\",\"<C>, D\",3\n\"<C>, D\",\"A & \"\"B\"\"\",1\nE,\"A & "
      "\"\"B\"\"\",2\n");
}

TEST(NetworkFormats, TiesKeepDirectionAndValue) {
  EXPECT_TRUE(holds(graphml(small()),
                    "<edge source=\"n2\" target=\"n0\"><data key=\"value\">2</data></edge>"));
  EXPECT_TRUE(holds(gexf(small()), "source=\"n1\" target=\"n0\" weight=\"1\""));
  EXPECT_TRUE(holds(pajek(small()), "*Arcs\n1 2 3\n2 1 1\n3 1 2\n"));
}

TEST(NetworkFormats, TheActorTablePlacesStatesTowardsTheHub) {
  const std::string text = ktab(small(), "<C>, D");
  EXPECT_TRUE(holds(text, ",2,1,\nActor,Description,Power,Pstn1,Sal1,\n"));  // E has no strength.
  EXPECT_TRUE(holds(text, "\"A & \"\"B\"\"\",state,0.25,100,50,\n"));
  EXPECT_TRUE(holds(text, "\"<C>, D\",state,0.5,100,50,\n"));
}

}  // namespace
}  // namespace entente::analysis
