#include "domestic/gates.h"

namespace entente::domestic {
namespace {

struct Entry {
  Decision decision;
  std::string_view word;
  double Gates::*value;
};

constexpr std::array kEntries = {
    Entry{Decision::budget, "budget", &Gates::budget},
    Entry{Decision::concession, "concession", &Gates::concession},
    Entry{Decision::conscription, "conscription", &Gates::conscription},
    Entry{Decision::nuclear, "nuclear", &Gates::nuclear},
    Entry{Decision::nuclear_hosting, "nuclear_hosting", &Gates::nuclear_hosting},
    Entry{Decision::pact, "pact", &Gates::pact},
    Entry{Decision::send_troops, "send_troops", &Gates::send_troops},
    Entry{Decision::tax, "tax", &Gates::tax},
};

constexpr auto kDecisions = [] {
  std::array<Decision, kEntries.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = kEntries[i].decision;
  return all;
}();

const Entry& entry(Decision decision) { return kEntries[static_cast<std::size_t>(decision)]; }

static_assert([] {
  for (std::size_t i = 0; i < kEntries.size(); ++i)
    if (kEntries[i].decision != static_cast<Decision>(i)) return false;
  return true;
}());

}  // namespace

std::string_view word(Regime regime) { return regime == Regime::democracy ? "democracy" : "other"; }

std::string_view word(Decision decision) { return entry(decision).word; }

std::span<const Decision> decisions() { return kDecisions; }

const Decision* find_decision(std::string_view word) {
  for (const Entry& one : kEntries)
    if (one.word == word) return &one.decision;
  return nullptr;
}

double gate(Regime regime, Decision decision, const Gates& gates) {
  return regime == Regime::democracy ? gates.*entry(decision).value : gates.other;
}

bool passes(double support, Regime regime, Decision decision, const Gates& gates) {
  return support >= gate(regime, decision, gates);
}

}  // namespace entente::domestic
