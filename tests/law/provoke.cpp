#include "law/provoke.h"

#include <array>
#include <filesystem>
#include <regex>
#include <sstream>

#include "inquiry/study/study.h"
#include "law/program.h"
#include "places.h"
#include "records/record_file.h"
#include "scenario/burden_facts.h"
#include "scenario/contingency_file.h"
#include "scenario/dependence_facts.h"
#include "scenario/facts.h"
#include "scenario/force_facts.h"
#include "scenario/hedge_facts.h"
#include "scenario/levers/named.h"
#include "scenario/plan.h"
#include "scenario/scenario_file.h"
#include "text/csv.h"
#include "treaty/read.h"

namespace entente::law_tests {
namespace {

namespace fs = std::filesystem;
using scenario::Library;

template <class T>
Faults faults_of(const Result<T>& result) {
  return result ? Faults{} : result.error();
}

/// Reads TOML and hands the document on.
template <class Read>
Faults in_toml(const std::string& input, Read read) {
  const auto document = text::parse_toml(input, "input.toml");
  return document ? read(*document) : document.error();
}

Faults agreement(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    world::World world = library.world;
    return faults_of(
        treaty::read_agreement(document, world, library.law.areas, library.law.readings));
  });
}

Faults areas(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    world::World world = library.world;
    return faults_of(treaty::read_areas(document, world));
  });
}

Faults readings(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    world::World world = library.world;
    return faults_of(treaty::read_readings(document, world.symbols));
  });
}

Faults event(const Provocation& one, const Library& library) {
  return faults_of(treaty::event_from(one.input, library.world));
}

Faults event_file(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    const auto written = treaty::read_event(document);
    return written ? faults_of(treaty::resolve(*written, library.world)) : written.error();
  });
}

Faults given(const Provocation& one, const Library& library) {
  return faults_of(treaty::fact_from(one.input, library.world, library.world.day));
}

Faults scenario_file(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    return faults_of(scenario::read_scenario(document, library));
  });
}

Faults study_file(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    return inquiry::check_study(document, library);
  });
}

/// A table of the library, read beside the facts of the real one.
template <auto kRead>
Faults table(const Provocation& one, const Library& library) {
  world::World world = library.world;
  for (world::Group& group : world.groups) group.members.clear();
  Faults faults;
  (void)kRead(one.input, "input.csv", world, faults);
  sort_faults(faults);
  return faults;
}

/// The readers of tables that name bases, beside those the facts know.
bool home_bases(std::string_view bytes, std::string_view file, world::World& world,
                Faults& faults) {
  scenario::HomeBases read;
  return scenario::read_home_bases(bytes, file, world, read, faults);
}
bool theatre_bases(std::string_view bytes, std::string_view file, world::World& world,
                   Faults& faults) {
  return scenario::read_theatre_bases(bytes, file, world, {}, faults);
}
bool prepositioned(std::string_view bytes, std::string_view file, world::World& world,
                   Faults& faults) {
  return scenario::read_prepositioned(bytes, file, world, {}, faults);
}

Faults contingency(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    world::World world = library.world;
    Faults faults;
    scenario::ContingencyRules rules;
    rules.of_library = true;
    (void)scenario::read_contingency(document.root, document.file, world, rules, faults);
    sort_faults(faults);
    return faults;
  });
}

Faults sets(const Provocation& one, const Library& library) {
  return in_toml(one.input, [&](const text::Document& document) {
    world::World world = library.world;
    Faults faults;
    if (const text::Node* value = document.root.find("sets"))
      (void)scenario::read_sets(*value, document.file, world.names_of("contingency"), world.symbols,
                                faults);
    sort_faults(faults);
    return faults;
  });
}

/// A lever of the library, beside those of the real one.
Faults lever_file(const Provocation& one, const Library& library) {
  Library with_it = library;
  with_it.levers.emplace_back("input", one.input);
  Faults faults;
  scenario::check_named_levers(with_it, faults);
  sort_faults(faults);
  return faults;
}

/// The real library with two agreements instead of its own, and so without what is said of those.
Faults library_folder(const Provocation& one, const Library&) {
  const Folder folder;
  for (const auto& entry : fs::directory_iterator(places::tree() / "library"))
    if (entry.path().filename() != "agreements" && entry.path().filename() != "declared_goals.csv")
      fs::create_symlink(entry.path(), folder.path() / entry.path().filename());
  folder.write("agreements/first.toml", one.input);
  if (!one.with.empty()) folder.write("agreements/second.toml", one.with);
  return faults_of(scenario::read_library(folder.path().string()));
}

Faults path(const Provocation& one, const Library&) {
  return faults_of(text::read_document(one.input));
}
Faults toml(const Provocation& one, const Library&) {
  return faults_of(text::parse_toml(one.input, "input.toml"));
}
Faults json(const Provocation& one, const Library&) {
  return faults_of(text::parse_json(one.input, "input.json"));
}
Faults record(const Provocation& one, const Library&) {
  const auto document = text::parse_json(one.input, "input.json");
  return document ? faults_of(records::read_record(*document)) : document.error();
}
Faults csv(const Provocation& one, const Library&) {
  return faults_of(text::parse_csv(one.input, "input.csv"));
}

/// One word a line. The program must refuse them with status 2 and print nothing else.
Faults arguments(const Provocation& one, const Library&) {
  std::vector<std::string> words;
  std::istringstream lines(one.input);
  for (std::string line; std::getline(lines, line);) words.push_back(line);
  const Ended ended = run_program(words);
  if (ended.status != 2 || !ended.out.empty()) return {};
  return faults_from(ended.err);
}

struct Reader {
  std::string_view kind;
  Faults (*read)(const Provocation&, const Library&);
};

constexpr std::array kReaders{
    Reader{"actors", table<scenario::read_actors>},
    Reader{"agreement", agreement},
    Reader{"areas", areas},
    Reader{"arguments", arguments},
    Reader{"burden", table<scenario::read_burden>},
    Reader{"contingency", contingency},
    Reader{"csv", csv},
    Reader{"dependency", table<scenario::read_dependency>},
    Reader{"deployment", table<scenario::read_deployment>},
    Reader{"element_costs", table<scenario::read_element_costs>},
    Reader{"elements", table<scenario::read_elements>},
    Reader{"event", event},
    Reader{"event_file", event_file},
    Reader{"figures", table<scenario::read_figures>},
    Reader{"given", given},
    Reader{"group_members", table<scenario::read_group_members>},
    Reader{"groups", table<scenario::read_groups>},
    Reader{"hedge_options", table<scenario::read_hedge_options>},
    Reader{"home_bases", table<home_bases>},
    Reader{"json", json},
    Reader{"lever_file", lever_file},
    Reader{"library", library_folder},
    Reader{"means", table<scenario::read_means>},
    Reader{"participation", table<scenario::read_participation>},
    Reader{"path", path},
    Reader{"places", table<scenario::read_places>},
    Reader{"prepositioned", table<prepositioned>},
    Reader{"readiness", table<scenario::read_readiness>},
    Reader{"readings", readings},
    Reader{"record", record},
    Reader{"scenario", scenario_file},
    Reader{"sets", sets},
    Reader{"states", table<scenario::read_states>},
    Reader{"study", study_file},
    Reader{"substitutes", table<scenario::read_substitutes>},
    Reader{"theatre_bases", table<theatre_bases>},
    Reader{"toml", toml},
};

}  // namespace

std::vector<std::string> provocation_kinds() {
  std::vector<std::string> kinds;
  for (const Reader& reader : kReaders) kinds.emplace_back(reader.kind);
  return kinds;
}

Faults provoke(const Provocation& one, const Library& library) {
  for (const Reader& reader : kReaders)
    if (reader.kind == one.kind) return reader.read(one, library);
  return {};
}

Faults faults_from(const std::string& printed) {
  static const std::regex kFault(R"((.*?)(?::(\d+))?(?::(\d+))?: (.*) \[([a-z_]+)\])");
  Faults faults;
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    std::smatch part;
    if (!faults.empty() && line.starts_with("  ")) {
      faults.back().hint = line.substr(2);
    } else if (std::regex_match(line, part, kFault)) {
      Code code = Code::wrong_type;
      for (const CodeEntry& entry : code_table())
        if (entry.name == part[5].str()) code = entry.code;
      const auto number = [&](int group) {
        return part[group].matched ? std::stoi(part[group].str()) : 0;
      };
      faults.push_back({code, {part[1].str(), number(2), number(3)}, part[4].str(), ""});
    } else {
      faults.push_back({Code::wrong_type, {"?", 0, 0}, "no fault: " + line, ""});
    }
  }
  return faults;
}

}  // namespace entente::law_tests
