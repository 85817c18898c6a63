#include "inquiry/design/outcomes.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/name.h"
#include "base/threads.h"
#include "campaign/attackers.h"
#include "campaign/gaps.h"

namespace entente::inquiry {

using namespace campaign;

Result<Outcomes> Outcomes::make(const scenario::Request& request, const Candidates& candidates,
                                std::size_t usual) {
  const auto question = read_question(request.library, request.arguments);
  if (!question) return question.error();
  Outcomes made(request, candidates);
  made.sampling_ = read_sampling(request.arguments, request.run, usual);
  made.aim_ = card::argument(request.arguments, "aim") == kAims[1] ? Aim::attacked : Aim::gap;
  made.set_at_ = largest_set(*question);
  const std::string wanted = card::argument(request.arguments, "set");
  std::vector<std::string> titles;
  for (const std::vector<int>& set : question->sets)
    titles.push_back(question->situation.title(set));
  if (!wanted.empty()) {
    const auto at = std::ranges::find(titles, wanted);
    if (at == titles.end())
      return Error{Code::unknown_name,
                   {"arguments", 0, 0},
                   "the scenario has no set `" + wanted + "`",
                   did_you_mean(wanted, titles)};
    made.set_at_ = static_cast<std::size_t>(at - titles.begin());
  }
  made.set_ = titles[made.set_at_];
  return made;
}

std::size_t Outcomes::worlds() const { return sampling_.vary.facts ? sampling_.worlds() : 1; }

std::size_t Outcomes::per_world() const {
  return aim_ == Aim::gap && sampling_.vary.honour ? sampling_.per_world() : 1;
}

void Outcomes::add_gaps(const Question& question, Numbers numbers, std::size_t world,
                        std::vector<double>& figures) const {
  const auto shared = shared_world(question.situation, std::move(numbers));
  const Honour honour = sampling_.vary.honour ? Honour::drawn : Honour::expected;
  for (std::size_t d = 0; d < per_world(); ++d) {
    if (stopped(request_->run)) throw Cancelled();
    const DrawTerms terms = draw_in(*shared, honour, sampling_.seed, world * per_world() + d);
    figures.push_back(question.situation.percent(shortfall(terms, question.sets[set_at_])));
  }
}

double Outcomes::attacked_in(const Question& question, const scenario::Library& library,
                             const Numbers& numbers, std::size_t world) const {
  Draws draws{Honour::expected, sampling_.seed, 0, 1};
  if (sampling_.vary.honour)
    draws = {Honour::drawn, sampling_.seed, world * sampling_.per_world(), sampling_.per_world()};
  std::vector<char> asked(question.situation.places.size(), 0);
  for (const int place : question.sets[set_at_]) asked[static_cast<std::size_t>(place)] = 1;
  const std::vector<Player> players = players_of(question, library);
  Theatre theatre(question, players, numbers, draws, request_->run);
  const auto hit = least_attackers(theatre, question, players, asked, sampling_, world);
  return static_cast<double>(std::ranges::count(hit, 1));
}

std::vector<double> Outcomes::figures(Portfolio portfolio) const {
  const auto library = pulled(request_->library, *candidates_, portfolio);
  if (!library) return {};
  const auto question = read_question(*library, request_->arguments);
  if (!question || set_at_ >= question->sets.size() ||
      question->situation.title(question->sets[set_at_]) != set_)
    return {};
  std::vector<double> all;
  for (std::size_t w = 0; w < worlds(); ++w) {
    WorldId id{sampling_.seed, {}};
    if (sampling_.vary.facts) id.number = w;
    Numbers numbers =
        numbers_of(question->situation, question->premises, library->world.symbols, id);
    if (aim_ == Aim::gap)
      add_gaps(*question, std::move(numbers), w, all);
    else
      all.push_back(attacked_in(*question, *library, numbers, w));
  }
  return all;
}

std::vector<Losses> Outcomes::losses(std::span<const Portfolio> portfolios) {
  std::vector<std::vector<double>> made(portfolios.size());
  on_threads(portfolios.size(), request_->run,
             [&](std::size_t i) { made[i] = figures(portfolios[i]); });
  std::vector<Losses> all;
  for (std::size_t i = 0; i < portfolios.size(); ++i) {
    Losses& losses = all.emplace_back(worlds(), std::numeric_limits<double>::infinity());
    if (made[i].empty()) {
      ++impossible_;
      continue;
    }
    for (std::size_t w = 0; w < losses.size(); ++w) {
      const auto first = made[i].begin() + static_cast<std::ptrdiff_t>(w * per_world());
      losses[w] = std::accumulate(first, first + static_cast<std::ptrdiff_t>(per_world()), 0.0) /
                  static_cast<double>(per_world());
    }
    known_.emplace(portfolios[i], std::move(made[i]));
  }
  return all;
}

solve::Estimate Outcomes::over_worlds(const std::vector<double>& figures) const {
  solve::Sums sums(1, worlds(), per_world());
  for (std::size_t i = 0; i < figures.size(); ++i) sums.add(i / per_world(), {figures[i]});
  return sums.estimate(0);
}

solve::Estimate Outcomes::estimate(Portfolio portfolio) const {
  return over_worlds(known_.at(portfolio));
}

solve::Estimate Outcomes::difference(Portfolio worse, Portfolio better) const {
  std::vector<double> figures = known_.at(worse);
  const std::vector<double>& less = known_.at(better);
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i] -= less[i];
  return over_worlds(figures);
}

}  // namespace entente::inquiry
