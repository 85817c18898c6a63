/// Levers applied one after the other.
#include <algorithm>

#include "scenario/levers/named.h"
#include "scenario/levers/ranges.h"
#include "scenario/toml_text.h"
#include "treaty/judge.h"

namespace entente::scenario {
namespace {

using world::Uncertain;

class Puller {
 public:
  explicit Puller(Library library) : library_(std::move(library)) {}

  Result<Library> run(std::span<const Lever> levers) {
    for (const Lever& lever : levers) one(lever);
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    library_.world.index();
    treaty::index_law(library_.law, library_.world);
    return std::move(library_);
  }

 private:
  void one(const Lever& lever) {
    check_company(lever);
    Pulling pulling{library_, lever, faults_};
    Pulled pulled{lever.card, Uncertain::known(0), Uncertain::known(0), true, lever.excludes};
    for (const Effect& effect : lever.effects) {
      if (effect.kind->terms == nullptr) continue;
      const Terms terms = effect.kind->terms(effect, pulling);
      pulled.cost = sum(pulled.cost, terms.cost);
      if (terms.delay_months.value > pulled.delay_months.value)
        pulled.delay_months = terms.delay_months;
    }
    if (lever.cost) pulled.cost = *lever.cost;
    if (lever.delay_months) pulled.delay_months = *lever.delay_months;
    pulled.in_effect = pulled.delay_months.value <= library_.plan.after_months;
    if (pulled.in_effect)
      for (const Effect& effect : lever.effects) effect.kind->apply(effect, pulling);
    else
      library_.notices.push_back("The lever `" + lever.card + "` is not in effect: it takes " +
                                 number_text(pulled.delay_months.value) +
                                 " months, and the world is looked at after " +
                                 std::to_string(library_.plan.after_months) + ".");
    library_.pulled.push_back(std::move(pulled));
  }

  /// Levers that do not go together, and one of the library that was pulled already.
  void check_company(const Lever& lever) {
    const bool of_library = find_kind(lever.card) == nullptr;
    for (const Pulled& other : library_.pulled) {
      const auto names = [](const std::vector<std::string>& list, const std::string& card) {
        return std::ranges::find(list, card) != list.end();
      };
      if (names(lever.excludes, other.card) || names(other.excludes, lever.card))
        faults_.push_back({Code::excluded, lever.where,
                           "the levers `" + std::min(lever.card, other.card) + "` and `" +
                               std::max(lever.card, other.card) + "` exclude each other",
                           "pull one of them"});
      else if (of_library && other.card == lever.card)
        faults_.push_back({Code::duplicate, lever.where,
                           "the lever `" + lever.card + "` is pulled twice",
                           "give it more, or use its kind with fields of your own"});
    }
  }

  Library library_;
  Faults faults_;
};

}  // namespace

void Pulling::fault(const Where& where, std::string message, std::string hint, Code code) const {
  faults.push_back({code, where, std::move(message), std::move(hint)});
}

Result<Library> pull(Library library, std::span<const Lever> levers) {
  return Puller(std::move(library)).run(levers);
}

}  // namespace entente::scenario
