#include "history/agreements.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/name.h"
#include "history/atop_rows.h"

namespace entente::history {
namespace {

using treaty::Agreement;
using treaty::Article;
using treaty::Duty;
using treaty::Party;
using treaty::PartySet;

using Titles = std::map<std::int64_t, std::vector<const world::State*>>;  // By COW number.

/// Numbers of a cell such as "260 to 1990-10-02, 255 after": words that are digits alone.
std::vector<std::int64_t> numbers_in(std::string_view text) {
  std::vector<std::int64_t> found;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ' && c != ',' && c != ';') {
      word += c;
      continue;
    }
    const bool digits = !word.empty() && word.size() < 5 &&
                        std::ranges::all_of(word, [](char d) { return d >= '0' && d <= '9'; });
    if (digits) found.push_back(std::stoll(word));
    word.clear();
  }
  return found;
}

Titles titles_of(const world::World& world) {
  Titles titles;
  for (const world::State& state : world.states)
    for (const std::int64_t number : numbers_in(state.cow)) titles[number].push_back(&state);
  return titles;
}

/// The days of `spell` on which a title holds the seat of its number: it lives, and no younger
/// title of the number does (Egypt from 1958 to 1961 is the United Arab Republic).
std::vector<Spell> seat_of(const world::State& state,
                           const std::vector<const world::State*>& titles, const Spell& spell) {
  std::vector<Spell> days;
  if (spell.overlaps(state.alive))
    days.push_back({std::max(spell.from, state.alive.from), std::min(spell.to, state.alive.to)});
  for (const world::State* other : titles) {
    if (other->alive.from <= state.alive.from) continue;
    std::vector<Spell> left;
    for (const Spell& one : days) {
      if (!one.overlaps(other->alive)) {
        left.push_back(one);
        continue;
      }
      if (one.from < other->alive.from) left.push_back({one.from, {other->alive.from.days - 1}});
      if (other->alive.to < one.to) left.push_back({{other->alive.to.days + 1}, one.to});
    }
    days = std::move(left);
  }
  return days;
}

/// How a promise reads: its duty and what sets it off.
struct Kind {
  std::string_view label, text;
  Duty duty;
  treaty::Trigger trigger;
  treaty::Threshold threshold;
};
constexpr Kind kKinds[kPromises] = {
    {"defence", "Aids a partner that is attacked", Duty::fight, treaty::Trigger::armed_attack,
     treaty::Threshold::armed_attack},
    {"offence", "Aids a partner in a war that the partner begins", Duty::fight,
     treaty::Trigger::own_attack, treaty::Threshold::armed_attack},
    {"neutrality", "Keeps out of a partner's war", Duty::stay_out, treaty::Trigger::war,
     treaty::Threshold::armed_attack},
    {"non_aggression", "Does not attack a partner", Duty::not_attack, treaty::Trigger::standing,
     treaty::Threshold::never},
    {"consultation", "Consults with a partner in a crisis", Duty::consult, treaty::Trigger::threat,
     treaty::Threshold::consult},
};

/// One alliance on its way into the law.
class Builder {
 public:
  Builder(std::int64_t id, std::size_t stretch, const std::vector<AtopRow>& rows,
          const Titles& titles, world::World& world)
      : id_(id), stretch_(stretch), rows_(rows), titles_(titles), world_(world) {}

  /// Nothing where fewer than two members are states of the world.
  std::optional<Agreement> build() {
    if (!add_parties()) return std::nullopt;
    const std::string number = std::to_string(id_);
    const std::string slug =
        "atop_" + number + (stretch_ > 1 ? "_" + std::to_string(stretch_) : "");
    agreement_.id = world_.symbols.intern(slug);
    agreement_.atop = number;
    agreement_.source = "ATOP 5.1, alliance " + number;
    agreement_.file = slug;
    agreement_.name = name();
    for (std::size_t kind = 0; kind < kPromises; ++kind) add_articles(kind);
    agreement_.rung = std::ranges::any_of(agreement_.articles,
                                          [](const Article& a) { return a.duty == Duty::fight; })
                          ? (agreement_.institution == 3 ? 5 : 4)
                          : 2;
    agreement_.note = "Coded by ATOP; days are those of signature." +
                      std::string(open_ ? " In force at the end of 2018, where the data end." : "");
    return std::move(agreement_);
  }

 private:
  [[nodiscard]] std::map<std::int64_t, std::vector<Spell>> memberships() const {
    std::map<std::int64_t, std::vector<Spell>> spells;
    for (const AtopRow& row : rows_) spells[row.member].push_back(row.spell);
    for (auto& [member, list] : spells) list = joined(std::move(list));
    return spells;
  }

  /// Parties by the titles that held a member's seat on the days of its spells.
  bool add_parties() {
    Date first = kAlwaysAfter, last = kAlwaysBefore;
    for (const AtopRow& row : rows_) {
      first = std::min(first, row.spell.from);
      last = std::max(last, row.spell.to);
      open_ = open_ || row.open;
      agreement_.institution = std::max(agreement_.institution, static_cast<int>(row.institution));
    }
    agreement_.signed_on = first;
    agreement_.in_force = first;
    agreement_.ended = last;
    whole_ = memberships();
    std::set<std::int64_t> known;
    for (const auto& [member, spells] : whole_) {
      for (const world::State* state : titles(member)) {
        for (const Spell& spell : spells) {
          for (const Spell& days : seat_of(*state, titles(member), spell)) {
            Party party;
            party.state = state->id;
            party.spell = days;
            party.source = "ATOP 5.1";
            agreement_.parties.push_back(std::move(party));
            known.insert(member);
          }
        }
      }
    }
    return known.size() > 1;
  }

  [[nodiscard]] std::vector<const world::State*> titles(std::int64_t member) const {
    const auto found = titles_.find(member);
    return found == titles_.end() ? std::vector<const world::State*>() : found->second;
  }

  [[nodiscard]] std::string name() const {
    constexpr std::size_t kMostNames = 4;
    std::vector<std::string> names;
    for (const Party& party : agreement_.parties) {
      const std::string& one = world_.symbols.name(party.state);
      if (std::ranges::find(names, one) == names.end()) names.push_back(one);
    }
    const std::size_t more = names.size() > kMostNames ? names.size() - kMostNames : 0;
    names.resize(names.size() - more);
    return "Alliance of " + join(names, ", ") +
           (more > 0 ? " and " + std::to_string(more) + " more" : "") + " (" +
           std::to_string(year_of(agreement_.signed_on)) + ")";
  }

  /// One article a set of limits and, where members promised for a part of their days only, a
  /// spell.
  void add_articles(std::size_t kind) {
    std::map<Limits, std::map<std::int64_t, std::vector<Spell>>> promises;
    for (const AtopRow& row : rows_)
      if (row.promised[kind]) promises[row.limits[kind]][row.member].push_back(row.spell);
    std::size_t number = 0;
    for (auto& [limits, members] : promises) {
      std::map<Spell, std::vector<std::int64_t>> by_spell;
      for (auto& [member, spells] : members) {
        const std::vector<Spell> days = joined(std::move(spells));
        if (days == whole_.at(member)) {
          by_spell[Spell{}].push_back(member);
          continue;
        }
        for (const Spell& spell : days) by_spell[spell].push_back(member);
      }
      for (const auto& [spell, promisors] : by_spell)
        add_article(kind, limits, spell, promisors, ++number);
    }
  }

  void add_article(std::size_t kind, const Limits& limits, const Spell& spell,
                   const std::vector<std::int64_t>& promisors, std::size_t number) {
    const Kind& what = kKinds[kind];
    Article article;
    article.label = world_.symbols.intern(std::string(what.label) +
                                          (number > 1 ? "_" + std::to_string(number) : ""));
    article.duty = what.duty;
    article.trigger = what.trigger;
    article.threshold = what.threshold;
    article.beneficiaries.who = PartySet::Who::others;
    article.spell = spell;
    article.source = "ATOP 5.1, alliance " + std::to_string(id_);
    article.where.file = agreement_.file;
    if (promisors.size() < whole_.size()) {
      article.promisors.who = PartySet::Who::listed;
      for (const std::int64_t member : promisors)
        for (const world::State* state : titles(member))
          article.promisors.states.push_back(state->id);
      if (article.promisors.states.empty()) return;  // Members the world does not know.
    }
    limit(article, limits, std::string(what.text));
    agreement_.articles.push_back(std::move(article));
  }

  /// What the law can say of the limits, and in words what it cannot.
  void limit(Article& article, const Limits& limits, std::string text) {
    std::vector<std::string> wider;
    for (const std::int64_t threat : limits.threats)
      for (const world::State* state : titles(threat)) {
        article.adversary.any = false;
        article.adversary.states.push_back(state->id);
      }
    if (limits.adversary && article.adversary.any) wider.emplace_back("certain adversaries");
    if (limits.place) wider.emplace_back("a place");
    if (limits.demands) wider.emplace_back("certain demands");
    article.min_adversaries = limits.number ? 2 : 1;
    article.unprovoked = limits.unprovoked;
    article.covers_older_war = limits.ongoing;
    if (limits.attacked) article.trigger = treaty::Trigger::armed_attack;
    if (limits.on_request) article.discretion = treaty::Discretion::on_request;
    if (!wider.empty())
      text += "; the treaty limits it to " + join(wider, " and ") +
              ", which ATOP codes without naming: read as unlimited";
    article.confidence = wider.empty() && !limits.number ? 'B' : 'C';
    article.text = text + ".";
  }

  std::int64_t id_;
  std::size_t stretch_;  ///< Counts the stretches of an alliance that lapsed, from 1.
  const std::vector<AtopRow>& rows_;
  const Titles& titles_;
  world::World& world_;
  Agreement agreement_;
  std::map<std::int64_t, std::vector<Spell>> whole_;  ///< Days of each membership.
  bool open_ = false;
};

using Members = std::pair<int, std::set<std::int64_t>>;  // Year of signature, COW numbers.

/// What the law holds already: ATOP ids, and years with members.
struct Known {
  std::set<std::int64_t> ids;
  std::set<Members> members;
};

Known known_by(const treaty::Law& law, const world::World& world) {
  Known held;
  for (const Agreement& agreement : law.agreements) {
    for (const std::int64_t id : numbers_in(agreement.atop)) held.ids.insert(id);
    if (agreement.signed_on == kAlwaysBefore) continue;
    Members members{year_of(agreement.signed_on), {}};
    for (const Party& party : agreement.parties) {
      const world::State* state = world.state(party.state);
      if (state == nullptr) continue;
      for (const std::int64_t number : numbers_in(state->cow)) members.second.insert(number);
    }
    held.members.insert(std::move(members));
  }
  return held;
}

Members members_of(const std::vector<AtopRow>& rows) {
  Members members;
  Date first = kAlwaysAfter;
  for (const AtopRow& row : rows) {
    first = std::min(first, row.spell.from);
    members.second.insert(row.member);
  }
  members.first = year_of(first);
  return members;
}

/// The rows by stretches of days without a gap: an alliance that lapsed and was renewed under one
/// number is two agreements.
std::vector<std::vector<AtopRow>> stretches(const std::vector<AtopRow>& rows) {
  std::vector<Spell> spells;
  for (const AtopRow& row : rows) spells.push_back(row.spell);
  std::vector<std::vector<AtopRow>> out;
  for (const Spell& stretch : joined(std::move(spells))) {
    std::vector<AtopRow>& within = out.emplace_back();
    for (const AtopRow& row : rows)
      if (row.spell.overlaps(stretch)) within.push_back(row);
  }
  return out;
}

}  // namespace

Result<Spliced> splice_atop(const Store& store, world::World& world, treaty::Law& law) {
  const auto alliances = atop_rows(store);
  if (!alliances) return alliances.error();
  const Known known = known_by(law, world);
  const Titles titles = titles_of(world);
  Spliced done;
  for (const auto& [id, rows] : *alliances) {
    if (known.ids.contains(id) || known.members.contains(members_of(rows))) {
      ++done.held;
      continue;
    }
    std::size_t added = 0;
    for (const std::vector<AtopRow>& stretch : stretches(rows)) {
      auto agreement = Builder(id, added + 1, stretch, titles, world).build();
      if (!agreement) continue;
      law.agreements.push_back(*std::move(agreement));
      ++added;
    }
    ++(added > 0 ? done.added : done.skipped);
  }
  world.index();
  treaty::index_law(law, world);
  return done;
}

}  // namespace entente::history
