#include "campaign/named_programme.h"

#include "campaign/joint.h"

namespace entente::campaign {
namespace {

/// Names the rows and columns of a joint programme.
class Naming {
 public:
  Naming(const Situation& s, const std::string& set, const Joint& joint)
      : s_(s), set_(set), joint_(joint) {
    all_.lp = joint.lp();
    all_.rows.resize(all_.lp.rows.size());
    all_.columns.resize(all_.lp.columns.size());
  }

  NamedProgramme run(std::size_t air) {
    for (std::size_t i = 0; i < joint_.size(); ++i) {
      cells(i);
      units(i);
      limits(i);
    }
    const std::vector<int>& lift = joint_.lift_rows();
    for (std::size_t at = 0; at < lift.size(); ++at)
      put(all_.rows, lift[at], "lift." + set_ + day(at % air) + place(joint_.problem(0), at / air));
    return std::move(all_);
  }

 private:
  static void put(std::vector<std::string>& names, int at, std::string text) {
    if (at >= 0) names[static_cast<std::size_t>(at)] = std::move(text);
  }

  void cells(std::size_t i) {
    const Problem& p = joint_.problem(i);
    for (std::size_t cell = 0; cell < p.net.size(); ++cell) {
      const std::string end = tail(p, cell % p.periods) + place(p, cell / p.periods);
      put(all_.columns, joint_.column(i, joint_.programme(i).short_column(cell)), "short" + end);
      put(all_.rows, joint_.row(i, joint_.programme(i).cover_row(cell)), "cover" + end);
    }
  }

  void units(std::size_t i) {
    const Problem& p = joint_.problem(i);
    const Programme& programme = joint_.programme(i);
    for (std::size_t j = 0; j < p.slots.size(); ++j)
      for (std::size_t t = 0; t < p.periods; ++t) {
        const std::string end =
            tail(p, t) + pool(p.slots[j].pool) + "." + place(p, p.slots[j].place);
        put(all_.columns, joint_.column(i, programme.unit_column(j, t)), "there" + end);
        put(all_.rows, joint_.row(i, programme.stay_row(j, t)), "stay" + end);
      }
    for (std::size_t m = 0; m < p.moves.size(); ++m) {
      const Move& move = p.moves[m];
      put(all_.columns, joint_.column(i, programme.move_column(m)),
          "move" + tail(p, move.depart) + pool(p.slots[move.from].pool) + "." +
              place(p, p.slots[move.from].place) + "." + place(p, p.slots[move.to].place));
    }
  }

  void limits(std::size_t i) {
    const Problem& p = joint_.problem(i);
    for (std::size_t l = 0; l < p.limits.size(); ++l)
      for (std::size_t t = 0; t < p.periods; ++t) {
        const std::string end = tail(p, t) + pool(p.limits[l].pool);
        put(all_.rows, joint_.row(i, joint_.programme(i).all_row(l, t)), "all" + end);
        put(all_.rows, joint_.row(i, joint_.programme(i).away_row(l, t)), "away" + end);
      }
  }

  std::string day(std::size_t t) const { return ".d" + std::to_string(s_.days[t]) + "."; }
  std::string tail(const Problem& p, std::size_t t) const {
    return "." + set_ + "." + s_.element_names[static_cast<std::size_t>(p.element)] + day(t);
  }
  std::string place(const Problem& p, std::size_t c) const {
    return s_.places[static_cast<std::size_t>(p.set[c])].name;
  }
  std::string pool(int index) const {
    const PoolCase& one = s_.pools[static_cast<std::size_t>(index)];
    return s_.owners[static_cast<std::size_t>(one.owner)].name + "." + one.name;
  }

  const Situation& s_;
  const std::string& set_;
  const Joint& joint_;
  NamedProgramme all_;
};

}  // namespace

NamedProgramme named_programme(const Situation& situation, const Numbers& numbers, const Kept& kept,
                               std::span<const int> set) {
  const std::string title = situation.title(set);
  const WorldTerms world = world_terms(situation, numbers);
  const DrawTerms terms = draw_terms(world, kept);
  std::vector<Problem> problems;
  for (std::size_t k = 0; k < situation.elements.size(); ++k)
    problems.push_back(problem_of(terms, set, static_cast<int>(k)));
  std::vector<const Problem*> all;
  for (const Problem& one : problems) all.push_back(&one);
  const bool limited = situation.rules.lift && situation.carrier >= 0;
  const Lift lift = lift_of(world);
  const Joint joint(all, false, limited ? &lift : nullptr);
  return Naming(situation, title, joint).run(lift.air);
}

}  // namespace entente::campaign
