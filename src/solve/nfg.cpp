#include "solve/nfg.h"

#include <cassert>

#include "base/digits.h"

namespace entente::solve {
namespace {

std::string quoted(const std::string& text) {
  std::string safe = "\"";
  for (const char c : text) safe += c == '"' ? "\\\"" : std::string(1, c);
  return safe + "\"";
}

}  // namespace

std::string nfg(const std::string& title, const std::vector<std::string>& players,
                const Gain& gain) {
  const int count = static_cast<int>(players.size());
  assert(count >= 1 && count <= kMostPlayers);
  std::string text = "NFG 1 R " + quoted(title) + " {";
  for (const std::string& name : players) text += " " + quoted(name);
  text += " } {";
  for (int q = 0; q < count; ++q) text += " 2";
  text += " }\n\n";
  for (Acting acting = 0; acting < Acting{1} << count; ++acting)
    for (int q = 0; q < count; ++q) {
      const double payoff = (acting >> q & 1) != 0 ? gain(q, acting) : 0;
      text += shortest(payoff);
      text += q + 1 < count ? ' ' : '\n';
    }
  return text;
}

}  // namespace entente::solve
