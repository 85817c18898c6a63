#include "campaign/attackers.h"

#include "base/hash.h"
#include "base/stream.h"

namespace entente::campaign {

std::vector<char> least_attackers(Theatre& theatre, const Premises& premises,
                                  const std::vector<Player>& players,
                                  const std::vector<char>& asked, const WorldId& stakes,
                                  std::size_t number) {
  const actors::Stakes drawn = stakes_of(premises, stakes);
  const auto gain = [&](int q, solve::Acting acting) {
    const Player& player = players[static_cast<std::size_t>(q)];
    if (asked[static_cast<std::size_t>(player.place)] == 0) return -1.0;
    return theatre.gain(
        q, acting, *premises.aggressor, drawn,
        Stream(stakes.seed, number, name_hash({"attack", player.contingency}), name_hash("chance"))
            .uniform());
  };
  const solve::Acting least = solve::ends(static_cast<int>(players.size()), gain).least;
  std::vector<char> hit(asked.size(), 0);
  for (std::size_t q = 0; q < players.size(); ++q)
    if ((least >> q & 1) != 0) hit[static_cast<std::size_t>(players[q].place)] = 1;
  return hit;
}

std::vector<char> least_attackers(Theatre& theatre, const Question& question,
                                  const std::vector<Player>& players,
                                  const std::vector<char>& asked, const Sampling& sampling,
                                  std::size_t number) {
  WorldId draw{sampling.seed, {}};
  if (sampling.vary.facts) draw.number = number;
  return least_attackers(theatre, question.premises, players, asked, draw, number);
}

}  // namespace entente::campaign
