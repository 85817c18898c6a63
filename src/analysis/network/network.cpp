#include "analysis/network/network.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "analysis/network/formats.h"
#include "history/network.h"
#include "scenario/network.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Type;
using card::Value;

constexpr card::Column kStates[] = {
    {"state", "", "Who."},
    {"strength", "", "The figure asked for, or the composite index; empty where not known."},
    {"promises", "count", "States it has promised something."},
    {"promised", "count", "States that have promised it something."},
};
constexpr card::Column kTies[] = {
    {"from", "", "Who promised."},
    {"to", "", "To whom."},
    {"value", "1-3", "3 defence, 2 neutrality or non-aggression, 1 anything less."},
};
constexpr card::TableSpec kTables[] = {
    {"states", "The nodes.", kStates},
    {"ties", "The highest promise of each state to each other.", kTies},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::network, .table = "ties", .x = "from", .y = "to", .most = 12},
    {.mark = card::Mark::table, .table = "states", .most = 12},
};
constexpr card::Field kFields[] = {
    {.name = "on",
     .type = Type::date,
     .help = "The day of the network; by default the one the library describes."},
    {.name = "year",
     .type = Type::integer,
     .help = "The network of a year of imported history.",
     .low = 1816,
     .high = 2100},
    history::kDataField,
    {.name = "strength",
     .type = Type::choice,
     .help = "The figure that counts as the strength of a state of the library.",
     .fallback = "military_spending",
     .choices = scenario::kStrengths},
    {.name = "hub",
     .help = "The state towards which the actor table places the others.",
     .fallback = "USA"},
    {.name = "export",
     .type = Type::file,
     .help = "A folder for network.graphml, network.gexf, network.net, edges.csv and ktab.csv."},
};

struct Found {
  world::Network network;
  std::vector<std::string> inputs;
};

Result<Found> find(const Request& request) {
  const auto text = [&](std::string_view name) { return card::argument(request.arguments, name); };
  const scenario::Library& library = request.library;
  if (text("year").empty()) {
    const Date day = parse_date(text("on")).value_or(library.world.day);
    return Found{scenario::network_on(library, day, text("strength")), {}};
  }
  int year = 0;
  const std::string word = text("year");
  std::from_chars(word.data(), word.data() + word.size(), year);
  auto store = history::Store::open_with(text("data"), history::kNetworkTables);
  if (!store) return store.error();
  auto networks = history::networks_of_years(*store, library.world, year, year);
  if (!networks) return networks.error();
  if (networks->empty())
    return Error{Code::bad_value,
                 {"arguments", 0, 0},
                 "the imported data have no capabilities in " + word,
                 "they cover 1816 on"};
  return Found{std::move(networks.value().front()), store->inputs(history::kNetworkTables)};
}

Faults write(const world::Network& network, const std::string& folder, const std::string& hub) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  const std::pair<const char*, std::string> files[] = {{"network.graphml", graphml(network)},
                                                       {"network.gexf", gexf(network)},
                                                       {"network.net", pajek(network)},
                                                       {"edges.csv", edge_list(network)},
                                                       {"ktab.csv", ktab(network, hub)}};
  for (const auto& [name, bytes] : files) {
    const std::string path = (std::filesystem::path(folder) / name).string();
    if (Faults faults = text::write_file(bytes, path); !faults.empty()) return faults;
  }
  return {};
}

Result<Record> run(const Request& request) {
  const auto found = find(request);
  if (!found) return found.error();
  const world::Network& network = found->network;
  if (const std::string folder = card::argument(request.arguments, "export"); !folder.empty())
    if (Faults faults = write(network, folder, card::argument(request.arguments, "hub"));
        !faults.empty())
      return faults;
  Record record;
  std::vector<std::int64_t> out(network.states.size(), 0), in(network.states.size(), 0);
  std::int64_t defence = 0;
  for (const world::Tie& tie : network.ties) {
    ++out[tie.from];
    ++in[tie.to];
    defence += tie.value == world::kDefenceTie ? 1 : 0;
  }
  card::Table& states = record.table(kTables[0]);
  for (std::size_t i = 0; i < network.states.size(); ++i) {
    std::vector<Value> row{network.states[i].name, Value(), out[i], in[i]};
    if (network.states[i].strength.value > 0) row[1] = network.states[i].strength.value;
    states.row(std::move(row));
  }
  card::Table& ties = record.table(kTables[1]);
  for (const world::Tie& tie : network.ties)
    ties.row({network.states[tie.from].name, network.states[tie.to].name,
              static_cast<std::int64_t>(tie.value)});
  record.finding = "On " + network.when + " " + std::to_string(network.states.size()) +
                   " states have " + std::to_string(network.ties.size()) +
                   " promises to one another, each the highest of its kind, " +
                   std::to_string(defence) + " of them of defence.";
  if (network.when.size() == 4) record.finding.replace(0, 2, "In");
  record.provenance.inputs = found->inputs;
  return record;
}

}  // namespace

const Analysis network{
    .card = {.name = "network",
             .question = "Who has promised what to whom, as a network that other programs read?",
             .source = "Promises of the library, or directed dyad-years of ATOP (Leeds, Ritter, "
                       "Mitchell and Long 2002)",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::analysis
