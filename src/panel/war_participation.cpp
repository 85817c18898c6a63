#include "panel/war_participation.h"

#include <algorithm>
#include <map>
#include <utility>

namespace entente::panel {
namespace {

constexpr int kSplit = 1945;  ///< Where the published shares part.

constexpr std::string_view kLeeds = "Leeds, Long and Mitchell (2000): promises honoured, 1816-1944";
constexpr std::string_view kBerkemeier =
    "Berkemeier and Fuhrmann (2018): promises honoured in war, 1816-2003";

/// A state that is bound, and by what.
struct Bond {
  std::int64_t state = 0;
  int side = 0;
  bool defence = false;
  auto operator<=>(const Bond&) const = default;
};

double share(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : 0; }

/// One war taken apart.
struct Beginning {
  std::map<std::int64_t, int> side;       ///< Of every belligerent.
  std::map<std::int64_t, int> originals;  ///< Side by state.
  int attackers = 0;                      ///< Their side; 0 where nobody is marked.
};

Beginning beginning(std::span<const Belligerent> all, War& war) {
  Beginning found;
  war.start = std::ranges::min_element(all, {}, &Belligerent::start)->start;
  for (const Belligerent& one : all) {
    found.side.emplace(one.state, one.side);
    if (one.start != war.start) continue;
    found.originals.emplace(one.state, one.side);
    war.originals.insert(one.state);
    if (one.initiator) found.attackers = one.side;
  }
  for (const auto& [state, side] : found.side)
    if (!war.originals.contains(state)) war.joined.insert(state);
  return found;
}

using ByAlliance = std::map<std::int64_t, std::vector<Pact>>;

/// Who was bound on the day before, by any alliance.
std::set<Bond> bonds_of(const War& war, const Beginning& begun, const ByAlliance& alliances) {
  const Date eve{war.start.days - 1};
  std::set<Bond> bonds;
  for (const auto& [alliance, pacts] : alliances)
    for (const Pact& partner : pacts) {
      const auto original = begun.originals.find(partner.member);
      if (original == begun.originals.end() || !partner.spell.holds(eve)) continue;
      const bool attacked = original->second != begun.attackers;
      for (const Pact& pact : pacts)
        if (!begun.originals.contains(pact.member) && pact.spell.holds(eve) &&
            (attacked ? pact.defence : pact.offence))
          bonds.insert({pact.member, original->second, attacked});
    }
  return bonds;
}

void count(Confusion& into, bool predicted, bool joined) {
  if (predicted)
    ++(joined ? into.joined_predicted : into.absent_predicted);
  else
    ++(joined ? into.joined_unforeseen : into.absent_foreseen);
}

void count_rate(WarParticipation& all, const Bond& bond, int year, bool kept) {
  for (KeptRate& rate : all.rates) {
    if (rate.duty != "any" && (rate.duty == "defence") != bond.defence) continue;
    if ((rate.period == "to 1944" && year >= kSplit) ||
        (rate.period == "from 1945" && year < kSplit))
      continue;
    ++rate.bound;
    rate.kept += kept ? 1 : 0;
  }
}

/// Counts every member of the system that was not at war on the first day.
void count_war(WarParticipation& all, War& war, const Beginning& begun, const std::set<Bond>& bonds,
               std::span<const Border> borders, const Members& members) {
  const int year = year_of(war.start);
  std::set<std::int64_t> near;
  for (const Border& border : borders) {
    if (year < border.first || year > border.last) continue;
    if (war.originals.contains(border.a)) near.insert(border.b);
    if (war.originals.contains(border.b)) near.insert(border.a);
  }
  const auto side_joined = [&](std::int64_t state) {
    const auto found = begun.side.find(state);
    return found == begun.side.end() ? 0 : found->second;
  };
  for (const Bond& bond : bonds) {
    if (members.place(year, bond.state) < 0) continue;
    war.bound.insert(bond.state);
    const bool kept = side_joined(bond.state) == bond.side;
    if (kept) war.kept.insert(bond.state);
    count_rate(all, bond, year, kept);
  }
  for (const int state : members.in(year)) {
    if (war.originals.contains(state)) continue;
    const bool joined = war.joined.contains(state);
    const bool bound = war.bound.contains(state);
    count(all.pacts, bound, bound ? war.kept.contains(state) : joined);
    count(all.nobody, false, joined);
    count(all.neighbours, near.contains(state), joined);
  }
}

Date day_or(std::int64_t year, std::int64_t month, std::int64_t day, int missing_month,
            int missing_day) {
  const auto number = [](std::int64_t given, int other) {
    return given == history::kMissing ? other : static_cast<int>(given);
  };
  const int m = number(month, missing_month), d = number(day, missing_day);
  return make_date(static_cast<int>(year), m, d)
      .value_or(make_date(static_cast<int>(year), m, 28).value_or(Date{}));
}

Result<std::vector<Belligerent>> read_belligerents(const history::Store& store) {
  const auto rows =
      store.read("war_participant", {"warnum", "warname", "ccode", "side", "initiator",
                                     "startyear1", "startmonth1", "startday1"});
  if (!rows) return rows.error();
  std::vector<Belligerent> all;
  const auto whole = [&](std::string_view name, std::size_t i) { return rows->whole(name)[i]; };
  for (std::size_t i = 0; i < rows->rows; ++i) {
    if (whole("startyear1", i) == history::kMissing) continue;
    all.push_back(
        {whole("warnum", i), whole("ccode", i), static_cast<int>(whole("side", i)),
         day_or(whole("startyear1", i), whole("startmonth1", i), whole("startday1", i), 1, 1),
         whole("initiator", i) == 1, rows->text("warname")[i]});
  }
  return all;
}

Result<std::vector<Pact>> read_pacts(const history::Store& store) {
  const auto rows =
      store.read("atop_member", {"atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit",
                                 "dayexit", "defense", "offense"});
  if (!rows) return rows.error();
  std::vector<Pact> all;
  const auto whole = [&](std::string_view name, std::size_t i) { return rows->whole(name)[i]; };
  for (std::size_t i = 0; i < rows->rows; ++i) {
    const bool open = whole("yrexit", i) == history::kMissing;
    all.push_back(
        {whole("atopid", i),
         whole("member", i),
         {day_or(whole("yrent", i), whole("moent", i), whole("dayent", i), 1, 1),
          open ? kAlwaysAfter
               : day_or(whole("yrexit", i), whole("moexit", i), whole("dayexit", i), 12, 28)},
         whole("defense", i) == 1,
         whole("offense", i) == 1});
  }
  return all;
}

Result<std::vector<Border>> read_borders(const history::Store& store) {
  const auto rows =
      store.read("contiguity_spell", {"ccode1", "ccode2", "stdate", "enddate"}, "conttype = 1");
  if (!rows) return rows.error();
  std::vector<Border> all;
  const auto year = [](const std::string& day) { return std::stoll(day.substr(0, 4)); };
  for (std::size_t i = 0; i < rows->rows; ++i)
    all.push_back({rows->whole("ccode1")[i], rows->whole("ccode2")[i],
                   year(rows->text("stdate")[i]), year(rows->text("enddate")[i])});
  return all;
}

}  // namespace

double Confusion::precision() const {
  return share(joined_predicted, joined_predicted + absent_predicted);
}
double Confusion::recall() const {
  return share(joined_predicted, joined_predicted + joined_unforeseen);
}
double Confusion::accuracy() const {
  return share(joined_predicted + absent_foreseen,
               joined_predicted + absent_foreseen + joined_unforeseen + absent_predicted);
}

WarParticipation war_participation(std::span<const Belligerent> belligerents,
                                   std::span<const Pact> pacts, std::span<const Border> borders,
                                   const Members& members) {
  WarParticipation all;
  all.rates = {{"any", "to 1944", 0, 0, 0.745, kLeeds},
               {"any", "all", 0, 0, 73.0 / 146, kBerkemeier},
               {"any", "to 1944", 0, 0, 61.0 / 92, kBerkemeier},
               {"any", "from 1945", 0, 0, 12.0 / 54, kBerkemeier},
               {"defence", "all", 0, 0, 42.0 / 102, kBerkemeier},
               {"offence", "all", 0, 0, 31.0 / 42, kBerkemeier}};
  ByAlliance alliances;
  for (const Pact& pact : pacts) alliances[pact.alliance].push_back(pact);
  std::map<std::int64_t, std::vector<Belligerent>> wars;
  for (const Belligerent& one : belligerents) wars[one.war].push_back(one);
  for (const auto& [number, states] : wars) {
    War war;
    war.number = number;
    war.name = states.front().name;
    const Beginning begun = beginning(states, war);
    if (begun.attackers == 0) {
      all.left_out.push_back(war.name);
      continue;
    }
    count_war(all, war, begun, bonds_of(war, begun, alliances), borders, members);
    all.wars.push_back(std::move(war));
  }
  return all;
}

Result<WarParticipation> war_participation(const history::Store& store) {
  const auto belligerents = read_belligerents(store);
  if (!belligerents) return belligerents.error();
  const auto pacts = read_pacts(store);
  if (!pacts) return pacts.error();
  const auto borders = read_borders(store);
  if (!borders) return borders.error();
  const auto members = Members::read(store, 1816, 2018);
  if (!members) return members.error();
  return war_participation(*belligerents, *pacts, *borders, *members);
}

std::span<const std::string_view> tables_of_war_participation() {
  static constexpr std::string_view kTables[] = {"atop_member", "contiguity_spell", "system_year",
                                                 "war_participant"};
  return kTables;
}

}  // namespace entente::panel
