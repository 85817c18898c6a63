#include "solve/nfg.h"

#include <gtest/gtest.h>

namespace entente::solve {
namespace {

TEST(Nfg, TheFirstPlayerRunsFastest) {
  // Acting alone costs .25, together both gain .5.
  const Gain gain = [](int, Acting acting) { return acting == 3 ? 0.5 : -0.25; };
  EXPECT_EQ(nfg("two \"aggressors\"", {"north", "south"}, gain),
            "NFG 1 R \"two \\\"aggressors\\\"\" { \"north\" \"south\" } { 2 2 }\n\n"
            "0 0\n-0.25 0\n0 -0.25\n0.5 0.5\n");
}

}  // namespace
}  // namespace entente::solve
