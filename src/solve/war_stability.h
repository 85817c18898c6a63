/// Which states of a network of alliances can be beaten, and whether the network could last.
///
/// Floor 1; uses base. States have strengths; links are alliances. State i is vulnerable where a
/// state j and some of its allies, i not among them, are stronger than i and those of its allies
/// that did not join them: M(C) > gamma M(C'), C within N_j and j, C' = i and N_i less C. The
/// network is war-stable where (S1) nobody is vulnerable, (S2) nor would be with one more link, and
/// (S3) without any link of it both its ends would be. Whole numbers throughout, so that no tie
/// hangs on rounding. Source: Jackson and Nei (2015), PNAS 112; theorem 1: with constant gamma no
/// network with a link is war-stable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/run.h"

namespace entente::solve {

/// gamma = over / under: how much stronger attackers must be. REQUIRES: both above 0.
struct Advantage {
  std::int64_t over = 1, under = 1;
};

/// Who may attack together: a state and any of its allies, or allies of one another only.
enum class Coalition { neighbours, clique };

class Alliances {
 public:
  /// No links yet. REQUIRES: strengths above 0, their sum times either part of gamma below 2^62.
  Alliances(std::vector<std::int64_t> strengths, Advantage gamma);

  [[nodiscard]] std::size_t size() const { return strengths_.size(); }
  [[nodiscard]] bool linked(std::size_t i, std::size_t j) const { return linked_[i * size() + j]; }
  [[nodiscard]] std::int64_t strength(std::size_t i) const { return strengths_[i]; }
  [[nodiscard]] Advantage gamma() const { return gamma_; }
  [[nodiscard]] std::size_t degree(std::size_t i) const;
  [[nodiscard]] std::size_t links() const;
  [[nodiscard]] std::vector<std::size_t> allies(std::size_t i) const;

  /// Makes or cuts a link. REQUIRES: i != j.
  void set(std::size_t i, std::size_t j, bool link);

 private:
  std::vector<std::int64_t> strengths_;
  Advantage gamma_;
  std::vector<char> linked_;
};

/// A coalition that would beat a state.
struct Attack {
  std::size_t leader = 0;
  std::vector<std::size_t> attackers, defenders;  ///< Ascending; with the leader, with the state.
  std::int64_t attacking = 0, defending = 0;
};

/// Groups of states that may attack together, each as large as it may be: with constant gamma the
/// largest is the strongest against anybody.
struct Attackers {
  std::size_t leader = 0;
  bool led = true;  ///< False: anybody in it leads, so whoever is attacked only drops out.
  std::vector<std::size_t> members;  ///< Ascending.
};

/// Cliques of an alliance network that may be looked at.
inline constexpr std::size_t kMostCliques = 100000;

/// All of them; nothing where there are more cliques than kMostCliques. Cliques: Bron and Kerbosch
/// (1973), with pivots (Tomita and others 2006).
[[nodiscard]] std::optional<std::vector<Attackers>> attackers_of(const Alliances& alliances,
                                                                 Coalition coalition);

/// The attack with the largest surplus M(C) - gamma M(C') on a state, whether it wins or not; the
/// first of equals. Nothing where nobody else is there.
[[nodiscard]] std::optional<Attack> strongest_attack(const Alliances& alliances, std::size_t state,
                                                     const std::vector<Attackers>& attackers);

[[nodiscard]] bool wins(const Alliances& alliances, const Attack& attack);

/// How often a condition is broken, and where first.
struct Condition {
  std::size_t checked = 0, broken = 0;
  std::vector<std::size_t> example = {};  ///< A state, or the ends of a link and a state.

  [[nodiscard]] bool holds() const { return broken == 0; }
};

struct Stability {
  std::vector<std::optional<Attack>> won;  ///< [state]: the strongest attack where it wins.
  Condition none_vulnerable, none_after_adding, all_needed;

  [[nodiscard]] bool stable() const {
    return none_vulnerable.holds() && none_after_adding.holds() && all_needed.holds();
  }
};

/// Cost O(n^2 n d), d the mean of allies. Nothing where there are too many cliques. Throws
/// `Cancelled`.
[[nodiscard]] std::optional<Stability> war_stability(const Alliances& alliances,
                                                     Coalition coalition, const Run& run);

/// Whether the network without links is war-stable, by the closed form: M_j + M_k <= gamma M_i for
/// all distinct i, j, k, and M_j <= gamma M_i for all pairs.
[[nodiscard]] bool empty_network_stable(const Alliances& alliances);

/// The theorem tried out.
struct TheoremTried {
  std::size_t cases = 0;              ///< (network, strengths, gamma).
  std::size_t stable_with_links = 0;  ///< The theorem says: none.
  std::size_t empty_differs = 0;      ///< Networks without links where the closed form is wrong.
};

/// Every network of 3, 4 and 5 states with strengths and gammas of a fixed list: 23,168 cases.
[[nodiscard]] TheoremTried theorem_exhaustively();

/// Networks of 6 to 9 states with links, strengths and gamma drawn from streams of `seed`.
[[nodiscard]] TheoremTried theorem_at_random(std::size_t cases, std::uint64_t seed);

}  // namespace entente::solve
