#include "base/symbol.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente {
namespace {

TEST(Symbols, TheDefaultSymbolIsTheEmptyName) {
  Symbols symbols;
  EXPECT_EQ(symbols.name(Symbol{}), "");
  EXPECT_EQ(symbols.intern(""), Symbol{});
  EXPECT_FALSE(Symbol{});
  EXPECT_EQ(symbols.names().size(), 1U);
}

TEST(Symbols, FindNeverMakes) {
  Symbols symbols;
  EXPECT_FALSE(symbols.find("nato"));
  const Symbol nato = symbols.intern("nato");
  EXPECT_EQ(symbols.find("nato"), nato);
  EXPECT_EQ(symbols.names().size(), 2U);
}

TEST(Symbols, ACopyStandsAlone) {
  Symbols symbols;
  const Symbol a = symbols.intern("a");
  Symbols copy = symbols;
  copy.intern("b");
  EXPECT_FALSE(symbols.find("b"));
  EXPECT_EQ(copy.name(a), "a");
}

RC_GTEST_PROP(Symbols, NamesComeBack, (const std::vector<std::string>& names)) {
  Symbols symbols;
  std::vector<Symbol> made;
  for (const std::string& name : names) made.push_back(symbols.intern(name));
  for (std::size_t i = 0; i < names.size(); ++i) {
    RC_ASSERT(symbols.name(made[i]) == names[i]);
    RC_ASSERT(symbols.intern(names[i]) == made[i]);
  }
}

}  // namespace
}  // namespace entente
