#include "inquiry/design/moves.h"

#include <algorithm>

#include "campaign/attackers.h"
#include "campaign/gaps.h"

namespace entente::inquiry {
namespace {

using namespace campaign;

/// A portfolio laid out; its question points into its library.
class Side {
 public:
  Side(scenario::Library library, const scenario::Request& request, const Outcomes& outcomes)
      : library_(std::move(library)),
        question_(read_question(library_, request.arguments).value()),
        players_(players_of(question_, library_)),
        outcomes_(outcomes),
        run_(request.run) {
    for (const std::vector<int>& set : question_.sets)
      if (question_.situation.title(set) == outcomes.set()) set_ = set;
    asked_.assign(question_.situation.places.size(), 0);
    for (const int place : set_) asked_[static_cast<std::size_t>(place)] = 1;
  }
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  [[nodiscard]] const Question& question() const { return question_; }

  /// The aim in the nominal world with a factor held.
  [[nodiscard]] double under(const Push& push) const {
    const Premises premises = held_at(question_.premises, push);
    Numbers numbers = numbers_of(question_.situation, premises, library_.world.symbols, WorldId{});
    if (outcomes_.aim() == Aim::gap) {
      const auto world = shared_world(question_.situation, std::move(numbers));
      return question_.situation.percent(shortfall(draw_in(*world, Honour::expected), set_));
    }
    const Sampling& sampling = outcomes_.sampling();
    Theatre theatre(question_, players_, std::move(numbers),
                    {Honour::expected, sampling.seed, 0, 1}, run_);
    double sum = 0;
    for (std::size_t draw = 0; draw < sampling.draws; ++draw) {
      const auto hit =
          least_attackers(theatre, premises, players_, asked_, {sampling.seed, draw}, draw);
      sum += static_cast<double>(std::ranges::count(hit, 1));
    }
    return sum / static_cast<double>(sampling.draws);
  }

 private:
  const scenario::Library library_;
  const Question question_;
  const std::vector<Player> players_;
  const Outcomes& outcomes_;
  const Run& run_;
  std::vector<int> set_;
  std::vector<char> asked_;  ///< [place]
};

}  // namespace

DesignMovers design_movers(const scenario::Request& request, const Candidates& candidates,
                           const Outcomes& outcomes, Portfolio portfolio) {
  const Side nothing(request.library, request, outcomes);
  const Side best(pulled(request.library, candidates, portfolio).value(), request, outcomes);
  std::vector<Factor> factors = without_owners(factors_of(best.question()));
  if (outcomes.aim() == Aim::attacked)
    for (Factor& one : deciding_factors(best.question())) factors.push_back(std::move(one));
  const auto ends = at_both_ends(
      best.question(), std::move(factors),
      [&](const Push& push) {
        const double with = best.under(push);
        return std::vector<double>{portfolio == 0 ? 0 : nothing.under(push) - with, with};
      },
      request.run);
  return {movers_of(ends, 0), movers_of(ends, 1)};
}

}  // namespace entente::inquiry
