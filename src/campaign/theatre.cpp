#include "campaign/theatre.h"

#include <algorithm>
#include <bit>

#include "base/name.h"
#include "base/stream.h"
#include "belief/common_cause.h"
#include "campaign/honour_patterns.h"
#include "treaty/agreement.h"

namespace entente::campaign {
namespace {

using actors::Outcome;
using actors::Prospect;
using actors::Stakes;
using solve::Acting;

constexpr double kDaysInMonth = 365.25 / 12;
constexpr std::string_view kStockpile = "nuclear_stockpile";

bool nuclear_promise(const Helper& helper) {
  return std::ranges::any_of(helper.promises, [](const world::Commitment& one) {
    return one.nuclear && world::binds(one.duty);
  });
}

bool has_pact(const Answer& answer) {
  return std::ranges::any_of(answer.helpers, [](const Helper& helper) {
    return std::ranges::any_of(helper.promises, [](const world::Commitment& one) {
      return world::binds(one.duty) && one.form == world::Form::treaty;
    });
  });
}

}  // namespace

bool has_weapons(const scenario::Library& library, Symbol state) {
  if (library.plan.empty) return false;
  return std::ranges::any_of(library.world.figures, [&](const world::Figure& figure) {
    return figure.state == state && figure.what == kStockpile && figure.value > 0;
  });
}

double mean_win(std::span<const Outcome> outcomes) {
  double sum = 0;
  for (const Outcome& one : outcomes) sum += one.weight * one.win;
  return sum / actors::weight_of(outcomes);
}

std::vector<Player> players_of(const Question& question, const scenario::Library& library) {
  const Situation& s = question.situation;
  std::vector<Player> players;
  for (std::size_t c = 0; c < s.places.size(); ++c) {
    const Answer& answer = s.law[c];
    Player player;
    player.contingency = s.places[c].name;
    player.place = static_cast<int>(c);
    player.grey = answer.severity < treaty::tau(treaty::Threshold::armed_attack);
    player.pact = has_pact(answer);
    std::vector<std::string> names;
    for (const Symbol attacker : answer.attackers)
      names.push_back(library.world.symbols.name(attacker));
    player.aggressor = join(names, ",");
    for (const Symbol target : answer.targets)
      player.own_weapons = player.own_weapons || has_weapons(library, target);
    for (std::size_t o = 0; o < s.owners.size(); ++o) {
      const Helper* helper = s.owners[o].roles[c].helper;
      if (helper == nullptr || !world::binds(helper->duty)) continue;
      if (has_weapons(library, s.owners[o].state) || nuclear_promise(*helper))
        player.umbrellas.push_back(o);
    }
    players.push_back(std::move(player));
  }
  return players;
}

double umbrella_over(const Situation& situation, const Numbers& numbers, const Player& player) {
  double most = player.own_weapons ? 1 : 0;
  for (const std::size_t owner : player.umbrellas) {
    const std::size_t at = owner * situation.places.size() + static_cast<std::size_t>(player.place);
    const double kept = belief::shifted(numbers.theta[at], numbers.mu[owner]);
    most = std::max(most, std::clamp(kept + numbers.umbrella_by[at], 0.0, 1.0));
  }
  return most;
}

Theatre::Theatre(const Question& question, const std::vector<Player>& players, Numbers numbers,
                 const Draws& draws, const Run& run, Fought* fought)
    : question_(question),
      players_(players),
      run_(run),
      fought_(fought),
      first_(draws.first),
      world_(shared_world(question.situation, std::move(numbers))) {
  const Situation& s = question.situation;
  if (draws.enumerated) {
    HonourPatterns patterns = *honour_patterns(s, world_->numbers);
    kept_ = std::move(patterns.kept);
    weight_ = std::move(patterns.probability);
  } else {
    for (std::size_t i = 0; i < draws.count; ++i)
      kept_.push_back(kept_in(s, world_->numbers, draws.honour, draws.seed, draws.first + i));
    weight_.assign(draws.count, 1.0);
  }
  for (const Kept& kept : kept_) terms_.push_back(draw_terms(world_->terms, kept));
  patron_.assign(s.places.size(), -1);
  for (const Player& player : players) {
    const auto place = static_cast<std::size_t>(player.place);
    patron_[place] = patron_of(s, world_->numbers, place);
    unaided_.push_back(campaign::win(*question.premises.judge,
                                     campaign::unaided(world_->terms, player.place),
                                     world_->numbers.judgement));
    umbrella_.push_back(umbrella_over(s, world_->numbers, player));
  }
}

std::vector<int> Theatre::set_of(Acting acting) const {
  std::vector<int> set;
  for (std::size_t q = 0; q < players_.size(); ++q)
    if ((acting >> q & 1) != 0) set.push_back(players_[q].place);
  return set;
}

std::vector<Battle> Theatre::battles(std::size_t draw, Acting acting) const {
  return campaign::battles(terms_[draw], set_of(acting));
}

Battle Theatre::unaided(int q) const {
  return campaign::unaided(world_->terms, players_[static_cast<std::size_t>(q)].place);
}

std::pair<std::uint64_t, std::uint64_t> Theatre::hangs_on(std::size_t draw,
                                                          const std::vector<int>& set) const {
  const Situation& s = question_.situation;
  std::string words = std::to_string(first_ + draw) + ":";
  const auto add = [&](const auto& value) {
    words.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  const auto add_column = [&](const std::vector<double>& table, std::size_t place) {
    for (std::size_t i = place; i < table.size(); i += s.places.size()) add(table[i]);
  };
  for (const int one : set) {
    const auto place = static_cast<std::size_t>(one);
    add(one);
    add_column(kept_[draw].comes, place);
    add_column(kept_[draw].supplies, place);
    for (const OwnerCase& owner : s.owners) {
      const Helper* helper = owner.roles[place].helper;
      add(helper == nullptr ? -1 : static_cast<int>(helper->duty));
    }
    for (const HoldCase& hold : s.holds) words += hold.linked[place] ? '1' : '0';
  }
  return {name_hash(words), name_hash(words + "again")};
}

std::vector<double> Theatre::wins(std::size_t draw, const std::vector<int>& set) const {
  const auto fight = [&] {
    std::vector<double> won;
    for (const Battle& one : campaign::battles(terms_[draw], set))
      won.push_back(campaign::win(*question_.premises.judge, one, world_->numbers.judgement));
    return won;
  };
  if (fought_ == nullptr) return fight();
  const auto key = hangs_on(draw, set);
  const auto known = fought_->wins.find(key);
  if (known != fought_->wins.end()) return known->second;
  return fought_->wins.emplace(key, fight()).first->second;
}

void Theatre::work_out(Acting acting) {
  const std::size_t places = question_.situation.places.size();
  std::vector<std::vector<Outcome>> found(static_cast<std::size_t>(std::popcount(acting)));
  const std::vector<int> set = set_of(acting);
  for (std::size_t draw = 0; draw < terms_.size(); ++draw) {
    if (stopped(run_)) {
      for (auto& one : found) one.emplace_back();
      continue;
    }
    const std::vector<double> won = wins(draw, set);
    for (std::size_t i = 0; i < set.size(); ++i) {
      const auto place = static_cast<std::size_t>(set[i]);
      const int patron = patron_[place];
      const double comes =
          patron < 0 ? 0 : kept_[draw].comes[static_cast<std::size_t>(patron) * places + place];
      found[i].push_back({won[i], comes, weight_[draw]});
    }
  }
  known_.emplace(acting, std::move(found));
}

const std::vector<Outcome>& Theatre::outcomes(int q, Acting acting) {
  if (!known_.contains(acting)) work_out(acting);
  const Acting before = acting & ((Acting{1} << q) - 1);
  return known_.at(acting)[static_cast<std::size_t>(std::popcount(before))];
}

Prospect Theatre::prospect(int q, Acting acting, double chance) {
  return {outcomes(q, acting), win_unaided(q), umbrella(q),
          players_[static_cast<std::size_t>(q)].pact, chance};
}

double Theatre::gain(int q, Acting acting, const actors::AggressorModel& model,
                     const Stakes& stakes, double chance) {
  const Prospect seen = prospect(q, acting, chance);
  return gain(q, seen, model, stakes);
}

double Theatre::gain(int q, const Prospect& seen, const actors::AggressorModel& model,
                     const Stakes& stakes) const {
  return weigh(q, seen, model, stakes_of(q, stakes));
}

double Theatre::gain_through(const actors::Proxy& proxy, int q, Acting acting,
                             const actors::AggressorModel& model, const Stakes& stakes,
                             double chance) {
  return weigh(q, prospect(q, acting, chance), model, actors::proxied(stakes, proxy));
}

Stakes Theatre::stakes_of(int q, const Stakes& stakes) const {
  const auto place = static_cast<std::size_t>(players_[static_cast<std::size_t>(q)].place);
  if (!question_.situation.places[place].sponsor) return stakes;
  return actors::proxied(stakes, world_->numbers.proxy[place]);
}

Stakes Theatre::pressed(int q, const Prospect& seen, const actors::AggressorModel& model,
                        const Stakes& stakes) const {
  const auto place = static_cast<std::size_t>(players_[static_cast<std::size_t>(q)].place);
  const double chance = model.sees_allies ? mean_win(seen.outcomes) : seen.win_unaided;
  return actors::pressed(stakes, world_->numbers.pressure[place], chance);
}

double Theatre::weigh(int q, const Prospect& seen, const actors::AggressorModel& model,
                      const Stakes& stakes) const {
  if (players_[static_cast<std::size_t>(q)].grey) return priced(q, seen, model, stakes).gain;
  return model.gain(seen, pressed(q, seen, model, stakes));
}

actors::Campaign Theatre::campaign(int q, const Prospect& seen, const actors::AggressorModel& model,
                                   const Stakes& stakes) const {
  return priced(q, seen, model, stakes_of(q, stakes));
}

actors::Campaign Theatre::priced(int q, const Prospect& seen, const actors::AggressorModel& model,
                                 const Stakes& weighed) const {
  const Stakes stakes = pressed(q, seen, model, weighed);
  // A campaign is a sum of values; models of chances alone take the clash at its expected value.
  const double clash =
      model.sees_allies ? actors::expected_value(seen, stakes) : model.gain(seen, stakes);
  const double succeeds = model.sees_allies ? mean_win(seen.outcomes) : seen.win_unaided;
  return actors::campaign(months(q), succeeds, clash, stakes);
}

double Theatre::win(int q, Acting acting) { return mean_win(outcomes(q, acting)); }

double Theatre::months(int q) const {
  const double clock = world_->numbers.clock[static_cast<std::size_t>(q)];
  return (clock > 0 ? clock : question_.situation.horizon) / kDaysInMonth;
}

}  // namespace entente::campaign
