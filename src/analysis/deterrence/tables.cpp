#include "analysis/deterrence/tables.h"

#include <algorithm>
#include <bit>
#include <map>

#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Column;
using card::Record;
using card::Table;
using card::Value;
using solve::Acting;

constexpr Column kAttack[] = {
    {"aggressor", "", "Who would attack."},
    {"contingency", "", "Where; each is decided for itself."},
    {"p_attack", "probability",
     "Share of draws of facts and stakes in which it attacks, others attacking only where that "
     "pays by itself: the least equilibrium."},
    {"p_attack_lo", "probability", "90 % interval of that share: more draws narrow it."},
    {"p_attack_hi", "probability", "Its upper end."},
    {"p_attack_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_p95", "probability", "Its upper end; empty where facts are not varied."},
    {"p_attack_greatest", "probability",
     "The same if each expects all others to attack: the greatest equilibrium."},
    {"p_attack_greatest_lo", "probability", "90 % interval of that share."},
    {"p_attack_greatest_hi", "probability", "Its upper end."},
    {"p_attack_greatest_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_greatest_p95", "probability", "Its upper end."},
    {"p_attack_naive", "probability",
     "Naive baseline: an aggressor that takes no account of allies at all."},
    {"p_attack_naive_lo", "probability", "90 % interval of that share."},
    {"p_attack_naive_hi", "probability", "Its upper end."},
    {"p_attack_naive_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_naive_p95", "probability", "Its upper end."},
    {"p_win", "probability", "That it wins against those who come: mean over draws."},
    {"p_win_lo", "probability", "90 % interval of the mean."},
    {"p_win_hi", "probability", "Its upper end."},
    {"p_win_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_win_p95", "probability", "Its upper end."},
    {"p_win_unaided", "probability", "That it would win against the target alone."},
    {"p_win_unaided_lo", "probability", "90 % interval of the mean."},
    {"p_win_unaided_hi", "probability", "Its upper end."},
    {"p_win_unaided_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_win_unaided_p95", "probability", "Its upper end."},
};
constexpr Column kCentral[] = {
    {"aggressor", "", "Who would attack."},
    {"contingency", "", "Where."},
    {"attacks", "", "With facts and assumptions at their values, in the least equilibrium."},
    {"attacks_naive", "", "The same if it took no account of allies."},
    {"gain", "prize",
     "What attacking is worth over leaving things as they are; above 0 it attacks."},
    {"gain_lo", "prize", "90 % interval over draws of honour."},
    {"gain_hi", "prize", "Its upper end."},
    {"p_win", "probability", "That it wins, mean over draws of honour."},
    {"p_win_all", "probability", "That it wins if everybody attacks at once."},
    {"umbrella", "probability",
     "Reliability of the nuclear promise; 1 where the target has weapons."},
};
constexpr Column kEquilibria[] = {
    {"least", "", "Contingencies attacked if each attacks only where that pays by itself."},
    {"greatest", "", "Contingencies attacked if each expects all others to attack."},
    {"fragility", "attacks", "Attacks in the greatest less attacks in the least."},
    {"share", "share of draws", "Of facts and stakes in which it comes out so."},
    {"share_lo", "share of draws", "90 % interval."},
    {"share_hi", "share of draws", "Its upper end."},
    {"central", "", "Whether it does with facts and assumptions at their values."},
};
constexpr Column kPure[] = {
    {"equilibrium", "", "A pure equilibrium with facts and assumptions at their values."},
    {"attacks", "", "How many attack in it."},
};
constexpr Column kTipping[] = {
    {"what", "", "attack: exogenous attacks; loss_of_force: of all forces of a patron."},
    {"who", "", "The contingencies attacked, or the patron."},
    {"amount", "attacks or share", "How many attacks, or what share of its forces is lost."},
    {"from", "", "Attacked before, with facts and assumptions at their values."},
    {"to", "", "Attacked after; as before where not even the loss of all tips it."},
};
constexpr Column kTurns[] = {
    {"contingency", "", "Whose attacker decides."},
    {"stake", "", "An assumption about it (its flag)."},
    {"value", "", "As it is."},
    {"turns_at", "", "Where the decision turns round, all else as it is."},
    {"low", "", "Its range."},
    {"high", "", "Its upper end."},
};
constexpr Column kJudges[] = {
    {"contingency", "", "Attacked alone, with facts and assumptions at their values."},
    {"judge", "", "A model of who wins, or the ensemble of those that apply."},
    {"p_win", "probability", "That the attacker wins, mean over draws of honour."},
    {"p_win_unaided", "probability", "That it wins if nobody comes."},
};
constexpr Column kGrey[] = {
    {"contingency", "", "A campaign below the threshold of armed attack."},
    {"incidents", "", "Expected until it ends."},
    {"taken", "share of the prize", "Held at the end: the fait accompli."},
    {"slip", "probability", "That an incident is answered as an armed attack."},
    {"gain", "prize", "What the campaign is worth to the attacker."},
};
constexpr Column kSuppliers[] = {
    {"contingency", "", "The war that is on."},
    {"helper", "", "Who helps the victim, and might be struck for it."},
    {"strikes", "", "Whether striking it pays."},
    {"strikes_naive", "", "Whether it would if nobody answered, not even the helper."},
    {"gain", "prize", "Worth of striking over not, with facts and assumptions at their values."},
    {"answered", "probability", "Reliability of the best promise to fight for the helper."},
    {"guarantor", "", "Who made it; of equals the strongest."},
    {"turns_at", "probability",
     "The reliability below which striking would pay; empty where none does."},
};
constexpr Column kStrikes[] = {
    {"contingency", "", "The war that is on."},
    {"helper", "", "Who helps the victim, and might be struck for it."},
    {"now", "probability", "That the attacker wins as things are."},
    {"without", "probability", "Were the help gone and nobody answered."},
    {"entered", "probability", "Were the helper itself at war besides."},
    {"widened", "probability", "Were those bound to fight for it at war besides."},
    {"umbrella", "probability", "Reliability of the nuclear promise; 1: weapons of its own."},
};
constexpr Column kSwitch[] = {
    {"contingency", "", "Where."},
    {"supplied", "probability", "Share of draws in which it is attacked if nothing is withheld."},
    {"withheld", "probability", "The same draws with the patron's services withheld."},
    {"more", "probability", "The second less the first, paired draw by draw."},
    {"more_lo", "probability", "90 % interval of that difference."},
    {"more_hi", "probability", "Its upper end."},
    {"more_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"more_p95", "probability", "Its upper end."},
};
constexpr Column kStructure[] = {
    {"tested", "", "Pairs of sets compared: does one more attack make another less tempting?"},
    {"violated", "", "Where it does: the game is not supermodular there."},
    {"worst", "prize", "The largest fall of a gain by one more attack."},
    {"unstable_draws", "", "Draws in which an end found by best replies is no equilibrium."},
    {"draws", "", "Draws in all."},
};
constexpr card::TableSpec kTables[] = {
    {"attack", "Who attacks, how likely.", kAttack},
    {"central", "The decisions with facts and assumptions at their values.", kCentral},
    {"equilibria", "What is attacked at least and at most, the most frequent first.", kEquilibria},
    {"pure", "Every pure equilibrium with facts and assumptions at their values.", kPure},
    {"tipping", "What tips the least equilibrium into a worse one.", kTipping},
    {"turns", "Which stakes turn a decision round within their range.", kTurns},
    {"judges", "Who wins, judge by judge.", kJudges},
    {"grey_zone", "Campaigns below the threshold, priced.", kGrey},
    {"suppliers", "Whether those who help are struck too: an event and a decision of its own.",
     kSuppliers},
    {"strikes", "Who wins the war if helpers are struck.", kStrikes},
    {"switch", "What withholding does to deterrence; empty where --cutoff names nobody.", kSwitch},
    {"structure", "Whether one attack always invites another.", kStructure},
};
constexpr card::View kViews[] = {
    {.table = "attack"},
    {.table = "central"},
    {.table = "equilibria", .most = 10},
    {.table = "pure"},
    {.table = "tipping"},
    {.table = "turns", .most = 20},
    {.mark = card::Mark::folded, .table = "judges", .x = "judge", .most = 12},
    {.table = "grey_zone"},
    {.table = "suppliers", .most = 12},
    {.mark = card::Mark::counted, .table = "strikes"},
    {.table = "switch"},
    {.table = "structure"},
};

class Writing {
 public:
  Writing(Record& record, const DeterrenceFindings& f)
      : record_(record), f_(f), columns_{f.asked.players.size()} {}

  void run() {
    attack();
    central();
    equilibria();
    pure();
    tipping();
    turns();
    judges();
    grey_zone();
    suppliers();
    thrown();
    Table& structure = record_.table(kTables[11]);
    if (f_.central.looked())
      structure.row({static_cast<std::int64_t>(f_.central.monotone.tested),
                     static_cast<std::int64_t>(f_.central.monotone.violated),
                     f_.central.monotone.worst, static_cast<std::int64_t>(f_.swept.unstable),
                     static_cast<std::int64_t>(f_.swept.draws())});
  }

 private:
  const std::vector<Player>& players() const { return f_.asked.players; }
  const Vary& vary() const { return f_.asked.sampling.vary; }

  std::string title(Acting acting) const {
    std::vector<int> set;
    for (std::size_t q = 0; q < players().size(); ++q)
      if ((acting >> q & 1) != 0) set.push_back(players()[q].place);
    return set.empty() ? "none" : f_.asked.question.situation.title(set);
  }

  void figure(std::vector<Value>& row, std::size_t column) const {
    put(row, f_.swept.figures.estimate(column), vary(), kShare);
  }

  void attack() {
    Table& table = record_.table(kTables[0]);
    for (std::size_t q = 0; q < players().size(); ++q) {
      std::vector<Value> row{players()[q].aggressor, players()[q].contingency};
      for (const std::size_t column : {columns_.least(q), columns_.greatest(q), columns_.naive(q),
                                       columns_.win(q), columns_.unaided(q)})
        figure(row, column);
      table.row(std::move(row));
    }
  }

  void central() {
    Table& table = record_.table(kTables[1]);
    if (!f_.central.looked()) return;
    for (std::size_t q = 0; q < players().size(); ++q) {
      const Standing& one = f_.central.standing[q];
      std::vector<Value> row{players()[q].aggressor, players()[q].contingency, one.attacks,
                             one.attacks_naively, one.gain};
      row.emplace_back();
      row.emplace_back();
      if (f_.central.draws > 1) {
        row[5] = one.low;
        row[6] = one.high;
      }
      row.emplace_back(one.win);
      row.emplace_back(one.win_all);
      row.emplace_back(one.umbrella);
      table.row(std::move(row));
    }
  }

  /// Pairs of ends with the share of draws that have them.
  void equilibria() {
    using Pair = std::pair<Acting, Acting>;
    std::map<Pair, std::size_t> counts;
    for (const auto& world : f_.swept.ends)
      for (const solve::Ends& one : world) ++counts[{one.least, one.greatest}];
    const Pair central{f_.central.ends.least, f_.central.ends.greatest};
    if (f_.central.looked()) counts[central];  // Listed even where no draw has it.
    std::vector<std::pair<Pair, std::size_t>> rows(counts.begin(), counts.end());
    std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
      const bool first = f_.central.looked() && a.first == central;
      const bool second = f_.central.looked() && b.first == central;
      return first != second ? first : a.second > b.second;
    });
    Table& table = record_.table(kTables[2]);
    for (const auto& [pair, count] : rows) {
      const auto [least, greatest] = pair;
      std::vector<Value> row{title(least), title(greatest),
                             static_cast<std::int64_t>(std::popcount(greatest)) -
                                 static_cast<std::int64_t>(std::popcount(least))};
      put_interval(row, share(least, greatest), vary(), kShare);
      row.emplace_back();
      if (f_.central.looked()) row.back() = pair == central;
      table.row(std::move(row));
    }
  }

  solve::Estimate share(Acting least, Acting greatest) const {
    const auto& worlds = f_.swept.ends;
    solve::Sums sums(1, worlds.size(), worlds.front().size());
    for (std::size_t w = 0; w < worlds.size(); ++w)
      for (const solve::Ends& one : worlds[w])
        sums.add(w, {one.least == least && one.greatest == greatest ? 1.0 : 0.0});
    return sums.estimate(0);
  }

  void pure() {
    Table& table = record_.table(kTables[3]);
    for (const Acting one : f_.central.pure)
      table.row({title(one), static_cast<std::int64_t>(std::popcount(one))});
  }

  void tipping() {
    Table& table = record_.table(kTables[4]);
    for (const Tip& one : f_.central.tips)
      table.row({one.what, one.who, one.tips ? Value(one.amount) : Value(), title(one.from),
                 title(one.to)});
  }

  void turns() {
    Table& table = record_.table(kTables[5]);
    for (const Turn& one : f_.central.turns)
      table.row(
          {players()[one.player].contingency, one.stake, one.value, one.at, one.low, one.high});
  }

  void judges() {
    Table& table = record_.table(kTables[6]);
    for (const Judged& one : f_.central.judged)
      table.row({players()[one.player].contingency, one.judge, one.win, one.unaided});
  }

  void grey_zone() {
    Table& table = record_.table(kTables[7]);
    for (std::size_t q = 0; q < players().size(); ++q) {
      if (!players()[q].grey || !f_.central.looked()) continue;
      const Standing& one = f_.central.standing[q];
      table.row({players()[q].contingency, one.incidents, one.taken, one.slip, one.gain});
    }
  }

  void suppliers() {
    Table& table = record_.table(kTables[8]);
    for (const Strike& one : f_.strikes)
      table.row({players()[one.player].contingency, one.helper, one.gain > 0, one.gain_naive > 0,
                 one.gain, one.answered, one.guarantor,
                 one.turns_at ? Value(*one.turns_at) : Value()});
    Table& wars = record_.table(kTables[9]);
    for (const Strike& one : f_.strikes)
      wars.row({players()[one.player].contingency, one.helper, one.win, one.win_without,
                one.win_entered, one.win_widened, one.umbrella});
  }

  void thrown() {
    Table& table = record_.table(kTables[10]);
    if (f_.supplied.empty()) return;
    const auto &before = f_.supplied.front().ends, &after = f_.swept.ends;
    const std::size_t worlds = std::min(before.size(), after.size());
    for (std::size_t q = 0; q < players().size(); ++q) {
      solve::Sums sums(3, worlds, after.front().size());
      for (std::size_t w = 0; w < worlds; ++w)
        for (std::size_t i = 0; i < after[w].size(); ++i) {
          const double first = before[w][i].least >> q & 1, second = after[w][i].least >> q & 1;
          sums.add(w, {first, second, second - first});
        }
      std::vector<Value> row{players()[q].contingency, sums.mean(0), sums.mean(1)};
      put(row, sums.estimate(2), vary(), {-1, 1});
      table.row(std::move(row));
    }
  }

  Record& record_;
  const DeterrenceFindings& f_;
  AttackColumns columns_;
};

}  // namespace

std::span<const card::TableSpec> deterrence_tables() { return kTables; }
std::span<const card::View> deterrence_views() { return kViews; }

void add_tables(Record& record, const DeterrenceFindings& findings) {
  Writing(record, findings).run();
}

}  // namespace entente::analysis
