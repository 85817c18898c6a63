// Every judge, one name a line, sorted by the name on the card.
#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {

// clang-format off
extern const Judge
    contest,
    ensemble,
    epstein,
    guerrilla,
    lanchester,
    logistic,
    salvo,
    threshold;
// clang-format on

std::span<const Judge* const> all() {
  static constexpr const Judge* kAll[] = {
      &contest, &ensemble, &epstein, &guerrilla, &lanchester, &logistic, &salvo, &threshold,
  };
  return kAll;
}

const Judge* find(std::string_view name) {
  for (const Judge* judge : all())
    if (judge->card.name == name) return judge;
  return nullptr;
}

}  // namespace entente::campaign::adjudication
