#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "base/hash.h"
#include "base/name.h"
#include "scenario/facts.h"
#include "scenario/library.h"
#include "text/node.h"
#include "text/reader.h"
#include "treaty/read.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;

using ReadTable = bool (*)(std::string_view, std::string_view, world::World&, Faults&);

class LibraryReader {
 public:
  explicit LibraryReader(const std::string& folder) : folder_(folder) {}

  Result<Library> read() {
    if (std::error_code failure; !fs::is_directory(folder_, failure))
      return Error{Code::unreadable,
                   {folder_, 0, 0},
                   "there is no such folder",
                   "name the folder of a library"};
    read_facts();
    library_.world.index();
    read_law();
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    sort_law();
    library_.world.index();
    treaty::index_law(library_.law, library_.world);
    library_.hash = hash();
    return std::move(library_);
  }

 private:
  void add(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  /// Adds the faults of a later file without those that an unreadable earlier one explains.
  void add_own(const Faults& faults) {
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(faults_),
                 [&](const Error& fault) { return !explained_.contains(fault.code); });
  }

  /// The bytes of a file of the library, remembered for the hash.
  std::optional<std::string> bytes(const std::string& path) {
    auto read = text::read_file((fs::path(folder_) / path).string());
    if (!read) {
      for (Error fault : read.error()) {
        fault.where.file = path;
        faults_.push_back(std::move(fault));
      }
      return std::nullopt;
    }
    digests_[path] = sha256(read.value());
    return std::move(read).value();
  }

  std::optional<text::Document> document(const std::string& path) {
    const auto content = bytes(path);
    if (!content) return std::nullopt;
    auto parsed = text::parse_toml(*content, path);
    if (parsed) return std::move(parsed).value();
    add(parsed.error());
    return std::nullopt;
  }

  bool exists(const std::string& path) const {
    std::error_code failure;
    return fs::exists(fs::path(folder_) / path, failure);
  }

  /// Paths of the files in `under` whose names end in `ending`, sorted.
  std::vector<std::string> files(const std::string& under, std::string_view ending) const {
    std::vector<std::string> found;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(fs::path(folder_) / under, failure))
      if (entry.path().extension() == ending)
        found.push_back(under + "/" + entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Reads one table. Where that fails as a whole, later faults of `follow_on` only repeat it.
  void table(const std::string& path, ReadTable reader, std::set<Code> follow_on) {
    const auto content = bytes(path);
    Faults faults;
    const bool whole = content && reader(*content, path, library_.world, faults);
    add_own(faults);
    if (!whole) explained_.merge(follow_on);
  }

  void read_facts() {
    read_title();
    table("states.csv", read_states, {Code::unknown_state});
    table("actors.csv", read_actors, {Code::unknown_state});
    library_.world.index();
    table("places.csv", read_places, {Code::unknown_place});
    table("means.csv", read_means, {Code::unknown_name});
    table("groups.csv", read_groups, {Code::unknown_name, Code::unknown_state, Code::predicate});
    table("group_members.csv", read_group_members, {});
    if (exists("elements.csv")) table("elements.csv", read_elements, {});
    for (const std::string& path : files("figures", ".csv")) table(path, read_figures, {});
  }

  void read_title() {
    const auto file = document("library.toml");
    if (!file) return;
    text::TableReader reader(file->root, file->file, "a library", faults_);
    library_.world.day = reader.required_date("day");
    library_.name = reader.required_text("name");
    library_.licence = reader.required_text("licence");
    reader.done();
  }

  void read_law() {
    auto& world = library_.world;
    auto& law = library_.law;
    // Without states an agreement has no parties, and its reader misses them.
    if (explained_.contains(Code::unknown_state)) explained_.insert(Code::missing_key);
    if (const auto file = document("readings.toml")) {
      auto read = treaty::read_readings(*file, world.symbols);
      if (read)
        law.readings = std::move(read).value();
      else
        fail(read.error(), {Code::unknown_name});
    } else {
      explained_.insert(Code::unknown_name);
    }
    if (const auto file = document("areas.toml")) {
      auto read = treaty::read_areas(*file, world);
      if (read)
        law.areas = std::move(read).value();
      else
        fail(read.error(), {Code::unknown_area, Code::unknown_name});
    } else {
      explained_.insert({Code::unknown_area, Code::unknown_name});
    }
    for (const std::string& path : files("agreements", ".toml")) read_agreement(path);
    for (const treaty::Agreement& agreement : law.agreements) check_promises(agreement);
  }

  void fail(const Faults& faults, std::set<Code> follow_on) {
    add_own(faults);
    explained_.merge(follow_on);
  }

  void read_agreement(const std::string& path) {
    const auto file = document(path);
    if (!file) return;
    auto& world = library_.world;
    check_id(*file);
    auto read = treaty::read_agreement(*file, world, library_.law.areas, library_.law.readings);
    if (!read) return add_own(read.error());
    read.value().file = path;
    library_.law.agreements.push_back(std::move(read).value());
  }

  /// The id of an agreement is the name of its file, and no other has it.
  void check_id(const text::Document& file) {
    const text::Node* id = file.root.find("id");
    if (!id || id->kind != text::Kind::text) return;  // The reader of agreements says so.
    const Where where{file.file, id->line, id->column};
    const std::string stem = fs::path(file.file).stem().string();
    if (id->text != stem)
      faults_.push_back({Code::bad_value, where,
                         "the id `" + id->text + "` is not the name of its file",
                         "call it `" + stem + "` or rename the file"});
    const auto [first, is_new] = ids_.emplace(id->text, file.file);
    if (!is_new)
      faults_.push_back({Code::duplicate, where,
                         "the id `" + id->text + "` stands in " + first->second + " as well", ""});
  }

  /// `STATE bound by AGREEMENT` asks for an agreement of the library.
  void check_promises(const treaty::Agreement& agreement) {
    const auto check = [&](const auto& clause) {
      for (const treaty::Requires& condition : clause.conditions) {
        if (condition.kind != treaty::Requires::Kind::bound) continue;
        const std::string& id = library_.world.symbols.name(condition.agreement);
        if (ids_.contains(id)) continue;
        std::vector<std::string> known;
        for (const auto& [other, file] : ids_) known.push_back(other);
        faults_.push_back(
            {Code::unknown_name, clause.where,
             "the condition names the agreement `" + id + "`, which the library does not have",
             did_you_mean(id, known)});
      }
    };
    for (const treaty::Article& article : agreement.articles) check(article);
    for (const treaty::Exception& exception : agreement.exceptions) check(exception);
  }

  void sort_law() {
    const Symbols& symbols = library_.world.symbols;
    const auto by_id = [&](const auto& a, const auto& b) {
      return symbols.name(a.id) < symbols.name(b.id);
    };
    std::sort(library_.law.agreements.begin(), library_.law.agreements.end(), by_id);
    std::sort(library_.law.readings.begin(), library_.law.readings.end(), by_id);
    std::stable_sort(library_.law.areas.begin(), library_.law.areas.end(),
                     [&](const treaty::Area& a, const treaty::Area& b) {
                       if (a.id != b.id) return by_id(a, b);
                       return a.spell < b.spell;
                     });
  }

  std::string hash() const {
    std::string lines;
    for (const auto& [path, digest] : digests_) lines += path + " " + digest + "\n";
    return sha256(lines);
  }

  const std::string folder_;
  Library library_;
  Faults faults_;
  std::set<Code> explained_;                    ///< Codes that an unreadable file accounts for.
  std::map<std::string, std::string> digests_;  ///< SHA-256 by path.
  std::map<std::string, std::string> ids_;      ///< File by id of agreement.
};

}  // namespace

Result<Library> read_library(const std::string& folder) { return LibraryReader(folder).read(); }

}  // namespace entente::scenario
