#include "analysis/deterrence/tables.h"

#include <algorithm>
#include <bit>
#include <map>

#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Table;
using card::Value;
using solve::Acting;

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
    pressed();
    suppliers();
    sponsors();
    thrown();
    Table& structure = table("structure");
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

  Table& table(std::string_view name) {
    return record_.table(*std::ranges::find(deterrence_tables(), name, &card::TableSpec::name));
  }

  /// What the intervals of the central figures are over.
  Vary drawn() const { return {f_.central.draws > 1 && !f_.asked.enumerated, false}; }

  void figure(std::vector<Value>& row, std::size_t column) const {
    put(row, f_.swept.figures.estimate(column), vary(), kShare);
  }

  void attack() {
    Table& into = table("attack");
    for (std::size_t q = 0; q < players().size(); ++q) {
      std::vector<Value> row{players()[q].aggressor, players()[q].contingency};
      for (const std::size_t column : {columns_.least(q), columns_.greatest(q), columns_.naive(q),
                                       columns_.win(q), columns_.unaided(q)})
        figure(row, column);
      into.row(std::move(row));
    }
  }

  /// The reading with the group to blame has the law of its own event.
  void sponsors() {
    constexpr std::string_view kWords[kBlames] = {"hidden", "as_it_is", "named"};
    Table& into = table("sponsors");
    for (const Sponsored& one : f_.sponsored) {
      const Player& player = players()[one.player];
      const auto place = static_cast<std::size_t>(player.place);
      const world::Uncertain& link = f_.asked.question.situation.places[place].link.range;
      const world::Uncertain& found = f_.asked.question.situation.places[place].attribution.range;
      const auto readings = readings_of({link.value, found.value});
      for (std::size_t i = 0; i < kBlames; ++i) {
        std::vector<Value> row{
            player.contingency,     player.aggressor, f_.asked.symbols.name(one.sponsor),
            std::string(kWords[i]), readings[i].link, readings[i].attribution};
        figure(row, columns_.blamed(one.player, i));
        row.emplace_back(static_cast<std::int64_t>(static_cast<Blame>(i) == Blame::named
                                                       ? one.bound_against_sponsor
                                                       : one.bound_against_group));
        into.row(std::move(row));
      }
    }
  }

  void central() {
    Table& into = table("central");
    if (!f_.central.looked()) return;
    for (std::size_t q = 0; q < players().size(); ++q) {
      const Standing& one = f_.central.standing[q];
      std::vector<Value> row{players()[q].aggressor, players()[q].contingency, one.attacks,
                             one.attacks_naively};
      put_interval(row, one.gain, drawn());
      put_interval(row, one.win, drawn(), kShare);
      put_interval(row, one.win_all, drawn(), kShare);
      row.emplace_back(one.umbrella);
      into.row(std::move(row));
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
    Table& into = table("equilibria");
    for (const auto& [pair, count] : rows) {
      const auto [least, greatest] = pair;
      std::vector<Value> row{title(least), title(greatest),
                             static_cast<std::int64_t>(std::popcount(greatest)) -
                                 static_cast<std::int64_t>(std::popcount(least))};
      put_interval(row, share(least, greatest), vary(), kShare);
      row.emplace_back();
      if (f_.central.looked()) row.back() = pair == central;
      into.row(std::move(row));
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
    Table& into = table("pure");
    for (const Acting one : f_.central.pure)
      into.row({title(one), static_cast<std::int64_t>(std::popcount(one))});
  }

  void tipping() {
    Table& into = table("tipping");
    for (const Tip& one : f_.central.tips) {
      std::vector<Value> row{one.what, one.who};
      if (one.tips)
        put_interval(row, one.amount, {one.sampled, false});
      else
        row.resize(row.size() + 3);
      row.emplace_back(title(one.from));
      row.emplace_back(title(one.to));
      into.row(std::move(row));
    }
  }

  void turns() {
    Table& into = table("turns");
    for (const Turn& one : f_.central.turns) {
      std::vector<Value> row{players()[one.player].contingency, one.stake, one.unit, one.value};
      put_interval(row, one.at, drawn());
      row.emplace_back(one.low);
      row.emplace_back(one.high);
      into.row(std::move(row));
    }
  }

  void judges() {
    Table& into = table("judges");
    for (const Judged& one : f_.central.judged) {
      std::vector<Value> row{players()[one.player].contingency, one.judge};
      put_interval(row, one.win, drawn(), kShare);
      row.emplace_back(one.unaided);
      into.row(std::move(row));
    }
  }

  void grey_zone() {
    Table& into = table("grey_zone");
    for (std::size_t q = 0; q < players().size(); ++q) {
      if (!players()[q].grey || !f_.central.looked()) continue;
      const Standing& one = f_.central.standing[q];
      std::vector<Value> row{players()[q].contingency, one.incidents};
      put_interval(row, one.taken, drawn(), kShare);
      row.emplace_back(one.slip);
      put_interval(row, one.gain, drawn());
      into.row(std::move(row));
    }
  }

  void pressed() {
    Table& into = table("pressed");
    for (const Pressed& one : f_.central.pressed) {
      std::vector<Value> row{players()[one.player].contingency,
                             one.levers,
                             one.balance,
                             one.chance,
                             one.factor,
                             one.gain_without,
                             one.gain,
                             one.gain - one.gain_without};
      row.resize(row.size() + 2);
      if (one.offer) row[8] = std::string(one.reads_as_weakness() ? "weakness" : "strength");
      if (one.turns_at) row[9] = *one.turns_at;
      into.row(std::move(row));
    }
  }

  void suppliers() {
    Table& into = table("suppliers");
    for (const Strike& one : f_.strikes) {
      std::vector<Value> row{players()[one.player].contingency, one.helper, one.gain.mean > 0,
                             one.gain_naive > 0};
      put_interval(row, one.gain, drawn());
      row.emplace_back(one.answered);
      row.emplace_back(one.guarantor);
      if (one.turns_at)
        put_interval(row, *one.turns_at, drawn(), kShare);
      else
        row.resize(row.size() + 3);
      into.row(std::move(row));
    }
    Table& wars = table("strikes");
    for (const Strike& one : f_.strikes) {
      std::vector<Value> row{players()[one.player].contingency, one.helper};
      for (const auto* win : {&one.win, &one.win_without, &one.win_entered, &one.win_widened})
        put_interval(row, *win, drawn(), kShare);
      row.emplace_back(one.umbrella);
      wars.row(std::move(row));
    }
  }

  void thrown() {
    Table& into = table("switch");
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
      std::vector<Value> row{players()[q].contingency};
      put(row, sums.estimate(0), vary(), kShare);
      put(row, sums.estimate(1), vary(), kShare);
      put(row, sums.estimate(2), vary(), {-1, 1});
      into.row(std::move(row));
    }
  }

  Record& record_;
  const DeterrenceFindings& f_;
  AttackColumns columns_;
};

}  // namespace

void add_tables(Record& record, const DeterrenceFindings& findings) {
  Writing(record, findings).run();
}

}  // namespace entente::analysis
