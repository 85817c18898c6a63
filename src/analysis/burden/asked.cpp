#include "analysis/burden/asked.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <sstream>

#include "base/name.h"
#include "base/stream.h"
#include "belief/asked.h"
#include "campaign/assumed.h"

namespace entente::analysis {
namespace {

using treaty::Agreement;
using world::Figure;

constexpr double kMostPledged = 100;
constexpr std::size_t kMostPledges = 8;
/// What was agreed at Wales in 2014 and at The Hague in 2025, by year.
constexpr std::pair<int, double> kPledges[] = {{2014, 2}, {2025, kCorePledge}};

/// Midsummer of a year, or the day of the world where it is of that year.
Date day_in(const world::World& world, int year) {
  return year_of(world.day) == year ? world.day : make_date(year, 7, 1).value_or(world.day);
}

std::string list_of(const std::vector<int>& years) {
  std::vector<std::string> words;
  for (const int year : years) words.push_back(std::to_string(year));
  return join(words, ", ");
}

/// Years before and after `year` that have figures: what to offer instead.
std::string nearest_years(const std::vector<int>& years, int year) {
  const auto after = std::ranges::upper_bound(years, year);
  std::vector<int> offered;
  if (after != years.begin()) offered.push_back(*(after - 1));
  if (after != years.end()) offered.push_back(*after);
  return "the nearest with figures: " + list_of(offered) + " (all: " + list_of(years) + ")";
}

/// Members promise one another to fight or to assist.
bool is_alliance(const Agreement& agreement) {
  if (agreement.kept_apart || !agreement.in_force) return false;
  return std::ranges::any_of(agreement.articles, [](const treaty::Article& article) {
    using Who = treaty::PartySet::Who;
    return world::binds(article.duty) && article.promisors.who == Who::all &&
           (article.beneficiaries.who == Who::others || article.beneficiaries.who == Who::all);
  });
}

/// All of a text as a finite number.
std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, bad] = std::from_chars(text.data(), end, value);
  if (bad != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

double spent(const Alliance& alliance) {
  double sum = 0;
  for (const Ally& one : alliance.allies)
    sum += one.gdp.range.value * one.spending.range.value / 100;
  return sum;
}

class Asking {
 public:
  Asking(const Request& request, const BurdenFacts& facts)
      : request_(request), library_(request.library), facts_(facts) {}

  Result<BurdenAsked> read() {
    campaign::read_all(actors::kBurdenTerms, asked_.terms, request_.arguments, library_.plan);
    read_pledges();
    read_alliance();
    if (card::argument(request_.arguments, "pledge").empty())
      for (const auto& [since, pledge] : kPledges)
        if (asked_.alliance.year >= since) asked_.pledges.push_back(pledge);
    const auto resilience = request_.arguments.find("resilience");
    if (resilience != request_.arguments.end() && asked_.alliance.agreement != nullptr)
      for (const std::string& one : resilience->second) read_resilience(one);
    if (!faults_.empty()) return std::move(faults_);
    return std::move(asked_);
  }

 private:
  void fault(Code code, std::string message, std::string hint) {
    faults_.push_back({code, {"arguments", 0, 0}, std::move(message), std::move(hint)});
  }

  void read_pledges() {
    std::set<double> pledges;
    std::istringstream parts(card::argument(request_.arguments, "pledge"));
    for (std::string part; std::getline(parts, part, ',');) {
      std::erase(part, ' ');
      const auto value = number_in(part);
      if (!value)
        fault(Code::bad_argument, "`" + part + "` is no pledge", "write --pledge 2,3.5");
      else if (*value <= 0 || *value > kMostPledged)
        fault(Code::bad_value, "a pledge of " + part + " % of GDP is out of range",
              "it lies above 0 and up to 100");
      else
        pledges.insert(*value);
    }
    if (pledges.size() > kMostPledges)
      fault(Code::too_large,
            std::to_string(static_cast<int>(pledges.size())) + " pledges are too many",
            "the most is " + std::to_string(kMostPledges));
    asked_.pledges.assign(pledges.begin(), pledges.end());
  }

  void read_resilience(const std::string& text) {
    const std::size_t colon = text.find(':');
    const std::string state = text.substr(0, colon);
    const auto value =
        colon == std::string::npos ? std::nullopt : number_in(text.substr(colon + 1));
    if (!value)
      return fault(Code::bad_argument, "`" + text + "` is no member with its spending",
                   "write --resilience POL:1.2, in % of GDP");
    std::vector<std::string> known;
    for (const Ally& one : asked_.alliance.allies) known.push_back(one.name);
    if (std::ranges::find(known, state) == known.end()) {
      const std::string near = did_you_mean(state, known);
      return fault(Code::unknown_state,
                   "`" + state + "` is no member of `" + asked_.alliance.id + "` with figures of " +
                       std::to_string(asked_.alliance.year),
                   near.empty() ? "members are " + join(known, ", ") : near);
    }
    if (*value < 0 || *value > kMostPledged)
      return fault(Code::bad_value, "`" + text + "` spends out of range on resilience",
                   "it lies from 0 to 100");
    if (!asked_.resilience.emplace(state, *value).second)
      fault(Code::duplicate, "the resilience of " + state + " is given twice", "keep one");
  }

  void read_alliance() {
    const std::string id = card::argument(request_.arguments, "alliance");
    const std::string year = card::argument(request_.arguments, "year");
    asked_.chosen_alliance = !id.empty();
    asked_.chosen_year = !year.empty();
    const int wanted = asked_.chosen_year ? std::stoi(year) : 0;
    if (id.empty()) return choose(wanted);
    const Symbol symbol = library_.world.symbols.find(id);
    const Agreement* agreement = symbol ? library_.law.find(symbol) : nullptr;
    if (agreement == nullptr) {
      std::vector<std::string> known;
      for (const Agreement& one : library_.law.agreements)
        known.push_back(library_.world.symbols.name(one.id));
      const std::string near = did_you_mean(id, known);
      return fault(Code::unknown_name, "the library has no agreement `" + id + "`",
                   near.empty() ? "`entente list agreements` names them" : near);
    }
    take(*agreement, wanted);
  }

  void take(const Agreement& agreement, int wanted) {
    const std::string& id = library_.world.symbols.name(agreement.id);
    const std::vector<int> years = facts_.years(library_, agreement);
    const int today = year_of(library_.world.day);
    int year = wanted;
    if (wanted == 0) {
      year = today;
      for (const int one : years)
        if (one <= today) year = one;
    }
    asked_.alliance = facts_.alliance(library_, agreement, year);
    const std::size_t members = asked_.alliance.allies.size() + asked_.alliance.unknown.size();
    const std::string hint =
        years.empty() ? "no year has figures of two of its members" : nearest_years(years, year);
    if (members < 2)
      fault(Code::bad_value,
            members == 0 ? "nobody was a party of `" + id + "` in " + std::to_string(year)
                         : "`" + id + "` was an alliance of one in " + std::to_string(year) +
                               ", which shares no burden",
            hint);
    else if (asked_.alliance.allies.size() < 2)
      fault(Code::bad_value,
            "there are no figures of " + std::to_string(year) + " for two members of `" + id + "`",
            hint);
  }

  /// The alliance that spends most, in the year or in the last one with figures.
  void choose(int wanted) {
    const int today = year_of(library_.world.day);
    const Agreement* best = nullptr;
    double most = 0;
    std::set<int> all;
    for (const Agreement& one : library_.law.agreements) {
      if (!is_alliance(one)) continue;
      const std::vector<int> years = facts_.years(library_, one);
      all.insert(years.begin(), years.end());
      int year = wanted;
      if (wanted == 0)
        for (const int candidate : years)
          if (candidate <= today) year = candidate;
      if (std::ranges::find(years, year) == years.end()) continue;
      const double sum = spent(facts_.alliance(library_, one, year));
      if (sum <= most) continue;
      most = sum;
      best = &one;
    }
    if (best != nullptr) return take(*best, wanted);
    const std::vector<int> years(all.begin(), all.end());
    if (years.empty())
      fault(Code::bad_value, "the scenario has no alliance of two states with figures",
            "name one with --alliance, or add rows to burden.csv");
    else
      fault(Code::bad_value,
            wanted == 0 ? "no alliance has figures up to " + std::to_string(today)
                        : "there are no figures of " + std::to_string(wanted) + " for any alliance",
            nearest_years(years, wanted == 0 ? today : wanted));
  }

  const Request& request_;
  const scenario::Library& library_;
  const BurdenFacts& facts_;
  BurdenAsked asked_;
  Faults faults_;
};

}  // namespace

BurdenFacts::BurdenFacts(const world::World& world) : world_(world) {
  for (const Figure& one : world.figures)
    if (one.where.empty()) by_state_[{one.state, one.what}].push_back(&one);
}

const Figure* BurdenFacts::near(std::string_view what, Symbol state, int year, int years) const {
  const auto found = by_state_.find({state, what});
  if (found == by_state_.end()) return nullptr;
  const Figure* best = nullptr;
  for (const Figure* one : found->second) {
    const int off = std::abs(one->year - year);
    if (off <= years && (best == nullptr || off < std::abs(best->year - year))) best = one;
  }
  return best;
}

const Figure* BurdenFacts::find(std::string_view what, Symbol state, int year) const {
  return near(what, state, year, 0);
}

const Figure* BurdenFacts::gdp(Symbol state, int year) const {
  const Figure* own = find("gdp", state, year);
  return own != nullptr ? own : find("gdp_nominal", state, year);
}

std::vector<int> BurdenFacts::years(const scenario::Library& library,
                                    const Agreement& agreement) const {
  std::set<int> candidates;
  for (const Figure& one : world_.figures)
    if (one.what == "spending") candidates.insert(one.year);
  std::vector<int> found;
  for (const int year : candidates)
    if (alliance(library, agreement, year).allies.size() >= 2) found.push_back(year);
  return found;
}

Alliance BurdenFacts::alliance(const scenario::Library& library, const Agreement& agreement,
                               int year) const {
  const Symbols& symbols = world_.symbols;
  Alliance made;
  made.agreement = &agreement;
  made.id = symbols.name(agreement.id);
  made.year = year;
  made.on = day_in(world_, year);
  for (const Symbol state :
       treaty::parties_on(agreement, world_, made.on, library.readings, library.law)) {
    const Figure* product = gdp(state, year);
    const Figure* share = find("spending", state, year);
    if (product == nullptr || share == nullptr || product->value <= 0)
      made.unknown.push_back(symbols.name(state));
    else
      made.allies.push_back(
          {state, symbols.name(state), knob_of(*product, symbols), knob_of(*share, symbols)});
  }
  std::ranges::sort(made.allies, {}, &Ally::name);
  std::ranges::sort(made.unknown);
  return made;
}

campaign::Knob knob_of(const Figure& figure, const Symbols& symbols) {
  const bool assumption = figure.status == "assumption";
  return {
      {figure.value, figure.low, figure.high, assumption, figure.sourced.confidence},
      name_hash({"burden", symbols.name(figure.state), figure.what, std::to_string(figure.year)})};
}

Result<BurdenAsked> read_burden_question(const Request& request, const BurdenFacts& facts) {
  return Asking(request, facts).read();
}

}  // namespace entente::analysis
