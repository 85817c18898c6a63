#include "analysis/stability/asked.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

#include "analysis/stability/files.h"
#include "belief/asked.h"
#include "history/network.h"
#include "scenario/network.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

constexpr double kRoom = 4e18;  // Below 2^62.

Error argument(Code code, std::string message, std::string hint) {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

Result<solve::Advantage> advantage(const std::string& text) {
  const auto read = text::parse_decimal(text);
  if (!read || read->digits <= 0)
    return argument(Code::bad_value, "gamma cannot be " + text, "write a number like 1.5");
  std::int64_t under = 1;
  for (int i = 0; i < read->places; ++i) under *= 10;
  const std::int64_t common = std::gcd(read->digits, under);
  return solve::Advantage{read->digits / common, under / common};
}

/// Strengths as whole numbers, with their links; a fault where they do not fit.
Result<AskedNetwork> make(std::string when, std::vector<std::string> names,
                          std::vector<world::Uncertain> strengths,
                          const std::vector<std::int64_t>& whole, solve::Advantage gamma) {
  double all = 0;
  for (const std::int64_t one : whole) all += static_cast<double>(one);
  if (all * static_cast<double>(std::max(gamma.over, gamma.under)) >= kRoom)
    return argument(Code::bad_value,
                    "strengths and gamma together have more digits than can be counted exactly",
                    "give fewer places");
  return AskedNetwork{std::move(when), std::move(names), std::move(strengths),
                      solve::Alliances(whole, gamma)};
}

class Asking {
 public:
  Asking(const Request& request, solve::Advantage gamma) : request_(request), gamma_(gamma) {
    asked_.coalition =
        text("coalition") == "clique" ? solve::Coalition::clique : solve::Coalition::neighbours;
    asked_.with_trade = text("trade") == "true";
    asked_.trade.value = belief::number(request.arguments, "trade_value", 1);
    asked_.trade.decline = belief::number(request.arguments, "trade_decline", 0.5);
    asked_.trade.cost = belief::number(request.arguments, "link_cost", 0.1);
    asked_.trade.spoils = belief::number(request.arguments, "spoils", 0.1);
    asked_.trade.split = text("split_spoils") == "true";
  }

  Result<StabilityAsked> read() {
    Faults faults = fill();
    if (!faults.empty()) return faults;
    for (const AskedNetwork& one : asked_.networks)
      if (asked_.with_trade && one.names.size() > kMostTraders)
        return argument(Code::too_large,
                        std::to_string(one.names.size()) + " states are too many with --trade",
                        "the most is " + std::to_string(kMostTraders));
    return std::move(asked_);
  }

 private:
  [[nodiscard]] std::string text(std::string_view name) const {
    return card::argument(request_.arguments, name);
  }

  Faults fill() {
    const bool files = !text("graph").empty() || !text("strengths").empty();
    const bool years = !text("year").empty() || !text("from").empty() || !text("to").empty();
    if (files && (years || !request_.subject.empty()))
      return {argument(Code::bad_argument, "a network of files has no scenario and no year",
                       "leave one of them out")};
    if (files) return from_files();
    return years ? from_history() : from_library();
  }

  Faults from_files() {
    if (text("graph").empty() || text("strengths").empty())
      return {argument(Code::bad_argument, "a network needs --strengths and --graph",
                       "strengths: lines state,strength; graph: lines state,state")};
    const auto strengths = text::read_file(text("strengths"));
    if (!strengths) return strengths.error();
    const auto links = text::read_file(text("graph"));
    if (!links) return links.error();
    auto read = read_strengths(*strengths, text("strengths"));
    if (!read) return read.error();
    FileNetwork& network = read.value();
    if (Faults faults = read_links(*links, text("graph"), network); !faults.empty()) return faults;
    int places = 0;
    for (const text::Decimal& one : network.strengths) places = std::max(places, one.places);
    std::vector<std::int64_t> whole;
    std::vector<world::Uncertain> known;
    for (const text::Decimal& one : network.strengths) {
      whole.push_back(text::scaled(one, places).value_or(INT64_MAX / 4));
      known.push_back(world::Uncertain::known(value(one)));
    }
    auto made = make("", network.names, known, whole, gamma_);
    if (!made) return made.error();
    for (const auto& [i, j] : network.links) made.value().alliances.set(i, j, true);
    asked_.networks.push_back(std::move(made).value());
    return {};
  }

  Faults from_library() {
    asked_.strength_of = text("strength");
    const std::string day = text("on");
    const Date on = day.empty() ? request_.library.world.day
                                : parse_date(day).value_or(request_.library.world.day);
    Faults faults = add(scenario::network_on(request_.library, on, asked_.strength_of), 1000);
    if (faults.empty() && asked_.networks.back().names.empty())
      faults.push_back(
          argument(Code::bad_value,
                   "the library has no figure " + asked_.strength_of + " near " + to_text(on),
                   "for past years import capabilities and alliances and ask with --year"));
    return faults;
  }

  Faults from_history() {
    const auto year = [&](std::string_view name, int otherwise) {
      const std::string word = text(name);
      std::from_chars(word.data(), word.data() + word.size(), otherwise);
      return otherwise;
    };
    const int one = year("year", 0);
    const int from = year("from", one != 0 ? one : 1816), to = year("to", one != 0 ? one : 2018);
    if (from > to)
      return {argument(Code::order_of_dates, "the first year is after the last", "swap them")};
    auto store = history::Store::open_with(text("data"), history::kNetworkTables);
    if (!store) return store.error();
    auto networks = history::networks_of_years(*store, request_.library.world, from, to);
    if (!networks) return networks.error();
    if (networks->empty())
      return {argument(Code::bad_value, "the imported data have no capabilities in these years",
                       "they cover 1816 on")};
    asked_.by_year = true;
    asked_.strength_of = "cinc";
    asked_.inputs = store->inputs(history::kNetworkTables);
    for (const world::Network& network : *networks)
      if (Faults faults = add(network, 1e9); !faults.empty()) return faults;
    return {};
  }

  /// Takes the states with a strength; `scale` is how many whole numbers make one.
  Faults add(const world::Network& network, double scale) {
    std::vector<std::string> names;
    std::vector<world::Uncertain> strengths;
    std::vector<std::int64_t> whole;
    std::vector<std::optional<std::size_t>> place;
    asked_.left_out.clear();
    for (const world::NetworkState& one : network.states) {
      const auto rounded = static_cast<std::int64_t>(std::llround(one.strength.value * scale));
      if (rounded <= 0) {
        asked_.left_out.push_back(one.name);
        place.emplace_back();
        continue;
      }
      place.emplace_back(names.size());
      names.push_back(one.name);
      strengths.push_back(one.strength);
      whole.push_back(rounded);
    }
    auto made = make(network.when, names, strengths, whole, gamma_);
    if (!made) return made.error();
    std::vector<char> promised(names.size() * names.size(), 0);
    const bool mutual = text("link") == "mutual";
    for (const world::Tie& tie : network.ties) {
      if (tie.value < world::kDefenceTie || !place[tie.from] || !place[tie.to]) continue;
      promised[*place[tie.from] * names.size() + *place[tie.to]] = 1;
      if (!mutual || promised[*place[tie.to] * names.size() + *place[tie.from]] == 1)
        made.value().alliances.set(*place[tie.from], *place[tie.to], true);
    }
    asked_.networks.push_back(std::move(made).value());
    return {};
  }

  const Request& request_;
  solve::Advantage gamma_;
  StabilityAsked asked_;
};

}  // namespace

Result<StabilityAsked> read_stability(const Request& request) {
  const std::string text = card::argument(request.arguments, "gamma");
  const auto gamma = advantage(text.empty() ? "1" : text);
  if (!gamma) return gamma.error();
  return Asking(request, *gamma).read();
}

}  // namespace entente::analysis
