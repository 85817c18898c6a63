#include "campaign/programme.h"

namespace entente::campaign {

Programme::Programme(const Problem& problem, bool with_largest) : p_(problem) {
  add_shortage();
  for (const Slot& slot : p_.slots) add_slot(slot);
  cover();
  for (const Limit& limit : p_.limits) add_limit(limit);
  if (with_largest) add_largest();
}

void Programme::add_shortage() {
  for (std::size_t i = 0; i < p_.net.size(); ++i)
    short_.push_back(p_.net[i] > 0 && p_.weight[i] > 0 ? lp_.column(p_.weight[i], 0, p_.net[i])
                                                       : -1);
}

void Programme::add_slot(const Slot& slot) {
  std::vector<int>& columns = units_.emplace_back(p_.periods, -1);
  std::vector<int>& stay = stay_.emplace_back(p_.periods, -1);
  for (std::size_t t = slot.first; t < p_.periods; ++t) {
    columns[t] = lp_.column(0, 0, slot.cap[t]);
    if (t == slot.first) continue;
    stay[t] = lp_.row(0, solve::kInfinity);  // What is there stays.
    lp_.entry(stay[t], columns[t], 1);
    lp_.entry(stay[t], columns[t - 1], -1);
  }
}

void Programme::cover() {
  for (std::size_t i = 0; i < p_.net.size(); ++i) {
    cover_.push_back(-1);
    if (short_[i] < 0) continue;
    cover_[i] = lp_.row(p_.net[i], solve::kInfinity);
    lp_.entry(cover_[i], short_[i], 1);
  }
  for (std::size_t j = 0; j < p_.slots.size(); ++j)
    for (std::size_t t = p_.slots[j].first; t < p_.periods; ++t) {
      const int row = cover_[p_.slots[j].place * p_.periods + t];
      if (row >= 0 && p_.slots[j].works[t] > 0) lp_.entry(row, units_[j][t], p_.slots[j].works[t]);
    }
}

/// Rows that no sum of caps can reach are left out.
void Programme::add_limit(const Limit& limit) {
  std::vector<int>& all = all_.emplace_back(p_.periods, -1);
  std::vector<int>& away = away_.emplace_back(p_.periods, -1);
  for (std::size_t t = 0; t < p_.periods; ++t) {
    away[t] = limit_row(limit, t, limit.away[t], true);
    if (limit.inside) all[t] = limit_row(limit, t, limit.all[t], false);
  }
}

int Programme::limit_row(const Limit& limit, std::size_t t, double most, bool away_only) {
  double caps = 0;
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    if (units_[j][t] >= 0 && !(away_only && own(limit, j))) caps += p_.slots[j].cap[t];
  if (caps <= most) return -1;
  const int row = lp_.row(-solve::kInfinity, most);
  for (std::size_t j = limit.begin; j < limit.end; ++j)
    if (units_[j][t] >= 0 && !(away_only && own(limit, j))) lp_.entry(row, units_[j][t], 1);
  return row;
}

bool Programme::own(const Limit& limit, std::size_t slot) const {
  return limit.inside && p_.slots[slot].inside;
}

/// A column at least as large as the unmet share of every contingency.
void Programme::add_largest() {
  largest_ = lp_.column(0, 0, solve::kInfinity);
  for (std::size_t c = 0; c < p_.set.size(); ++c) {
    double asked = 0;
    const int row = lp_.row(0, solve::kInfinity);
    for (std::size_t t = 0; t < p_.periods; ++t) {
      const std::size_t at = c * p_.periods + t;
      if (short_[at] < 0) continue;
      asked += p_.time[t] * p_.net[at];
      lp_.entry(row, short_[at], -p_.time[t]);
    }
    if (asked > 0) lp_.entry(row, largest_, asked);
  }
}

namespace {

/// Puts the programme of one element behind those before it.
class Joining {
 public:
  Joining(const Situation& s, const std::string& set) : s_(s), set_(set) {}

  void add(const Problem& p) {
    const Programme programme(p, false);
    const auto rows = static_cast<int>(all_.lp.rows.size());
    const auto columns = static_cast<int>(all_.lp.columns.size());
    all_.lp.append(programme.lp());
    all_.rows.resize(all_.lp.rows.size());
    all_.columns.resize(all_.lp.columns.size());
    name(p, programme, rows, columns);
  }

  NamedProgramme take() { return std::move(all_); }

 private:
  void name(const Problem& p, const Programme& programme, int rows, int columns) {
    const auto put = [](std::vector<std::string>& names, int first, int at, std::string text) {
      if (at < 0) return;
      names[static_cast<std::size_t>(first) + static_cast<std::size_t>(at)] = std::move(text);
    };
    for (std::size_t i = 0; i < p.net.size(); ++i) {
      const std::string end = tail(p, i % p.periods) + place(p, i / p.periods);
      put(all_.columns, columns, programme.short_column(i), "short" + end);
      put(all_.rows, rows, programme.cover_row(i), "cover" + end);
    }
    for (std::size_t j = 0; j < p.slots.size(); ++j)
      for (std::size_t t = 0; t < p.periods; ++t) {
        const std::string end =
            tail(p, t) + pool(p.slots[j].pool) + "." + place(p, p.slots[j].place);
        put(all_.columns, columns, programme.unit_column(j, t), "there" + end);
        put(all_.rows, rows, programme.stay_row(j, t), "stay" + end);
      }
    for (std::size_t l = 0; l < p.limits.size(); ++l)
      for (std::size_t t = 0; t < p.periods; ++t) {
        const std::string end = tail(p, t) + pool(p.limits[l].pool);
        put(all_.rows, rows, programme.all_row(l, t), "all" + end);
        put(all_.rows, rows, programme.away_row(l, t), "away" + end);
      }
  }

  std::string tail(const Problem& p, std::size_t t) const {
    return "." + set_ + "." + s_.element_names[static_cast<std::size_t>(p.element)] + ".d" +
           std::to_string(s_.days[t]) + ".";
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
  NamedProgramme all_;
};

}  // namespace

NamedProgramme named_programme(const Situation& situation, const Numbers& numbers, const Kept& kept,
                               std::span<const int> set) {
  const std::string title = situation.title(set);
  const WorldTerms world = world_terms(situation, numbers);
  const DrawTerms terms = draw_terms(world, kept);
  Joining joining(situation, title);
  for (std::size_t k = 0; k < situation.elements.size(); ++k)
    joining.add(problem_of(terms, set, static_cast<int>(k)));
  return joining.take();
}

}  // namespace entente::campaign
