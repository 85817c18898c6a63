#include <filesystem>

#include "campaign/crisis/law.h"
#include "catalogue/kinds.h"
#include "catalogue/verbs.h"
#include "inquiry/claims/claims.h"
#include "inquiry/explore/explore.h"
#include "inquiry/study/study.h"
#include "scenario/landscape_file.h"
#include "scenario/negotiation_file.h"
#include "scenario/reform.h"
#include "treaty/event.h"
#include "treaty/read.h"

namespace entente::catalogue {
namespace {

namespace fs = std::filesystem;
using scenario::Library;

constexpr card::Column kFaultColumns[] = {
    {"file", "", "Where the fault stands."}, {"line", "", "Line from 1; 0 for the whole file."},
    {"column", "", "Column from 1."},        {"code", "", "The name of the kind of fault."},
    {"message", "", "What is wrong."},       {"hint", "", "What to do about it."},
};
constexpr card::Column kCountColumns[] = {
    {"what", "", "A kind of thing."},
    {"number", "count", "How many of them were read without a fault."},
};
// Faults come as faults, so the first table of a finished check is empty by nature: it is there for
// programs that ask for it.
constexpr card::TableSpec kTables[] = {
    {"faults", "Every fault; empty where the check ended well.", kFaultColumns},
    {"counts", "What was read.", kCountColumns},
};

constexpr card::Column kLeverColumns[] = {
    {"lever", "", "A lever of the library, or a kind."},
    {"cost", "bn USD of 2025 a year", "What it costs; below 0 it saves."},
    {"low", "bn USD of 2025 a year", "The least it may be."},
    {"high", "bn USD of 2025 a year", "The most it may be."},
    {"delay", "months", "Until it is in effect."},
    {"in_effect", "", "Whether that is within the months that the scenario looks ahead."},
};
constexpr card::TableSpec kLevers{"levers", "What the levers of the scenario cost and take.",
                                  kLeverColumns};

using Counts = std::vector<std::pair<std::string, std::size_t>>;

card::Record sound(std::string finding, const Counts& counts) {
  card::Record record;
  record.finding = std::move(finding);
  record.table(kTables[0]);
  card::Table& table = record.table(kTables[1]);
  for (const auto& [what, number] : counts) {
    table.row({what, static_cast<std::int64_t>(number)});
  }
  return record;
}

Counts counts_of(const Library& library) {
  Counts counts;
  for (const Kind& kind : kinds()) {
    if (kind.singular == "analysis" || kind.singular == "format") continue;
    counts.emplace_back(kind.plural, kind.entries(library).size());
  }
  return counts;
}

Result<card::Record> check_agreement(const text::Document& document, const Library& library) {
  // Reading interns names, so it works on a copy of the facts.
  world::World world = library.world;
  auto read = treaty::read_agreement(document, world, library.law.areas, library.law.readings);
  if (!read) return std::move(read).error();
  const treaty::Agreement& agreement = read.value();
  Faults faults;
  const std::string& id = world.symbols.name(agreement.id);
  std::string stem = fs::path(document.file).stem().string();
  if (id != stem) {
    const text::Node* node = document.root.find("id");
    faults.push_back({Code::bad_value,
                      {document.file, node ? node->line : 0, node ? node->column : 0},
                      "the id `" + id + "` is not the name of the file",
                      "call the file `" + id + ".toml` or the agreement `" + stem + "`"});
    return faults;
  }
  return sound("The agreement " + id + " is sound.", {{"parties", agreement.parties.size()},
                                                      {"areas", agreement.areas.size()},
                                                      {"articles", agreement.articles.size()},
                                                      {"exceptions", agreement.exceptions.size()},
                                                      {"examples", agreement.examples.size()}});
}

Result<card::Record> check_event(const text::Document& document, const Library& library) {
  const auto written = treaty::read_event(document);
  if (!written) return written.error();
  const auto event = treaty::resolve(written.value(), library.world);
  if (!event) return event.error();
  return sound("The event is sound: " + treaty::to_text(event.value(), library.world) + ".",
               {{"attackers", event->attackers.size()}, {"targets", event->targets.size()}});
}

/// Applied with its base: what the file changes has to be known to hold the file against.
Result<card::Record> check_scenario(const std::string& path, const text::Node& root,
                                    const Library& library) {
  const auto made = scenario::reform(library, path, {});
  if (!made) return made.error();
  Counts counts;
  for (const auto& [section, plural] :
       {std::pair("contingency", "contingencies"), std::pair("state", "states"),
        std::pair("pool", "pools"), std::pair("deploy", "deployments"),
        std::pair("commitment", "commitments"), std::pair("lever", "levers")}) {
    const text::Node* node = root.find(section);
    counts.emplace_back(plural, node == nullptr ? 0 : node->items.size());
  }
  card::Record record = sound("The scenario is sound.", counts);
  record.notices = made->notices;
  if (made->pulled.empty()) return record;
  card::Table& table = record.table(kLevers);
  for (const scenario::Pulled& one : made->pulled)
    table.row({one.card, one.cost.value, one.cost.low, one.cost.high, one.delay_months.value,
               one.in_effect});
  return record;
}

Result<card::Record> check_file(const std::string& path, const scenario::Request& request) {
  const Library& library = request.library;
  const auto document = text::read_document(path);
  if (!document) return document.error();
  const text::Node& root = document->root;
  if (root.find("scenario") != nullptr) return check_scenario(path, root, library);
  if (root.find("study") != nullptr) {
    if (Faults faults = inquiry::check_study(*document, library); !faults.empty()) return faults;
    if (root.find("explore") != nullptr)
      if (Faults faults = inquiry::check_explore(*document, request); !faults.empty())
        return faults;
    if (root.find("claim") != nullptr)
      if (Faults faults = inquiry::check_claim(*document, request); !faults.empty()) return faults;
    return sound(
        root.find("claim") == nullptr ? "The study is sound." : "The claim is sound.",
        {{"variants", root.find("variant") == nullptr ? 0 : root.find("variant")->items.size()}});
  }
  if (root.find("landscape") != nullptr) {
    const auto read = scenario::read_landscape(*document);
    if (!read) return read.error();
    return sound("The landscape is sound.", {{"states", read->sizes.names.size()}});
  }
  if (root.find("crisis") != nullptr) {
    const auto read = scenario::read_crisis(*document);
    if (!read) return read.error();
    if (const auto law = campaign::triggers_of(*read, library); !law) return law.error();
    return sound("The crisis is sound.",
                 {{"players", read->players.size()}, {"nodes", read->nodes.size()}});
  }
  if (root.find("negotiation") != nullptr) {
    const auto read = scenario::read_negotiation(*document);
    if (!read) return read.error();
    return sound("The negotiation is sound.", {{"actors", read->actors.size()}});
  }
  if (root.find("attackers") != nullptr) return check_event(*document, library);
  return check_agreement(*document, library);
}

Result<card::Record> tell(const scenario::Request& request) {
  const std::string& path = request.subject;
  // The library at hand was checked when it was read.
  if (path.empty()) return sound("The library is sound.", counts_of(request.library));
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return check_file(path, request);
  const auto library = scenario::read_library(path);
  if (!library) return library.error();
  return sound("The library is sound.", counts_of(library.value()));
}

}  // namespace

extern const scenario::Analysis check{
    .card = {.name = "check",
             .question = "Is this library, scenario, agreement or event sound?",
             .source = "this project",
             .subject = card::Subject::file,
             .subject_optional = true,
             .subject_help = "my_pact.toml",
             .tables = kTables},
    .run = tell,
};

}  // namespace entente::catalogue
