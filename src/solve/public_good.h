/// A good that several pay for and all enjoy: what each gives of its own accord, and what would be
/// efficient.
///
/// Floor 1; standard library only. Contributor i has income I and splits it into consumption y and
/// a gift q >= 0. Its utility is U = y^(1-a-b) q^b Q^a with Q the sum of all gifts: `shared` is a,
/// the weight of what all enjoy, `own` is b, the weight of what its own gift yields to itself alone
/// (a joint product). With b = 0 the good is purely public. U is homogeneous of degree one in
/// money. REQUIRES: income > 0, a and b >= 0, a + b < 1. Cost O(n log n), or O(n) bisections of a
/// double where some b > 0.
/// Sources: Olson and Zeckhauser (1966); Bergstrom, Blume and Varian (1986); Cornes and Sandler
/// (1984) and Sandler and Forbes (1980) for the joint product; Andreoni and McGuire (1993) for the
/// exact set of those who give.
#pragma once

#include <span>
#include <vector>

namespace entente::solve {

struct Contributor {
  double income = 1;
  double shared = 0;  ///< a
  double own = 0;     ///< b
};

/// Who gives what. `total` is Q.
struct Provision {
  std::vector<double> gifts;
  double total = 0;

  [[nodiscard]] std::size_t givers() const;  ///< Of gifts above 0.
};

/// The best reply to the gifts of all others: max(0, a (I + R) - R) where b = 0, else the positive
/// root of q^2 + q ((1-a) R - (a+b) I) - b I R.
[[nodiscard]] double best_reply(const Contributor& one, double others);

/// The equilibrium of Nash, which is unique. Where every b = 0 it is exact, corners included: those
/// give whose a I / (1-a) lies above Q.
[[nodiscard]] Provision voluntary(std::span<const Contributor> all);

/// The equilibrium of Lindahl: each pays a price of its own for a unit of Q, the prices add up to
/// the cost of a unit, and at them all want the same Q. It pays (a + b) I, so Q = sum (a + b) I.
/// The gifts are the payments. Efficient by Samuelson's rule: the marginal rates add up to the
/// cost. Source: Lindahl (1919); Samuelson (1954).
[[nodiscard]] Provision lindahl(std::span<const Contributor> all);

/// U of each in the equilibrium of Nash `p`, and in that of Lindahl, in units of money.
[[nodiscard]] std::vector<double> utilities(std::span<const Contributor> all, const Provision& p);
[[nodiscard]] std::vector<double> lindahl_utilities(std::span<const Contributor> all);

/// The least total income that could give everybody its utility in `p`, over the total income
/// there is: 1 where `p` is efficient. REQUIRES: every b = 0, and `p.total` > 0. Source: Debreu
/// (1951), coefficient of resource utilisation.
[[nodiscard]] double resource_use(std::span<const Contributor> all, const Provision& p);

}  // namespace entente::solve
